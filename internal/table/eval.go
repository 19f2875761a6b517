package table

import (
	"slices"

	"dealbox/internal/query"
)

// matching gives the live rows that satisfy a condition and have every word of a search.
func (t *Table) matching(where *query.Bound, text string) bitmap {
	mask := t.live.clone()
	t.eval(where, mask)
	if text != "" {
		t.searched(text, mask)
	}
	return mask
}

// eval keeps the rows of a mask that satisfy a condition.
func (t *Table) eval(b *query.Bound, mask bitmap) {
	if b == nil {
		return
	}
	switch b.Test {
	case query.And:
		for _, sub := range cheapFirst(b.Subs) {
			t.eval(sub, mask)
		}
	case query.Or:
		t.evalOr(b.Subs, mask)
	case query.Not:
		hit := mask.clone()
		t.eval(b.Subs[0], hit)
		mask.andNot(hit)
	default:
		t.evalLeaf(b, mask)
	}
}

func (t *Table) evalOr(subs []*query.Bound, mask bitmap) {
	left, any := mask.clone(), newBitmap(t.rows())
	for _, sub := range subs {
		hit := left.clone()
		t.eval(sub, hit)
		any.or(hit)
		left.andNot(hit)
	}
	mask.and(any)
}

func (t *Table) evalLeaf(b *query.Bound, mask bitmap) {
	switch c := t.columns[b.Def.Num]; {
	case c == nil:
		clear(mask)
	case b.Test == query.Filled:
		c.filled(mask)
	default:
		c.filter(b, mask)
	}
}

// cheapFirst orders conditions so that the dear ones have few rows left to look at.
func cheapFirst(subs []*query.Bound) []*query.Bound {
	if len(subs) < 2 {
		return subs
	}
	subs = slices.Clone(subs)
	slices.SortStableFunc(subs, func(a, b *query.Bound) int { return cost(a) - cost(b) })
	return subs
}

func cost(b *query.Bound) int {
	switch b.Test {
	case query.Filled, query.OneOf, query.Linked:
		return 0
	case query.Span, query.Amount:
		return 1
	case query.And, query.Or, query.Not:
		most := 0
		for _, sub := range b.Subs {
			most = max(most, cost(sub))
		}
		return most + 2
	}
	return 100
}
