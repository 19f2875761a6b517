package table

import (
	"io"
	"slices"
	"testing"

	"dealbox/internal/record"
	"dealbox/internal/value"
)

// dollarDeal is an amount with a rate of its own, or none for 0.
func dollarDeal(n int, minor int64, rate value.Decimal) record.Change {
	r := record.New(dealNum, testID(n))
	deals.Amount.Set(r, value.Money{Minor: minor, Currency: "USD"})
	if rate != 0 {
		deals.Rate.Set(r, rate)
	}
	return record.Change{After: r}
}

func TestAKeptOrderOutlivesRatesThatComeAndGo(t *testing.T) {
	m := newModel(t)
	s := m.set()
	table := s.Table(dealNum)
	order := func() []uint32 {
		sel := table.Select(Query{Sort: []Sort{{Def: deals.Field("amount")}}, Env: m.env()})
		return sel.Rows(0, sel.Len())
	}
	for i, step := range []struct {
		changes []record.Change
		want    []uint32
	}{
		{[]record.Change{dollarDeal(0, 300, 0), dollarDeal(1, 200, 0), dollarDeal(2, 100, 0)}, []uint32{2, 1, 0}},
		{[]record.Change{dollarDeal(2, 110, 15_000_000)}, []uint32{1, 2, 0}}, // worth 14.40, 16.50, 21.60
		{[]record.Change{dollarDeal(1, 100, 0), dollarDeal(0, 290, 5_000_000)}, []uint32{1, 0, 2}},
		{[]record.Change{dollarDeal(0, 290, 0), dollarDeal(2, 110, 0)}, []uint32{1, 2, 0}},
	} {
		s.Apply(step.changes)
		if err := table.Encode(io.Discard); err != nil {
			t.Fatal(err)
		}
		if got := order(); !slices.Equal(got, step.want) {
			t.Errorf("after step %d the order is %v", i, got)
		}
	}
}

func TestASumKeepsTheRatesOfItsRows(t *testing.T) {
	m := newModel(t)
	s := m.set()
	s.Apply([]record.Change{dollarDeal(0, 100, 0), dollarDeal(1, 1, 7_104_999), dollarDeal(2, 1, 7_300_000)})
	got := s.Table(dealNum).Sum(nil, "", Measure{Def: deals.Field("amount")}, m.env())
	// 720 + 7.104999 + 7.3, rounded once: 14.4 of the two parts is not 7 + 7
	if want := (value.Money{Minor: 734, Currency: "CNY"}); got.Total != want || got.Missing != 0 || got.Count != 3 {
		t.Errorf("got %+v, want %v", got, want)
	}
	if want := (value.Money{Minor: 102, Currency: "USD"}); got.PerCurrency["USD"] != want {
		t.Errorf("dollars are %v", got.PerCurrency)
	}
}
