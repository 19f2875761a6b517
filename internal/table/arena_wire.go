package table

func (l *lazyArena) encode(w *writer) {
	l.mu.Lock()
	defer l.mu.Unlock()
	w.uint(uint64(l.done))
	putAll(w, l.arena.data)
	putAll(w, l.arena.starts)
	m := &l.arena.moved
	putAll(w, m.data)
	starts := make([]uint64, len(m.starts))
	for n, at := range m.starts {
		starts[n] = uint64(at)
	}
	putAll(w, starts)
	putInts(w, m.rows)
}

// decode reads an arena of at most n rows.
func (l *lazyArena) decode(r *reader, n int) {
	l.done = int(r.uint())
	r.check(l.done >= 0 && l.done <= n, "arena of %d rows", l.done)
	a := &l.arena
	a.data, a.starts = getAll[byte](r), getAll[uint32](r)
	r.check(len(a.starts) <= l.done, "arena of %d texts", len(a.starts))
	checkTexts(r, a.data, a.starts)
	a.moved.decode(r, l.done)
}

func (m *moved) decode(r *reader, n int) {
	m.data = getAll[byte](r)
	starts := getAll[uint64](r)
	m.rows = getInts[uint32](r, len(starts))
	checkTexts(r, m.data, starts)
	if r.err != nil || len(starts) == 0 {
		return
	}
	m.starts, m.entry = make([]int, len(starts)), make(map[uint32]int, len(starts))
	for i, row := range m.rows {
		r.check(int(row) < n, "moved row %d", row)
		m.starts[i] = int(starts[i])
		if m.data[m.starts[i]] != 0 { // not blanked
			m.entry[row] = i
		}
	}
}

// checkTexts sees to it that each text begins behind a zero byte and none before the one
// before it, and that the last one ends with one.
func checkTexts[E uint32 | uint64](r *reader, data []byte, starts []E) {
	before := E(1)
	for n, at := range starts {
		if at < before || uint64(at) >= uint64(len(data)) || data[at-1] != 0 {
			r.check(false, "text %d", n)
			return
		}
		before = at
	}
	r.check(len(data) == 0 || data[len(data)-1] == 0, "end of texts")
}
