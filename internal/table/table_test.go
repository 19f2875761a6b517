package table

import (
	"bytes"
	"reflect"
	"slices"
	"testing"

	"dealbox/internal/query"
	"dealbox/internal/record"
	"dealbox/internal/schema"
	"dealbox/internal/text"
	"dealbox/internal/value"

	"pgregory.net/rapid"
)

// drawCond gives a condition on the deals.
func drawCond(t *rapid.T, typ *schema.Type, depth int) query.Cond {
	if n := rapid.IntRange(0, 6).Draw(t, "shape"); depth > 0 && n < 3 {
		var subs []query.Cond
		for range rapid.IntRange(0, 3).Draw(t, "parts") {
			subs = append(subs, drawCond(t, typ, depth-1))
		}
		return query.Cond{Op: []string{query.OpAnd, query.OpOr, query.OpNot}[n], Conds: subs}
	}
	d := rapid.SampledFrom(typ.Fields).Draw(t, "field")
	field := d.Key
	if d.Target != "" && rapid.IntRange(0, 4).Draw(t, "hop") == 0 {
		field, d = d.Key+".name", firms.Field("name")
	}
	op := rapid.SampledFrom(opsOf(d.Kind)).Draw(t, "op")
	c := query.Cond{Op: op, Field: field}
	switch op {
	case query.OpEmpty, query.OpFilled:
	case query.OpWithin:
		c.Value = rapid.SampledFrom([]string{"this month", "last 7 days", "下周", "overdue", "今天"}).Draw(t, "period")
	case query.OpIn:
		c.Value = []any{condValue(t, d), condValue(t, d)}
	default:
		c.Value = condValue(t, d)
	}
	return c
}

func opsOf(k value.Kind) []string {
	ops := []string{query.OpEmpty, query.OpFilled}
	switch {
	case k.Long():
		return ops
	case k == value.Day || k == value.Time:
		ops = append(ops, query.OpWithin)
	case k == value.Bool || k.Numeric():
	case k == value.Choice || k == value.Choices || k == value.Tags:
		return append(ops, query.OpEq, query.OpNe, query.OpIn, query.OpContains)
	case k.Linked():
		return append(ops, query.OpEq, query.OpNe, query.OpIn)
	default:
		return append(ops, query.OpEq, query.OpNe, query.OpIn, query.OpContains, query.OpStarts)
	}
	return append(ops, query.OpEq, query.OpNe, query.OpLt, query.OpLe, query.OpGt, query.OpGe, query.OpIn)
}

// condValue gives a value as JSON decodes it.
func condValue(t *rapid.T, d *schema.Def) any {
	one := *d
	switch d.Kind {
	case value.Choices:
		one.Kind = value.Choice
	case value.Links:
		one.Kind = value.Link
	case value.Tags:
		one.Kind = value.Text
	}
	for {
		if v := drawValue(t, &one); v != nil {
			return one.Kind.JSON(v)
		}
	}
}

func drawSorts(t *rapid.T, typ *schema.Type) []Sort {
	var all []Sort
	for range rapid.IntRange(0, 3).Draw(t, "keys") {
		all = append(all, Sort{rapid.SampledFrom(typ.Fields).Draw(t, "key"), rapid.Bool().Draw(t, "desc")})
	}
	return all
}

func TestSelectIsWhatANaiveFilterAndSortGive(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := newModel(t)
		s := m.set()
		typ := m.reg.TypeNum(dealNum)
		for range rapid.IntRange(1, 6).Draw(t, "commits") {
			changes := drawChanges(t, m)
			for _, c := range changes {
				m.apply(c)
			}
			s.Apply(changes)
			b, err := query.Bind(drawCond(t, typ, 3), typ, m.reg, m.env())
			if err != nil {
				t.Fatal(err)
			}
			q := Query{Where: b, Sort: drawSorts(t, typ), Env: m.env()}
			q.Text = rapid.SampledFrom([]string{"", "", "", "移动", "wang", "cq", "gtx", "138", "8000 a", "zhong"}).Draw(t, "text")
			want := m.ids(m.sorted(m.filter(dealNum, b, q.Text), q.Sort))
			sel := s.Table(dealNum).Select(q)
			if got := sel.IDs(0, sel.Len()); !slices.Equal(got, want) {
				t.Fatalf("select\n got %v\nwant %v", got, want)
			}
			if n := s.Table(dealNum).Count(b, q.Text); n != len(want) {
				t.Fatalf("count %d, want %d", n, len(want))
			}
		}
	})
}

