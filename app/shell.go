package app

// Filter is a kind of file in a dialog: words and patterns such as "*.csv".
type Filter struct {
	Name     string
	Patterns []string
}

// Shell is what only the window can do. In a browser there is none, and methods that need
// one give ErrNoShell. Paths are absolute; "" with a nil error means that the user
// cancelled. PickSave takes a name, or a path whose folder it begins with.
type Shell interface {
	PickOpen(title string, filters []Filter) (string, error)
	PickSave(title, name string, filters []Filter) (string, error)
	Reveal(path string) error
	OpenURL(url string) error
	SetTitle(title string)
	Quit()
}
