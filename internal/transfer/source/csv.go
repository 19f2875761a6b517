package source

import (
	"bufio"
	"context"
	"errors"
	"io"
	"strings"
	"sync/atomic"
)

// Bounds of a row of text: what is beyond is no table.
const (
	mostRowBytes = 8 << 20
	mostColumns  = 16384
)

// scanner parts text into rows of cells. It takes what spreadsheets and databases write
// and is tolerant of the rest: text behind a closing quote belongs to the cell, line ends
// may be of any sort and stand inside quotes, ="0012" is the text 0012.
type scanner struct {
	in        *bufio.Reader
	delimiter byte // 0: each line is one cell
	row       int  // number of the row that next gave, from 1; empty lines count
	text      []byte
	ends      []int
	cells     []string
}

func newScanner(r io.Reader, delimiter byte) *scanner {
	return &scanner{in: bufio.NewReaderSize(r, 64<<10), delimiter: delimiter}
}

// next gives the cells of the next row, io.EOF after the last. The slice is reused.
func (s *scanner) next() ([]string, error) {
	s.text, s.ends = s.text[:0], s.ends[:0]
	s.row++
	for {
		last, err := s.cell()
		if err != nil {
			return nil, err
		}
		s.ends = append(s.ends, len(s.text))
		if len(s.ends) > mostColumns {
			return nil, s.wide()
		}
		if last {
			return s.split(), nil
		}
	}
}

func (s *scanner) wide() error { return ErrWide.With("row", s.row).With("max", mostColumns) }

// split makes one string of the row and cuts the cells out of it.
func (s *scanner) split() []string {
	all, from := string(s.text), 0
	s.cells = s.cells[:0]
	for _, to := range s.ends {
		s.cells = append(s.cells, plainFormula(all[from:to]))
		from = to
	}
	return s.cells
}

// plainFormula takes ="0012" for the text 0012: people write it so that Excel keeps zeros.
func plainFormula(cell string) string {
	if inner, ok := strings.CutPrefix(cell, `="`); ok && inner != "" && strings.IndexByte(inner, '"') == len(inner)-1 {
		return inner[:len(inner)-1]
	}
	return cell
}

// cell appends one cell to the text. last says that the row ends with it; io.EOF is given
// before a row only.
func (s *scanner) cell() (last bool, err error) {
	c, err := s.in.ReadByte()
	if errors.Is(err, io.EOF) && len(s.ends) > 0 {
		return true, nil
	}
	if err != nil {
		return false, err
	}
	if c == '"' && s.delimiter != 0 {
		return s.quoted()
	}
	return s.bare(c)
}

// bare reads on to the next delimiter or line end from a byte that is read.
func (s *scanner) bare(c byte) (last bool, err error) {
	for {
		switch {
		case c == s.delimiter && c != 0:
			return false, nil
		case c == '\n':
			return true, nil
		case c == '\r':
			return true, s.skipLineFeed()
		case c != 0:
			s.text = append(s.text, c)
		}
		if len(s.text) > mostRowBytes {
			return false, s.wide()
		}
		if c, err = s.in.ReadByte(); err != nil {
			return true, notEOF(err)
		}
	}
}

// quoted reads a cell behind its opening quote. Two quotes are one; line ends become \n.
func (s *scanner) quoted() (last bool, err error) {
	row := s.row
	for {
		c, err := s.in.ReadByte()
		switch {
		case errors.Is(err, io.EOF):
			return false, ErrQuote.With("row", row)
		case err != nil:
			return false, err
		case c == '"':
			c, err = s.in.ReadByte()
			if err != nil {
				return true, notEOF(err)
			}
			if c != '"' {
				return s.bare(c)
			}
		case c == '\r':
			c = '\n'
			err = s.skipLineFeed()
		}
		if err != nil {
			return false, err
		}
		if s.text = append(s.text, c); len(s.text) > mostRowBytes {
			return false, ErrQuote.With("row", row)
		}
	}
}

// skipLineFeed takes the second half of a Windows line end.
func (s *scanner) skipLineFeed() error {
	c, err := s.in.ReadByte()
	switch {
	case err != nil:
		return notEOF(err)
	case c != '\n':
		return s.in.UnreadByte()
	}
	return nil
}

func notEOF(err error) error {
	if errors.Is(err, io.EOF) {
		return nil
	}
	return err
}

// textReader reads delimited text.
type textReader struct {
	data      *io.SectionReader
	encoding  Encoding
	delimiter byte
	hint      bool // the first line is Excel's "sep=;"
}

func (t *textReader) size() int64 { return t.data.Size() }

func (t *textReader) read(ctx context.Context, progress *atomic.Int64, row func(int, []string) error) error {
	raw := &counter{io.NewSectionReader(t.data, 0, t.data.Size()), progress}
	r, err := decoded(raw, t.encoding)
	if err != nil {
		return err
	}
	s := newScanner(r, t.delimiter)
	if t.hint {
		if _, err := s.in.ReadString('\n'); err != nil {
			return notEOF(err)
		}
	}
	for {
		if s.row%256 == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		cells, err := s.next()
		if err != nil {
			return notEOF(err)
		}
		if err := row(s.row, cells); err != nil {
			return err
		}
	}
}

// counter tells how many bytes were read through it.
type counter struct {
	io.Reader
	n *atomic.Int64
}

func (c *counter) Read(p []byte) (int, error) {
	n, err := c.Reader.Read(p)
	c.n.Add(int64(n))
	return n, err
}
