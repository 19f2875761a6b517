package table

import (
	"cmp"
	"slices"
	"strings"

	"dealbox/internal/query"
	"dealbox/internal/schema"
	"dealbox/internal/text"
	"dealbox/internal/value"
)

// GroupRow is the records that share a value.
type GroupRow struct {
	Key   any // the value as record.Row holds it, of sets one member; nil: without
	Count int
	Sums  []Sums // one per measure
}

// Group counts and sums the live records that satisfy a condition and have the words
// of a text, by the values of a field: choices in the order of their declaration, links
// by title, all else ascending, what has no value last. A record with several choices,
// tags or links counts in each of them. Values that no record has give no row.
func (t *Table) Group(where *query.Bound, words string, by *schema.Def, measures []Measure, env query.Env) []GroupRow {
	t.set.mu.RLock()
	defer t.set.mu.RUnlock()
	mask := t.matching(where, words)
	col := t.columns[by.Num]
	s := sorting{t.set, by, env}
	if c, ok := col.(overlapping); ok {
		return t.groupMembers(c, mask, s, measures)
	}
	g, keys, rank := split(col, mask, s)
	rows := t.groupRows(mask, g, measures, env)
	for i, k := range keys {
		rows[i+1].Key = k
	}
	return inOrder(rows, rank)
}

// groupRows counts and sums each group; the first is that of rows without a value.
func (t *Table) groupRows(mask bitmap, g groups, measures []Measure, env query.Env) []GroupRow {
	rows := make([]GroupRow, g.count)
	for row := range mask.all() {
		rows[g.at(row)].Count++
	}
	for _, m := range measures {
		for i, s := range t.tally(mask, g, m, env) {
			rows[i].Sums = append(rows[i].Sums, s)
		}
	}
	return rows
}

// inOrder puts groups into the order of the ranks of their keys, without empty ones.
func inOrder(rows []GroupRow, rank []uint32) []GroupRow {
	ordered := make([]GroupRow, len(rows))
	ordered[len(rows)-1] = rows[0]
	for i, r := range rank {
		ordered[r] = rows[i+1]
	}
	return slices.DeleteFunc(ordered, func(r GroupRow) bool { return r.Count == 0 })
}

// grouped is a column that knows its groups: codes and their keys.
type grouped interface {
	split(s sorting) (g groups, keys []any, rank []uint32)
}

func (c *coded[K]) split(s sorting) (groups, []any, []uint32) {
	return groups{len(c.dict.keys) + 1, &c.codes}, anys(c.dict.keys), c.rank(s)
}

// split numbers the values of a column from 1, 0 being none, with their ranks.
func split(col column, mask bitmap, s sorting) (groups, []any, []uint32) {
	if c, ok := col.(grouped); ok {
		return c.split(s)
	}
	g := groups{count: 1, of: &codes{small: make([]uint8, len(mask)*64)}}
	if col == nil {
		return g, nil, nil
	}
	var keys []any
	number := map[any]uint32{}
	for row := range mask.all() {
		v := col.get(row)
		if v == nil {
			continue
		}
		if number[v] == 0 {
			keys = append(keys, v)
			number[v] = uint32(len(keys))
		}
		g.of.put(row, number[v])
	}
	g.count += len(keys)
	return g, keys, rankValues(keys, s.def.Kind)
}

// rankValues orders values as lists do: texts by collation key.
func rankValues(keys []any, k value.Kind) []uint32 {
	words := make([]string, 0, len(keys))
	for _, v := range keys {
		if s, ok := v.(string); ok {
			words = append(words, text.SortKey(s))
		}
	}
	return ranks(len(keys), func(a, b int) int {
		if len(words) == len(keys) {
			return cmp.Or(strings.Compare(words[a], words[b]), k.Compare(keys[a], keys[b]))
		}
		return k.Compare(keys[a], keys[b])
	})
}

// overlapping is a column whose rows may be in several groups.
type overlapping interface {
	column
	groups(s sorting) (keys []any, rank []uint32)
	with(code uint32, mask bitmap) // keeps the rows that have the code's value
}

func (c *sets[K]) groups(s sorting) (keys []any, rank []uint32) {
	return anys(c.dict.keys), rankKeys(c.dict.keys, s)
}

func (c *sets[K]) with(code uint32, mask bitmap) {
	mask.keep(func(row int) bool { return slices.Contains(c.codes(row), code) })
}

func anys[K any](keys []K) []any {
	all := make([]any, len(keys))
	for i, k := range keys {
		all[i] = k
	}
	return all
}

func (t *Table) groupMembers(c overlapping, mask bitmap, s sorting, measures []Measure) []GroupRow {
	keys, rank := c.groups(s)
	some, none := mask.clone(), mask.clone()
	c.filled(some)
	none.andNot(some)
	rows := t.groupRows(none, groups{count: 1}, measures, s.env)
	for i, k := range keys {
		sub := mask.clone()
		c.with(uint32(i+1), sub)
		rows = append(rows, t.groupRows(sub, groups{count: 1}, measures, s.env)...)
		rows[i+1].Key = k
	}
	return inOrder(rows, rank)
}
