package source

import (
	"bytes"
	"errors"
	"io"
	"slices"
	"strings"
)

// merge is a block of merged cells, its rows and columns counted from 1 and from 0.
type merge struct {
	top, bottom, left, right int
	value                    string
}

// merges are the merged blocks of a sheet by their first row, and where reading is.
type merges struct {
	all  []merge
	next int      // of all, the first that is not begun
	open []*merge // blocks that reach the current row
	last int      // row last filled
	wide int      // last row whose blocks fill all their columns; 0: all rows
}

// mostMerges bounds them; beyond that they are a layout and no data.
const mostMerges = 200_000

// readMerges searches a sheet's XML for its merged blocks, which stand behind the rows,
// as bytes: that is ten times as fast as reading it.
func readMerges(r io.Reader) (merges, error) {
	const mark, behind = "mergeCell ", 64
	var m merges
	buf := make([]byte, 256<<10)
	kept := 0
	for {
		n, err := io.ReadFull(r, buf[kept:])
		n += kept
		end := errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF)
		if err != nil && !end {
			return m, err
		}
		from := 0
		for {
			at := bytes.Index(buf[from:n], []byte(mark))
			if at < 0 || from+at+behind > n && !end {
				break
			}
			from += at + len(mark)
			m.add(string(buf[from:min(n, from+behind)]))
		}
		if end || len(m.all) > mostMerges {
			slices.SortStableFunc(m.all, func(a, b merge) int { return a.top - b.top })
			return m, nil
		}
		kept = copy(buf, buf[max(from, n-behind-len(mark)):n])
	}
}

// add reads what stands behind the mark: ref="A1:C1".
func (m *merges) add(s string) {
	_, s, _ = strings.Cut(s, `"`)
	ref, _, ok := strings.Cut(s, `"`)
	first, last, both := strings.Cut(ref, ":")
	left, top, ok1 := cellAt(first)
	right, bottom, ok2 := cellAt(last)
	if ok && both && ok1 && ok2 && top <= bottom && left <= right && right < mostColumns {
		m.all = append(m.all, merge{top: top, bottom: bottom, left: left, right: right})
	}
}

// spans says that a block of several columns reaches into a row.
func (m *merges) spans(row int) bool {
	return slices.ContainsFunc(m.all, func(b merge) bool { return b.top <= row && row <= b.bottom && b.left < b.right })
}

// fill gives the text of a merged block to all its rows that have text of their own, and
// up to the headings to all its columns. Below, a total's label must not fill the columns
// of numbers.
func (m *merges) fill(row int, cells *[]string) {
	if row <= m.last { // a new reading
		m.next, m.open = 0, m.open[:0]
	}
	m.last = row
	m.open = slices.DeleteFunc(m.open, func(b *merge) bool { return b.bottom < row })
	for m.next < len(m.all) && m.all[m.next].top <= row {
		b := &m.all[m.next]
		m.next++
		if b.bottom >= row {
			b.value = ""
			if b.left < len(*cells) && b.top == row {
				b.value = (*cells)[b.left]
			}
			m.open = append(m.open, b)
		}
	}
	if blankRow(*cells) {
		return
	}
	for _, b := range m.open {
		b.fill(cells, m.wide == 0 || row <= m.wide)
	}
}

func (b *merge) fill(cells *[]string, wide bool) {
	right := b.left
	if wide {
		right = b.right
	}
	if blank(b.value) {
		return
	}
	for len(*cells) <= right {
		*cells = append(*cells, "")
	}
	for c := b.left; c <= right; c++ {
		if (*cells)[c] == "" {
			(*cells)[c] = b.value
		}
	}
}
