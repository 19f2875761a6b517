//go:build desktop || bindings

package desktop

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/wailsapp/wails/v2/pkg/runtime"

	"dealbox/app"
	"dealbox/internal/fault"
	"dealbox/internal/i18n"
)

// ErrExists is said when the name that was typed, completed with its ending, is taken.
// The dialog has not asked about that name, so nothing may be overwritten.
var ErrExists = fault.New(fault.Conflict, "file.exists", i18n.T(
	"There is already a file named {name}.", "已经有名为“{name}”的文件。"))

// shell gives app what only a window can do. Its methods wait until the window exists.
type shell struct{ window *window }

var _ app.Shell = shell{}

func (s shell) ctx() context.Context {
	<-s.window.started
	return s.window.ctx
}

// PickOpen asks for one file. Title is shown in the frame of the dialog.
func (s shell) PickOpen(title string, filters []app.Filter) (string, error) {
	path, err := runtime.OpenFileDialog(s.ctx(), runtime.OpenDialogOptions{
		Title:   title,
		Filters: dialogFilters(filters),
	})
	if err != nil {
		return "", fmt.Errorf("ask for a file: %w", err)
	}
	return path, nil
}

// PickSave asks where to write, beginning with a name or a path. A name that is typed
// without an ending gets that of the first filter.
func (s shell) PickSave(title, name string, filters []app.Filter) (string, error) {
	dir, base := proposal(name)
	path, err := runtime.SaveFileDialog(s.ctx(), runtime.SaveDialogOptions{
		Title:                title,
		DefaultDirectory:     dir,
		DefaultFilename:      base,
		Filters:              dialogFilters(filters),
		CanCreateDirectories: true,
	})
	if err != nil {
		return "", fmt.Errorf("ask where to save: %w", err)
	}
	return complete(path, filters)
}

// Reveal shows a file in the system's file manager.
func (s shell) Reveal(path string) error {
	if _, err := os.Stat(path); err != nil {
		return fmt.Errorf("show %s: %w", filepath.Base(path), err)
	}
	if err := reveal(path); err != nil {
		return fmt.Errorf("open file manager: %w", err)
	}
	return nil
}

// OpenURL opens an address outside the program: web, mail, telephone. Others are ErrLink.
func (s shell) OpenURL(address string) error {
	link, err := safeLink(address)
	if err != nil {
		return err
	}
	runtime.BrowserOpenURL(s.ctx(), link)
	return nil
}

// SetTitle sets the title of the window.
func (s shell) SetTitle(title string) { runtime.WindowSetTitle(s.ctx(), title) }

// Quit ends the program, through Program.Close.
func (s shell) Quit() { runtime.Quit(s.ctx()) }

// dialogFilters writes filters as the toolkit wants them. An ending that it does not know
// must be declared in Info.plist, else the dialog fails on macOS.
func dialogFilters(filters []app.Filter) []runtime.FileFilter {
	out := make([]runtime.FileFilter, 0, len(filters))
	for _, f := range filters {
		patterns := strings.Join(f.Patterns, ";")
		out = append(out, runtime.FileFilter{DisplayName: f.Name + " (" + patterns + ")", Pattern: patterns})
	}
	return out
}

// proposal splits a path for the dialog. A folder that is not there, for which the toolkit
// would show no dialog at all, is left to the system to choose.
func proposal(name string) (dir, base string) {
	dir, base = filepath.Split(name)
	if info, err := os.Stat(dir); err != nil || !info.IsDir() {
		dir = ""
	}
	return dir, base
}

func complete(path string, filters []app.Filter) (string, error) {
	if path == "" || filepath.Ext(path) != "" || len(filters) == 0 || len(filters[0].Patterns) == 0 {
		return path, nil
	}
	path += strings.TrimPrefix(filters[0].Patterns[0], "*")
	if _, err := os.Lstat(path); err == nil {
		return "", ErrExists.With("name", filepath.Base(path))
	}
	return path, nil
}
