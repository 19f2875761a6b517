package source

import (
	"strings"
	"unicode"
)

func blank(s string) bool {
	return s == "" || strings.TrimFunc(s, func(r rune) bool { return unicode.IsSpace(r) || r == '\ufeff' || r == '\u200b' }) == ""
}

// heading makes one line of a heading, and takes off the star of required columns.
func heading(s string) string {
	s = strings.Join(strings.Fields(strings.ReplaceAll(s, "\ufeff", "")), " ")
	return strings.TrimSpace(strings.Trim(s, "*＊"))
}
