//go:build desktop || bindings

package desktop

import (
	"path/filepath"
	"strings"
)

// target is what a start was asked to show: a file, a link, or nothing.
type target struct {
	path string // absolute
	link string // dealbox://…
}

// readTarget finds the first file or link among the arguments of a start in the folder dir.
func readTarget(args []string, dir string) target {
	for _, arg := range args {
		switch {
		case strings.HasPrefix(strings.ToLower(arg), "dealbox://"):
			return target{link: arg}
		case strings.EqualFold(filepath.Ext(arg), ".dealbox"):
			return target{path: absolute(arg, dir)}
		}
	}
	return target{}
}

// command names what the page does to show it in a window that is already open, or "".
func (t target) command() string {
	switch {
	case t.path != "":
		return "file.recent:" + t.path
	case t.link != "":
		return "link:" + t.link
	}
	return ""
}

func absolute(path, dir string) string {
	if filepath.IsAbs(path) {
		return filepath.Clean(path)
	}
	return filepath.Join(dir, path)
}
