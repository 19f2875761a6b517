package table

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"

	"dealbox/internal/record"
	"dealbox/internal/schema"
	"dealbox/internal/value"
)

// filledSet has n deals named after their number.
func filledSet(t testing.TB, n int) *Set {
	s := New(registry(t))
	for i := range n {
		r := record.New(dealNum, testID(i))
		deals.Title.Set(r, fmt.Sprintf("重庆移动 %d", i))
		deals.Size.Set(r, int64(i%7))
		s.Load(dealNum, r)
	}
	s.Ready()
	return s
}

func TestReadersSeeAllOfACommitOrNone(t *testing.T) {
	s := filledSet(t, 50)
	d, table := deals.Field("size"), s.Table(dealNum)
	var readers sync.WaitGroup
	for range 3 {
		readers.Go(func() {
			for range 200 {
				sel := table.Select(Query{Sort: []Sort{{Def: deals.Field("title")}}, Text: "cqyd"})
				page := table.Values(sel.Rows(0, 50), []*schema.Def{d})
				if sel.Generation > 1 && slices.ContainsFunc(page, func(v []any) bool { return v[0] != page[0][0] }) {
					t.Error("two commits in one page")
				}
				table.Lookup(deals.Field("title"), "重庆移动7")
			}
		})
	}
	readers.Go(func() { s.Warm(t.Context()) })
	for n := range int64(100) {
		var changes []record.Change
		for i := range 50 {
			r := record.New(dealNum, testID(i))
			deals.Title.Set(r, fmt.Sprintf("重庆移动 %d", (int64(i)+n)%50))
			deals.Size.Set(r, n)
			changes = append(changes, record.Change{After: r})
		}
		s.Apply(changes)
	}
	readers.Wait()
}

func TestASelectionStaysAsItWas(t *testing.T) {
	s := filledSet(t, 10)
	table := s.Table(dealNum)
	sel := table.Select(Query{})
	gone := record.New(dealNum, testID(3))
	s.Apply([]record.Change{{Before: gone}, {After: record.New(dealNum, testID(99))}})
	if sel.Len() != 10 || table.Live() != 10 || sel.IDs(3, 4)[0] != testID(3) || table.Alive(3) {
		t.Error("the selection changed, or the row is still alive")
	}
	if _, ok := table.RowOf(testID(3)); ok || s.Generation() == sel.Generation {
		t.Error("the record is not gone, or the generation is the same")
	}
	if len(sel.Rows(-5, 99)) != 10 || sel.Rows(7, 7) != nil || sel.Rows(20, 30) != nil {
		t.Error("rows outside the selection")
	}
}

func TestReschemaAddsAndDropsColumns(t *testing.T) {
	s := filledSet(t, 5)
	plain, err := schema.NewRegistry(&firms.Type, &deals.Type)
	if err != nil {
		t.Fatal(err)
	}
	own := &schema.Def{Key: "colour", Num: 1<<20 + 9, Kind: value.Text, Label: label("Colour")}
	reg, err := plain.With([]schema.Customs{{Type: "deal", Fields: []*schema.Def{own}}})
	if err != nil {
		t.Fatal(err)
	}
	s.Reschema(reg)
	r := record.New(dealNum, testID(2))
	r.Set(own.Num, "blue")
	s.Apply([]record.Change{{After: r}})
	table := s.Table(dealNum)
	if table.Value(2, own) != "blue" || table.Value(1, own) != nil || table.Value(1, ownFields[0]) != nil {
		t.Error("the new column does not hold what was put, or the old one is still there")
	}
	if ids := table.Lookup(own, "BLUE"); !slices.Equal(ids, []value.ID{testID(2)}) {
		t.Error(ids)
	}
}

func TestADamagedSnapshotIsRefused(t *testing.T) {
	s := filledSet(t, 300)
	s.Warm(t.Context())
	var b bytes.Buffer
	if err := s.Table(dealNum).Encode(&b); err != nil {
		t.Fatal(err)
	}
	whole := b.Bytes()
	for n := 0; n < len(whole); n += 1 + len(whole)/200 {
		other := New(registry(t)).Table(dealNum)
		if err := other.Decode(bytes.NewReader(whole[:n]), n); err == nil || other.Live() != 0 {
			t.Fatalf("cut after %d of %d bytes: %v", n, len(whole), err)
		}
	}
	for n := range 500 {
		bad := slices.Clone(whole)
		bad[(n*len(bad)/500+n)%len(bad)] ^= byte(1 << (n % 8))
		other := New(registry(t)).Table(dealNum)
		if other.Decode(bytes.NewReader(bad), len(bad)) == nil { // what is not found out must still be readable
			other.set.Warm(t.Context())
			other.Select(Query{Text: "cq", Sort: []Sort{{Def: deals.Field("title")}, {Def: deals.Field("size")}}})
		}
	}
	err := s.Table(firmNum).Decode(strings.NewReader("nonsense"), 8)
	if err == nil || !strings.Contains(err.Error(), "read columns of firm") {
		t.Error(err)
	}
}

func TestManyChangesKeepArenasSmallAndRight(t *testing.T) {
	s := filledSet(t, 3)
	table := s.Table(dealNum)
	table.Select(Query{Text: "x"})
	for n := range 4000 {
		r := record.New(dealNum, testID(n%3))
		deals.Title.Set(r, strings.Repeat("长", 30)+fmt.Sprint(n))
		deals.Tags.Set(r, []string{fmt.Sprint(n % 5)})
		s.Apply([]record.Change{{After: r}})
	}
	if n := table.Select(Query{Text: "3999"}).Len(); n != 1 {
		t.Errorf("%d rows found", n)
	}
	if c := table.textsOf(deals.Field("title")); len(c.data) > 3*packable {
		t.Errorf("%d bytes for three titles", len(c.data))
	}
	if a := &table.search.plain.arena; len(a.data)+len(a.moved.data) > 3*packable {
		t.Errorf("%d and %d bytes in the arena", len(a.data), len(a.moved.data))
	}
}

func TestHalvesOfALargeArenaFindTheSame(t *testing.T) {
	var a arena
	for i := range 60_000 {
		a.put(i, fmt.Sprintf("text number %d", i))
	}
	whole, halves := newBitmap(60_000), newBitmap(60_000)
	for _, p := range []string{"99", "\x00text", "number 59999\x00", "number 30000"} {
		clear(whole)
		clear(halves)
		a.findIn(p, whole, 0, len(a.starts))
		a.find(p, halves)
		if len(a.data) < divisible || whole.count() == 0 || !slices.Equal(whole, halves) {
			t.Errorf("%q: %d and %d of %d bytes", p, whole.count(), halves.count(), len(a.data))
		}
	}
}

func TestAChunkMayHaveARecordTwiceOrTakeItAway(t *testing.T) {
	s := filledSet(t, 3)
	table := s.Table(dealNum)
	named := func(id int, title string) record.Change {
		r := record.New(dealNum, testID(id))
		deals.Title.Set(r, title)
		return record.Change{After: r}
	}
	table.Select(Query{Text: "移动"}) // makes the arena
	s.Apply([]record.Change{
		named(0, "first"), named(0, "second"), named(9, "new"),
		{Before: record.New(dealNum, testID(1))}, {Before: record.New(dealNum, testID(9))}, named(9, "again"),
	})
	for text, want := range map[string]int{"first": 0, "second": 1, "new": 0, "again": 1, "移动": 1} {
		if n := table.Select(Query{Text: text}).Len(); n != want {
			t.Errorf("%d rows with %q, want %d", n, text, want)
		}
	}
}
