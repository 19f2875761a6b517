package source

import (
	"bytes"
	"errors"
	"io"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// Encoding is how text is written as bytes.
type Encoding string

// The encodings that are found out, and Big5, which can be chosen.
const (
	UTF8        Encoding = "utf-8"
	UTF16LE     Encoding = "utf-16le"
	UTF16BE     Encoding = "utf-16be"
	GB18030     Encoding = "gb18030"
	Windows1252 Encoding = "windows-1252"
	Big5        Encoding = "big5"
)

// Encodings lists what can be chosen.
func Encodings() []Encoding { return []Encoding{UTF8, GB18030, UTF16LE, UTF16BE, Big5, Windows1252} }

// decoder turns the bytes into UTF-8; what is wrong becomes U+FFFD.
func (e Encoding) decoder() (transform.Transformer, error) {
	var enc encoding.Encoding
	switch e {
	case UTF8:
		return unicode.UTF8BOM.NewDecoder(), nil
	case UTF16LE:
		enc = unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)
	case UTF16BE:
		enc = unicode.UTF16(unicode.BigEndian, unicode.UseBOM)
	case GB18030:
		enc = simplifiedchinese.GB18030
	case Big5:
		enc = traditionalchinese.Big5
	case Windows1252:
		enc = charmap.Windows1252
	default:
		return nil, ErrEncoding.With("value", e)
	}
	return enc.NewDecoder(), nil
}

// decoded reads the data as UTF-8 text.
func decoded(r io.Reader, e Encoding) (io.Reader, error) {
	d, err := e.decoder()
	if err != nil {
		return nil, err
	}
	return transform.NewReader(r, d), nil
}

// sampleText gives the first characters of a text.
func sampleText(data *io.SectionReader, e Encoding, most int64) (string, error) {
	r, err := decoded(io.NewSectionReader(data, 0, data.Size()), e)
	if err != nil {
		return "", err
	}
	b, err := io.ReadAll(io.LimitReader(r, most))
	return strings.ToValidUTF8(string(b), ""), err
}

// detectEncoding goes by the mark at the front, then by the zeros of UTF-16, then by
// whether all of the file is UTF-8, and else takes GB18030, or Windows-1252 where the
// bytes beyond ASCII stand alone between Latin letters.
func detectEncoding(data *io.SectionReader) (Encoding, error) {
	head := make([]byte, min(headBytes, data.Size()))
	if _, err := data.ReadAt(head, 0); err != nil && !errors.Is(err, io.EOF) {
		return "", err
	}
	switch {
	case bytes.HasPrefix(head, []byte("\xef\xbb\xbf")):
		return UTF8, nil
	case utf16Of(head) != "":
		return utf16Of(head), nil
	}
	ok, rest, err := validUTF8(io.NewSectionReader(data, 0, data.Size()))
	switch {
	case err != nil:
		return "", err
	case ok:
		return UTF8, nil
	case latin(rest):
		return Windows1252, nil
	}
	return GB18030, nil
}

// utf16Of tells UTF-16 by its mark, or by zeros that stand on one side of each pair.
func utf16Of(head []byte) Encoding {
	switch {
	case bytes.HasPrefix(head, []byte("\xff\xfe")):
		return UTF16LE
	case bytes.HasPrefix(head, []byte("\xfe\xff")):
		return UTF16BE
	}
	var zeros [2]int
	for i, c := range head {
		if c == 0 {
			zeros[i%2]++
		}
	}
	few := len(head) / 50
	switch {
	case zeros[1] > few && zeros[0]*10 <= zeros[1]:
		return UTF16LE
	case zeros[0] > few && zeros[1]*10 <= zeros[0]:
		return UTF16BE
	}
	return ""
}

// validUTF8 reads all of a text. Where it is no UTF-8, rest is a piece from there on.
func validUTF8(r io.Reader) (ok bool, rest []byte, err error) {
	buf := make([]byte, 256<<10)
	kept := 0
	for {
		n, err := io.ReadFull(r, buf[kept:])
		n += kept
		end := errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF)
		if err != nil && !end {
			return false, nil, err
		}
		whole := n
		if !end {
			whole = lastRune(buf[:n])
		}
		if !utf8.Valid(buf[:whole]) {
			return false, buf[:n], nil
		}
		if end {
			return true, nil, nil
		}
		kept = copy(buf, buf[whole:n])
	}
}

// lastRune finds where a character that the end of b cuts in two begins.
func lastRune(b []byte) int {
	for n := len(b) - 1; n >= 0 && n > len(b)-utf8.UTFMax; n-- {
		if utf8.RuneStart(b[n]) {
			if utf8.FullRune(b[n:]) {
				return len(b)
			}
			return n
		}
	}
	return len(b)
}

// latin says that most bytes beyond ASCII stand alone beside an ASCII letter, as
// accented letters do in Western Europe; in Chinese they come in pairs.
func latin(b []byte) bool {
	alone, all := 0, 0
	for i := 0; i < len(b); {
		j := i
		for j < len(b) && b[j] >= utf8.RuneSelf {
			j++
		}
		if j > i {
			all++
		}
		if j == i+1 && b[i] >= 0xc0 && (i > 0 && letter(b[i-1]) || j < len(b) && letter(b[j])) {
			alone++
		}
		i = j + 1
	}
	return all > 0 && alone*10 >= all*8
}

func letter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }
