package app

import (
	"context"

	"dealbox/internal/core"
	"dealbox/internal/crm"
)

// CheckReport says whether a file is sound.
type CheckReport struct {
	Sound    bool     `json:"sound"`
	Values   uint64   `json:"values"`
	Entries  uint64   `json:"entries"` // of the log
	Problems []string `json:"problems"`
}

// Check walks a file that is not open: structure, seals, counts, log, links.
func (h *Host) Check(ctx context.Context, path string) (out CheckReport, err error) {
	defer guard(&err)
	report, err := core.Check(ctx, path, h.o.CacheDir, crm.Types(), nil)
	if err != nil {
		return out, err
	}
	out = CheckReport{Sound: report.Sound(), Entries: report.Entries, Problems: []string{}}
	for _, n := range report.Values {
		out.Values += n
	}
	for _, p := range report.Problems {
		out.Problems = append(out.Problems, p.In(h.Lang()))
	}
	return out, nil
}
