package transfer

import (
	"unicode/utf8"

	"dealbox/internal/schema"
	"dealbox/internal/value"
)

// Bounds of what a file may hold: what is beyond is no value of its field, and would not
// fit into one change.
const (
	mostLabel   = 1 << 10   // bytes of a new choice
	mostLabels  = 256 << 10 // bytes of all choices of a field, in both languages
	labelFrame  = 64        // bytes of a choice besides its words
	mostHeading = 1 << 10   // bytes of the name of a new field
)

// most is how many bytes a cell of the column may have.
func (p *plan) most() int {
	switch {
	case p.def == nil:
		return value.MaxLong
	case p.def.Kind == value.Choice:
		return mostLabel
	case p.def.Kind.Long(), p.def.Kind.Set():
		return value.MaxLong
	}
	return value.MaxText
}

// fit refuses a cell that is longer than any value of the column.
func (p *plan) fit(cell string) error {
	if most := p.most(); len(cell) > most {
		return value.ErrTextLong.With("max", most)
	}
	return nil
}

// sizeOf is how many bytes choices take, roughly.
func sizeOf(options []schema.Option) (n int) {
	for _, o := range options {
		n += len(o.Label.En) + len(o.Label.Zh) + labelFrame
	}
	return n
}

// clipped cuts a text to so many bytes, between letters.
func clipped(s string, most int) string {
	if len(s) <= most {
		return s
	}
	for most > 0 && !utf8.RuneStart(s[most]) {
		most--
	}
	return s[:most]
}
