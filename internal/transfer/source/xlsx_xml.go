package source

import (
	"encoding/xml"
	"errors"
	"io"
)

var (
	errPartSize = errors.New("a part of the workbook is too large")
	errToken    = errors.New("a piece of the workbook is too large")
)

// mostToken bounds what the decoder must hold at once: a cell has 32,767 characters.
const mostToken = 4 << 20

// xmlReader reads a part piece by piece.
type xmlReader struct {
	part    io.ReadCloser
	guard   *tokenGuard
	decoder *xml.Decoder
}

func newXMLReader(r io.ReadCloser) *xmlReader {
	g := &tokenGuard{r: r, left: mostToken}
	d := xml.NewDecoder(g)
	d.CharsetReader = func(_ string, r io.Reader) (io.Reader, error) { return r, nil }
	return &xmlReader{r, g, d}
}

// token gives the next piece; it is valid until the next call.
func (x *xmlReader) token() (xml.Token, error) {
	x.guard.left = mostToken
	return x.decoder.RawToken()
}

func (x *xmlReader) Close() error { return x.part.Close() }

// tokenGuard fails when more is read for one piece than it may be long.
type tokenGuard struct {
	r    io.Reader
	left int
	read int64
}

func (g *tokenGuard) Read(p []byte) (int, error) {
	if g.left <= 0 {
		return 0, errToken
	}
	n, err := g.r.Read(p)
	g.left -= n
	g.read += int64(n)
	return n, err
}

func attr(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}
