// Package i18n holds the two languages of Dealbox.
//
// Words stand side by side where they are used: i18n.T("Stage", "阶段"). There is
// no catalogue of keys, so half a string does not compile and no word is orphaned.
package i18n

import "strings"

// Lang is a language of the program, as a BCP 47 tag.
type Lang string

// The languages of the program.
const (
	Chinese Lang = "zh-CN"
	English Lang = "en"
)

// Text is one thing said in both languages. A user's own label may lack one half.
type Text struct {
	En string `json:"en"`
	Zh string `json:"zh"`
}

// T pairs the English and the Chinese words for one thing.
func T(en, zh string) Text { return Text{En: en, Zh: zh} }

// Same is a word that is the same in both languages, such as a person's name.
func Same(s string) Text { return Text{En: s, Zh: s} }

// In gives the text in a language, or the other half where this one is empty.
func (t Text) In(l Lang) string {
	if (l == Chinese && t.Zh != "") || t.En == "" {
		return t.Zh
	}
	return t.En
}

// Empty says that neither half has words.
func (t Text) Empty() bool { return t.En == "" && t.Zh == "" }

// Has says whether one of the halves is s, compared without case or outer spaces.
func (t Text) Has(s string) bool {
	s = strings.TrimSpace(s)
	return s != "" && (strings.EqualFold(t.En, s) || strings.EqualFold(t.Zh, s))
}

// Parse reads a language from a setting or a system locale such as "zh_CN.UTF-8".
// Everything that is not Chinese is English.
func Parse(s string) Lang {
	if strings.HasPrefix(strings.ToLower(s), "zh") {
		return Chinese
	}
	return English
}
