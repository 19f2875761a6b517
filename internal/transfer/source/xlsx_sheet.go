package source

import (
	"archive/zip"
	"context"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"sync/atomic"
)

// mostSheetRows is the most rows that a sheet has.
const mostSheetRows = 1 << 20

// sheetReader reads the rows of one sheet.
type sheetReader struct {
	book    *workbook
	part    *zip.File
	lastRow int // by the sheet's own statement; 0: it makes none
	merges  merges
}

func (s *sheetReader) size() int64 { return int64(s.part.UncompressedSize64) }

// reader opens a sheet and reads which cells are merged.
func (w *workbook) reader(ref sheetRef) (*sheetReader, error) {
	s := &sheetReader{book: w, part: w.parts[ref.part]}
	if s.part.UncompressedSize64 <= mostMergeBytes {
		r, err := s.part.Open()
		if err != nil {
			return nil, w.fault(err)
		}
		s.merges, err = readMerges(r)
		if err := closeAfter(r, err); err != nil {
			return nil, w.fault(err)
		}
	}
	err := s.open(func(x *xmlReader) error { return s.findLastRow(x) })
	return s, err
}

func (s *sheetReader) open(use func(x *xmlReader) error) error {
	if s.part.UncompressedSize64 > mostSheetBytes {
		return s.book.fault(errPartSize)
	}
	r, err := s.part.Open()
	if err != nil {
		return s.book.fault(err)
	}
	x := newXMLReader(r)
	return closeAfter(x, use(x))
}

// findLastRow reads the sheet's dimension, "A1:K900".
func (s *sheetReader) findLastRow(x *xmlReader) error {
	for {
		token, err := x.token()
		if err != nil {
			return nil // a sheet without rows is no fault of this
		}
		e, ok := token.(xml.StartElement)
		switch {
		case ok && e.Name.Local == "dimension":
			_, last, _ := strings.Cut(attr(e, "ref"), ":")
			_, s.lastRow, _ = cellAt(last)
			return nil
		case ok && e.Name.Local == "sheetData":
			return nil
		}
	}
}

// filled says that a sheet has a row with text.
func (w *workbook) filled(ref sheetRef) bool {
	s := &sheetReader{book: w, part: w.parts[ref.part]}
	var done atomic.Int64
	err := s.read(context.Background(), &done, func(_ int, cells []string) error {
		if blankRow(cells) {
			return nil
		}
		return errEnough
	})
	return errors.Is(err, errEnough)
}

func (s *sheetReader) read(ctx context.Context, progress *atomic.Int64, row func(int, []string) error) error {
	return s.open(func(x *xmlReader) error {
		r := &rowScan{sheet: s, x: x}
		before := int64(0)
		for {
			if r.n%256 == 0 && ctx.Err() != nil {
				return ctx.Err()
			}
			err := r.next()
			if errors.Is(err, io.EOF) {
				return nil
			}
			if err != nil {
				return s.book.fault(err)
			}
			progress.Add(x.guard.read - before)
			before = x.guard.read
			s.merges.fill(r.n, &r.cells)
			if err := row(r.n, r.cells); err != nil {
				return err
			}
		}
	})
}

// rowScan goes through the XML of a sheet row by row.
type rowScan struct {
	sheet *sheetReader
	x     *xmlReader
	n     int // number of the row
	cells []string
	cell  sheetCell
	col   int
}

// sheetCell is a cell as it is stored.
type sheetCell struct {
	kind  string // attribute t
	style int
	value []byte
	in    string // v, or is
	text  richText
}

// next reads one row, io.EOF behind the last.
func (r *rowScan) next() error {
	for {
		token, err := r.x.token()
		if errors.Is(err, io.EOF) {
			return io.ErrUnexpectedEOF
		}
		if err != nil {
			return err
		}
		switch e := token.(type) {
		case xml.StartElement:
			if e.Name.Local == "row" {
				return r.row(e)
			}
		case xml.EndElement:
			if e.Name.Local == "sheetData" || e.Name.Local == "worksheet" {
				return io.EOF
			}
		}
	}
}

func (r *rowScan) row(e xml.StartElement) error {
	r.cells, r.col = r.cells[:0], 0
	r.n++
	if n, err := strconv.Atoi(attr(e, "r")); err == nil {
		r.n = n
	}
	if r.n < 1 || r.n > mostSheetRows {
		return fmt.Errorf("row number %d", r.n)
	}
	for {
		token, err := r.x.token()
		if errors.Is(err, io.EOF) {
			return io.ErrUnexpectedEOF
		}
		if err != nil {
			return err
		}
		if end, err := r.piece(token); end || err != nil {
			return err
		}
	}
}

// piece takes one piece of XML within a row.
func (r *rowScan) piece(token xml.Token) (end bool, err error) {
	r.cell.text.add(token)
	switch e := token.(type) {
	case xml.StartElement:
		switch e.Name.Local {
		case "c":
			return false, r.begin(e)
		case "v", "f", "is":
			r.cell.in = e.Name.Local
		}
	case xml.CharData:
		if r.cell.in == "v" {
			r.cell.value = append(r.cell.value, e...)
		}
	case xml.EndElement:
		switch e.Name.Local {
		case "c":
			r.put(r.sheet.book.shown(&r.cell))
		case "v", "f", "is":
			r.cell.in = ""
		case "row":
			return true, nil
		}
	}
	return false, nil
}

func (r *rowScan) begin(e xml.StartElement) error {
	c := &r.cell
	c.kind, c.in, c.value, c.style = attr(e, "t"), "", c.value[:0], 0
	c.text.text = c.text.text[:0]
	if s := attr(e, "s"); s != "" {
		c.style, _ = strconv.Atoi(s)
	}
	if ref := attr(e, "r"); ref != "" {
		col, _, ok := cellAt(ref)
		if !ok {
			return fmt.Errorf("cell %q", ref)
		}
		r.col = col
	}
	if r.col >= mostColumns {
		return fmt.Errorf("column %d", r.col)
	}
	return nil
}

func (r *rowScan) put(s string) {
	for len(r.cells) <= r.col {
		r.cells = append(r.cells, "")
	}
	r.cells[r.col] = s
	r.col++
}

// cellAt reads "AB12" as column 27, row 12.
func cellAt(ref string) (col, row int, ok bool) {
	i := 0
	for ; i < len(ref) && i < 4 && ref[i]|0x20 >= 'a' && ref[i]|0x20 <= 'z'; i++ {
		col = col*26 + int(ref[i]|0x20-'a') + 1
	}
	row, err := strconv.Atoi(ref[i:])
	return col - 1, row, i > 0 && err == nil && row > 0
}
