package table

import (
	"math/big"
	"reflect"
	"slices"
	"testing"

	"dealbox/internal/query"
	"dealbox/internal/record"
	"dealbox/internal/schema"
	"dealbox/internal/value"

	"pgregory.net/rapid"
)

// naiveSums adds up a measure row by row with numbers of any size.
func naiveSums(rows []*record.Row, m Measure, env query.Env) Sums {
	var s Sums
	plain, per, worth := new(big.Rat), map[value.Currency]*big.Rat{}, map[value.Currency]*big.Rat{}
	for _, r := range rows {
		v := m.Def.Of(r)
		if v == nil {
			continue
		}
		s.Count++
		n := new(big.Rat)
		a, money := v.(value.Money)
		if money {
			n.SetInt64(a.Minor)
		} else {
			code, _ := query.Code(v)
			n.SetInt64(code)
		}
		if m.Weight != nil {
			w, _ := query.Code(m.Weight.Of(r))
			n.Mul(n, big.NewRat(w, 100_000_000))
		}
		if !money {
			plain.Add(plain, n)
			continue
		}
		addTo(per, a.Currency, n)
		if rate := naiveRate(env, a.Currency, deals.Rate.Of(r)); rate != nil {
			addTo(worth, a.Currency, rate.Mul(rate, n))
		} else {
			s.Missing++
		}
	}
	if m.Def.Kind != value.Amount {
		s.Total = typed(m.Def.Kind, rounded(plain))
		return s
	}
	total := int64(0)
	s.PerCurrency = map[value.Currency]value.Money{}
	for c, sum := range per {
		s.PerCurrency[c] = value.Money{Minor: rounded(sum), Currency: c}
		if worth[c] != nil {
			total += rounded(worth[c])
		}
	}
	s.Total = value.Money{Minor: total, Currency: env.Base}
	return s
}

func addTo(sums map[value.Currency]*big.Rat, c value.Currency, n *big.Rat) {
	if sums[c] == nil {
		sums[c] = new(big.Rat)
	}
	sums[c].Add(sums[c], n)
}

// naiveRate is the worth of a minor unit in minor units of the base currency, nil where
// there is no rate.
func naiveRate(env query.Env, c value.Currency, own value.Decimal) *big.Rat {
	if c == env.Base {
		return big.NewRat(1, 1)
	}
	if own <= 0 {
		var ok bool
		if own, ok = env.Rates(c); !ok {
			return nil
		}
	}
	rate := big.NewRat(int64(own), int64(value.DecimalOne))
	for range c.Digits() {
		rate.Mul(rate, big.NewRat(1, 10))
	}
	for range env.Base.Digits() {
		rate.Mul(rate, big.NewRat(10, 1))
	}
	return rate
}

// rounded rounds half away from zero.
func rounded(n *big.Rat) int64 {
	half := big.NewRat(1, 2)
	if n.Sign() < 0 {
		half.Neg(half)
	}
	half.Add(half, n)
	return new(big.Int).Quo(half.Num(), half.Denom()).Int64() // cuts towards zero
}

func typed(k value.Kind, n int64) any {
	if k == value.Number || k == value.Percent {
		return value.Decimal(n)
	}
	return n
}

func drawMeasures(t *rapid.T) []Measure {
	var all []Measure
	for range rapid.IntRange(0, 3).Draw(t, "measures") {
		key := rapid.SampledFrom([]string{"amount", "amount", "chance", "score"}).Draw(t, "measure")
		m := Measure{Def: deals.Field(key)}
		if rapid.Bool().Draw(t, "weighted") {
			m.Weight = deals.Field("chance")
		}
		all = append(all, m)
	}
	return all
}

// keysOf gives the groups that a value belongs to.
func keysOf(v any) []any {
	switch v := v.(type) {
	case []value.Option:
		return anys(v)
	case []value.ID:
		return anys(v)
	case []string:
		return anys(v)
	}
	return []any{v}
}

