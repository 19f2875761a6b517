package app

import (
	"runtime"
)

// About tells the version and what Dealbox is made of.
func (s *Settings) About() (a About, err error) {
	defer guard(&err)
	a = About{Version: s.h.o.Version, Go: runtime.Version(), System: runtime.GOOS + "/" + runtime.GOARCH, Licences: []Licence{}}
	return a, nil
}
