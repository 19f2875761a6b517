//go:build desktop || bindings

package desktop

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
)

// Sizes of the window in logical pixels. The pictures of the product are drawn at 1280×800.
const (
	minWidth, minHeight   = 1024, 640
	baseWidth, baseHeight = 1280, 800
	grip                  = 80 // so much of the window must be on a screen to be caught
)

// place is where the window was, kept for the next start on this computer.
type place struct {
	Width     int  `json:"width"`
	Height    int  `json:"height"`
	X         int  `json:"x"`
	Y         int  `json:"y"`
	Placed    bool `json:"placed"` // X and Y are known
	Maximised bool `json:"maximised"`
}

// readPlace gives the kept place, or the usual size where none is kept or it is spoilt:
// a place on the screen is no reason to bother anyone.
func readPlace(path string) place {
	usual := place{Width: baseWidth, Height: baseHeight}
	text, err := os.ReadFile(path)
	if err != nil {
		return usual
	}
	var p place
	if json.Unmarshal(text, &p) != nil || p.Width < minWidth || p.Height < minHeight {
		return usual
	}
	return p
}

// write keeps the place at path, whole or not at all.
func (p place) write(path string) error {
	text, err := json.Marshal(p)
	if err != nil {
		return fmt.Errorf("encode window place: %w", err)
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return fmt.Errorf("make settings folder: %w", err)
	}
	if err := os.WriteFile(path+".new", text, 0o600); err != nil {
		return fmt.Errorf("write window place: %w", err)
	}
	if err := os.Rename(path+".new", path); err != nil {
		return fmt.Errorf("keep window place: %w", err)
	}
	return nil
}

// screen is the size of one display in logical pixels. The toolkit tells no position.
type screen struct{ width, height int }

// reachable says whether the window can be caught by the mouse at its place on these
// screens. Several screens may stand side by side in either direction, so it only refuses
// what is outside every arrangement, as after a screen was unplugged.
func (p place) reachable(screens []screen) bool {
	wide, high := 0, 0
	for _, s := range screens {
		wide += s.width
		high += s.height
	}
	left, top := grip-p.Width, 0
	if len(screens) > 1 {
		left, top = grip-wide, grip-high
	}
	return p.Placed && p.X >= left && p.X <= wide-grip && p.Y >= top && p.Y <= high-grip
}

// placeFile is where the place is kept: window.json in the folder of the user's settings.
func placeFile() (string, error) {
	dir, err := os.UserConfigDir()
	if err != nil {
		return "", fmt.Errorf("find settings folder: %w", err)
	}
	return filepath.Join(dir, "Dealbox", "window.json"), nil
}
