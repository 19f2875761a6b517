package app

import "dealbox/internal/i18n"

// SaveInput creates a record (ID "") or changes fields of one. A value of null clears the
// field; fields that are not named stay. Children are saved in the same step; their link
// to this record is filled in.
type SaveInput struct {
	Type     string         `json:"type"`
	ID       string         `json:"id"`
	Values   map[string]any `json:"values"`
	Children []SaveInput    `json:"children,omitempty"`
	Reason   string         `json:"reason,omitempty"`
}

// SaveResult is the record as stored, and how to undo it.
type SaveResult struct {
	Row    Row       `json:"row"`
	Change ChangeRef `json:"change"`
}

// UndoResult says what was undone or redone. Conflicts are fields that others changed
// since; they were left as they are.
type UndoResult struct {
	Label     i18n.Text  `json:"label"`
	Change    ChangeRef  `json:"change"` // of the undoing itself
	Done      int        `json:"done"`   // records touched
	Conflicts []Conflict `json:"conflicts"`
}

// Conflict is a field that an undo left alone.
type Conflict struct {
	Record Ref       `json:"record"`
	Field  string    `json:"field"`
	Label  i18n.Text `json:"label"`
}

// Stack is what undo and redo would do next.
type Stack struct {
	Undo ChangeRef `json:"undo"`
	Redo ChangeRef `json:"redo"`
}

// ParseInput is text typed into a field.
type ParseInput struct {
	Type  string `json:"type"`
	Field string `json:"field"`
	Text  string `json:"text"`
}

// SuggestInput asks for records to choose from. Without a text they are the newest, or the
// first in their own order.
type SuggestInput struct {
	Type  string `json:"type"`
	Text  string `json:"text"`
	Limit int    `json:"limit"`
	// All includes those no longer in use: conditions ask for them, new links do not.
	All bool `json:"all"`
}

// ParseResult is what it means: the value as the wire has it, and as people read it.
type ParseResult struct {
	Value any    `json:"value"`
	Shown string `json:"shown"`
}

// TimelineEntry is one thing that happened to a record, newest first: an activity or task
// (Row), a stage move, or changed fields.
type TimelineEntry struct {
	ID      string        `json:"id"`
	At      string        `json:"at"`
	Actor   Ref           `json:"actor"`
	Kind    string        `json:"kind"`   // activity, task, stage, created, changed, deleted, restored
	Source  string        `json:"source"` // user, import, undo, rule, cli
	Row     *Row          `json:"row,omitempty"`
	Changes []FieldChange `json:"changes"`
	Change  ChangeRef     `json:"change"` // can be undone when ID is not ""
	Planned bool          `json:"planned,omitempty"`
}

// FieldChange is a field's value before and after, as people read them.
type FieldChange struct {
	Field  string    `json:"field"`
	Label  i18n.Text `json:"label"`
	Before string    `json:"before"`
	After  string    `json:"after"`
}

// RelatedList is the records of one relation.
type RelatedList struct {
	Relation Relation `json:"relation"`
	Count    int      `json:"count"`
	Rows     []Row    `json:"rows"` // the first 20
}
