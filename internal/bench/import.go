package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"

	"dealbox/app"
	"dealbox/internal/generate"
	"dealbox/internal/i18n"
)

// imports measures a spreadsheet of opportunities that name their account, owner and
// product, into a new workspace that has those.
func (b *bench) imports() error {
	folder, err := os.MkdirTemp(b.out, "import")
	if err != nil {
		return fmt.Errorf("make a folder: %w", err)
	}
	defer func() { _ = os.RemoveAll(folder) }() // nothing depends on it
	o := generate.Options{Seed: seed, Opportunities: b.size.opportunities, Lang: i18n.English}
	if _, err := generate.Files(folder, o); err != nil {
		return err
	}
	h := host(folder)
	if err := newFile(h, filepath.Join(folder, "import.dealbox")); err != nil {
		return err
	}
	for file, typ := range map[string]string{"products": "product", "sales_teams": "member", "accounts": "account"} {
		if err := imported(h, folder, file, typ); err != nil {
			return err
		}
	}
	var t times
	if err := t.once(func() error { return imported(h, folder, "sales_pipeline", "opportunity") }); err != nil {
		return err
	}
	b.addRate(t)
	return h.Close()
}

func imported(h *app.Host, folder, file, typ string) error {
	in := app.ImportFileInput{Path: filepath.Join(folder, "sales", file+".csv"), Type: typ, CreateMissing: true}
	report, err := h.ImportFile(context.Background(), in)
	if err == nil && report.Counts.Rejected > 0 {
		err = fmt.Errorf("%d rows were rejected", report.Counts.Rejected)
	}
	if err != nil {
		return fmt.Errorf("import %s: %w", file, err)
	}
	return nil
}

// addRate tells rows a second, of the time that passed and of the processor's time.
func (b *bench) addRate(t times) {
	rows := float64(b.size.opportunities)
	rate := rows / t.wall[0].Seconds()
	b.report.add(line{
		size: b.size.name, what: fmt.Sprintf("import of a CSV of %.0f rows with links by name, each with a line and a stage move", rows),
		p50: fmt.Sprintf("%.0f rows/s", rate), p95: noBound, cpu: fmt.Sprintf("%.0f rows/s", rows/t.cpu.Seconds()),
		bound: fmt.Sprintf("≥ %.0f rows/s", b.size.bounds.rows), met: met(rate >= b.size.bounds.rows, rows/t.cpu.Seconds() >= b.size.bounds.rows),
	})
}
