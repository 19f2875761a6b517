package table

import (
	"math/bits"

	"dealbox/internal/query"
)

// numbers is the column of an ordered kind: its values as query.Code gives them.
type numbers[T int32 | int64] struct {
	ordered
	has   bitmap
	vals  []T             // up to the last row that ever had one: a field that nobody fills takes no room
	typed func(int64) any // back to the value of the kind
}

func (c *numbers[T]) grow(n int) { c.has.grow(n) }

func (c *numbers[T]) put(row int, v any) bool {
	n, ok := query.Code(v)
	if c.has.get(row) == ok && (!ok || int64(c.vals[row]) == n) {
		return false
	}
	c.has.put(row, ok)
	for ok && len(c.vals) <= row {
		c.vals = append(c.vals, 0)
	}
	if row < len(c.vals) {
		c.vals[row] = T(n)
	}
	c.touch(row)
	return true
}

func (c *numbers[T]) get(row int) any {
	if !c.has.get(row) {
		return nil
	}
	return c.typed(int64(c.vals[row]))
}

func (c *numbers[T]) filled(mask bitmap) { mask.and(c.has) }

func (c *numbers[T]) filter(b *query.Bound, mask bitmap) {
	mask.and(c.has)
	if b.Test != query.Span || b.Lo > b.Hi {
		clear(mask)
		return
	}
	within(c.vals, b.Lo, b.Hi, mask)
}

// sparse is the number of set bits in a word below which they are tested one by one.
const sparse = 12

// within keeps the rows whose number lies from lo to hi. One unsigned comparison does
// for both ends; full words are tested without a branch on their bits.
func within[T int32 | int64](vals []T, lo, hi int64, mask bitmap) {
	width := uint64(hi) - uint64(lo)
	for i, m := range mask {
		if m == 0 {
			continue
		}
		base := i << 6
		if bits.OnesCount64(m) < sparse {
			for w := m; w != 0; w &= w - 1 {
				at := bits.TrailingZeros64(w)
				if uint64(int64(vals[base+at])-lo) > width {
					m &^= 1 << at
				}
			}
			mask[i] = m
			continue
		}
		mask[i] = m & hits(vals[base:min(base+64, len(vals))], lo, width)
	}
}

func hits[T int32 | int64](vals []T, lo int64, width uint64) (hit uint64) {
	for at, v := range vals {
		var bit uint64
		if uint64(int64(v)-lo) <= width {
			bit = 1
		}
		hit |= bit << (at & 63)
	}
	return hit
}

// sortRows orders rows that have a value; equal ones stay as they stand.
func (c *numbers[T]) sortRows(rows []uint32, _ sorting) {
	radix(rows, func(row uint32) uint64 { return uint64(int64(c.vals[row])) ^ 1<<63 })
}

func (c *numbers[T]) compare(a, b uint32) int {
	switch {
	case c.vals[a] < c.vals[b]:
		return -1
	case c.vals[a] > c.vals[b]:
		return 1
	}
	return 0
}

func (c *numbers[T]) encode(w *writer) {
	w.bits(c.has)
	putAll(w, c.vals)
	c.ordered.encode(w)
}

func (c *numbers[T]) decode(r *reader, n int) {
	c.has = r.bits(n)
	c.vals = getAll[T](r)
	r.check(c.has.end() <= len(c.vals) && len(c.vals) <= n, "%d numbers", len(c.vals))
	c.ordered.decode(r, n)
}
