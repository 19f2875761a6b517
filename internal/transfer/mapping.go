package transfer

import (
	"strings"

	"dealbox/internal/schema"
	"dealbox/internal/value"
)

// What to do with a row whose record is there already.
const (
	DoNew    = "new"    // another record all the same
	DoUpdate = "update" // the file's values win; blanks change nothing
	DoMerge  = "merge"  // the file's values fill only what is empty
	DoSkip   = "skip"   // the row is left out
)

// Targets of a column that are no field.
const (
	ToIgnore = "ignore"
	ToNote   = "note" // a line "heading: value" in the record's description
	ToID     = "id"   // the record's own id, of an own export
	ToOwn    = "own"  // a new field of the user's own, of Column.Kind
	// ToCurrency is the currency of the row's amounts that name none themselves.
	ToCurrency = "row-currency"
)

// Mapping says how a file becomes records of a type. It can be kept as a template: columns
// are found again by name.
type Mapping struct {
	Type        string         `json:"type"`
	Columns     []Column       `json:"columns"`
	OnDuplicate string         `json:"onDuplicate"`
	PerRow      map[int]string `json:"-"` // decisions on single rows of this file
	LostReason  value.ID       `json:"-"` // for lost rows without one; zero: "not given"
	DryRun      bool           `json:"-"`
}

// Column is a source column and where it goes.
type Column struct {
	Index         int             `json:"index"`
	Name          string          `json:"name"`
	Target        string          `json:"target"` // field key, "type.field" of a part, or one of the above
	Kind          value.Kind      `json:"kind,omitempty"`
	Options       []schema.Option `json:"options,omitempty"` // of a new choice field
	Plain         bool            `json:"plain,omitempty"`   // of a new field of whole numbers: they are years
	Order         value.DateOrder `json:"order,omitempty"`
	Comma         bool            `json:"comma,omitempty"`
	Factor        int64           `json:"factor,omitempty"`
	CreateMissing bool            `json:"createMissing,omitempty"`
	Overwrite     bool            `json:"overwrite,omitempty"`
	Values        []Value         `json:"values,omitempty"`
	Blank         []string        `json:"blank,omitempty"`
	Confidence    int             `json:"-"` // percent
	Samples       []string        `json:"-"`
}

// Value says what a text of the file means in a choice or a stage.
type Value struct {
	Text  string `json:"text"`
	Count int    `json:"-"`
	To    string `json:"to"` // number of a choice, id of a stage, NewOption, or "" for nothing
}

// NewOption makes a text of the file a new choice of the field.
const NewOption = "new"

// IsBlank says that a cell means nothing.
func (c *Column) IsBlank(cell string) bool {
	cell = strings.TrimSpace(cell)
	if cell == "" {
		return true
	}
	for _, b := range c.Blank {
		if strings.EqualFold(b, cell) {
			return true
		}
	}
	return false
}

// Field gives the field that a column fills, and the type of part it belongs to (nil for
// the record itself). Nothing for a column without one.
func (c *Column) Field(t *schema.Type, reg *schema.Registry) (part *schema.Type, d *schema.Def) {
	return fieldOf(c.Target, t, reg)
}

// Reading tells how to read the column's cells; o gives the rest, such as the base
// currency.
func (c *Column) Reading(o value.Reading) value.Reading {
	o.Order, o.DecimalComma, o.Factor = c.Order, c.Comma, c.Factor
	return o
}

// fieldOf is Column.Field for a target.
func fieldOf(target string, t *schema.Type, reg *schema.Registry) (part *schema.Type, d *schema.Def) {
	typ, key, dotted := strings.Cut(target, ".")
	if !dotted {
		return nil, t.Field(target)
	}
	if part = reg.Type(typ); part == nil {
		return nil, nil
	}
	return part, part.Field(key)
}
