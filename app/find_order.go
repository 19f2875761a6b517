package app

import (
	"cmp"
	"slices"
	"strings"

	"dealbox/internal/fault"
	"dealbox/internal/i18n"
	"dealbox/internal/schema"
	"dealbox/internal/table"
)

// ErrGroupSort is given for an order that groups do not have.
var ErrGroupSort = fault.New(fault.Invalid, "list.group_sort", i18n.T(
	"Groups cannot be ordered by “{field}”: only by the field they are made of, by a field that is summed, or by count",
	"分组不能按「{field}」排序：只能按分组字段、求和的字段或 count（数量）排序"))

// byCount orders groups by how many records they have.
const byCount = "count"

// sortGroups orders groups by their field, by a sum, or by count; -by for the largest
// first. Groups without a value, or without a sum that fits, are last either way.
func (a *asking) sortGroups(groups []table.GroupRow, by string) error {
	key, desc := strings.CutPrefix(by, "-")
	switch {
	case key == "":
		return nil
	case key == a.group.Key:
		if desc { // they are in the order of their values
			slices.Reverse(groups)
			slices.SortStableFunc(groups, func(x, y table.GroupRow) int { return nilLast(x.Key, y.Key) })
		}
		return nil
	case key == byCount:
		slices.SortStableFunc(groups, func(x, y table.GroupRow) int { return turned(cmp.Compare(x.Count, y.Count), desc) })
		return nil
	}
	if i := slices.IndexFunc(a.sum, func(d *schema.Def) bool { return d.Key == key }); i >= 0 {
		slices.SortStableFunc(groups, func(x, y table.GroupRow) int {
			m, n := x.Sums[i].Total, y.Sums[i].Total
			if m == nil || n == nil {
				return nilLast(m, n)
			}
			return turned(a.sum[i].Kind.Compare(m, n), desc)
		})
		return nil
	}
	if _, err := a.o.fieldOf(a.t, key); err != nil {
		return err
	}
	return ErrGroupSort.With("field", key)
}

func turned(order int, desc bool) int {
	if desc {
		return -order
	}
	return order
}

// nilLast puts what has no value behind what has.
func nilLast(a, b any) int {
	switch {
	case a == nil && b != nil:
		return 1
	case a != nil && b == nil:
		return -1
	}
	return 0
}
