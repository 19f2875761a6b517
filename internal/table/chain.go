package table

import "sync"

// chain lists the rows of each code of a column, so that what links to one record is
// found without looking at every row. It is made on first use and kept up to date.
// Entries of former codes stay until it is made anew: whoever reads it asks whether a row
// still has the code.
type chain struct {
	mu    sync.Mutex
	heads []uint32 // by code: number of its newest entry, 0 for none
	rows  []uint32 // by entry - 1
	next  []uint32 // the entry before it with that code, 0 for none
	done  int      // rows that are in it
}

// upTo takes in rows that it does not have yet. Readers may call it side by side.
func (l *chain) upTo(codes *codes) {
	l.mu.Lock()
	defer l.mu.Unlock()
	for ; l.done < codes.len(); l.done++ {
		l.add(l.done, codes.at(l.done))
	}
}

func (l *chain) add(row int, code uint32) {
	if code == 0 {
		return
	}
	for len(l.heads) <= int(code) {
		l.heads = append(l.heads, 0)
	}
	l.rows, l.next = append(l.rows, uint32(row)), append(l.next, l.heads[code])
	l.heads[code] = uint32(len(l.rows))
}

// changed takes the new code of a row; called under the lock for writing.
func (l *chain) changed(row int, code uint32) {
	if row >= l.done {
		return
	}
	if len(l.rows) > 2*l.done+packable { // mostly former codes
		l.empty()
		return
	}
	l.add(row, code)
}

func (l *chain) empty() { l.heads, l.rows, l.next, l.done = nil, nil, nil, 0 }

// mark sets the bits of the rows that have a code.
func (l *chain) mark(code uint32, codes *codes, found bitmap) {
	if int(code) >= len(l.heads) {
		return
	}
	for e := l.heads[code]; e != 0; e = l.next[e-1] {
		if row := l.rows[e-1]; codes.at(int(row)) == code {
			found.set(int(row))
		}
	}
}
