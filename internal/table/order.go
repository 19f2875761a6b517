package table

import (
	"slices"
	"sort"
	"sync"
	"sync/atomic"

	"dealbox/internal/query"
	"dealbox/internal/schema"
)

// sorting is what a column may need to order its rows.
type sorting struct {
	set *Set
	def *schema.Def
	env query.Env
}

// sortable is a column whose rows have an order.
type sortable interface {
	column
	// sortRows orders rows that have a value; equal ones stay as they stand.
	sortRows(rows []uint32, s sorting)
}

// orderable is a sortable column that keeps its whole order once it was asked for.
type orderable interface {
	sortable
	compare(a, b uint32) int // of two rows with values
	order(c orderable, n int) *order
	kept() bool      // the order is there already
	near(n int) bool // it takes a merge to bring it up to date for n rows, and no sort
	sortsOnce() bool // the order depends on the values alone
}

// order is all rows of a column in the order of their values.
type order struct {
	base    []uint32 // rows with a value, ascending; then those without, in their own order
	filled  int      // how many have a value
	dirty   bitmap   // of rows in base: changed since
	changed []uint32 // the same as a list

	once sync.Once
	rank []uint32
}

// ordered keeps the order of a column. Readers may ask for it side by side; touch is
// called under the lock for writing, so an order does not change under a reader.
type ordered struct {
	mu  sync.Mutex
	now atomic.Pointer[order]
}

// touch says that a row has another value.
func (k *ordered) touch(row int) {
	o := k.now.Load()
	if o == nil || row >= len(o.base) || o.dirty.get(row) {
		return
	}
	o.dirty.set(row)
	o.changed = append(o.changed, uint32(row))
}

// kept says whether an order is there already.
func (k *ordered) kept() bool { return k.now.Load() != nil }

func (k *ordered) sortsOnce() bool { return true }

// order gives the order of the n rows of the column c, which holds k. It is made on
// first use; later changes are merged into it.
func (k *ordered) order(c orderable, n int) *order {
	k.mu.Lock()
	defer k.mu.Unlock()
	o := k.now.Load()
	if o != nil && len(o.changed) == 0 && len(o.base) == n {
		return o
	}
	if !o.near(n) {
		o = newOrder(c, n)
	} else {
		o = o.merged(c, n)
	}
	k.now.Store(o)
	return o
}

// near says whether there is an order of which few of n rows are not part.
func (k *ordered) near(n int) bool { return k.now.Load().near(n) }

func (o *order) near(n int) bool {
	return o != nil && len(o.changed)+n-len(o.base) <= n/few+short
}

// keep takes an order of all rows that was made elsewhere, unless there is one.
func (k *ordered) keep(o *order) {
	k.mu.Lock()
	defer k.mu.Unlock()
	if !k.near(len(o.base)) {
		k.now.Store(o)
	}
}

func newOrder(c orderable, n int) *order {
	rows, empty := parted(c, fullBitmap(n))
	c.sortRows(rows, sorting{})
	return &order{base: append(rows, empty...), filled: len(rows), dirty: newBitmap(n)}
}

// parted lists the rows with and without a value.
func parted(c column, mask bitmap) (filled, empty []uint32) {
	with := mask.clone()
	c.filled(with)
	without := mask.clone()
	without.andNot(with)
	return with.rows(), without.rows()
}

// merged makes an order with the changed and the new rows in their places.
func (o *order) merged(c orderable, n int) *order {
	mask := o.dirty.clone()
	mask.grow(n)
	for row := len(o.base); row < n; row++ {
		mask.set(row)
	}
	delta, without := parted(c, mask)
	c.sortRows(delta, sorting{})
	clean := o.unchanged(o.base[:o.filled])
	base := insert(make([]uint32, 0, n), clean, delta, c.compare)
	filled := len(base)
	base = append(append(base, o.unchanged(o.base[o.filled:])...), without...)
	slices.Sort(base[filled:])
	return &order{base: base, filled: filled, dirty: newBitmap(n)}
}

func (o *order) unchanged(rows []uint32) []uint32 {
	clean := make([]uint32, 0, len(rows))
	for _, row := range rows {
		if !o.dirty.get(int(row)) {
			clean = append(clean, row)
		}
	}
	return clean
}

// insert merges the few rows of delta into a long list; both are in order.
func insert(out, list, delta []uint32, compare func(a, b uint32) int) []uint32 {
	for _, d := range delta {
		n := sort.Search(len(list), func(i int) bool {
			c := compare(list[i], d)
			return c > 0 || c == 0 && list[i] > d
		})
		out = append(append(out, list[:n]...), d)
		list = list[n:]
	}
	return append(out, list...)
}

// walk lists the rows of a mask in this order, or the reverse of it; those without a
// value always stand behind the others.
func (o *order) walk(mask bitmap, desc bool) []uint32 {
	rows := pick(make([]uint32, 0, mask.count()), o.base[:o.filled], mask, desc)
	return pick(rows, o.base[o.filled:], mask, desc)
}

func pick(out, rows []uint32, mask bitmap, desc bool) []uint32 {
	if desc {
		for i := len(rows) - 1; i >= 0; i-- {
			if mask.get(int(rows[i])) {
				out = append(out, rows[i])
			}
		}
		return out
	}
	for _, row := range rows {
		if mask.get(int(row)) {
			out = append(out, row)
		}
	}
	return out
}

// ranks gives for each row its place in the order.
func (o *order) ranks() []uint32 {
	o.once.Do(func() {
		o.rank = make([]uint32, len(o.base))
		for place, row := range o.base {
			o.rank[row] = uint32(place)
		}
	})
	return o.rank
}

// encode writes the order, up to date or not at all.
func (k *ordered) encode(w *writer) {
	o := k.now.Load()
	if o == nil || len(o.changed) > 0 {
		putAll(w, []uint32{})
		w.uint(0)
		return
	}
	putAll(w, o.base)
	w.uint(uint64(o.filled))
}

// decode reads an order, which may be of fewer rows than there are.
func (k *ordered) decode(r *reader, n int) {
	base, filled := getAll[uint32](r), int(r.uint())
	seen := newBitmap(n)
	for _, row := range base {
		if int(row) >= min(len(base), n) || seen.has(int(row)) {
			r.check(false, "order of row %d", row)
			return
		}
		seen.set(int(row))
	}
	r.check(filled >= 0 && filled <= len(base), "order")
	if len(base) > 0 && r.err == nil {
		k.now.Store(&order{base: base, filled: filled, dirty: newBitmap(len(base))})
	}
}
