package table

import (
	"cmp"

	"dealbox/internal/query"
	"dealbox/internal/value"
)

// money is the column of amounts: minor units and the code of the currency.
type money struct {
	ordered
	dict  dict[value.Currency]
	has   bitmap
	minor []int64
	codes []uint16        // 0 where there is no amount
	rates *numbers[int64] // the rates that rows have of their own; nil where the field has none
}

func (c *money) grow(n int) {
	c.has.grow(n)
	for len(c.minor) < n {
		c.minor, c.codes = append(c.minor, 0), append(c.codes, 0)
	}
}

func (c *money) put(row int, v any) bool {
	m, ok := v.(value.Money)
	var code uint16
	if ok {
		code = uint16(c.dict.add(m.Currency)) // 26³ codes at most: value.Currency is three capitals
	}
	if c.codes[row] == code && c.minor[row] == m.Minor {
		return false
	}
	c.has.put(row, ok)
	c.minor[row], c.codes[row] = m.Minor, code
	c.touch(row)
	return true
}

func (c *money) get(row int) any {
	if c.codes[row] == 0 {
		return nil
	}
	return c.at(row)
}

// at gives the amount of a row that has one.
func (c *money) at(row int) value.Money {
	return value.Money{Minor: c.minor[row], Currency: c.dict.keys[c.codes[row]-1]}
}

func (c *money) filled(mask bitmap) { mask.and(c.has) }

func (c *money) filter(b *query.Bound, mask bitmap) {
	mask.and(c.has)
	if b.Test != query.Amount {
		clear(mask)
		return
	}
	own := c.takeOwn(mask)
	own.keep(func(row int) bool { return b.HoldsMoney(c.at(row), c.own(row)) })
	c.filterByDay(b, mask)
	mask.or(own)
}

// filterByDay is filter for rows that go by the rate of the day.
func (c *money) filterByDay(b *query.Bound, mask bitmap) {
	if len(c.dict.keys) == 1 {
		lo, hi, ok := b.Bounds(c.dict.keys[0])
		if !ok || lo > hi {
			clear(mask)
			return
		}
		within(c.minor, lo, hi, mask)
		return
	}
	c.filterMixed(b, mask)
}

func (c *money) filterMixed(b *query.Bound, mask bitmap) {
	lo, hi := make([]int64, len(c.dict.keys)+1), make([]int64, len(c.dict.keys)+1)
	for i, cur := range c.dict.keys {
		var ok bool
		if lo[i+1], hi[i+1], ok = b.Bounds(cur); !ok {
			lo[i+1], hi[i+1] = 1, 0
		}
	}
	mask.keep(func(row int) bool {
		code, n := c.codes[row], c.minor[row]
		return lo[code] <= n && n <= hi[code]
	})
}

// sortsOnce says that the order does not depend on rates: there is one currency, and no
// row has a rate of its own.
func (c *money) sortsOnce() bool { return len(c.dict.keys) < 2 && !c.anyOwn() }

// sortRows orders by worth in the base currency; amounts without a rate stand behind
// the others, by currency.
func (c *money) sortRows(rows []uint32, s sorting) {
	if c.sortsOnce() {
		radix(rows, func(row uint32) uint64 { return uint64(c.minor[row]) ^ 1<<63 })
		return
	}
	used, rated, rest := keyedRoom(2*len(rows)), 0, []uint32(nil)
	defer spareKeyed.Put(used)
	exchange := c.exchange(s.env)
	for _, row := range rows { // each is exchanged once: that takes longer than to sort it
		if x, ok := exchange(row); ok {
			(*used)[rated] = keyed{uint64(x.Of(c.minor[row])) ^ 1<<63, row}
			rated++
		} else {
			rest = append(rest, row)
		}
	}
	sortKeyed(rows[:rated], (*used)[:2*rated])
	c.sortUnrated(rest)
	copy(rows[rated:], rest)
}

func (c *money) sortUnrated(rows []uint32) {
	radix(rows, func(row uint32) uint64 { return uint64(c.minor[row]) ^ 1<<63 })
	rank := ranks(len(c.dict.keys), func(a, b int) int {
		return cmp.Compare(c.dict.keys[a], c.dict.keys[b])
	})
	radix(rows, func(row uint32) uint64 { return uint64(rank[c.codes[row]-1]) })
}

// compare orders amounts of one currency.
func (c *money) compare(a, b uint32) int {
	switch {
	case c.minor[a] < c.minor[b]:
		return -1
	case c.minor[a] > c.minor[b]:
		return 1
	}
	return 0
}

func (c *money) encode(w *writer) {
	c.dict.encode(w)
	w.bits(c.has)
	putInts(w, c.minor)
	putInts(w, c.codes)
	c.ordered.encode(w)
}

func (c *money) decode(r *reader, n int) {
	c.dict.decode(r)
	c.has = r.bits(n)
	c.minor = getInts[int64](r, n)
	c.codes = getInts[uint16](r, n)
	if r.err != nil {
		return
	}
	for row, code := range c.codes {
		r.check(int(code) <= len(c.dict.keys) && (code != 0) == c.has.get(row), "currency of row %d", row)
	}
	c.ordered.decode(r, n)
}
