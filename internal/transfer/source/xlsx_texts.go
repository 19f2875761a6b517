package source

import (
	"encoding/xml"
	"errors"
	"io"
	"strconv"
	"strings"
)

// sharedTexts holds the texts of a workbook, which cells name by number, one behind the
// other in one buffer: many files have a million of them.
type sharedTexts struct {
	all  []byte
	ends []int
}

func (t *sharedTexts) at(i int) (string, bool) {
	if i < 0 || i >= len(t.ends) {
		return "", false
	}
	from := 0
	if i > 0 {
		from = t.ends[i-1]
	}
	return string(t.all[from:t.ends[i]]), true
}

// readTexts reads the shared strings. Pieces of rich text are joined, readings of
// Japanese names (rPh) left out.
func (w *workbook) readTexts() (*sharedTexts, error) {
	t := &sharedTexts{}
	x, err := w.xmlPart("xl/sharedstrings.xml", mostTextBytes)
	if x == nil || err != nil {
		return t, err
	}
	return t, closeAfter(x, t.read(x))
}

func (t *sharedTexts) read(x *xmlReader) error {
	var text richText
	for {
		token, err := x.token()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		text.add(token)
		if e, ok := token.(xml.EndElement); ok && e.Name.Local == "si" {
			t.all = append(t.all, text.take()...)
			t.ends = append(t.ends, len(t.all))
			if len(t.all) > mostTextBytes {
				return errPartSize
			}
		}
	}
}

// richText gathers the text within t elements, but for those within rPh.
type richText struct {
	text    []byte
	inText  bool
	reading bool
}

func (r *richText) add(token xml.Token) {
	switch e := token.(type) {
	case xml.StartElement:
		r.inText = e.Name.Local == "t"
		r.reading = r.reading || e.Name.Local == "rPh"
	case xml.EndElement:
		r.inText = false
		if e.Name.Local == "rPh" {
			r.reading = false
		}
	case xml.CharData:
		if r.inText && !r.reading {
			r.text = append(r.text, e...)
		}
	}
}

// take gives the text and begins anew.
func (r *richText) take() string {
	s := unescape(string(r.text))
	r.text = r.text[:0]
	return s
}

// unescape reads _x000D_, as workbooks write characters that XML cannot hold.
func unescape(s string) string {
	if !strings.Contains(s, "_x") {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); {
		if i+7 <= len(s) && s[i] == '_' && s[i+1] == 'x' && s[i+6] == '_' {
			if n, err := strconv.ParseUint(s[i+2:i+6], 16, 16); err == nil {
				b.WriteRune(rune(n))
				i += 7
				continue
			}
		}
		b.WriteByte(s[i])
		i++
	}
	return strings.ReplaceAll(b.String(), "\r\n", "\n")
}
