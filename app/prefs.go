package app

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"sync"

	"dealbox/internal/value"
)

// prefs keeps the preferences of this computer's user in a small file.
type prefs struct {
	mu   sync.Mutex
	path string
	read bool
	now  Preferences
}

// get gives the preferences; whatever is wrong with the file, there are defaults.
func (p *prefs) get() Preferences {
	p.mu.Lock()
	defer p.mu.Unlock()
	if !p.read {
		p.now = Preferences{Theme: "system", Density: "standard", Sidebar: 224, Letters: true}
		readJSON(p.path, &p.now)
		p.read = true
	}
	return p.now
}

func (p *prefs) set(v Preferences) error {
	p.mu.Lock()
	defer p.mu.Unlock()
	if err := writeJSON(p.path, v); err != nil {
		return fmt.Errorf("save preferences: %w", err)
	}
	p.now, p.read = v, true
	return nil
}

func readJSON(path string, v any) {
	if b, err := os.ReadFile(path); err == nil {
		_ = json.Unmarshal(b, v) // a damaged file counts as none
	}
}

// writeJSON replaces a file, so that a crash leaves the old or the new one.
func writeJSON(path string, v any) error {
	b, err := json.MarshalIndent(v, "", "  ")
	if err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return err
	}
	if err := os.WriteFile(path+".new", b, 0o600); err != nil {
		return err
	}
	return os.Rename(path+".new", path)
}

// members says who this computer's user is in each file, by the file's workspace id.
func (p *prefs) membersPath() string { return filepath.Join(filepath.Dir(p.path), "members.json") }

func (p *prefs) member(workspace [16]byte) (value.ID, bool) {
	all := map[string]value.ID{}
	readJSON(p.membersPath(), &all)
	id, ok := all[fmt.Sprintf("%x", workspace)]
	return id, ok
}

func (p *prefs) setMember(workspace [16]byte, id value.ID) error {
	p.mu.Lock()
	defer p.mu.Unlock()
	all := map[string]value.ID{}
	readJSON(p.membersPath(), &all)
	all[fmt.Sprintf("%x", workspace)] = id
	if err := writeJSON(p.membersPath(), all); err != nil {
		return fmt.Errorf("save which member you are: %w", err)
	}
	return nil
}
