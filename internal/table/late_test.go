package table

import (
	"bytes"
	"errors"
	"io"
	"slices"
	"sync"
	"testing"

	"dealbox/internal/record"
)

// unsearched gives a copy of a set whose arenas are still to be read from in.
func unsearched(t *testing.T, s *Set, in io.Reader, size int) *Set {
	t.Helper()
	other := New(registry(t))
	var b bytes.Buffer
	if err := s.Table(dealNum).Encode(&b); err != nil {
		t.Fatal(err)
	}
	if err := other.Table(dealNum).Decode(&b, b.Len()); err != nil {
		t.Fatal(err)
	}
	other.Table(dealNum).DecodeSearchLater(in, size)
	other.Ready()
	return other
}

func searchOf(t *testing.T, s *Set) []byte {
	t.Helper()
	s.Warm(t.Context())
	var b bytes.Buffer
	if err := s.Table(dealNum).EncodeSearch(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// told notes that it was read from.
type told struct {
	io.Reader
	read bool
}

func (r *told) Read(p []byte) (int, error) {
	r.read = true
	return r.Reader.Read(p)
}

func TestArenasAreReadByTheFirstSearchAndNotBefore(t *testing.T) {
	s := filledSet(t, 300)
	in := &told{Reader: bytes.NewReader(searchOf(t, s))}
	table := unsearched(t, s, in, 1<<20).Table(dealNum)
	if table.Select(Query{}).Len() != 300 || in.read {
		t.Error("a list without a search had to wait for the arenas")
	}
	if n := table.Select(Query{Text: "cqyd"}).Len(); n != 300 || !in.read {
		t.Errorf("%d found", n)
	}
	if table.search.plain.done != 300 {
		t.Error("the arenas are not those of the snapshot")
	}
}

func TestAChangeBeforeTheArenasAreReadIsFound(t *testing.T) {
	s := filledSet(t, 300)
	other := unsearched(t, s, bytes.NewReader(searchOf(t, s)), 1<<20)
	var all sync.WaitGroup
	all.Go(func() { other.Table(dealNum).Complete() })
	all.Go(func() { other.Table(dealNum).Select(Query{Text: "cq"}) })
	r := record.New(dealNum, testID(7))
	deals.Title.Set(r, "Globex")
	other.Apply([]record.Change{{After: r}})
	all.Wait()
	table := other.Table(dealNum)
	if table.Select(Query{Text: "glob"}).Len() != 1 || table.Select(Query{Text: "cqyd"}).Len() != 299 {
		t.Error("the search has what was before")
	}
}

func TestArenasThatCannotBeReadAreMadeOfTheColumns(t *testing.T) {
	s := filledSet(t, 300)
	whole := searchOf(t, s)
	check := func(in io.Reader) {
		t.Helper()
		table := unsearched(t, s, in, len(whole)).Table(dealNum)
		if n := table.Select(Query{Text: "cqyd"}).Len(); n != 300 {
			t.Fatalf("%d found", n)
		}
	}
	check(broken{})
	for n := 0; n < len(whole); n += 1 + len(whole)/50 {
		check(bytes.NewReader(whole[:n]))
	}
	for n := range 300 { // what is not found out, as the seal of a stream would, must still be readable
		bad := slices.Clone(whole)
		bad[(n*len(bad)/300+n)%len(bad)] ^= byte(1 << (n % 8))
		unsearched(t, s, bytes.NewReader(bad), len(bad)).Table(dealNum).Select(Query{Text: "cq 138"})
	}
}

type broken struct{}

func (broken) Read([]byte) (int, error) { return 0, errors.New("closed") }
