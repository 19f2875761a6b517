//go:build desktop || bindings

package desktop

import (
	"os/exec"
	"path/filepath"
)

// reveal opens the folder: there is no common way to choose a file in it.
func reveal(path string) error { return start(exec.Command("xdg-open", filepath.Dir(path))) }
