package text

import "strings"

// phoneDigits is the fewest digits by which a phone number is found.
const phoneDigits = 3

// Word is one word of a search, made ready.
type Word struct {
	Fold   string // looked for in Fold of titles
	Latin  bool   // letters and digits only: looked for in pinyin too
	Digits string // looked for in the digits of phones; "" when there are too few
}

// Words splits what is typed into a search box: every word must be found somewhere.
// A phone written with spaces or hyphens is one word.
func Words(q string) []Word {
	f := Fold(q)
	if d, ok := phoneDigitsOf(f); ok {
		return []Word{{Fold: f, Latin: d == f, Digits: d}}
	}
	var all []Word
	for part := range strings.FieldsSeq(f) {
		d, _ := phoneDigitsOf(part)
		all = append(all, Word{Fold: part, Latin: latin(part), Digits: d})
	}
	return all
}

// In says whether a title or another text contains the word as it is written, or in
// pinyin in full or by first letters.
func (w Word) In(title string) bool {
	if strings.Contains(Fold(title), w.Fold) {
		return true
	}
	if !w.Latin {
		return false
	}
	full, initials := Pinyin(title)
	return containsAny(full, w.Fold) || containsAny(initials, w.Fold)
}

// InPhone says whether the digits of a phone number contain the word's.
func (w Word) InPhone(digits string) bool {
	return w.Digits != "" && strings.Contains(digits, w.Digits)
}

// Match says whether a title contains every word of a search: the plain specification
// of what the columns answer from their arenas.
func Match(q, title string) bool {
	for _, w := range Words(q) {
		if !w.In(title) {
			return false
		}
	}
	return true
}

func containsAny(all []string, part string) bool {
	for _, s := range all {
		if strings.Contains(s, part) {
			return true
		}
	}
	return false
}

func latin(s string) bool {
	for _, r := range s {
		if (r < 'a' || r > 'z') && (r < '0' || r > '9') {
			return false
		}
	}
	return s != ""
}

// phoneDigitsOf gives the digits of what may be a part of a phone number.
func phoneDigitsOf(s string) (string, bool) {
	var d []byte
	for _, r := range s {
		switch {
		case r >= '0' && r <= '9':
			d = append(d, byte(r))
		case !strings.ContainsRune("+-() .", r):
			return "", false
		}
	}
	if len(d) < phoneDigits {
		return "", false
	}
	return string(d), true
}
