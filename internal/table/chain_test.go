package table

import (
	"slices"
	"testing"

	"dealbox/internal/query"
	"dealbox/internal/value"

	"pgregory.net/rapid"
)

// Links to many different records are looked up by chains and not by bitmaps.
func TestRowsOfOneLinkAreFoundAfterAnyChanges(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := newCoded(idDict(), wantIDs)
		var now []any
		set := func(row int, v any) {
			if row == len(now) {
				now = append(now, nil)
				c.grow(len(now))
			}
			c.put(row, v)
			now[row] = v
		}
		for n := range 2 * mostBitmaps { // so that there are no bitmaps
			set(n, value.ID{byte(n + 1)})
		}
		t.Repeat(map[string]func(*rapid.T){
			"put": func(t *rapid.T) {
				set(rapid.IntRange(0, len(now)).Draw(t, "row"), value.ID{byte(rapid.IntRange(1, 9).Draw(t, "link"))})
			},
			"clear": func(t *rapid.T) { set(rapid.IntRange(0, len(now)-1).Draw(t, "row"), nil) },
			"": func(t *rapid.T) {
				want := value.ID{byte(rapid.IntRange(1, 9).Draw(t, "wanted"))}
				mask := fullBitmap(len(now))
				c.filter(&query.Bound{Test: query.Linked, IDs: []value.ID{want}}, mask)
				var rows []uint32
				for row, v := range now {
					if v == any(want) {
						rows = append(rows, uint32(row))
					}
				}
				if !slices.Equal(mask.rows(), rows) {
					t.Fatalf("got %v, want %v", mask.rows(), rows)
				}
			},
		})
	})
}
