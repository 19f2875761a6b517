package text

import (
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// hanLead is where the two bytes of a Chinese reading begin: above every first byte of
// UTF-8, so that Chinese stands behind all other scripts.
const (
	hanLead    = 0xF800
	hanUnknown = 0xFDFF
)

// SortKey gives a key whose bytes compare as names are listed: signs, digits, Latin
// without regard to case and accents, other scripts, then Chinese by pinyin and tone,
// characters of one reading apart. Names that differ in case or accents only have equal
// keys. Keys are no text.
func SortKey(s string) string {
	f := Fold(s)
	if ascii(f) {
		return f
	}
	sounds, _ := sounded([]rune(f), false)
	key := make([]byte, 0, 5*len(sounds))
	for _, c := range sounds {
		key = c.appendKey(key)
	}
	return string(key)
}

func ascii(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

func (c sound) appendKey(key []byte) []byte {
	if !han(c.char) {
		for _, r := range norm.NFKD.String(string(c.char)) {
			if r < 0x300 || r > 0x36f { // accents
				key = utf8.AppendRune(key, r)
			}
		}
		return key
	}
	n := uint16(hanUnknown)
	if len(c.readings) > 0 {
		if t, ok := table().numbers[c.readings[0]]; ok {
			n = hanLead + t
		}
	}
	return append(key, byte(n>>8), byte(n), byte(c.char>>16), byte(c.char>>8), byte(c.char))
}
