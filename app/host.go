package app

import (
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"sync"
	"time"

	"dealbox/internal/core"
	"dealbox/internal/i18n"

	"github.com/adrg/xdg"
)

// Options say what a shell gives to the services.
type Options struct {
	Version   string
	Shell     Shell                        // nil in a browser
	Emit      func(event string, data any) // tells the page; nil for the command line
	ConfigDir string                       // "" for the user's own
	CacheDir  string                       // "" for the user's own
	Folder    string                       // where new files are proposed; "" for the user's documents
	Language  i18n.Lang                    // of this run; "" for the preference, else the system's
	Source    core.Source                  // of changes; 0 is core.User
	Now       func() time.Time
}

// Host is one run of Dealbox: a shell, the open file, and who is at work. All services
// of a shell share it. It is safe for concurrent use.
type Host struct {
	o     Options
	prefs prefs
	files recent
	jobs  jobs
	sent  sync.Map // what the files that the browser sent are called, by id

	mu      sync.RWMutex
	file    *opened
	asked   string
	problem error
}

// NewHost prepares a run. Nothing is opened yet.
func NewHost(o Options) *Host {
	if o.ConfigDir == "" {
		o.ConfigDir = filepath.Join(xdg.ConfigHome, "Dealbox")
	}
	if o.CacheDir == "" {
		o.CacheDir = filepath.Join(xdg.CacheHome, "Dealbox")
	}
	if o.Folder == "" {
		o.Folder = xdg.UserDirs.Documents
	}
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.Source == 0 {
		o.Source = core.User
	}
	if o.Emit == nil {
		o.Emit = func(string, any) {}
	}
	h := &Host{o: o}
	h.prefs.path = filepath.Join(o.ConfigDir, "preferences.json")
	h.files.path = filepath.Join(o.ConfigDir, "recent.json")
	h.jobs.emit = func(j Job) { h.o.Emit("job", j) }
	return h
}

// Services lists what a shell binds and serves.
func Services(h *Host) []any {
	return []any{
		&Files{h}, &Schema{h}, &Records{h}, &Lists{h}, &Board{h},
		&Views{h}, &Import{h}, &Jobs{h}, &Settings{h},
	}
}

// Attach gives the host the shell it runs in, before the first call of a service. A
// window has one only when it is up.
func (h *Host) Attach(shell Shell, emit func(event string, data any)) {
	h.o.Shell, h.o.Emit = shell, emit
}

// Recent lists the files that were open lately and are still there, newest first.
func (h *Host) Recent() (paths []string) {
	for _, r := range h.files.list() {
		if !r.Missing {
			paths = append(paths, r.Path)
		}
	}
	return paths
}

// Open says that a file is open.
func (h *Host) Open() bool { _, err := h.current(); return err == nil }

// Lang is the language that the user reads.
func (h *Host) Lang() i18n.Lang {
	if h.o.Language != "" {
		return h.o.Language
	}
	if p := h.prefs.get(); p.Language != "" {
		return i18n.Parse(p.Language)
	}
	return systemLanguage()
}

// Close flushes and closes the open file, if any.
func (h *Host) Close() error {
	h.jobs.stop()
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.closeLocked()
}

func (h *Host) closeLocked() error {
	if h.file == nil {
		return nil
	}
	o := h.file
	h.file = nil
	return o.close()
}

// Workspace gives the open file, or ErrNoFile.
func (h *Host) Workspace() (*core.Workspace, error) {
	o, err := h.current()
	if err != nil {
		return nil, err
	}
	return o.w, nil
}

func (h *Host) current() (*opened, error) {
	h.mu.RLock()
	defer h.mu.RUnlock()
	if h.file == nil {
		return nil, ErrNoFile.Err()
	}
	return h.file, nil
}

// guard turns a panic in a service method into an error: in the window a promise that
// nobody settles would hang the page.
func guard(err *error) {
	if r := recover(); r != nil {
		slog.Error("panic in a service", "panic", r, "stack", string(debug.Stack()))
		*err = fmt.Errorf("panic: %v", r)
	}
}

// systemLanguage asks the environment; Windows and macOS set no LANG for programs that
// are opened by a double click, there the page's own guess decides at first run.
func systemLanguage() i18n.Lang {
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG", "LANGUAGE"} {
		if v := os.Getenv(name); v != "" {
			return i18n.Parse(v)
		}
	}
	return i18n.English
}

func system() string { return runtime.GOOS }
