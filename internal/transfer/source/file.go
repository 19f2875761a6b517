package source

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"sync/atomic"
)

// Kind is how a file is written.
type Kind string

// The kinds of file.
const (
	CSV  Kind = "csv"
	TSV  Kind = "tsv"
	Text Kind = "txt"
	XLSX Kind = "xlsx"
	JSON Kind = "json"
)

// Options overrule what was found out. Zero values leave it as found.
type Options struct {
	Encoding  Encoding `json:"encoding,omitempty"`
	Delimiter string   `json:"delimiter,omitempty"` // one of , ; tab |
	Sheet     string   `json:"sheet,omitempty"`
	HeaderRow int      `json:"headerRow,omitempty"` // counted from 1; -1: there are no headings
}

// Info says how a file is read.
type Info struct {
	Name      string   `json:"name"` // without folders
	Kind      Kind     `json:"kind"`
	Size      int64    `json:"size"`                // bytes
	Encoding  Encoding `json:"encoding,omitempty"`  // of text
	Delimiter string   `json:"delimiter,omitempty"` // of text; "" for one column
	Sheets    []string `json:"sheets,omitempty"`    // of workbooks
	Sheet     string   `json:"sheet,omitempty"`
	HeaderRow int      `json:"headerRow"` // counted from 1 as a spreadsheet shows it; 0: none
	Columns   []string `json:"columns"`   // headings; letters where there are none; "" for a nameless one
	Rows      int      `json:"rows"`      // data rows; an estimate unless Exact
	Exact     bool     `json:"exact"`
}

// Note is what is odd about one row without being wrong.
type Note struct {
	Row  int // as the user sees it
	Err  error
	Lost bool // cells of the row were left out
}

// mostNotes is the most notes that are kept of one reading.
const mostNotes = 1000

// File is an outside file that has been looked at. It is used by one goroutine, except
// for Progress. Close it.
type File struct {
	info    Info
	options Options
	data    *io.SectionReader
	found   Encoding // by looking at all bytes of a text
	close   func() error
	reader  rowReader
	left    int // columns before the table: sheets often begin at B
	first   beginning
	known   func(heading string) bool // see Recognize
	notes   []Note
	done    atomic.Int64
	total   atomic.Int64
}

// rowReader gives all rows of a file from its first, headings and all. n is the row's
// number as a spreadsheet shows it; cells may be reused after the call. Rows without
// any text may be left out. progress is told how many bytes of total are read.
type rowReader interface {
	read(ctx context.Context, progress *atomic.Int64, row func(n int, cells []string) error) error
	size() int64 // in the unit of progress
}

// Open looks at a file on disk.
func Open(path string) (*File, error) { return OpenAs(path, filepath.Base(path)) }

// OpenAs looks at a file on disk that people know by another name.
func OpenAs(path, name string) (*File, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, openFault(name, err)
	}
	st, err := f.Stat()
	switch {
	case err != nil:
		err = openFault(name, err)
	case st.IsDir():
		err = ErrFolder.With("name", name)
	}
	if err != nil {
		return nil, closeAfter(f, err)
	}
	file, err := look(name, io.NewSectionReader(f, 0, st.Size()))
	if err != nil {
		return nil, closeAfter(f, err)
	}
	file.close = f.Close
	return file, nil
}

// closeAfter closes and gives the error of what went before, or else of closing.
func closeAfter(c io.Closer, err error) error {
	if e := c.Close(); err == nil && e != nil {
		return fmt.Errorf("close: %w", e)
	}
	return err
}

// OpenBytes looks at what is in memory: what was pasted or dropped. name may be empty.
func OpenBytes(name string, data []byte) (*File, error) {
	return look(name, io.NewSectionReader(bytes.NewReader(data), 0, int64(len(data))))
}

// Close lets go of the file.
func (f *File) Close() error {
	if f.close == nil {
		return nil
	}
	return f.close()
}

// Info says how the file is read.
func (f *File) Info() Info { return f.info }

// Progress tells how far Rows has come, as a part of total. It may be called while
// another goroutine reads.
func (f *File) Progress() (done, total int64) { return f.done.Load(), f.total.Load() }

// Notes lists what was odd in the last reading by Rows, at most 1,000 of it: rows that
// have more or fewer cells than the headings.
func (f *File) Notes() []Note { return f.notes }

// Set overrules what was found; what is left zero is found out anew. After an error
// the file is as before.
func (f *File) Set(o Options) error {
	fresh := &File{info: Info{Name: f.info.Name, Kind: f.info.Kind, Size: f.info.Size}, options: o, data: f.data, found: f.found, known: f.known}
	if err := fresh.prepare(); err != nil {
		return err
	}
	f.info, f.options, f.reader, f.left, f.first, f.notes = fresh.info, o, fresh.reader, fresh.left, fresh.first, nil
	return nil
}

func look(name string, data *io.SectionReader) (*File, error) {
	f := &File{info: Info{Name: name, Size: data.Size()}, data: data}
	var err error
	if f.info.Kind, f.found, err = detect(name, data); err != nil {
		return nil, err
	}
	if err := f.prepare(); err != nil {
		return nil, err
	}
	return f, nil
}

// prepare makes the reader and finds headings and columns.
func (f *File) prepare() error {
	var err error
	switch f.info.Kind {
	case XLSX:
		err = f.prepareXLSX()
	case JSON:
		return f.prepareJSON()
	default:
		err = f.prepareText()
	}
	if err != nil {
		return err
	}
	return f.findHeader()
}

// Rows gives the data rows in order: each with its number as a spreadsheet shows it, and
// a cell for each column, "" where there is none; cells beyond the last column are left
// out, with a note. Blank rows are passed over. The slice is reused; its strings are not.
// An error of row ends the reading and is returned as it is, and so does ctx.
func (f *File) Rows(ctx context.Context, row func(n int, cells []string) error) error {
	f.notes = nil
	f.done.Store(0)
	f.total.Store(f.reader.size())
	width := len(f.info.Columns)
	full := make([]string, width)
	return f.reader.read(ctx, &f.done, func(n int, cells []string) error {
		if n <= f.info.HeaderRow || blankRow(cells) {
			return nil
		}
		cells = cells[min(f.left, len(cells)):]
		f.note(n, cells)
		k := copy(full, cells)
		clear(full[k:])
		return row(n, full)
	})
}

// note keeps a row of text whose number of cells is not that of the headings. In a
// workbook cells that are not there are nothing odd.
func (f *File) note(n int, cells []string) {
	used, width := usedCells(cells), len(f.info.Columns)
	short := f.info.Delimiter != "" && len(cells) < width
	if (used > width || short) && len(f.notes) < mostNotes {
		kind := ErrRagged
		if used > width {
			kind = ErrSurplus
		}
		err := kind.With("row", n).With("cells", len(cells)).With("columns", width)
		f.notes = append(f.notes, Note{n, err, used > width})
	}
}

func blankRow(cells []string) bool { return usedCells(cells) == 0 }

// usedCells counts the cells up to the last that has text.
func usedCells(cells []string) int {
	for n := len(cells); n > 0; n-- {
		if !blank(cells[n-1]) {
			return n
		}
	}
	return 0
}
