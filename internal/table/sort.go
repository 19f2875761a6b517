package table

import (
	"cmp"
	"slices"

	"dealbox/internal/query"
	"dealbox/internal/schema"
	"dealbox/internal/value"
)

// Sort is one key of an order. Empty values stand behind all others in both directions.
// Texts are ordered by text.SortKey, choices as they are declared, links by the title
// of the linked record, amounts by their worth in the base currency and behind those
// the ones without a rate.
type Sort struct {
	Def  *schema.Def
	Desc bool
}

// Sortable says whether rows can be ordered by a kind; sets and long texts have no order.
func Sortable(k value.Kind) bool { return k.Known() && !k.Long() && !k.Set() }

// key is a Sort with its column.
type key struct {
	col  sortable
	desc bool
	sorting
}

func (t *Table) keys(sorts []Sort, env query.Env) []key {
	var all []key
	for _, s := range sorts {
		if s.Def == nil {
			continue
		}
		if col, ok := t.columns[s.Def.Num].(sortable); ok {
			all = append(all, key{col, s.Desc, sorting{t.set, s.Def, env}})
		}
	}
	return all
}

// sorted lists the rows of a mask in an order. Rows that no key tells apart stand in
// the order of their numbers, reversed where the last key is descending.
func (t *Table) sorted(mask bitmap, sorts []Sort, env query.Env) []uint32 {
	keys := t.keys(sorts, env)
	if len(keys) == 0 {
		return mask.rows()
	}
	last := keys[len(keys)-1]
	rows := t.byLast(mask, last)
	for i := len(keys) - 2; i >= 0; i-- {
		keys[i].sort(rows, t.rows())
	}
	return rows
}

// byLast orders by one key: by the kept order of the whole column where that pays.
func (t *Table) byLast(mask bitmap, k key) []uint32 {
	n := mask.count()
	if c, ok := k.col.(orderable); ok && c.sortsOnce() {
		if n > t.rows()/8 || c.kept() && n > t.rows()/256 {
			return c.order(c, t.rows()).walk(mask, k.desc)
		}
	}
	rows := mask.rows()
	if k.desc {
		slices.Reverse(rows)
	}
	k.sort(rows, t.rows())
	return rows
}

// sort orders rows by the key; rows that it does not tell apart stay as they stand.
// n is the number of rows of the table.
func (k key) sort(rows []uint32, n int) {
	with := fullBitmap(n)
	k.col.filled(with)
	var empty []uint32
	filled := make([]uint32, 0, len(rows))
	for _, row := range rows {
		if with.get(int(row)) {
			filled = append(filled, row)
		} else {
			empty = append(empty, row)
		}
	}
	if k.desc { // the reverse of a stable order of the reverse is a stable descending one
		slices.Reverse(filled)
	}
	k.col.sortRows(filled, k.sorting)
	if k.desc {
		slices.Reverse(filled)
	}
	copy(rows[copy(rows, filled):], empty)
}

// sortRows orders rows by the rank of their codes.
func (c *coded[K]) sortRows(rows []uint32, s sorting) {
	rank := c.rank(s)
	radix(rows, func(row uint32) uint64 { return uint64(rank[c.codes.at(int(row))-1]) })
}

// rank gives the place of each code's value.
func (c *coded[K]) rank(s sorting) []uint32 { return rankKeys(c.dict.keys, s) }

func rankKeys[K comparable](keys []K, s sorting) []uint32 {
	switch keys := any(keys).(type) {
	case []value.Option:
		return rankOptions(keys, s.def)
	case []value.ID:
		return rankLinks(keys, s)
	case []string:
		return rankValues(anys(keys), value.Text)
	}
	return ranks(len(keys), func(int, int) int { return 0 })
}

// rankOptions puts choices in the order of their declaration, unknown ones behind, by
// number.
func rankOptions(keys []value.Option, d *schema.Def) []uint32 {
	place := func(o value.Option) int {
		i := slices.IndexFunc(d.Options, func(x schema.Option) bool { return x.Num == o })
		if i < 0 {
			return len(d.Options)
		}
		return i
	}
	return ranks(len(keys), func(a, b int) int {
		return cmp.Or(place(keys[a])-place(keys[b]), cmp.Compare(keys[a], keys[b]))
	})
}

// rankLinks puts records in the order of their titles, those without a title and then
// those that are unknown behind, by age.
func rankLinks(keys []value.ID, s sorting) []uint32 {
	target := s.set.tableOf(s.def.Target)
	places := target.titlePlaces()
	rank, codes := make([]uint32, len(keys)), make([]uint32, len(keys))
	var unknown []uint32
	known := codes[:0]
	for code, id := range keys {
		if row, ok := target.find(id); ok && int(row) < len(places) {
			rank[code] = places[row]
			known = append(known, uint32(code))
		} else {
			unknown = append(unknown, uint32(code))
		}
	}
	radix(known, func(code uint32) uint64 { return uint64(rank[code]) })
	slices.SortFunc(unknown, func(a, b uint32) int { return keys[a].Compare(keys[b]) })
	for place, code := range append(known, unknown...) {
		rank[code] = uint32(place)
	}
	return rank
}

// titlePlaces gives the place of each row in the order of titles; of no table, none.
func (t *Table) titlePlaces() []uint32 {
	if t == nil {
		return nil
	}
	c, ok := t.columns[t.typ.TitleField().Num].(orderable)
	if !ok || !c.sortsOnce() {
		return nil
	}
	return c.order(c, t.rows()).ranks()
}

// find is rowOf for a table that may not be there.
func (t *Table) find(id value.ID) (uint32, bool) {
	if t == nil {
		return 0, false
	}
	return t.rowOf(id)
}