func TestColumnsAreWhatARebuildGives(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := newModel(t)
		s := m.set()
		for range rapid.IntRange(1, 8).Draw(t, "commits") {
			changes := drawChanges(t, m)
			for _, c := range changes {
				m.apply(c)
			}
			s.Apply(changes)
			if rapid.Bool().Draw(t, "warm") {
				s.Warm(t.Context())
			}
			for _, d := range m.reg.TypeNum(dealNum).Fields { // fill what is made on first use
				s.Table(dealNum).Lookup(d, "gtx pro")
				s.Table(dealNum).Select(Query{Sort: []Sort{{Def: d}}, Text: "a"})
			}
		}
		warmed := m.set()
		warmed.Warm(t.Context())
		same(t, m, s, m.set())
		same(t, m, s, warmed)
		same(t, m, s, copied(t, m, s))
	})
}

// copied writes the tables and reads them back.
func copied(t *rapid.T, m *model, s *Set) *Set {
	other := New(m.reg)
	for _, typ := range m.reg.Types() {
		var b bytes.Buffer
		if err := s.Table(typ.Num).Encode(&b); err != nil {
			t.Fatal(err)
		}
		if err := other.Table(typ.Num).Decode(&b, b.Len()); err != nil {
			t.Fatal(err)
		}
		var search bytes.Buffer
		if err := s.Table(typ.Num).EncodeSearch(&search); err != nil {
			t.Fatal(err)
		}
		other.Table(typ.Num).DecodeSearchLater(&search, search.Len())
	}
	other.Ready()
	return other
}

// same compares everything that can be asked of two sets, and with the model.
func same(t *rapid.T, m *model, a, b *Set) {
	for _, typ := range m.reg.Types() {
		x, y := a.Table(typ.Num), b.Table(typ.Num)
		for i, r := range m.rows[typ.Num] {
			row := uint32(i)
			if x.ID(row) != r.ID || y.ID(row) != r.ID || x.Alive(row) != m.live(r) || y.Alive(row) != m.live(r) {
				t.Fatalf("row %d of %s is another record or not as alive", row, typ.Key)
			}
			sameValues(t, typ, x, y, row, r)
		}
		sameOrders(t, m, typ, x, y)
	}
}

func sameValues(t *rapid.T, typ *schema.Type, x, y *Table, row uint32, r *record.Row) {
	for _, d := range typ.Fields {
		want := d.Of(r)
		if d.Kind.Long() && want != nil {
			want = true
		}
		if got := x.Value(row, d); !reflect.DeepEqual(got, want) {
			t.Fatalf("%s of row %d: %v, want %v", d.Key, row, got, want)
		}
		if got := y.Values([]uint32{row}, []*schema.Def{d})[0][0]; !reflect.DeepEqual(got, want) {
			t.Fatalf("%s of row %d in the other: %v, want %v", d.Key, row, got, want)
		}
	}
	if x.Title(row) != y.Title(row) {
		t.Fatalf("title of row %d: %q and %q", row, x.Title(row), y.Title(row))
	}
}

func sameOrders(t *rapid.T, m *model, typ *schema.Type, x, y *Table) {
	for _, d := range typ.Fields {
		q := Query{Sort: []Sort{{Def: d}}, Env: m.env()}
		if a, b := x.Select(q), y.Select(q); !slices.Equal(a.Rows(0, a.Len()), b.Rows(0, b.Len())) {
			t.Fatalf("order by %s: %v and %v", d.Key, a.rows, b.rows)
		}
		for _, w := range samples {
			want := naiveLookup(m, typ, d, w)
			if a, b := x.Lookup(d, w), y.Lookup(d, w); !slices.Equal(a, want) || !slices.Equal(b, want) {
				t.Fatalf("look up %q in %s: %v and %v, want %v", w, d.Key, a, b, want)
			}
		}
	}
}

func naiveLookup(m *model, typ *schema.Type, d *schema.Def, key string) []value.ID {
	var ids []value.ID
	for _, r := range m.rows[typ.Num] {
		v := d.Of(r)
		if m.live(r) && v != nil && !d.Kind.Long() && text.Key(d.Kind.Format(v, value.Writing{})) == text.Key(key) {
			ids = append(ids, r.ID)
		}
	}
	return ids
}
