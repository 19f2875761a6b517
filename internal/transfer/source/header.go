package source

import (
	"context"
	"errors"
	"sync/atomic"
)

// headerRows is how many rows are looked at for the headings.
const headerRows = 60

// sampleRow is a row of the beginning of a file.
type sampleRow struct {
	n     int
	cells []string
}

// errEnough ends a reading that has seen what it wanted.
var errEnough = errors.New("enough rows")

// countBytes is how much of a text is read to count its rows; the rest is estimated.
const countBytes = 4 << 20

// beginning is what the first rows of a file tell.
type beginning struct {
	rows  []sampleRow // the first that are not blank
	count int         // of rows that are not blank, as far as was read
	all   bool        // there are no more
	bytes int64       // read for them
}

// begin reads the first rows, and counts on in a text.
func (f *File) begin() (b beginning, err error) {
	_, text := f.reader.(*textReader)
	var done atomic.Int64
	err = f.reader.read(context.Background(), &done, func(n int, cells []string) error {
		if blankRow(cells) {
			return nil
		}
		b.count++
		switch {
		case len(b.rows) < headerRows:
			b.rows = append(b.rows, sampleRow{n, append([]string(nil), cells...)})
		case !text || done.Load() > countBytes:
			return errEnough
		}
		return nil
	})
	b.bytes, b.all = done.Load(), err == nil
	if errors.Is(err, errEnough) {
		err = nil
	}
	return b, err
}

// findHeader finds the row of the headings and from it the columns, and counts or
// estimates the rows.
func (f *File) findHeader() error {
	b, err := f.begin()
	if err != nil {
		return err
	}
	if len(b.rows) == 0 {
		return ErrNoRows.With("name", f.info.Name)
	}
	f.first = b
	f.left = leftBlank(b.rows)
	f.useHeader(f.headings().index(f.options.HeaderRow))
	return nil
}

// headings looks for the headings among the first rows.
func (f *File) headings() headings {
	h := headings{rows: f.first.rows, known: f.known}
	if x, ok := f.reader.(*sheetReader); ok {
		h.merged = x.merges.spans
	}
	return h
}

// useHeader takes a row, by its index among the first, for the headings; -1 for none.
func (f *File) useHeader(at int) {
	f.info.HeaderRow = 0
	if at >= 0 {
		f.info.HeaderRow = f.first.rows[at].n
	}
	f.info.Columns = columns(f.first.rows, at, f.left)
	if x, ok := f.reader.(*sheetReader); ok {
		x.merges.wide = max(f.info.HeaderRow, 1)
	}
	f.info.Rows, f.info.Exact = f.count(f.first)-at-1, f.first.all
}

// Recognize looks for the headings anew, now that it can be told which texts are known to
// be some: they tell narrow headings from a title, and from the first row of data below
// them. A row that was chosen stays.
func (f *File) Recognize(known func(heading string) bool) {
	f.known = known
	if len(f.first.rows) > 0 && f.options.HeaderRow == 0 {
		f.useHeader(f.headings().index(0))
	}
}

// count gives the number of rows with titles and headings, or an estimate.
func (f *File) count(b beginning) int {
	if x, ok := f.reader.(*sheetReader); ok && !b.all && x.lastRow > b.rows[0].n+b.count {
		return x.lastRow - b.rows[0].n + 1
	}
	if b.all || b.bytes == 0 {
		return b.count
	}
	return int(float64(b.count) * float64(f.reader.size()) / float64(b.bytes))
}

// columns gives the headings of the row at, without line breaks, or letters where there
// is none. Nameless columns behind the last name count if many of the first rows fill
// them.
func columns(rows []sampleRow, at, left int) []string {
	width := left
	if at >= 0 {
		width = max(left, usedCells(rows[at].cells))
	}
	below := rows[at+1:]
	often := max(1, min(len(below), max(2, len(below)/5)))
	for fills(below, width) >= often {
		width++
	}
	names := make([]string, width)
	for i := range names {
		switch {
		case at < 0:
			names[i] = Letter(i)
		case i < len(rows[at].cells):
			names[i] = heading(rows[at].cells[i])
		}
	}
	return names[left:]
}

// leftBlank counts the columns before the first that any of the rows fills.
func leftBlank(rows []sampleRow) int {
	left := mostColumns
	for _, r := range rows {
		for i := 0; i < min(left, len(r.cells)); i++ {
			if !blank(r.cells[i]) {
				left = i
			}
		}
	}
	return left
}

// fills counts the rows that have text in the column at or behind it.
func fills(rows []sampleRow, column int) int {
	n := 0
	for _, r := range rows {
		if usedCells(r.cells) > column {
			n++
		}
	}
	return n
}

// Letter names a column as a spreadsheet does: A for 0, AA for 26.
func Letter(i int) string {
	s := ""
	for i++; i > 0; i = (i - 1) / 26 {
		s = string(rune('A'+(i-1)%26)) + s
	}
	return s
}
