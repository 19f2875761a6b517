package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"time"

	"dealbox/app"
)

// saves measures one change of one record, in turn with two bare fsyncs on the same disk.
func (b *bench) saves() error {
	h := host(b.folder())
	if _, err := service[app.Files](h).Open(b.path()); err != nil {
		return fmt.Errorf("open: %w", err)
	}
	rest()
	ids, err := someIDs(h, asked(0), b.rounds+1)
	if err != nil {
		return err
	}
	bare, err := os.Create(filepath.Join(b.folder(), "fsync"))
	if err != nil {
		return fmt.Errorf("measure the disk: %w", err)
	}
	defer func() { _ = bare.Close() }() // holds nothing of use
	var disk, save times
	for round, id := range ids {
		if err := disk.once(func() error { return twoSyncs(bare) }); err != nil {
			return fmt.Errorf("measure the disk: %w", err)
		}
		if err := save.once(func() error { return saveText(h, id, round) }); err != nil {
			return err
		}
	}
	b.report.times(b, "two bare fsyncs of 16 KiB", disk, 0)
	b.report.times(b, "one save, acknowledged (bound: 2 × the fsyncs + 1 ms)", save, 2*disk.at(95)+1)
	return h.Close()
}

// twoSyncs is what a commit cannot do without.
func twoSyncs(f *os.File) error {
	page := make([]byte, 16<<10)
	for n := range int64(2) {
		if _, err := f.WriteAt(page, n*int64(len(page))); err != nil {
			return err
		}
		if err := f.Sync(); err != nil {
			return err
		}
	}
	return nil
}

func someIDs(h *app.Host, q app.ListQuery, n int) ([]string, error) {
	l := service[app.Lists](h)
	info, err := l.Open(q)
	if err != nil {
		return nil, fmt.Errorf("open list: %w", err)
	}
	ids, err := l.IDs(info.Token, 0, n)
	if err == nil && len(ids) == 0 {
		err = fmt.Errorf("no records to save")
	}
	return ids, err
}

func saveText(h *app.Host, id string, round int) error {
	in := app.SaveInput{Type: "opportunity", ID: id, Values: map[string]any{"next_step": "第 " + strconv.Itoa(round) + " 次跟进"}}
	if _, err := service[app.Records](h).Save(in); err != nil {
		return fmt.Errorf("save: %w", err)
	}
	return nil
}

// saveOne changes the first record of a list, each time to something else.
func saveOne(h *app.Host, q app.ListQuery) error {
	ids, err := someIDs(h, q, 1)
	if err != nil {
		return err
	}
	return saveText(h, ids[0], int(time.Now().UnixNano()))
}
