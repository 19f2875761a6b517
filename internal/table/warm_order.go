package table

import "context"

// titleOrder is the order of titles in the making. Keys are read in steps and sorted
// outside the lock. A commit in between ends it: the first list that needs the order then
// makes it.
type titleOrder struct {
	t          *Table
	titles     *texts
	generation uint64
	filled     []named
	empty      []uint32
}

func (t *Table) warmOrder(ctx context.Context) {
	o := titleOrder{t: t}
	if !o.begin() {
		return
	}
	for from, more := 0, true; more; from += warmStep {
		var ok bool
		if more, ok = o.read(from); !ok || ctx.Err() != nil {
			return
		}
	}
	sortNamed(o.filled)
	base := make([]uint32, 0, len(o.filled)+len(o.empty))
	for i := range o.filled {
		base = append(base, o.filled[i].row)
	}
	o.end(&order{base: append(base, o.empty...), filled: len(o.filled), dirty: newBitmap(cap(base))})
}

// begin says whether there is an order to be made.
func (o *titleOrder) begin() bool {
	o.t.set.mu.RLock()
	defer o.t.set.mu.RUnlock()
	o.generation = o.t.set.generation
	o.titles = o.t.textsOf(o.t.typ.TitleField())
	return o.titles != nil && !o.titles.near(o.t.rows())
}

// read takes the keys of some rows. ok is false after a commit.
func (o *titleOrder) read(from int) (more, ok bool) {
	o.t.set.mu.RLock()
	defer o.t.set.mu.RUnlock()
	if o.t.set.generation != o.generation {
		return false, false
	}
	n := o.t.rows()
	for row := from; row < min(from+warmStep, n); row++ {
		if o.titles.refs.has(row) {
			o.filled = append(o.filled, newNamed(o.titles.sortKey(uint32(row)), len(o.filled), uint32(row)))
		} else {
			o.empty = append(o.empty, uint32(row))
		}
	}
	return from+warmStep < n, true
}

func (o *titleOrder) end(made *order) {
	o.t.set.mu.RLock()
	defer o.t.set.mu.RUnlock()
	if o.t.set.generation == o.generation {
		o.titles.keep(made)
	}
}
