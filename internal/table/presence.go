package table

import "dealbox/internal/query"

// presence is the column of a long text: whether there is one.
type presence struct{ has bitmap }

func (c *presence) grow(n int) { c.has.grow(n) }

func (c *presence) put(row int, v any) bool {
	was := c.has.get(row)
	c.has.put(row, v != nil)
	return was != (v != nil)
}

func (c *presence) get(row int) any {
	if c.has.get(row) {
		return true
	}
	return nil
}

func (c *presence) filled(mask bitmap) { mask.and(c.has) }

// filter lets nothing through: query offers no test of long texts but Filled.
func (c *presence) filter(_ *query.Bound, mask bitmap) { clear(mask) }

func (c *presence) encode(w *writer) { w.bits(c.has) }

func (c *presence) decode(r *reader, n int) { c.has = r.bits(n) }

// flags is the column of yes or no.
type flags struct{ has, on bitmap }

func (c *flags) grow(n int) {
	c.has.grow(n)
	c.on.grow(n)
}

func (c *flags) put(row int, v any) bool {
	was := c.get(row)
	on, ok := v.(bool)
	c.has.put(row, ok)
	c.on.put(row, on)
	return was != v
}

func (c *flags) get(row int) any {
	if !c.has.get(row) {
		return nil
	}
	return c.on.get(row)
}

func (c *flags) filled(mask bitmap) { mask.and(c.has) }

func (c *flags) filter(b *query.Bound, mask bitmap) {
	mask.and(c.has)
	if b.Test != query.Span || b.Lo > 1 || b.Hi < 0 {
		clear(mask)
	}
	if b.Lo > 0 {
		mask.and(c.on)
	}
	if b.Hi < 1 {
		mask.andNot(c.on)
	}
}

// sortRows puts no before yes.
func (c *flags) sortRows(rows []uint32, _ sorting) {
	radix(rows, func(row uint32) uint64 {
		if c.on.get(int(row)) {
			return 1
		}
		return 0
	})
}

func (c *flags) encode(w *writer) {
	w.bits(c.has)
	w.bits(c.on)
}

func (c *flags) decode(r *reader, n int) { c.has, c.on = r.bits(n), r.bits(n) }
