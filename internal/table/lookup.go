package table

import (
	"slices"
	"sync"

	"dealbox/internal/schema"
	"dealbox/internal/text"
	"dealbox/internal/value"
)

// lookup finds rows by the exact key of a field's value. Entries of former values stay
// until it is made anew: whoever finds a row asks whether its key still is that one.
type lookup struct {
	mu    sync.Mutex
	heads map[uint64]uint32 // by hash of the key: number of its newest entry
	rows  []uint32          // by entry - 1
	next  []uint32          // the entry before it with that hash, 0 for none
	done  int               // rows that are in it
}

func (l *lookup) upTo(n int, at func(row int) string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.heads == nil {
		l.heads = make(map[uint64]uint32, n)
	}
	for ; l.done < n; l.done++ {
		l.add(l.done, at(l.done))
	}
}

func (l *lookup) add(row int, key string) {
	if key == "" {
		return
	}
	h := hashString(key)
	l.rows, l.next = append(l.rows, uint32(row)), append(l.next, l.heads[h])
	l.heads[h] = uint32(len(l.rows))
}

// changed takes the new key of a row; called under the lock for writing.
func (l *lookup) changed(row int, at func(row int) string) {
	if row >= l.done {
		return
	}
	if len(l.rows) > 2*l.done+packable { // mostly former values
		l.heads, l.rows, l.next, l.done = nil, nil, nil, 0
		return
	}
	l.add(row, at(row))
}

// find lists the rows with a key, ascending.
func (l *lookup) find(key string, at func(row int) string) []uint32 {
	var all []uint32
	for e := l.heads[hashString(key)]; e != 0; e = l.next[e-1] {
		if row := l.rows[e-1]; at(int(row)) == key {
			all = append(all, row)
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// Lookup finds the live records whose field equals a text by text.Key, the oldest
// first: for links by name, uniqueness and match keys. The hash index is made on first
// use and kept up to date. A blank key, an unknown field and long texts find none.
func (t *Table) Lookup(d *schema.Def, key string) []value.ID {
	key = text.Key(key)
	t.set.mu.RLock()
	defer t.set.mu.RUnlock()
	if key == "" || d == nil || d.Kind.Long() || t.columns[d.Num] == nil {
		return nil
	}
	l, at := t.lookupOf(d), t.keyAt(d)
	l.upTo(t.rows(), at)
	var ids []value.ID
	for _, row := range l.find(key, at) {
		if t.live.get(int(row)) {
			ids = append(ids, t.ids.keys[row])
		}
	}
	return ids
}

func (t *Table) lookupOf(d *schema.Def) *lookup {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.lookups[d.Num] == nil {
		t.lookups[d.Num] = &lookup{}
	}
	return t.lookups[d.Num]
}

// keyAt gives the function that tells a row's key: of texts as they are, of other
// kinds as people write them.
func (t *Table) keyAt(d *schema.Def) func(row int) string {
	c := t.columns[d.Num]
	if c, ok := c.(*texts); ok {
		return func(row int) string { return text.Key(c.at(row)) }
	}
	return func(row int) string { return text.Key(d.Kind.Format(c.get(row), value.Writing{})) }
}
