package table

import (
	"bytes"
	"math"
	"sync"
)

// arena holds one text per row in one stretch of bytes, parted by zero bytes, so that
// looking for a part of any of them is one pass. Texts stand in the order of their rows. One
// that is replaced is blanked, and the new one is put apart.
type arena struct {
	data   []byte
	starts []uint32 // by row: where its text begins; the next row begins where it ends
	moved  moved
	waste  int // bytes that were blanked
}

// moved holds the texts that came when the place of their row was behind already.
type moved struct {
	data   []byte
	starts []int          // where each entry begins, ascending
	rows   []uint32       // the row of each entry
	entry  map[uint32]int // by row
}

// put gives a row its text; "" is none.
func (a *arena) put(row int, s string) {
	a.blank(row)
	switch {
	case s == "":
	case row < len(a.starts) || len(a.data)+len(s) > math.MaxUint32-2:
		a.moved.put(row, s)
	default:
		if len(a.data) == 0 {
			a.data = append(a.data, 0)
		}
		for len(a.starts) <= row { // those between have none
			a.starts = append(a.starts, uint32(len(a.data)))
		}
		a.data = append(append(a.data, s...), 0)
	}
}

func (m *moved) put(row int, s string) {
	if m.entry == nil {
		m.entry, m.data = map[uint32]int{}, []byte{0}
	}
	m.entry[uint32(row)] = len(m.starts)
	m.starts, m.rows = append(m.starts, len(m.data)), append(m.rows, uint32(row))
	m.data = append(append(m.data, s...), 0)
}

// text gives the bytes of a row's text where it first stood; blanked ones are zero.
func (a *arena) text(row int) []byte {
	if row >= len(a.starts) || int(a.starts[row]) == a.end(row) {
		return nil
	}
	return a.data[a.starts[row] : a.end(row)-1]
}

// end is behind the closing zero byte of a row's text.
func (a *arena) end(row int) int {
	if row+1 < len(a.starts) {
		return int(a.starts[row+1])
	}
	return len(a.data)
}

func (m *moved) text(row int) []byte {
	n, ok := m.entry[uint32(row)]
	if !ok {
		return nil
	}
	return m.data[m.starts[n] : m.end(n)-1]
}

func (m *moved) end(n int) int {
	if n+1 < len(m.starts) {
		return m.starts[n+1]
	}
	return len(m.data)
}

// blank takes a row's text away.
func (a *arena) blank(row int) {
	old := a.text(row)
	if len(old) == 0 || old[0] == 0 {
		if old = a.moved.text(row); old == nil {
			return
		}
		delete(a.moved.entry, uint32(row))
	}
	clear(old)
	if a.waste += len(old); a.waste > packable && a.waste > (len(a.data)+len(a.moved.data))/2 {
		a.pack()
	}
}

// pack leaves the blanked texts behind, and puts all others in the order of rows.
func (a *arena) pack() {
	var b arena
	last := len(a.starts)
	for row := range a.moved.entry {
		last = max(last, int(row)+1)
	}
	for row := range last {
		text := a.moved.text(row)
		if text == nil {
			text = a.text(row)
		}
		if len(text) > 0 && text[0] != 0 {
			b.put(row, string(text))
		}
	}
	*a = b
}

// divisible is the least number of bytes that are worth looking through side by side.
const divisible = 1 << 20

// find sets the bit of every row whose text, with a zero byte before and behind it,
// contains a pattern. The pattern is not empty.
func (a *arena) find(pattern string, found bitmap) {
	a.moved.find(pattern, found)
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

// findIn is find among the rows from one to another, the latter excluded.
func (a *arena) findIn(pattern string, found bitmap, from, to int) {
	if from < to {
		look(a.data[:a.end(to-1)], pattern, a.starts, from, a.end, func(row int) { found.set(row) })
	}
}

func (m *moved) find(pattern string, found bitmap) {
	if len(m.starts) > 0 {
		look(m.data, pattern, m.starts, 0, m.end, func(n int) { found.set(int(m.rows[n])) })
	}
}

// look calls hit for each text of an arena, from one on, that contains a pattern. Texts are
// numbered in the order in which they begin, and end gives what is behind each.
func look[E int | uint32](data []byte, pattern string, starts []E, from int, end func(n int) int, hit func(n int)) {
	part, lead := []byte(pattern), 0
	if part[0] == 0 {
		lead = 1
	}
	n := from
	for pos := int(starts[from]) - 1; pos < len(data); pos = end(n) - 1 {
		k := bytes.Index(data[pos:], part)
		if k < 0 {
			return
		}
		n = textAt(starts, n, pos+k+lead)
		hit(n)
	}
}

// textAt gives the text that holds a place at or behind the text from: the last that begins
// there or before, as empty ones begin where the next does. Hits often lie close together,
// so it looks near first.
func textAt[E int | uint32](starts []E, from, place int) int {
	step := 1
	for from+step < len(starts) && int(starts[from+step]) <= place {
		from += step
		step *= 2
	}
	for ; step > 0; step /= 2 {
		if from+step < len(starts) && int(starts[from+step]) <= place {
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
