package app

import (
	"slices"

	"dealbox/internal/schema"
	"dealbox/internal/table"
	"dealbox/internal/value"
)

// inOrder puts groups by a link into the order of the linked records where these have one
// of their own: stages stand as their pipeline has them, not by name. Records without a
// link come last.
func (o *opened) inOrder(by *schema.Def, groups []table.GroupRow) []table.GroupRow {
	t := o.w.Registry().Type(by.Target)
	if t == nil || t.Field("position") == nil {
		return groups
	}
	place := map[value.ID]int{}
	for i, id := range o.ids(t, "position") {
		place[id] = i
	}
	rank := func(g table.GroupRow) int {
		id, ok := g.Key.(value.ID)
		if n, known := place[id]; ok && known {
			return n
		}
		return len(place)
	}
	slices.SortStableFunc(groups, func(a, b table.GroupRow) int { return rank(a) - rank(b) })
	return groups
}
