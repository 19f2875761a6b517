//go:build desktop || bindings

package desktop

import "os/exec"

// reveal opens the Finder with the file chosen.
func reveal(path string) error { return start(exec.Command("open", "-R", path)) }
