package transfer

import (
	"slices"

	"dealbox/internal/transfer/source"
)

// mostNotes is the most notes that an import keeps.
const mostNotes = 1000

// note keeps what is odd about a row that comes in all the same.
func (im *Importer) note(n CellError) {
	if len(im.notes) < mostNotes {
		im.notes = append(im.notes, n)
	}
}

// allNotes gives the notes in the order of the rows, with the file's own: rows that have
// cells beyond the last column, which are left out.
func (im *Importer) allNotes(rows Rows) []CellError {
	all := im.notes
	if f, ok := rows.(interface{ Notes() []source.Note }); ok {
		for _, n := range f.Notes() {
			if n.Lost {
				all = append(all, CellError{Row: n.Row, Err: n.Err})
			}
		}
	}
	slices.SortStableFunc(all, func(a, b CellError) int { return a.Row - b.Row })
	return all[:min(len(all), mostNotes)]
}
