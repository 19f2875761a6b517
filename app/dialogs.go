package app

import (
	"net/url"
	"strings"

	"dealbox/internal/i18n"
)

// Reveal shows the open file in its folder.
func (f *Files) Reveal() (err error) {
	defer guard(&err)
	o, err := f.h.current()
	if err != nil {
		return err
	}
	if f.h.o.Shell == nil {
		return ErrNoShell.Err()
	}
	return f.h.o.Shell.Reveal(o.w.Path())
}

// PickOpen asks the user for a file: kind is "file" for a workspace, "import" for a
// spreadsheet. "" means that the user cancelled.
func (f *Files) PickOpen(kind string) (path string, err error) {
	defer guard(&err)
	if f.h.o.Shell == nil {
		return "", ErrNoShell.Err()
	}
	l := f.h.Lang()
	if kind == "import" {
		return f.h.o.Shell.PickOpen(i18n.T("Import", "导入").In(l), []Filter{{i18n.T("Spreadsheets", "表格文件").In(l), []string{"*.csv", "*.tsv", "*.txt", "*.xlsx", "*.json"}}})
	}
	return f.h.o.Shell.PickOpen(i18n.T("Open", "打开").In(l), []Filter{fileFilter(l)})
}

// PickSave asks where to save, with a name or a whole path proposed.
func (f *Files) PickSave(name string) (path string, err error) {
	defer guard(&err)
	if f.h.o.Shell == nil {
		return "", ErrNoShell.Err()
	}
	l := f.h.Lang()
	var filters []Filter
	if strings.HasSuffix(name, Extension) {
		filters = []Filter{fileFilter(l)}
	}
	return f.h.o.Shell.PickSave(i18n.T("Save", "保存").In(l), name, filters)
}

func fileFilter(l i18n.Lang) Filter {
	return Filter{i18n.T("Dealbox file", "商机匣文件").In(l), []string{"*" + Extension}}
}

// OpenURL opens a web, mail or telephone address outside of Dealbox.
func (f *Files) OpenURL(address string) (err error) {
	defer guard(&err)
	if f.h.o.Shell == nil {
		return ErrNoShell.Err()
	}
	u, err := url.Parse(address)
	if err != nil {
		return ErrURL.Err()
	}
	switch u.Scheme {
	case "http", "https", "mailto", "tel":
		return f.h.o.Shell.OpenURL(u.String())
	}
	return ErrURL.Err()
}
