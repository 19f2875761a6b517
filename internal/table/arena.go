package table

import (
	"bytes"
	"sync"
)

// arena holds one text per row in one stretch of bytes, parted by zero bytes, so that
// looking for a part of any of them is one pass. A text that is replaced is blanked
// and the new one put at the end.
type arena struct {
	data    []byte
	starts  []int    // where each entry begins, ascending
	rows    []uint32 // the row of each entry
	entries []uint32 // by row: number of its entry + 1, 0 for none
	waste   int
}

// put gives a row its text; "" is none.
func (a *arena) put(row int, s string) {
	for len(a.entries) <= row {
		a.entries = append(a.entries, 0)
	}
	a.blank(row)
	if s == "" {
		return
	}
	if len(a.data) == 0 {
		a.data = append(a.data, 0)
	}
	a.starts = append(a.starts, len(a.data))
	a.rows = append(a.rows, uint32(row))
	a.entries[row] = uint32(len(a.rows))
	a.data = append(append(a.data, s...), 0)
}

// blank takes a row's text away.
func (a *arena) blank(row int) {
	n := int(a.entries[row])
	if n == 0 {
		return
	}
	text := a.data[a.starts[n-1]:a.end(n-1)]
	clear(text)
	a.entries[row] = 0
	if a.waste += len(text); a.waste > packable && a.waste > len(a.data)/2 {
		a.pack()
	}
}

// end is where an entry's closing zero byte stands.
func (a *arena) end(n int) int {
	if n+1 < len(a.starts) {
		return a.starts[n+1] - 1
	}
	return len(a.data) - 1
}

// pack leaves the blanked texts behind.
func (a *arena) pack() {
	b := arena{entries: make([]uint32, 0, len(a.entries))}
	for row, n := range a.entries {
		s := ""
		if n != 0 {
			s = string(a.data[a.starts[n-1]:a.end(int(n-1))])
		}
		b.put(row, s)
	}
	*a = b
}

// divisible is the least number of bytes that are worth looking through side by side.
const divisible = 1 << 20

// find sets the bit of every row whose text, with a zero byte before and behind it,
// contains a pattern. The pattern is not empty.
func (a *arena) find(pattern string, found bitmap) {
	if len(a.data) < divisible {
		a.findIn(pattern, found, 0, len(a.starts))
		return
	}
	half := len(a.starts) / 2
	other := newBitmap(len(found) * 64)
	done := make(chan struct{})
	go func() {
		defer close(done)
		a.findIn(pattern, other, half, len(a.starts))
	}()
	a.findIn(pattern, found, 0, half)
	<-done
	found.or(other)
}

// findIn is find among the entries from one to another, the latter excluded.
func (a *arena) findIn(pattern string, found bitmap, from, to int) {
	if from >= to {
		return
	}
	part, lead := []byte(pattern), 0
	if part[0] == 0 {
		lead = 1
	}
	data := a.data[:a.end(to-1)+1]
	entry := from
	for pos := a.starts[from] - 1; pos < len(data); pos = a.end(entry) {
		k := bytes.Index(data[pos:], part)
		if k < 0 {
			return
		}
		entry = a.entryAt(entry, pos+k+lead)
		found.set(int(a.rows[entry]))
	}
}

// entryAt gives the entry that holds a place at or behind the entry from. Hits often
// lie close together, so it looks near first.
func (a *arena) entryAt(from, place int) int {
	step := 1
	for from+step < len(a.starts) && a.starts[from+step] <= place {
		from += step
		step *= 2
	}
	for ; step > 0; step /= 2 {
		if from+step < len(a.starts) && a.starts[from+step] <= place {
			from += step
		}
	}
	return from
}

// lazyArena is an arena that is filled on first use. Readers may call upTo side by
// side; changed is called under the lock for writing.
type lazyArena struct {
	mu    sync.Mutex
	arena arena
	done  int // rows that are in it
}

// upTo gives the arena with at least the first n rows in it.
func (l *lazyArena) upTo(n int, at func(row int) string) *arena {
	l.mu.Lock()
	defer l.mu.Unlock()
	for ; l.done < n; l.done++ {
		l.arena.put(l.done, at(l.done))
	}
	return &l.arena
}

// changed takes the new text of a row, where it is in the arena.
func (l *lazyArena) changed(row int, at func(row int) string) {
	if row < l.done {
		l.arena.put(row, at(row))
	}
}
