// Package schema holds declarations: record types, their fields and choices.
//
// A record type is declared once, as a Go value whose fields are typed handles:
// generic code reads the metadata, sales logic reads the types. Fields and choices that
// a user makes are the same metadata without the handles, and are kept in the file.
//
// Declarations are immutable once in a Registry; a change makes a new Registry.
package schema

import (
	"reflect"

	"dealbox/internal/i18n"
	"dealbox/internal/record"
	"dealbox/internal/value"
)

// Def declares one field.
type Def struct {
	Key   string     `json:"key"`  // stable name, lower case: "expected_close"
	Num   uint32     `json:"num"`  // stable number in the file, never reused
	Kind  value.Kind `json:"kind"` // number of the kind
	Label i18n.Text  `json:"label"`
	Help  i18n.Text  `json:"help,omitzero"`

	Required bool `json:"required,omitempty"` // must have a value
	Unique   bool `json:"unique,omitempty"`   // no two live records share a value; import finds records by it
	Searched bool `json:"-"`                  // found by text search
	Tracked  bool `json:"-"`                  // its changes show in the timeline
	Listed   bool `json:"-"`                  // a column of the default list
	ReadOnly bool `json:"-"`                  // written by rules only
	Hidden   bool `json:"-"`                  // internal: in no form, list or filter
	Quick    bool `json:"-"`                  // asked in quick create
	Offered  bool `json:"-"`                  // a Bool: records where it is false are no longer offered to be chosen
	Match    bool `json:"-"`                  // import takes records with an equal value for the same
	Own      bool `json:"-"`                  // made by a user
	Retired  bool `json:"retired,omitempty"`  // hidden by a user; values are kept
	Plain    bool `json:"plain,omitempty"`    // a whole number that is a name, not an amount: a year; never summed, no sign between thousands

	Options []Option  `json:"options,omitempty"` // of choices
	Target  string    `json:"target,omitempty"`  // key of the linked type
	Inverse i18n.Text `json:"-"`                 // name of the list of these records on the linked one's page
	Section i18n.Text `json:"-"`                 // heading in forms and on the record page
	Prefix  string    `json:"prefix,omitempty"`  // of automatic numbers
	Default any       `json:"-"`                 // value of a new record

	// Rate is, of an amount, the key of a Number field of the same type. Where that has a
	// value above zero, it is the worth of one unit of the amount's currency in base
	// currency, fixed for that record: the rate of the day does not count then.
	Rate string `json:"-"`

	CheckValue func(v any) error `json:"-"` // beyond the kind's own check
	target     reflect.Type
}

// Option is one choice of a field.
type Option struct {
	Num     value.Option `json:"num"`
	Key     string       `json:"key,omitempty"` // of built-in choices, for rules and the command line
	Label   i18n.Text    `json:"label"`
	Color   string       `json:"color,omitempty"` // name of a token: "success", "st-new" …
	Retired bool         `json:"retired,omitempty"`
}

// Option finds a choice by number.
func (d *Def) Option(n value.Option) (Option, bool) {
	for _, o := range d.Options {
		if o.Num == n {
			return o, true
		}
	}
	return Option{}, false
}

// OptionNamed finds a choice by its key or its words in either language, without
// regard to case.
func (d *Def) OptionNamed(word string) (value.Option, bool) {
	for _, o := range d.Options {
		if o.Key != "" && o.Key == word || o.Label.Has(word) {
			return o.Num, true
		}
	}
	return 0, false
}

// Words gives a choice's label, or its number when it is unknown.
func (d *Def) Words(n value.Option) i18n.Text {
	if o, ok := d.Option(n); ok {
		return o.Label
	}
	return i18n.Same("#" + value.Integer.Format(int64(n), value.Writing{Plain: true}))
}

// Of gives the field's value in a row, nil when there is none.
func (d *Def) Of(r *record.Row) any { return r.Get(d.Num) }

// Changed says that a change gives the field another value.
func (d *Def) Changed(c *record.Change) bool {
	return !d.Kind.Equal(c.Before.Get(d.Num), c.After.Get(d.Num))
}

// Check refuses a value that the field cannot hold.
func (d *Def) Check(v any) error {
	if err := d.Kind.Check(v); err != nil || v == nil {
		return err
	}
	if d.CheckValue != nil {
		return d.CheckValue(v)
	}
	return nil
}

// Type declares a record type.
type Type struct {
	Key     string    `json:"key"`
	Num     uint32    `json:"num"`
	Label   i18n.Text `json:"label"`             // one of them: Opportunity
	Plural  i18n.Text `json:"plural"`            // several: Opportunities
	Icon    string    `json:"icon"`              // Tabler icon
	Title   string    `json:"title"`             // key of the field that names a record
	TitleEn string    `json:"titleEn,omitempty"` // key of the field with its name in English, or ""
	Parent  string    `json:"parent"`            // key of the link to the record that this one is part of, or ""
	Nav     bool      `json:"nav"`               // has a list of its own in the sidebar
	Setup   bool      `json:"setup"`             // edited in Settings, not in lists

	Fields []*Def `json:"fields"`

	rules  any // the declaring struct: what core looks for optional interfaces on
	goType reflect.Type
	byKey  map[string]*Def
	byNum  map[uint32]*Def
}

// Rules is the declaring struct, for optional interfaces such as core.Deriver.
func (t *Type) Rules() any { return t.rules }

// Field finds a field by key, nil when there is none.
func (t *Type) Field(key string) *Def { return t.byKey[key] }

// FieldNum finds a field by number, nil when there is none.
func (t *Type) FieldNum(num uint32) *Def { return t.byNum[num] }

// TitleField is the field that names a record.
func (t *Type) TitleField() *Def { return t.byKey[t.Title] }

// OfferedField says which of its records are still offered to be chosen; nil: all are.
func (t *Type) OfferedField() *Def {
	for _, d := range t.Fields {
		if d.Offered {
			return d
		}
	}
	return nil
}

// RateOf is the field that fixes the worth of an amount's currency, nil when there is none.
func (t *Type) RateOf(d *Def) *Def {
	if r := t.byKey[d.Rate]; r != nil && r.Kind == value.Number {
		return r
	}
	return nil
}

// KindOf tells the kind of a field: Type is a record.Kinds.
func (t *Type) KindOf(num uint32) (value.Kind, bool) {
	d := t.byNum[num]
	if d == nil {
		return 0, false
	}
	return d.Kind, true
}

var _ record.Kinds = (*Type)(nil)

func (t *Type) index() {
	t.byKey, t.byNum = map[string]*Def{}, map[uint32]*Def{}
	for _, d := range t.Fields {
		t.byKey[d.Key], t.byNum[d.Num] = d, d
	}
}
