package main

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"

	"dealbox/app"
	"dealbox/internal/store"
)

const (
	openRounds = 5
	coldRounds = 3
)

// openings measures how long it takes from a closed file to the first rows of a list.
func (b *bench) openings() error {
	if err := b.vet(); err != nil {
		return err
	}
	if err := b.opening("open, warm", openRounds, b.size.bounds.warm, noPreparation); err != nil {
		return err
	}
	what := "open, cold"
	forgotten, err := b.forget()
	if err != nil {
		return err
	}
	if !forgotten {
		what = "open, cold (not possible here: warm)"
	}
	cold := func() error { _, err := b.forget(); return err }
	if err := b.opening(what, coldRounds, b.size.bounds.cold, cold); err != nil {
		return err
	}
	return b.opening("open, warm, without the column snapshot", coldRounds, 0, b.dropSnapshot)
}

func noPreparation() error { return nil }

// opening opens, reads a list and closes so many times; closing writes the snapshot anew.
func (b *bench) opening(what string, rounds int, bound float64, prepare func() error) error {
	var t times
	for range rounds {
		if err := prepare(); err != nil {
			return err
		}
		runtime.GC()
		h := host(b.folder())
		if err := t.once(func() error { return b.firstList(h) }); err != nil {
			return err
		}
		rest()
		if err := b.touch(h); err != nil {
			return err
		}
		if err := h.Close(); err != nil {
			return fmt.Errorf("close: %w", err)
		}
	}
	b.report.times(b, what, t, bound)
	return nil
}

func (b *bench) firstList(h *app.Host) error {
	if _, err := service[app.Files](h).Open(b.path()); err != nil {
		return fmt.Errorf("open: %w", err)
	}
	_, err := firstRows(h, app.ListQuery{Type: "opportunity"})
	return err
}

// touch changes one record, so that the snapshot of the columns is written when the file
// is closed.
func (b *bench) touch(h *app.Host) error {
	return saveOne(h, app.ListQuery{Type: "opportunity"})
}

func (b *bench) snapshots() ([]string, error) {
	return filepath.Glob(filepath.Join(b.cache(), "*.columns"))
}

func (b *bench) dropSnapshot() error {
	files, err := b.snapshots()
	if err != nil {
		return err
	}
	for _, f := range files {
		if err := os.Remove(f); err != nil {
			return fmt.Errorf("drop snapshot: %w", err)
		}
	}
	return nil
}

// forget makes the system forget the file and its snapshot.
func (b *bench) forget() (ok bool, err error) {
	files, err := b.snapshots()
	if err != nil {
		return false, err
	}
	for _, f := range append(files, b.path()) {
		if ok, err = forget(f); err != nil || !ok {
			return ok, err
		}
	}
	return true, nil
}

// vet measures the check of the file's structure, which is part of every opening.
func (b *bench) vet() error {
	f, err := os.Open(b.path())
	if err != nil {
		return fmt.Errorf("vet: %w", err)
	}
	defer func() { _ = f.Close() }() // was only read
	i, err := f.Stat()
	if err != nil {
		return fmt.Errorf("vet: %w", err)
	}
	var t times
	for range coldRounds {
		err := t.once(func() error { _, err := store.Vet(f, i.Size()); return err })
		if err != nil {
			return fmt.Errorf("vet: %w", err)
		}
	}
	b.report.times(b, fmt.Sprintf("of which: vet of the file, %d MB", i.Size()>>20), t, 0)
	return nil
}
