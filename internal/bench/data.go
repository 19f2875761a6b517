package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"dealbox/app"
	"dealbox/internal/generate"
	"dealbox/internal/i18n"
)

// bench is one size at work.
type bench struct {
	options
	size   size
	report *report
}

// seed of all data, so that two runs measure the same.
const seed = 1

// layout names the data in the folder: another number makes it anew.
const layout = 1

func (b *bench) folder() string {
	return filepath.Join(b.out, fmt.Sprintf("%s-%d", b.size.name, layout))
}

func (b *bench) path() string { return filepath.Join(b.folder(), "data.dealbox") }

func (b *bench) cache() string { return filepath.Join(b.folder(), "cache") }

// host prepares a run of the program that keeps everything in one folder.
func host(folder string) *app.Host {
	return app.NewHost(app.Options{
		Version: "bench", ConfigDir: filepath.Join(folder, "config"), CacheDir: filepath.Join(folder, "cache"),
		Folder: folder, Language: i18n.Chinese,
	})
}

// service finds one of the services that a shell binds.
func service[T any](h *app.Host) *T {
	for _, s := range app.Services(h) {
		if found, ok := s.(*T); ok {
			return found
		}
	}
	panic(fmt.Sprintf("no service %T", *new(T)))
}

// data makes the workspace, unless an earlier run has.
func (b *bench) data() error {
	if _, err := os.Stat(b.path()); err == nil {
		return nil
	}
	begun := time.Now()
	work := b.folder() + ".new"
	if err := os.RemoveAll(work); err != nil {
		return err
	}
	if err := b.fill(work); err != nil {
		return err
	}
	if err := os.Rename(work, b.folder()); err != nil {
		return err
	}
	say("%s: made in %v", b.size.name, time.Since(begun).Round(time.Second))
	return nil
}

func (b *bench) fill(folder string) error {
	h := host(folder)
	if err := newFile(h, filepath.Join(folder, "data.dealbox")); err != nil {
		return err
	}
	w, err := h.Workspace()
	if err != nil {
		return err
	}
	o := generate.Options{Seed: seed, Opportunities: b.size.opportunities, Lang: i18n.Chinese}
	told := time.Now()
	err = generate.Workspace(context.Background(), w, o, func(done, total int64) {
		if time.Since(told) > 20*time.Second {
			told = time.Now()
			say("%s: %d of %d opportunities made", b.size.name, done, total)
		}
	})
	if err != nil {
		return err
	}
	return h.Close()
}

func newFile(h *app.Host, path string) error {
	_, err := service[app.Files](h).Create(app.NewFile{Path: path, Language: "zh-CN", Person: "基准"})
	return err
}

func say(format string, args ...any) { fmt.Fprintf(os.Stderr, format+"\n", args...) }
