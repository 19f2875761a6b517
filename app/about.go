package app

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"runtime"
)

// licences lists what Dealbox is made of. It is made by build/licences.
//
//go:embed licences.json
var licences []byte

// About tells the version and what Dealbox is made of.
func (s *Settings) About() (a About, err error) {
	defer guard(&err)
	a = About{Version: s.h.o.Version, Go: runtime.Version(), System: runtime.GOOS + "/" + runtime.GOARCH}
	if err := json.Unmarshal(licences, &a.Licences); err != nil {
		return a, fmt.Errorf("read licences: %w", err)
	}
	return a, nil
}
