package app

import "dealbox/internal/query"

// State is what the page must know to draw its first screen.
type State struct {
	Version  string    `json:"version"`
	Shell    string    `json:"shell"`    // window, browser
	System   string    `json:"system"`   // windows, darwin, linux
	Language string    `json:"language"` // zh-CN, en
	Chosen   bool      `json:"chosen"`   // the language was chosen, not guessed
	File     *FileInfo `json:"file,omitempty"`
	Problem  *Failure  `json:"problem,omitempty"` // why the file that was asked for is not open
	Holder   *Holder   `json:"holder,omitempty"`  // who has it, when another process does
	Asked    string    `json:"asked"`             // path of the file that was asked for
	Folder   string    `json:"folder"`            // where new files are proposed
}

// FileInfo is the open file.
type FileInfo struct {
	Path     string         `json:"path"`
	Name     string         `json:"name"` // without folder and extension
	Size     int64          `json:"size"`
	ReadOnly bool           `json:"readOnly"`
	Me       Ref            `json:"me"`
	Base     string         `json:"base"` // base currency
	Zone     string         `json:"zone"`
	Sample   int            `json:"sample"` // sample records that one click removes
	Counts   map[string]int `json:"counts"` // live records by type; opportunities: open ones
	Notes    []string       `json:"notes"`  // what was noticed on opening
}

// Holder is another process that has the file.
type Holder struct {
	User    string `json:"user"`
	Host    string `json:"host"`
	Program string `json:"program"`
	PID     int    `json:"pid"`
	Since   string `json:"since"`
}

// NewFile is what a new file needs.
type NewFile struct {
	Path     string `json:"path"` // "" for Folder/Name.dealbox
	Name     string `json:"name"`
	Language string `json:"language"`
	Person   string `json:"person"` // your name
	Currency string `json:"currency"`
	Zone     string `json:"zone"`
}

// RecentFile is a file that was open lately.
type RecentFile struct {
	Path    string `json:"path"`
	Name    string `json:"name"`
	Opened  string `json:"opened"`
	Missing bool   `json:"missing"`
}

// Preferences belong to this computer's user, not to the file.
type Preferences struct {
	Language string `json:"language"`
	Theme    string `json:"theme"`   // system light dark
	Density  string `json:"density"` // compact standard comfortable
	Sidebar  int    `json:"sidebar"` // width in pixels, 0 collapsed
	Letters  bool   `json:"letters"` // single-letter keys
}

// Setup is what belongs to the file and is no record.
type Setup struct {
	Base string `json:"base"`
	Zone string `json:"zone"`
	Name string `json:"name"` // of the workspace, shown at the top of the sidebar
}

// BaseUse counts what depends on the file's base currency.
type BaseUse struct {
	Amounts int `json:"amounts"` // in any currency
	Rates   int `json:"rates"`   // records that say what a currency is worth in it
	Fixed   int `json:"fixed"`   // records whose own rate was fixed when they were won
}

// View is a saved view of a list.
type View struct {
	ID       string       `json:"id"`
	Type     string       `json:"type"`
	Name     string       `json:"name"`
	Mode     string       `json:"mode"` // table board
	Where    *query.Cond  `json:"where,omitempty"`
	Sort     []SortKey    `json:"sort"`
	Group    string       `json:"group"`
	Columns  []ViewColumn `json:"columns"`
	Density  string       `json:"density"` // "" for the preference
	Pipeline string       `json:"pipeline"`
	Position int          `json:"position"`
}

// ViewColumn is a column of a view, in order.
type ViewColumn struct {
	Field  string `json:"field"`
	Width  int    `json:"width"` // pixels, 0 for the default
	Pinned bool   `json:"pinned"`
}

// About is the version and the licences of what Dealbox is made of.
type About struct {
	Version  string    `json:"version"`
	Go       string    `json:"go"`
	System   string    `json:"system"`
	Licences []Licence `json:"licences"`
}

// Licence is one library.
type Licence struct {
	Name    string `json:"name"`
	Version string `json:"version"`
	Licence string `json:"licence"`
	Text    string `json:"text"`
}
