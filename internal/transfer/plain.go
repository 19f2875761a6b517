package transfer

import (
	"strings"
	"time"

	"dealbox/internal/i18n"
	"dealbox/internal/schema"
	"dealbox/internal/value"
)

// Writer says how an export writes values: words in one language, and otherwise forms that
// an import reads back as the same value.
type Writer struct {
	Lang  i18n.Lang
	Zone  *time.Location
	Base  value.Currency                                       // amounts in it go without a code
	Title func(d *schema.Def, id value.ID) (s string, ok bool) // of a linked record; ok only when it names no other
}

// Cell writes a value. Nothing gives "".
func (w Writer) Cell(d *schema.Def, v any) string {
	switch v := v.(type) {
	case nil:
		return ""
	case string:
		return v
	case value.Money:
		if v.Currency == w.Base {
			return v.Plain()
		}
		return string(v.Currency) + " " + v.Plain()
	case value.Decimal:
		if d.Kind == value.Percent {
			return v.String() + "%"
		}
		return v.String()
	case value.Moment:
		return v.Time().In(w.Zone).Format("2006-01-02T15:04:05.000Z07:00")
	case value.ID:
		return w.link(d, v)
	case []value.ID:
		words := make([]string, len(v))
		for i, id := range v {
			words[i] = id.String()
		}
		return strings.Join(words, "; ")
	case int64:
		if d.Kind == value.Integer {
			return strings.ReplaceAll(d.Kind.Format(v, value.Writing{}), ",", "")
		}
	}
	return d.Kind.Format(v, value.Writing{Lang: w.Lang, Zone: w.Zone, Option: d.Words})
}

// link writes a linked record by its title, or where that names several by its id.
func (w Writer) link(d *schema.Def, id value.ID) string {
	if s, ok := w.Title(d, id); ok && s != "" {
		return s
	}
	return id.String()
}

// formulaSigns begin a cell that a spreadsheet would run as a formula.
const formulaSigns = "=+-@\t\r"

// Neutral puts an apostrophe before text that a spreadsheet would run as a formula.
// Restored takes it away again; text that begins so by itself comes back unchanged.
func Neutral(s string) string {
	if risky(s) {
		return "'" + s
	}
	return s
}

// Restored undoes Neutral.
func Restored(s string) string {
	if strings.HasPrefix(s, "'") && risky(s) {
		return s[1:]
	}
	return s
}

func risky(s string) bool {
	rest := strings.TrimLeft(s, "'")
	return rest != "" && strings.ContainsRune(formulaSigns, rune(rest[0]))
}

// textual says that values of a kind are text, in which a formula could hide. Numbers may
// begin with a minus.
func textual(k value.Kind) bool {
	switch k {
	case value.Integer, value.Number, value.Amount, value.Percent, value.Day, value.Time, value.Duration, value.Bool:
		return false
	}
	return true
}
