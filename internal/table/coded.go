package table

import (
	"dealbox/internal/query"
	"dealbox/internal/value"
)

// mostBitmaps is the most different values of a column for which each has a bitmap.
const mostBitmaps = 64

// coded is the column of a choice or a link: codes of a dictionary.
type coded[K comparable] struct {
	dict  dict[K]
	codes codes    // 0 where there is none
	maps  []bitmap // by code - 1; nil once there are more than mostBitmaps
	chain chain    // in their place, for one code
	want  wanted[K]
}

// wanted gives the codes of the values that pass a test.
type wanted[K comparable] func(d *dict[K], b *query.Bound) []uint32

func newCoded[K comparable](d dict[K], want wanted[K]) *coded[K] {
	return &coded[K]{dict: d, maps: []bitmap{}, want: want}
}

func wantOptions(d *dict[value.Option], b *query.Bound) []uint32 {
	if b.Test != query.OneOf {
		return nil
	}
	return known(d, b.Options)
}

func wantIDs(d *dict[value.ID], b *query.Bound) []uint32 {
	if b.Test != query.Linked {
		return nil
	}
	return known(d, b.IDs)
}

// wantTags tests the words themselves: there are few different ones.
func wantTags(d *dict[string], b *query.Bound) []uint32 {
	var codes []uint32
	for i, tag := range d.keys {
		if b.HoldsText(query.Normal(value.Tags, tag)) {
			codes = append(codes, uint32(i+1))
		}
	}
	return codes
}

func known[K comparable](d *dict[K], keys []K) []uint32 {
	var codes []uint32
	for _, k := range keys {
		if code := d.find(k); code != 0 {
			codes = append(codes, code)
		}
	}
	return codes
}

func (c *coded[K]) grow(n int) {
	c.codes.grow(n)
	for i := range c.maps {
		c.maps[i].grow(n)
	}
}

func (c *coded[K]) put(row int, v any) bool {
	var code uint32
	if k, ok := v.(K); ok {
		code = c.dict.add(k)
	}
	was := c.codes.at(row)
	if was == code {
		return false
	}
	c.codes.put(row, code)
	c.chain.changed(row, code)
	c.remap(row, was, code)
	return true
}

// remap keeps the bitmaps, and gives them up when there are too many values.
func (c *coded[K]) remap(row int, was, code uint32) {
	if len(c.dict.keys) > mostBitmaps {
		c.maps = nil
	}
	if c.maps == nil {
		return
	}
	for len(c.maps) < len(c.dict.keys) {
		c.maps = append(c.maps, newBitmap(c.codes.len()))
	}
	if was != 0 {
		c.maps[was-1].clear(row)
	}
	if code != 0 {
		c.maps[code-1].set(row)
	}
}

func (c *coded[K]) get(row int) any {
	code := c.codes.at(row)
	if code == 0 {
		return nil
	}
	return c.dict.keys[code-1]
}

func (c *coded[K]) filled(mask bitmap) {
	mask.keep(func(row int) bool { return c.codes.at(row) != 0 })
}

func (c *coded[K]) filter(b *query.Bound, mask bitmap) {
	codes := c.want(&c.dict, b)
	if c.maps != nil {
		any := newBitmap(c.codes.len())
		for _, code := range codes {
			any.or(c.maps[code-1])
		}
		mask.and(any)
		return
	}
	if len(codes) == 0 {
		clear(mask)
		return
	}
	if len(codes) == 1 {
		any := newBitmap(c.codes.len())
		c.chain.upTo(&c.codes)
		c.chain.mark(codes[0], &c.codes, any)
		mask.and(any)
		return
	}
	good := chosen(len(c.dict.keys), codes)
	mask.keep(func(row int) bool { return good.get(int(c.codes.at(row))) })
}

// chosen has a bit for each of the codes.
func chosen(most int, codes []uint32) bitmap {
	b := newBitmap(most + 1)
	for _, code := range codes {
		b.set(int(code))
	}
	return b
}

func (c *coded[K]) encode(w *writer) {
	c.dict.encode(w)
	c.codes.encode(w)
}

func (c *coded[K]) decode(r *reader, n int) {
	c.dict.decode(r)
	c.codes.decode(r, n, len(c.dict.keys))
	c.chain.empty()
	if r.err != nil {
		return
	}
	c.mapAll()
}

func (c *coded[K]) mapAll() {
	if len(c.dict.keys) > mostBitmaps {
		c.maps = nil
		return
	}
	for range c.dict.keys {
		c.maps = append(c.maps, newBitmap(c.codes.len()))
	}
	for row := range c.codes.len() {
		if code := c.codes.at(row); code != 0 {
			c.maps[code-1].set(row)
		}
	}
}
