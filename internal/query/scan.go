package query

import (
	"slices"
	"strings"
	"unicode"
)

// class says what a token is.
type class uint8

const (
	end     class = iota
	word          // letters, digits and all else that is no sign
	quoted        // a text in quotes
	sign          // = != <> < <= > >= && || !
	bracket       // ( )
	comma
)

// token is one word or sign of a condition.
type token struct {
	kind class
	text string // without its quotes; signs in their ASCII form
	pos  int    // of its first character, from 1
	last int    // position behind its last character
}

func (t token) lower() string { return strings.ToLower(t.text) }

// is says whether the token is one of the words or signs; a quoted text is none.
func (t token) is(words ...string) bool {
	return t.kind != quoted && t.kind != end && slices.Contains(words, t.lower())
}

// plainSigns gives the ASCII form of signs as Chinese keyboards write them.
var plainSigns = map[rune]rune{'＝': '=', '＞': '>', '＜': '<', '！': '!', '（': '(', '）': ')', '，': ',', '、': ','}

// closing gives the quote that ends a text.
var closing = map[rune]rune{'\'': '\'', '"': '"', '“': '”', '‘': '’', '「': '」', '『': '』'}

// scan splits a condition into tokens; the last one is the end. Nothing is refused.
func scan(s string) []token {
	source := []rune(s)
	for i, r := range source {
		if p, ok := plainSigns[r]; ok && p != ',' {
			source[i] = p
		}
	}
	var all []token
	for i := 0; i < len(source); {
		if unicode.IsSpace(source[i]) {
			i++
			continue
		}
		t := tokenAt(source, i)
		all = append(all, t)
		i = t.last - 1
	}
	return append(all, token{kind: end, pos: len(source) + 1, last: len(source) + 1})
}

func tokenAt(s []rune, i int) token {
	if q, ok := closing[s[i]]; ok {
		return quotedAt(s, i, q)
	}
	if n := signAt(s, i); n > 0 {
		return token{sign, string(s[i : i+n]), i + 1, i + n + 1}
	}
	switch {
	case s[i] == '(' || s[i] == ')':
		return token{bracket, string(s[i]), i + 1, i + 2}
	case isComma(s[i]):
		return token{comma, ",", i + 1, i + 2}
	}
	n := i + 1
	for n < len(s) && inWord(s, n) {
		n++
	}
	return token{word, string(s[i:n]), i + 1, n + 1}
}

func isComma(r rune) bool { return r == ',' || plainSigns[r] == ',' }

// quotedAt reads a text in quotes; a doubled quote stands for one. Without a closing
// quote the text goes to the end.
func quotedAt(s []rune, i int, close rune) token {
	var text []rune
	n := i + 1
	for ; n < len(s); n++ {
		if s[n] == close {
			if n+1 >= len(s) || s[n+1] != close {
				n++
				break
			}
			n++
		}
		text = append(text, s[n])
	}
	return token{quoted, string(text), i + 1, n + 1}
}

// signAt gives the length of the sign that stands at a place, 0 for none.
func signAt(s []rune, i int) int {
	two := string(s[i:min(i+2, len(s))])
	if slices.Contains([]string{"==", "!=", "<>", "<=", ">=", "&&", "||"}, two) {
		return 2
	}
	if strings.ContainsRune("=<>!≠≤≥", s[i]) {
		return 1
	}
	return 0
}

// inWord says whether a character goes on the word before it. An apostrophe does
// (O'Brien), other quotes begin a text.
func inWord(s []rune, n int) bool {
	r := s[n]
	_, quote := closing[r]
	return !unicode.IsSpace(r) && r != '(' && r != ')' && !isComma(r) &&
		(!quote || r == '\'' || r == '‘') && signAt(s, n) == 0
}
