package table

import (
	"slices"

	"dealbox/internal/query"
)

// sets is the column of choices, tags or links: members as codes of a dictionary, in
// one arena.
type sets[K comparable] struct {
	dict    dict[K]
	refs    refs
	members []uint32
	waste   int // members that no row refers to any more
	want    wanted[K]
}

func newSets[K comparable](d dict[K], want wanted[K]) *sets[K] {
	return &sets[K]{dict: d, want: want}
}

// refs says for each row where in an arena its part begins and how long it is. No
// length is no value. It is as long as up to the last row that ever had one: a field that
// nobody fills takes no room.
type refs []uint64

// refLength is how many bits of a ref are its length.
const refLength = 20

func makeRef(start, length int) uint64 { return uint64(start)<<refLength | uint64(length) }

func (r refs) at(row int) (from, to int) {
	if row >= len(r) {
		return 0, 0
	}
	from = int(r[row] >> refLength)
	return from, from + int(r[row]&(1<<refLength-1))
}

func (r refs) has(row int) bool { return row < len(r) && r[row]&(1<<refLength-1) != 0 }

// put points a row to its part; of no length, to none.
func (r *refs) put(row, start, length int) {
	if length == 0 {
		if row < len(*r) {
			(*r)[row] = 0
		}
		return
	}
	for len(*r) <= row {
		*r = append(*r, 0)
	}
	(*r)[row] = makeRef(start, length)
}

// check says whether there are not more refs than rows, and every one lies within an arena.
func (r refs) check(rows, size int) bool {
	if len(r) > rows {
		return false
	}
	for row := range r {
		if _, to := r.at(row); to > size {
			return false
		}
	}
	return true
}

// pack copies an arena without its waste and points the refs at the copy.
func pack[E any](r refs, arena []E, used int) []E {
	packed := make([]E, 0, used+used/8)
	for row := range r {
		if from, to := r.at(row); from < to {
			r[row] = makeRef(len(packed), to-from)
			packed = append(packed, arena[from:to]...)
		}
	}
	return packed
}

// packable is the least waste that is worth packing an arena for.
const packable = 1 << 16

func (c *sets[K]) grow(int) {} // see refs

func (c *sets[K]) put(row int, v any) bool {
	keys, _ := v.([]K)
	codes := make([]uint32, len(keys))
	for i, k := range keys {
		codes[i] = c.dict.add(k)
	}
	from, to := c.refs.at(row)
	if slices.Equal(c.members[from:to], codes) {
		return false
	}
	c.waste += to - from
	c.refs.put(row, len(c.members), len(codes))
	c.members = append(c.members, codes...)
	if c.waste > packable && c.waste > len(c.members)/2 {
		c.members, c.waste = pack(c.refs, c.members, len(c.members)-c.waste), 0
	}
	return true
}

func (c *sets[K]) codes(row int) []uint32 {
	from, to := c.refs.at(row)
	return c.members[from:to]
}

func (c *sets[K]) get(row int) any {
	codes := c.codes(row)
	if len(codes) == 0 {
		return nil
	}
	keys := make([]K, len(codes))
	for i, code := range codes {
		keys[i] = c.dict.keys[code-1]
	}
	return keys
}

func (c *sets[K]) filled(mask bitmap) { mask.keep(c.refs.has) }

func (c *sets[K]) filter(b *query.Bound, mask bitmap) {
	codes := c.want(&c.dict, b)
	if len(codes) == 0 {
		clear(mask)
		return
	}
	good := chosen(len(c.dict.keys), codes)
	mask.keep(func(row int) bool {
		return slices.ContainsFunc(c.codes(row), func(code uint32) bool { return good.get(int(code)) })
	})
}

func (c *sets[K]) encode(w *writer) {
	c.dict.encode(w)
	putAll(w, c.refs)
	putAll(w, c.members)
}

func (c *sets[K]) decode(r *reader, n int) {
	c.dict.decode(r)
	c.refs = getAll[uint64](r)
	c.members = getAll[uint32](r)
	r.check(c.refs.check(n, len(c.members)), "members")
	for _, code := range c.members {
		r.check(code > 0 && int(code) <= len(c.dict.keys), "member %d", code)
	}
	if r.err == nil {
		c.waste = len(c.members) - c.refs.total()
	}
}

func (r refs) total() int {
	n := 0
	for row := range r {
		from, to := r.at(row)
		n += to - from
	}
	return n
}
