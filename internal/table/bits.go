package table

import (
	"iter"
	"math/bits"
	"slices"
)

// bitmap has one bit per row. Bits behind the last row are zero.
type bitmap []uint64

// words is how many words hold n bits.
func words(n int) int { return (n + 63) / 64 }

func newBitmap(n int) bitmap { return make(bitmap, words(n)) }

// fullBitmap has the first n bits set.
func fullBitmap(n int) bitmap {
	b := newBitmap(n)
	for i := range b {
		b[i] = ^uint64(0)
	}
	if n%64 != 0 {
		b[len(b)-1] = 1<<(n%64) - 1
	}
	return b
}

// grow makes room for n bits.
func (b *bitmap) grow(n int) {
	for len(*b) < words(n) {
		*b = append(*b, 0)
	}
}

func (b bitmap) get(i int) bool { return b[i>>6]>>(i&63)&1 != 0 }

// has is get for a bit that may lie behind the end.
func (b bitmap) has(i int) bool { return i>>6 < len(b) && b.get(i) }

func (b bitmap) set(i int) { b[i>>6] |= 1 << (i & 63) }

func (b bitmap) clear(i int) { b[i>>6] &^= 1 << (i & 63) }

func (b bitmap) put(i int, on bool) {
	if on {
		b.set(i)
	} else {
		b.clear(i)
	}
}

// and keeps what is in o too; o may be shorter.
func (b bitmap) and(o bitmap) {
	n := min(len(b), len(o))
	for i := range n {
		b[i] &= o[i]
	}
	clear(b[n:])
}

func (b bitmap) andNot(o bitmap) {
	for i := range min(len(b), len(o)) {
		b[i] &^= o[i]
	}
}

func (b bitmap) or(o bitmap) {
	for i := range min(len(b), len(o)) {
		b[i] |= o[i]
	}
}

func (b bitmap) count() int {
	n := 0
	for _, w := range b {
		n += bits.OnesCount64(w)
	}
	return n
}

// any says whether a bit is set.
func (b bitmap) any() bool { return slices.ContainsFunc(b, func(w uint64) bool { return w != 0 }) }

// end is behind the last set bit.
func (b bitmap) end() int {
	for i := len(b) - 1; i >= 0; i-- {
		if b[i] != 0 {
			return i<<6 + bits.Len64(b[i])
		}
	}
	return 0
}

// rows lists the set bits in ascending order.
func (b bitmap) rows() []uint32 {
	all := make([]uint32, 0, b.count())
	for i, w := range b {
		for ; w != 0; w &= w - 1 {
			all = append(all, uint32(i<<6+bits.TrailingZeros64(w)))
		}
	}
	return all
}

// all gives the set bits in ascending order.
func (b bitmap) all() iter.Seq[int] {
	return func(yield func(int) bool) {
		for i, w := range b {
			for ; w != 0; w &= w - 1 {
				if !yield(i<<6 + bits.TrailingZeros64(w)) {
					return
				}
			}
		}
	}
}

// keep clears the bits whose row fails a test.
func (b bitmap) keep(test func(row int) bool) {
	for i, w := range b {
		for ; w != 0; w &= w - 1 {
			if row := i<<6 + bits.TrailingZeros64(w); !test(row) {
				b.clear(row)
			}
		}
	}
}

func (b bitmap) clone() bitmap { return slices.Clone(b) }
