package store

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// TestAnySequenceEqualsAMap holds the store against a map: values, counts, order of
// both scans, also within a transaction, after rollbacks and after opening again.
func TestAnySequenceEqualsAMap(t *testing.T) {
	dir := memoryDir(t)
	o := options(t)
	n := 0
	rapid.Check(t, func(rt *rapid.T) {
		n++
		s, err := Create(fmt.Sprintf("%s/%d.dealbox", dir, n), o)
		must(t, err)
		defer func() { _ = s.Close() }()
		m := model{s: s, t: rt, want: map[string]string{}}
		for range rapid.IntRange(1, 12).Draw(rt, "transactions") {
			m.transaction()
			if rapid.IntRange(0, 4).Draw(rt, "reopen") == 0 {
				m.reopen(o)
				s = m.s
			}
		}
		m.compareAll()
		must(t, s.Close())
		if r, err := Check(t.Context(), s.Path(), CheckOptions{}); err != nil || !r.Sound() {
			rt.Fatalf("not sound: %v %v", r.Problems, err)
		}
	})
}

type model struct {
	s    *Store
	t    *rapid.T
	want map[string]string
}

var errRollback = errors.New("roll back")

func (m *model) transaction() {
	next := maps.Clone(m.want)
	err := m.s.Update(func(tx *Tx) error {
		for range rapid.IntRange(0, 30).Draw(m.t, "steps") {
			m.step(tx, next)
		}
		m.compare(tx, next)
		if rapid.Bool().Draw(m.t, "roll back") {
			return errRollback
		}
		return nil
	})
	switch {
	case err == nil:
		m.want = next
	case !errors.Is(err, errRollback):
		m.t.Fatalf("update: %v", err)
	}
}

func (m *model) step(tx *Tx, next map[string]string) {
	k := fmt.Sprintf("k%02d", rapid.IntRange(0, 40).Draw(m.t, "key"))
	if rapid.IntRange(0, 3).Draw(m.t, "what") == 0 {
		if err := tx.Delete(Rows(7), []byte(k)); err != nil {
			m.t.Fatal(err)
		}
		delete(next, k)
		return
	}
	v := make([]byte, rapid.SampledFrom([]int{0, 1, 100, 3000, 40_000}).Draw(m.t, "size"))
	copy(v, rapid.StringN(0, 8, 8).Draw(m.t, "value"))
	if err := tx.Put(Rows(7), []byte(k), v); err != nil {
		m.t.Fatal(err)
	}
	next[k] = string(v)
}

func (m *model) compareAll() {
	if err := m.s.View(func(tx *Tx) error { m.compare(tx, m.want); return nil }); err != nil {
		m.t.Fatal(err)
	}
}

func (m *model) compare(tx *Tx, want map[string]string) {
	if tx.Count(Rows(7)) != uint64(len(want)) {
		m.t.Fatalf("count %d, want %d", tx.Count(Rows(7)), len(want))
	}
	keys := slices.Sorted(maps.Keys(want))
	from := fmt.Sprintf("k%02d", rapid.IntRange(0, 45).Draw(m.t, "from"))
	at, found := slices.BinarySearch(keys, from)
	back := at
	if found {
		back++
	}
	m.same(tx.Scan, nil, keys, want)
	m.same(tx.Scan, []byte(from), keys[at:], want)
	down := slices.Clone(keys)
	slices.Reverse(down)
	m.same(tx.ScanBack, nil, down, want)
	m.same(tx.ScanBack, []byte(from), down[len(keys)-back:], want)
	v, ok, err := tx.Get(Rows(7), []byte(from))
	if w, there := want[from]; err != nil || ok != there || string(v) != w {
		m.t.Fatalf("get %s: %d bytes, %v, %v", from, len(v), ok, err)
	}
}

func (m *model) same(scan func(Bucket, []byte, Visit) error, from []byte, keys []string, want map[string]string) {
	err := scan(Rows(7), from, func(k, v []byte) (bool, error) {
		if len(keys) == 0 || string(k) != keys[0] || string(v) != want[keys[0]] {
			return false, fmt.Errorf("found %s, left are %v", k, keys)
		}
		keys = keys[1:]
		return true, nil
	})
	if err != nil || len(keys) != 0 {
		m.t.Fatalf("scan from %q: %v, left are %v", from, err, keys)
	}
}

func (m *model) reopen(o Options) {
	if err := m.s.Close(); err != nil {
		m.t.Fatal(err)
	}
	s, err := Open(m.s.Path(), o)
	if err != nil {
		m.t.Fatal(err)
	}
	m.s = s
}

func TestScanMayWriteToItsBucket(t *testing.T) {
	s := create(t, options(t))
	must(t, s.Update(func(tx *Tx) error {
		for i := range 500 {
			must(t, tx.Put(State, key(i), make([]byte, 200)))
		}
		return nil
	}))
	must(t, s.Update(func(tx *Tx) error {
		seen := 0
		err := tx.Scan(State, nil, func(k, v []byte) (bool, error) {
			seen++
			if seen%2 == 0 {
				return true, tx.Delete(State, k)
			}
			return true, tx.Put(State, k, make([]byte, 900))
		})
		if seen != 500 || tx.Count(State) != 250 {
			t.Errorf("saw %d, left are %d", seen, tx.Count(State))
		}
		return err
	}))
}
