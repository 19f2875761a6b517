package app

import (
	"dealbox/internal/i18n"
	"dealbox/internal/query"
)

// Ref names a record.
type Ref struct {
	ID    string `json:"id"`
	Type  string `json:"type"`
	Title string `json:"title"`
}

// Row is a record as lists, forms and pages show it. Values are by field key, in the
// JSON form of their kind; a link is a Ref, links are a list of them.
type Row struct {
	ID      string         `json:"id"`
	Type    string         `json:"type"`
	Title   string         `json:"title"`
	Values  map[string]any `json:"values"`
	Seq     string         `json:"seq"`               // last log entry that touched it
	Deleted bool           `json:"deleted,omitempty"` // in the trash
}

// TypeInfo describes a record type.
type TypeInfo struct {
	Key       string      `json:"key"`
	Label     i18n.Text   `json:"label"`
	Plural    i18n.Text   `json:"plural"`
	Icon      string      `json:"icon"`
	Title     string      `json:"title"`  // key of the field that names a record
	Parent    string      `json:"parent"` // key of the link to the record that it is part of
	Nav       bool        `json:"nav"`
	Setup     bool        `json:"setup"`
	Fields    []FieldInfo `json:"fields"`
	Relations []Relation  `json:"relations"`
}

// Relation is a list of records that link to one of this type.
type Relation struct {
	Type  string    `json:"type"`
	Field string    `json:"field"` // the link
	Label i18n.Text `json:"label"`
}

// FieldInfo describes a field.
type FieldInfo struct {
	Key      string       `json:"key"`
	Kind     string       `json:"kind"`
	Label    i18n.Text    `json:"label"`
	Help     i18n.Text    `json:"help"`
	Section  i18n.Text    `json:"section"`
	Required bool         `json:"required"`
	Unique   bool         `json:"unique"`
	Tracked  bool         `json:"tracked"`
	Listed   bool         `json:"listed"`
	ReadOnly bool         `json:"readOnly"`
	Quick    bool         `json:"quick"`
	Own      bool         `json:"own"`
	Retired  bool         `json:"retired"`
	Options  []OptionInfo `json:"options"`
	Target   string       `json:"target"` // type key of a link
	Prefix   string       `json:"prefix"`
	Plain    bool         `json:"plain"` // a whole number that is a name, such as a year: no sign between thousands, no sums
}

// OptionInfo is one choice.
type OptionInfo struct {
	Num     uint32    `json:"num"`
	Key     string    `json:"key"`
	Label   i18n.Text `json:"label"`
	Color   string    `json:"color"`
	Retired bool      `json:"retired"`
}

// SortKey orders a list.
type SortKey struct {
	Field string `json:"field"`
	Desc  bool   `json:"desc"`
}

// Sum is a total over a list. Amounts of money are in base currency; Missing counts those
// in a currency without a rate, which are never added.
type Sum struct {
	Amount   string `json:"amount"`
	Currency string `json:"currency"` // "" for plain numbers
	Count    int    `json:"count"`    // records with a value
	Missing  int    `json:"missing"`
}

// ListQuery asks for a list.
type ListQuery struct {
	Type  string      `json:"type"`
	Where *query.Cond `json:"where,omitempty"`
	Text  string      `json:"text"` // any text, pinyin or digits
	Sort  []SortKey   `json:"sort"`
	Group string      `json:"group"` // field key, or ""
	Open  []string    `json:"open"`  // keys of the groups whose records are shown
	Sums  []string    `json:"sums"`  // fields to total
}

// ListInfo is a list that was opened. Rows are asked for by its token until it is gone.
type ListInfo struct {
	Token string         `json:"token"`
	Total int            `json:"total"` // rows to page through, group rows among them
	Count int            `json:"count"` // records
	Sums  map[string]Sum `json:"sums"`
}

// TickedInput asks for ticked rows of a list as text.
type TickedInput struct {
	Token  string   `json:"token"`
	All    bool     `json:"all"` // every row but those of IDs; otherwise those
	IDs    []string `json:"ids"`
	Fields []string `json:"fields"`
}

// TickedText is rows as a spreadsheet takes them from the clipboard.
type TickedText struct {
	Text string `json:"text"`
	Rows int    `json:"rows"` // in the text
	Left int    `json:"left"` // ticked rows that are not: they were too many
}

// ListPage is a span of rows.
type ListPage struct {
	Rows []ListRow `json:"rows"`
}

// ListRow is a record or, when Group is there, the head of a group.
type ListRow struct {
	Row
	Changed bool      `json:"changed,omitempty"` // since the list was opened, so that it would stand elsewhere now, or not at all
	Group   *GroupRow `json:"group,omitempty"`
}

// GroupRow is the head of a group in a list.
type GroupRow struct {
	Key   string         `json:"key"`
	Label string         `json:"label"` // "" for records without a value
	Count int            `json:"count"`
	Open  bool           `json:"open"`
	Sums  map[string]Sum `json:"sums"`
}

// ChangeRef names something that a person did and can undo.
type ChangeRef struct {
	ID    string    `json:"id"` // "" for nothing
	Label i18n.Text `json:"label"`
}
