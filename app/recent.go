package app

import (
	"os"
	"sync"
	"time"
)

const maxRecent = 10

// recent keeps which files were open lately, newest first.
type recent struct {
	mu   sync.Mutex
	path string
}

type recentEntry struct {
	Path   string    `json:"path"`
	Opened time.Time `json:"opened"`
}

func (r *recent) list() []RecentFile {
	r.mu.Lock()
	defer r.mu.Unlock()
	out := []RecentFile{}
	for _, e := range r.read() {
		_, err := os.Stat(e.Path)
		out = append(out, RecentFile{Path: e.Path, Name: fileName(e.Path), Opened: e.Opened.UTC().Format(time.RFC3339), Missing: err != nil})
	}
	return out
}

func (r *recent) read() (all []recentEntry) {
	readJSON(r.path, &all)
	return all
}

// add puts a file first. That the list cannot be written is no reason not to open a file.
func (r *recent) add(path string, now time.Time) {
	r.mu.Lock()
	defer r.mu.Unlock()
	all := []recentEntry{{path, now}}
	for _, e := range r.read() {
		if e.Path != path && len(all) < maxRecent {
			all = append(all, e)
		}
	}
	_ = writeJSON(r.path, all)
}

func (r *recent) forget(path string) error {
	r.mu.Lock()
	defer r.mu.Unlock()
	kept := []recentEntry{}
	for _, e := range r.read() {
		if e.Path != path {
			kept = append(kept, e)
		}
	}
	return writeJSON(r.path, kept)
}
