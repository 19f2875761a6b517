package value

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dealbox/internal/fault"
	"dealbox/internal/i18n"

	"google.golang.org/protobuf/encoding/protowire"
)

// MaxText is the most bytes of a one-line text, MaxLong of a long one.
const (
	MaxText = 4 << 10
	MaxLong = 1 << 18
)

// The ways in which a text is refused.
var (
	ErrTextLong = fault.New(fault.Invalid, "text.long", i18n.T("Too long: at most {max} bytes", "太长：最多 {max} 字节"))
	ErrTextBad  = fault.New(fault.Invalid, "text.bad", i18n.T("Not readable as text", "不是可读的文字"))
	ErrType     = fault.New(fault.Invalid, "value.type", i18n.T("This is not a value for this field", "这个值不适合该字段"))
)

func textOps(name string) ops {
	return ops{
		name:    name,
		parse:   func(s string, _ Reading) (any, error) { return textOrNil(oneLine(s)), nil },
		format:  func(v any, _ Writing) string { return v.(string) },
		compare: func(a, b any) int { return strings.Compare(a.(string), b.(string)) },
		check:   func(v any) error { return checkText(v, MaxText) },
		json:    func(v any) any { return v },
		unjson:  func(v any) (any, error) { return textFromJSON(v, oneLine) },
		wire:    protowire.BytesType,
		append:  func(b []byte, v any) []byte { return protowire.AppendString(b, v.(string)) },
		consume: func(b []byte) (any, error) { return string(b), nil },
	}
}

func longOps(name string) ops {
	o := textOps(name)
	o.parse = func(s string, _ Reading) (any, error) { return textOrNil(manyLines(s)), nil }
	o.check = func(v any) error { return checkText(v, MaxLong) }
	o.unjson = func(v any) (any, error) { return textFromJSON(v, manyLines) }
	return o
}

func textOrNil(s string) any {
	if s == "" {
		return nil
	}
	return s
}

func textFromJSON(v any, clean func(string) string) (any, error) {
	s, ok := v.(string)
	if !ok {
		return nil, ErrType.Err()
	}
	return textOrNil(clean(s)), nil
}

// oneLine joins lines, drops control characters and trims, so that a name pasted from
// a web page compares equal to one that was typed.
func oneLine(s string) string {
	clean := strings.Map(func(r rune) rune {
		switch {
		case r == '\n', r == '\r', r == '\t', r == '\u00a0', r == '\u3000':
			return ' '
		case unicode.IsControl(r), r == '\ufeff':
			return -1
		}
		return r
	}, s)
	return strings.TrimSpace(clean)
}

// manyLines makes line ends uniform, drops control characters, and trims empty lines in
// front and all space behind.
func manyLines(s string) string {
	s = strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n")
	s = strings.Map(func(r rune) rune {
		if r == '\ufeff' || r != '\n' && r != '\t' && unicode.IsControl(r) {
			return -1
		}
		return r
	}, s)
	return strings.TrimRightFunc(strings.TrimLeft(s, "\n"), unicode.IsSpace)
}

func checkText(v any, most int) error {
	s, ok := v.(string)
	switch {
	case !ok:
		return ErrType.Err()
	case len(s) > most:
		return ErrTextLong.With("max", most)
	case !utf8.ValidString(s):
		return ErrTextBad.Err()
	}
	return nil
}
