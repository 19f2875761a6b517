package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Fold gives the form in which "contains" is looked for: full-width letters and other
// compatible forms made plain, lower case, spaces single, no space outside, nothing
// invisible. Folding what is folded changes nothing.
func Fold(s string) string {
	if folded(s) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	gap := false
	for _, r := range normal(s) {
		switch {
		case unicode.IsSpace(r):
			gap = b.Len() > 0
		case invisible(r):
		default:
			if gap {
				b.WriteByte(' ')
				gap = false
			}
			b.WriteRune(r)
		}
	}
	return norm.NFKC.String(b.String())
}

// Key gives the form in which two spellings of one name are equal: Fold without spaces
// and punctuation, so that "GTXPro" is "GTX Pro" and "甲（集团）" is "甲(集团)". Signs that
// tell names apart stay: C, C++ and C# are three. A name of punctuation only keeps it.
func Key(s string) string {
	if key, ok := plainKey(s); ok {
		return key
	}
	f := Fold(s)
	key := strings.Map(unpunctuated, f)
	if key == "" {
		return f
	}
	return norm.NFKC.String(key)
}

// unpunctuated drops spaces and punctuation, but not the sign of C#.
func unpunctuated(r rune) rune {
	if r == ' ' || r != '#' && unicode.IsPunct(r) {
		return -1
	}
	return r
}

// folded says that Fold would change nothing, for the many texts that are plain already.
func folded(s string) bool {
	for i := 0; i < len(s); i++ {
		c := s[i]
		double := c == ' ' && (i == 0 || i == len(s)-1 || s[i-1] == ' ')
		if c >= utf8.RuneSelf || c < ' ' || c == 0x7f || c >= 'A' && c <= 'Z' || double {
			return false
		}
	}
	return true
}

// normal makes forms and case plain. Lower case of a decomposable letter can be
// decomposable again (İ), and normalising can give capitals (℡), hence the second turn.
func normal(s string) string {
	s = strings.ToValidUTF8(s, "\ufffd")
	once := strings.ToLower(norm.NFKC.String(s))
	if once == s {
		return s
	}
	return strings.ToLower(norm.NFKC.String(once))
}

// plainKey is Key for a text of ASCII that has more than punctuation, as most have; ok is
// false for any other.
func plainKey(s string) (key string, ok bool) {
	same := true
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			return "", false
		}
		same = same && keyByte[s[i]] == s[i]
	}
	if same {
		return s, s != ""
	}
	b := make([]byte, 0, len(s))
	for i := 0; i < len(s); i++ {
		if c := keyByte[s[i]]; c != 0 {
			b = append(b, c)
		}
	}
	return string(b), len(b) > 0
}

// keyByte is what each ASCII character is in a key; 0 is nothing.
var keyByte = func() (all [utf8.RuneSelf]byte) {
	for c := range all {
		r := rune(c)
		if r == '#' || r != ' ' && !unicode.IsPunct(r) && !unicode.IsControl(r) {
			all[c] = byte(unicode.ToLower(r))
		}
	}
	return all
}()

func invisible(r rune) bool {
	return unicode.IsControl(r) || unicode.Is(unicode.Cf, r)
}
