package table

import (
	"strings"

	"dealbox/internal/query"
	"dealbox/internal/text"
	"dealbox/internal/value"
)

// texts is the column of a one-line text: an arena of bytes. The forms in which it is
// compared and ordered are made on first use.
type texts struct {
	ordered
	kind   value.Kind
	refs   refs
	data   []byte
	waste  int
	normal lazyArena // query.Normal of each value
}

func (c *texts) grow(int) {} // see refs

func (c *texts) put(row int, v any) bool {
	s, _ := v.(string)
	from, to := c.refs.at(row)
	if string(c.data[from:to]) == s {
		return false
	}
	c.waste += to - from
	c.refs.put(row, len(c.data), len(s))
	c.data = append(c.data, s...)
	if c.waste > packable && c.waste > len(c.data)/2 {
		c.data, c.waste = pack(c.refs, c.data, len(c.data)-c.waste), 0
	}
	c.touch(row)
	c.normal.changed(row, c.normalAt)
	return true
}

func (c *texts) at(row int) string {
	from, to := c.refs.at(row)
	return string(c.data[from:to])
}

func (c *texts) normalAt(row int) string { return query.Normal(c.kind, c.at(row)) }

func (c *texts) get(row int) any {
	if !c.refs.has(row) {
		return nil
	}
	return c.at(row)
}

func (c *texts) filled(mask bitmap) { mask.keep(c.refs.has) }

// few is the part of the rows below which they are tested one by one.
const few = 64

func (c *texts) filter(b *query.Bound, mask bitmap) {
	if mask.count() < len(c.refs)/few {
		mask.keep(func(row int) bool { return c.refs.has(row) && b.HoldsText(c.normalAt(row)) })
		return
	}
	found := newBitmap(len(c.refs))
	a := c.normal.upTo(len(c.refs), c.normalAt)
	for _, w := range b.Words {
		a.find(pattern(b.Test, w), found)
	}
	mask.and(found)
}

// pattern is what to look for in an arena, whose entries are parted by zero bytes.
func pattern(t query.Test, word string) string {
	switch t {
	case query.Equal:
		return "\x00" + word + "\x00"
	case query.Starts:
		return "\x00" + word
	}
	return word
}

// sortRows orders by collation key.
func (c *texts) sortRows(rows []uint32, _ sorting) {
	sortByKeys(rows, c.sortKey)
}

func (c *texts) sortKey(row uint32) string { return text.SortKey(c.at(int(row))) }

func (c *texts) compare(a, b uint32) int { return strings.Compare(c.sortKey(a), c.sortKey(b)) }

func (c *texts) encode(w *writer) {
	putAll(w, c.refs)
	putAll(w, c.data)
	c.ordered.encode(w)
}

func (c *texts) decode(r *reader, n int) {
	c.refs = getAll[uint64](r)
	c.data = getAll[byte](r)
	r.check(c.refs.check(n, len(c.data)), "texts")
	if r.err != nil {
		return
	}
	c.waste = len(c.data) - c.refs.total()
	c.ordered.decode(r, n)
}
