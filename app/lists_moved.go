package app

import (
	"sync"

	"dealbox/internal/core"
	"dealbox/internal/table"
	"dealbox/internal/value"
)

// moves tells which records of an open list no longer stand where the list would put them
// now. Only records that changed since it was opened are looked at, and only when its rows
// are asked for. Safe for concurrent use.
type moves struct {
	mu      sync.Mutex
	touched map[value.ID]bool
	found   map[uint32]bool // row numbers; nil: to be found
}

// note takes what changed. Of many records at once no ids are told: then the page opens
// the list anew.
func (m *moves) note(ids []value.ID) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.touched == nil {
		m.touched = map[value.ID]bool{}
	}
	for _, id := range ids {
		m.touched[id] = true
	}
	m.found = nil
}

// noteChange tells the open lists of a change.
func (o *opened) noteChange(n core.News) {
	o.tokens.each(func(v any) {
		if l, ok := v.(*listed); ok {
			l.moves.note(n.IDs)
		}
	})
}

// moved gives the rows that the list would now put elsewhere, or leave out.
func (l *listed) moved(tab *table.Table) map[uint32]bool {
	l.moves.mu.Lock()
	defer l.moves.mu.Unlock()
	if l.moves.found != nil {
		return l.moves.found
	}
	rows := map[uint32]bool{}
	for id := range l.moves.touched {
		if row, ok := tab.RowOf(id); ok {
			rows[row] = true
		}
	}
	l.moves.found = map[uint32]bool{}
	if len(rows) == 0 {
		return l.moves.found
	}
	for _, sp := range l.spans {
		if sp.sel != nil {
			now := tab.Select(sp.query)
			displaced(sp.sel.Rows(0, sp.sel.Len()), now.Rows(0, now.Len()), rows, l.moves.found)
		}
	}
	return l.moves.found
}

// displaced adds to out the touched rows of a list that are not in it now, or stand
// elsewhere among the untouched ones or among each other.
func displaced(old, now []uint32, touched, out map[uint32]bool) {
	type place struct{ after, at int64 } // the untouched row before it, and where it is
	is := map[uint32]place{}
	after := int64(-1)
	for i, row := range now {
		if touched[row] {
			is[row] = place{after, int64(i)}
		} else {
			after = int64(row)
		}
	}
	after = -1
	last := int64(-1)
	for _, row := range old {
		if !touched[row] {
			after, last = int64(row), -1
			continue
		}
		p, there := is[row]
		if !there || p.after != after || p.at < last {
			out[row] = true
			continue
		}
		last = p.at
	}
}
