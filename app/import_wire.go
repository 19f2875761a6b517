package app

import "dealbox/internal/i18n"

// ImportSource is what to import: a path, an upload of the browser, or pasted text.
type ImportSource struct {
	Path   string `json:"path"`
	Upload string `json:"upload"` // id that POST /upload gave
	Text   string `json:"text"`
}

// ImportInput opens a source or changes how it is understood. Empty parts are proposed.
type ImportInput struct {
	Draft       string            `json:"draft"` // "" with Source to begin
	Source      ImportSource      `json:"source"`
	Type        string            `json:"type"`
	Encoding    string            `json:"encoding"`
	Delimiter   string            `json:"delimiter"`
	Sheet       string            `json:"sheet"`
	HeaderRow   int               `json:"headerRow"`
	Template    string            `json:"template"`
	Columns     []ImportColumn    `json:"columns"`
	OnDuplicate string            `json:"onDuplicate"` // new update skip merge
	PerRow      map[string]string `json:"perRow"`      // row number → new update skip merge
	LostReason  string            `json:"lostReason"`  // record id, for all lost rows without one
}

// ImportDraft is a source as it is understood, with what would happen.
type ImportDraft struct {
	ID        string `json:"id"`
	Name      string `json:"name"`
	Kind      string `json:"kind"`
	Encoding  string `json:"encoding"`
	Delimiter string `json:"delimiter"`

	Encodings []string `json:"encodings"`
	Sheets    []string `json:"sheets"`
	Sheet     string   `json:"sheet"`
	HeaderRow int      `json:"headerRow"`
	Rows      int      `json:"rows"`

	Type      string           `json:"type"`
	Types     []string         `json:"types"` // that can be imported, best guess first
	Template  string           `json:"template"`
	Templates []ImportTemplate `json:"templates"`

	Columns     []ImportColumn `json:"columns"`
	OnDuplicate string         `json:"onDuplicate"`
	MatchBy     []string       `json:"matchBy"`   // fields by which records are found again
	TitleFrom   string         `json:"titleFrom"` // headings of which titles are made when no column gives one, or ""
	Preview     []PreviewRow   `json:"preview"`   // the first 50 rows
	Counts      ImportCounts   `json:"counts"`    // of what would happen
	Counted     int            `json:"counted"`   // rows that Counts is of: the first so many when there are more
	Warnings    []string       `json:"warnings"`
	NeedsReason int            `json:"needsReason"` // lost rows without a reason
	LostReason  string         `json:"lostReason"`
}

// ImportTemplate is a saved mapping.
type ImportTemplate struct {
	ID   string `json:"id"`
	Name string `json:"name"`
	Type string `json:"type"`
}

// ImportColumn is a source column and where it goes.
type ImportColumn struct {
	Index   int      `json:"index"`
	Name    string   `json:"name"`
	Samples []string `json:"samples"`

	Target        string      `json:"target"` // field key, "own:" with NewKind, "note", "ignore"
	NewKind       string      `json:"newKind"`
	Confidence    int         `json:"confidence"` // percent
	How           i18n.Text   `json:"how"`        // how values are read: day-month-year, × 10,000 …
	DateOrder     string      `json:"dateOrder"`  // ymd dmy mdy or ""
	DecimalComma  bool        `json:"decimalComma"`
	Factor        int64       `json:"factor"`
	CreateMissing bool        `json:"createMissing"` // make linked records that are not there
	Overwrite     bool        `json:"overwrite"`     // in a merge the file's value wins
	Plain         bool        `json:"plain"`         // of a new field: whole numbers are years
	Values        []ImportMap `json:"values"`        // of choices and stages
	Blank         []string    `json:"blank"`         // texts that mean "nothing": Select, -
}

// ImportMap says which choice a text of the file means. To is a choice's number, a stage's
// id, or "new" for a new choice, or "" for nothing.
type ImportMap struct {
	Text  string `json:"text"`
	Count int    `json:"count"`
	To    string `json:"to"`
}

// PreviewRow is a row of the file as it would be stored.
type PreviewRow struct {
	Row      int           `json:"row"` // as the file counts
	Cells    []PreviewCell `json:"cells"`
	Result   string        `json:"result"` // create update merge skip reject
	Changes  int           `json:"changes"`
	Match    *Ref          `json:"match,omitempty"`
	Message  string        `json:"message"`            // what is wrong with the row as a whole
	Existing []string      `json:"existing,omitempty"` // what the matched record has, by column
}

// PreviewCell is a cell as it was understood, or what is wrong with it.
type PreviewCell struct {
	Text  string `json:"text"`
	Shown string `json:"shown"`
	Error string `json:"error"`
	Note  string `json:"note"` // e.g. a linked record that will be made
}

// ImportCounts is what an import would do or has done.
type ImportCounts struct {
	Created  int `json:"created"`
	Updated  int `json:"updated"`
	Merged   int `json:"merged"`
	Skipped  int `json:"skipped"`
	Rejected int `json:"rejected"`
	Linked   int `json:"linked"`   // records made because others link to them
	Criteria int `json:"criteria"` // rows that lack a field that their stage asks for
	Reasons  int `json:"reasons"`  // lost rows given "not given (imported)"
}

// ImportError is a rejected cell or row.
type ImportError struct {
	Row     int    `json:"row"`
	Column  string `json:"column"`
	Message string `json:"message"`
}

// ImportReport is an import that was done.
type ImportReport struct {
	ID       string        `json:"id"`
	Name     string        `json:"name"`
	Type     string        `json:"type"`
	At       string        `json:"at"`
	By       Ref           `json:"by"`
	Counts   ImportCounts  `json:"counts"`
	Errors   []ImportError `json:"errors"`          // the first 1,000
	Notes    []ImportError `json:"notes,omitempty"` // what is odd about rows that came in all the same, the first 1,000
	Rejects  int           `json:"rejects"`         // rows in the file of rejected rows: see SaveRejects
	Undone   bool          `json:"undone"`
	Undoable bool          `json:"undoable"` // within 30 days
	Edited   []Ref         `json:"edited"`   // records that an undo left, because they were changed since
}

// Job is work that takes a while.
type Job struct {
	ID     string       `json:"id"`
	Kind   string       `json:"kind"` // import undo copy sample
	Label  i18n.Text    `json:"label"`
	State  string       `json:"state"` // running done failed cancelled
	Done   int64        `json:"done"`
	Total  int64        `json:"total"`
	Unit   string       `json:"unit"` // rows, bytes
	Counts ImportCounts `json:"counts"`
	Error  *Failure     `json:"error,omitempty"`
	Result string       `json:"result"` // id of the report, path of the copy
}

// Failure is an error as the page gets it.
type Failure struct {
	Code    string   `json:"code"`
	Key     string   `json:"key"`
	Message string   `json:"message"`
	Field   string   `json:"field,omitempty"`
	Fields  []string `json:"fields,omitempty"`
	Detail  string   `json:"detail,omitempty"` // technical, for "copy details"
}
