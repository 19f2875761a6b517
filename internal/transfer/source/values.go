package source

import (
	"context"
	"slices"
	"strings"
)

// Values reads all of the file and counts the different values of some columns, the
// commonest first, blank ones and placeholders left out: what choices are mapped from. A
// column with more than most different values gives the first most of them, not all
// counted.
func (f *File) Values(ctx context.Context, columns []int, most int) (map[int][]Count, error) {
	all := map[int]*column{}
	for _, i := range columns {
		all[i] = &column{seen: map[string]int{}}
	}
	err := f.Rows(ctx, func(_ int, cells []string) error {
		for i, c := range all {
			_, known := c.seen[strings.TrimSpace(cells[i])]
			if known || len(c.values) < most {
				c.add(cells[i])
			}
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	counts := map[int][]Count{}
	for i, c := range all {
		c.takePlaceholders()
		slices.SortStableFunc(c.values, func(a, b Count) int { return b.Rows - a.Rows })
		counts[i] = c.values
	}
	return counts, nil
}

// Placeholder says that a text is one of those that mean "nothing was chosen", such as
// Select, N/A or 请选择.
func Placeholder(s string) bool {
	return slices.Contains(placeholders, strings.ToLower(strings.TrimSpace(s)))
}
