package app

import (
	"path/filepath"
	"testing"
	"time"

	"dealbox/internal/crm"
	"dealbox/internal/i18n"
	"dealbox/internal/query"
	"dealbox/internal/testclock"
)

// desk is a run of Dealbox with an open file in CNY, as a page drives it, on a day that
// the test moves.
type desk struct {
	*testing.T
	h      *Host
	clock  *testclock.Clock
	stages map[string]string // ids by English name
}

func newDesk(t *testing.T) *desk {
	t.Helper()
	d := &desk{T: t, clock: testclock.New(time.Date(2026, time.November, 24, 2, 0, 0, 0, time.UTC)), stages: map[string]string{}}
	dir := t.TempDir()
	d.h = NewHost(Options{
		ConfigDir: filepath.Join(dir, "config"), CacheDir: filepath.Join(dir, "cache"), Folder: dir,
		Language: i18n.English, Now: d.clock.Now,
	})
	t.Cleanup(func() { d.ok(d.h.Close()) })
	_, err := (&Files{d.h}).Create(NewFile{Name: "Sales", Language: "en", Person: "Ann", Currency: "CNY", Zone: "Asia/Shanghai"})
	d.ok(err)
	for _, st := range d.board().Pipeline.Stages {
		d.stages[st.Name.En] = st.ID
	}
	return d
}

func (d *desk) ok(err error) {
	d.Helper()
	if err != nil {
		d.Fatal(err)
	}
}

func (d *desk) add(typ string, values map[string]any) {
	d.Helper()
	_, err := (&Records{d.h}).Save(SaveInput{Type: typ, Values: values})
	d.ok(err)
}

func (d *desk) deal(stage, amount, currency string) {
	d.Helper()
	d.add(crm.Opportunity.Key, map[string]any{
		"name": "Line " + amount, "stage": d.stages[stage],
		"amount": map[string]any{"amount": amount, "currency": currency},
	})
}

func (d *desk) dollar(day, rate string) {
	d.Helper()
	d.add(crm.Rate.Key, map[string]any{"currency": "USD", "date": day, "rate": rate})
}

func (d *desk) board() BoardInfo {
	d.Helper()
	b, err := (&Board{d.h}).Open(BoardQuery{})
	d.ok(err)
	return b
}

// footer is the total at the foot of the list of opportunities.
func (d *desk) footer(where *query.Cond) Sum {
	d.Helper()
	l, err := (&Lists{d.h}).Open(ListQuery{Type: crm.Opportunity.Key, Where: where, Sums: []string{"amount"}})
	d.ok(err)
	return l.Sums["amount"]
}

func (d *desk) same(what string, got, want Sum) {
	d.Helper()
	if got != want {
		d.Errorf("%s is %+v, want %+v", what, got, want)
	}
}

func (d *desk) column(b BoardInfo, stage string) BoardColumn {
	d.Helper()
	for _, c := range b.Columns {
		if c.Stage.ID == d.stages[stage] {
			return c
		}
	}
	d.Fatalf("no column %s", stage)
	return BoardColumn{}
}

func yuan(amount string, count, missing int) Sum {
	return Sum{Amount: amount, Currency: "CNY", Count: count, Missing: missing}
}

func TestSumsOverSeveralCurrenciesCountApartWhatHasNoRate(t *testing.T) {
	d := newDesk(t)
	d.dollar("2026-11-24", "7.1")
	d.deal("New", "1000", "CNY")
	d.deal("New", "100", "USD")
	d.deal("New", "50", "EUR")
	d.deal("Contacted", "9", "EUR")
	d.same("the footer", d.footer(nil), yuan("1710.00", 4, 2))
	b := d.board()
	first := d.column(b, "New")
	d.same("the sum of New", first.Sum, yuan("1710.00", 3, 1))
	d.same("its weighted sum", first.Weighted, yuan("171.00", 3, 1))
	d.same("the sum of Contacted", d.column(b, "Contacted").Sum, yuan("0.00", 1, 1))
	d.same("the sum of an empty stage", d.column(b, "Proposal").Sum, yuan("0.00", 0, 0))
	d.same("the sum of the board", b.Sum, yuan("1710.00", 4, 2))
	over := query.Cond{Op: query.OpGt, Field: "amount", Value: "0"}
	d.same("the footer of what is worth more than nothing", d.footer(&over), yuan("1710.00", 2, 0))
}

func TestTheWonColumnKeepsTheRatesOfTheDaysOfWinning(t *testing.T) {
	d := newDesk(t)
	d.dollar("2026-11-24", "7.1")
	d.deal("Won", "100", "USD")
	d.deal("New", "100", "USD")
	d.dollar("2026-11-25", "7.5")
	d.clock.AddDays(1)
	b := d.board()
	d.same("the won sum", d.column(b, "Won").Sum, yuan("710.00", 1, 0))
	d.same("the open sum", d.column(b, "New").Sum, yuan("750.00", 1, 0))
	d.same("the footer", d.footer(nil), yuan("1460.00", 2, 0))
}
