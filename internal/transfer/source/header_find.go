package source

import (
	"strings"

	"dealbox/internal/value"
)

// headings finds the row of the headings among the first rows of a file.
type headings struct {
	rows   []sampleRow
	merged func(row int) bool        // the row has cells merged across columns; nil: a text, which has none
	known  func(heading string) bool // the text is known as a heading; nil: nothing is
}

// index finds the first row that is about as wide as the table and has words only, each
// its own. Titles above are narrower or one text in merged cells; group headings repeat
// themselves. -1 where the first full row looks like those below it.
func (h headings) index(chosen int) int {
	if chosen < 0 {
		return -1
	}
	for i, r := range h.rows {
		if chosen > 0 && r.n >= chosen {
			return i
		}
	}
	width := typicalWidth(h.rows)
	for i := range h.rows {
		if h.wide(i)*10 < width*6 || h.group(i) {
			continue
		}
		if j := h.above(i); j >= 0 {
			return j
		}
		if headless(h.rows, i) {
			return -1
		}
		return i
	}
	return max(0, h.above(len(h.rows)))
}

// wide is how many cells a row fills. Merged ones are given one text in all their columns.
func (h headings) wide(i int) int {
	if h.spanned(i) {
		return distinct(h.rows[i].cells)
	}
	return filled(h.rows[i].cells)
}

func (h headings) spanned(i int) bool { return h.merged != nil && h.merged(h.rows[i].n) }

// above finds headings that are narrower than the table, because some have no name or the
// rows are longer: above row i, which is the first as wide as the table. -1 for none.
func (h headings) above(i int) int {
	for j := range i {
		if !h.spanned(j) && !hasData(h.rows[j].cells) && h.better(j, i) {
			return j
		}
	}
	return -1
}

// better says that the narrow row j is rather the headings than row i below it: by the
// headings that are known, else because row i is data and does not head any.
func (h headings) better(j, i int) bool {
	if i >= len(h.rows) {
		return h.knows(j) > 0
	}
	above, below := h.knows(j), h.knows(i)
	switch {
	case above > 1 && below == 0:
		return true
	case h.wide(j) == 1 && (above == 0 || below > 0): // a title
		return false
	}
	return above >= below && !h.heads(i)
}

// knows counts the cells of a row that are known headings.
func (h headings) knows(i int) (n int) {
	if h.known == nil {
		return 0
	}
	for _, c := range h.rows[i].cells {
		if !blank(c) && h.known(heading(c)) {
			n++
		}
	}
	return n
}

// heads says that a row has words where a row below has numbers, dates or addresses, and
// none of those itself.
func (h headings) heads(i int) bool {
	for _, c := range h.rows[i].cells {
		if isData(c) && !year(c) {
			return false
		}
	}
	for _, r := range h.rows[i+1:] {
		for k, c := range h.rows[i].cells {
			if k < len(r.cells) && !blank(c) && isData(r.cells[k]) {
				return true
			}
		}
	}
	return false
}

// group says that a row heads groups of columns: merged cells, whose text stands in
// several cells side by side, and the row below names each apart.
func (h headings) group(i int) bool {
	r := h.rows[i].cells
	if !h.spanned(i) || i+1 >= len(h.rows) || distinct(r) == filled(r) {
		return false
	}
	below := h.rows[i+1].cells
	return distinct(below) > distinct(r) && filled(below) >= filled(r) && !hasData(below)
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