func TestGroupIsWhatOneFilterPerValueGives(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := newModel(t)
		s := m.set()
		for range rapid.IntRange(1, 4).Draw(t, "commits") {
			changes := drawChanges(t, m)
			for _, c := range changes {
				m.apply(c)
			}
			s.Apply(changes)
		}
		typ := m.reg.TypeNum(dealNum)
		where, err := query.Bind(drawCond(t, typ, 1), typ, m.reg, m.env())
		if err != nil {
			t.Fatal(err)
		}
		rows := m.filter(dealNum, where, "")
		measures := drawMeasures(t)
		sameSums(t, m, s, where, rows, measures)
		by := rapid.SampledFrom(typ.Fields).Draw(t, "by")
		if !by.Kind.Long() {
			sameGroups(t, m, s.Table(dealNum).Group(where, "", by, measures, m.env()), rows, by, measures)
		}
	})
}

func sameSums(t *rapid.T, m *model, s *Set, where *query.Bound, rows []*record.Row, measures []Measure) {
	deals := s.Table(dealNum)
	sel := deals.Select(Query{Where: where})
	for _, one := range measures {
		want := naiveSums(rows, one, m.env())
		if got := deals.Sum(where, "", one, m.env()); !reflect.DeepEqual(got, want) {
			t.Fatalf("sum of %s: %+v, want %+v", one.Def.Key, got, want)
		}
		if got := deals.SumOf(sel, one, m.env()); !reflect.DeepEqual(got, want) {
			t.Fatalf("sum of a selection's %s: %+v, want %+v", one.Def.Key, got, want)
		}
	}
}

func sameGroups(t *rapid.T, m *model, got []GroupRow, rows []*record.Row, by *schema.Def, measures []Measure) {
	seen := 0
	for _, g := range got {
		var in []*record.Row
		for _, r := range rows {
			if slices.ContainsFunc(keysOf(by.Of(r)), func(k any) bool { return k == g.Key }) {
				in = append(in, r)
			}
		}
		seen += len(in)
		if g.Count != len(in) || g.Count == 0 {
			t.Fatalf("%v in group %v, want %v", g.Count, g.Key, len(in))
		}
		for i, one := range measures {
			if want := naiveSums(in, one, m.env()); !reflect.DeepEqual(g.Sums[i], want) {
				t.Fatalf("sum of %s in %v: %+v, want %+v", one.Def.Key, g.Key, g.Sums[i], want)
			}
		}
	}
	want := 0
	for _, r := range rows {
		want += len(keysOf(by.Of(r)))
	}
	if seen != want {
		t.Fatalf("%d rows in groups, want %d", seen, want)
	}
	sameGroupOrder(t, m, got, by)
}

func sameGroupOrder(t *rapid.T, m *model, got []GroupRow, by *schema.Def) {
	ordered := slices.IsSortedFunc(got, func(a, b GroupRow) int {
		switch {
		case a.Key == nil:
			return 1
		case b.Key == nil:
			return -1
		case by.Kind == value.Amount:
			return by.Kind.Compare(a.Key, b.Key)
		}
		return m.compare(by, a.Key, b.Key)
	})
	if !ordered {
		t.Fatalf("groups by %s out of order: %v", by.Key, got)
	}
}

func TestSumsThatDoNotFitHaveNoTotal(t *testing.T) {
	m := newModel(t)
	s := m.set()
	var changes []record.Change
	for i := range 3 {
		r := record.New(dealNum, testID(i))
		deals.Score.Set(r, 1<<62)
		deals.Amount.Set(r, value.Money{Minor: 1 << 62, Currency: "CNY"})
		changes = append(changes, record.Change{After: r})
	}
	s.Apply(changes)
	for _, key := range []string{"score", "amount"} {
		sum := s.Table(dealNum).Sum(nil, "", Measure{Def: deals.Field(key)}, m.env())
		if sum.Total != nil || sum.Count != 3 || len(sum.PerCurrency) != 0 {
			t.Errorf("%s: %+v", key, sum)
		}
	}
}
