package source

import (
	"context"
	"errors"
	"strings"
	"sync/atomic"

	"dealbox/internal/value"
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
	f.left = leftBlank(b.rows)
	at := headerIndex(b.rows, f.options.HeaderRow)
	f.info.HeaderRow = 0
	if at >= 0 {
		f.info.HeaderRow = b.rows[at].n
	}
	f.info.Columns = columns(b.rows, at, f.left)
	if x, ok := f.reader.(*sheetReader); ok {
		x.merges.wide = max(f.info.HeaderRow, 1)
	}
	f.info.Rows, f.info.Exact = f.count(b)-at-1, b.all
	return nil
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

// headerIndex finds the headings among the first rows: the first row that is about as
// wide as the table and has words only, each its own. Titles above are narrower or one
// text in merged cells; group headings repeat themselves. -1 where the first full row
// looks like those below it.
func headerIndex(rows []sampleRow, chosen int) int {
	if chosen < 0 {
		return -1
	}
	for i, r := range rows {
		if chosen > 0 && r.n >= chosen {
			return i
		}
	}
	width := typicalWidth(rows)
	for i, r := range rows {
		if distinct(r.cells)*10 < width*6 {
			continue
		}
		if group(rows, i) {
			continue
		}
		if headless(rows, i) {
			return -1
		}
		return i
	}
	return 0
}

// typicalWidth is the commonest number of filled cells, wider ones first among equals.
func typicalWidth(rows []sampleRow) int {
	counts := map[int]int{}
	for _, r := range rows {
		counts[filled(r.cells)]++
	}
	width, most := 0, 0
	for w, n := range counts {
		if n > most || n == most && w > width {
			width, most = w, n
		}
	}
	return width
}

func filled(cells []string) int {
	n := 0
	for _, c := range cells {
		if !blank(c) {
			n++
		}
	}
	return n
}

func distinct(cells []string) int {
	seen := map[string]bool{}
	for _, c := range cells {
		if !blank(c) {
			seen[c] = true
		}
	}
	return len(seen)
}

// group says that a row heads groups of columns: a text stands in several cells side by
// side, as merged cells are given, and the row below names each apart.
func group(rows []sampleRow, i int) bool {
	r := rows[i].cells
	repeated := 0
	for k := 1; k < len(r); k++ {
		if !blank(r[k]) && r[k] == r[k-1] {
			repeated++
		}
	}
	if repeated == 0 || i+1 >= len(rows) {
		return false
	}
	below := rows[i+1].cells
	return distinct(below) > distinct(r) && filled(below) >= filled(r) && !hasData(below)
}

// headless says that a row is data: it has numbers, dates or addresses, which headings
// rarely are, in columns where the rows below have them too.
func headless(rows []sampleRow, i int) bool {
	below := rows[i+1:]
	if len(below) == 0 {
		return false
	}
	same, data := 0, 0
	for k, c := range rows[i].cells {
		if !isData(c) || year(c) {
			continue
		}
		data++
		for _, r := range below {
			if k < len(r.cells) && isData(r.cells[k]) {
				same++
				break
			}
		}
	}
	return data > 0 && same == data && data*4 >= filled(rows[i].cells)
}

// year says that a cell may be a year, which headings are too.
func year(s string) bool {
	s = strings.TrimSpace(s)
	return len(s) == 4 && s >= "1900" && s <= "2100"
}

func hasData(cells []string) bool {
	for _, c := range cells {
		if isData(c) {
			return true
		}
	}
	return false
}

// isData says that a cell is what headings are not: a number, a date, an address.
func isData(s string) bool {
	for _, k := range []value.Kind{value.Number, value.Day, value.Email} {
		if v, err := k.Parse(s, value.Reading{}); v != nil && err == nil {
			return true
		}
	}
	return false
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
