package table

import (
	"slices"
	"strings"

	"dealbox/internal/schema"
	"dealbox/internal/text"
	"dealbox/internal/value"
)

// search answers words typed into a box from three arenas: the folded titles and
// searched texts, their pinyin in full and by initials, and the digits of phones.
type search struct {
	texts, phones          []*schema.Def
	plain, sounds, numbers lazyArena
	late                   late // reads them from a snapshot; needed before each is used
}

// part stands between the texts of one row; no folded text holds it.
const part = "\x01"

// adopt finds out which fields are searched. The arenas begin anew when those change.
func (s *search) adopt(t *Table) {
	var texts, phones []*schema.Def
	for _, d := range t.typ.Fields {
		if t.textsOf(d) == nil {
			continue
		}
		if d.Key == t.typ.Title || d.Searched {
			texts = append(texts, d)
		}
		if d.Kind == value.Phone {
			phones = append(phones, d)
		}
	}
	if slices.EqualFunc(texts, s.texts, sameNum) && slices.EqualFunc(phones, s.phones, sameNum) {
		return
	}
	s.texts, s.phones = texts, phones
	s.late.drop()
	s.empty()
}

func sameNum(a, b *schema.Def) bool { return a.Num == b.Num }

func (t *Table) textsOf(d *schema.Def) *texts {
	c, _ := t.columns[d.Num].(*texts)
	return c
}

func (s *search) uses(num uint32) bool {
	is := func(d *schema.Def) bool { return d.Num == num }
	return slices.ContainsFunc(s.texts, is) || slices.ContainsFunc(s.phones, is)
}

func (s *search) changed(t *Table, row int) {
	s.late.need()
	s.plain.changed(row, t.plainAt)
	s.sounds.changed(row, t.soundsAt)
	s.numbers.changed(row, t.numbersAt)
}

func (t *Table) joined(defs []*schema.Def, row int, form func(s string) string) string {
	var parts []string
	for _, d := range defs {
		if s := form(t.textsOf(d).at(row)); s != "" {
			parts = append(parts, s)
		}
	}
	return strings.Join(parts, part)
}

func (t *Table) plainAt(row int) string {
	return t.joined(t.search.texts, row, text.Fold)
}

func (t *Table) soundsAt(row int) string {
	return t.joined(t.search.texts, row, func(s string) string {
		full, initials := text.Pinyin(s)
		return strings.Join(append(full, initials...), part)
	})
}

func (t *Table) numbersAt(row int) string {
	return t.joined(t.search.phones, row, value.Digits)
}

// searched keeps the rows that have every word of a search: in a title or another
// searched text, in its pinyin, or, from three digits, in a phone number.
func (t *Table) searched(words string, mask bitmap) {
	t.search.late.need()
	for _, w := range text.Words(words) {
		found := newBitmap(t.rows())
		s := &t.search
		s.plain.upTo(t.rows(), t.plainAt).find(w.Fold, found)
		if w.Latin {
			s.sounds.upTo(t.rows(), t.soundsAt).find(w.Fold, found)
		}
		if w.Digits != "" {
			s.numbers.upTo(t.rows(), t.numbersAt).find(w.Digits, found)
		}
		mask.and(found)
	}
}
