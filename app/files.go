package app

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/user"
	"path/filepath"
	"strings"

	"dealbox/internal/core"
	"dealbox/internal/fault"
	"dealbox/internal/i18n"
	"dealbox/internal/store"
)

// Files opens, makes, copies and moves the file that everything is in.
type Files struct{ h *Host }

// Extension of a workspace file.
const Extension = ".dealbox"

// The ways in which a file is refused.
var (
	ErrPath  = fault.New(fault.Invalid, "file.path", i18n.T("“{path}” cannot be used as a file name", "「{path}」不能用作文件名"))
	ErrTaken = fault.New(fault.Conflict, "file.taken", i18n.T("There is a file “{path}” already", "「{path}」已存在"))
	ErrName  = fault.New(fault.Invalid, "file.name", i18n.T("Please give your name", "请填写你的姓名"))
	ErrURL   = fault.New(fault.Invalid, "url.unsafe", i18n.T("This address is not opened", "不打开这个地址"))
)

func fileName(path string) string { return strings.TrimSuffix(filepath.Base(path), Extension) }

func (h *Host) storeOptions() store.Options {
	host, _ := os.Hostname()
	name := ""
	if u, err := user.Current(); err == nil {
		name = u.Username
		if u.Name != "" {
			name = u.Name
		}
	}
	return store.Options{
		CacheDir: h.o.CacheDir, Now: h.o.Now,
		Owner: store.OwnerNote{User: name, Host: host, Program: "dealbox", PID: os.Getpid(), Since: h.o.Now()},
	}
}

// Open opens a file in place of the one that is open, which is flushed and closed.
func (f *Files) Open(path string) (info FileInfo, err error) {
	defer guard(&err)
	abs, err := filepath.Abs(path)
	if err != nil {
		return info, ErrPath.With("path", path)
	}
	if o, err := f.h.current(); err == nil && o.w.Path() == abs {
		return o.fileInfo(f.h.Lang()), nil
	}
	w, err := core.Open(abs, f.h.coreOptions())
	if err != nil {
		f.h.refused(abs, err)
		return info, err
	}
	return f.h.adopt(w)
}

// refused remembers why a file is not open, for the first screen.
func (h *Host) refused(path string, err error) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.asked, h.problem = path, err
}

// adopt makes a workspace the open one.
func (h *Host) adopt(w *core.Workspace) (FileInfo, error) {
	o := &opened{w: w, session: w.Session(core.Actor{Member: h.member(w), Source: h.o.Source})}
	o.stop = w.Subscribe(func(n core.News) {
		o.noteChange(n)
		h.o.Emit("changed", changedEvent(n))
	})
	h.mu.Lock()
	err := h.closeLocked()
	h.file, h.asked, h.problem = o, w.Path(), nil
	h.mu.Unlock()
	if err != nil {
		return FileInfo{}, fmt.Errorf("close the former file: %w", err)
	}
	if h.o.Source != core.CommandLine { // a script is no reason for the window to open this file next
		h.files.add(w.Path(), h.o.Now())
	}
	info := o.fileInfo(h.Lang())
	if h.o.Shell != nil {
		h.o.Shell.SetTitle(info.Name)
	}
	h.o.Emit("file", struct{}{})
	return info, nil
}

// OpenAtStart opens the file that the program was started with, or the one that was open
// last. Why it is not open shows on the first screen.
func (h *Host) OpenAtStart(path string) {
	if path == "" {
		for _, r := range h.files.list() {
			if !r.Missing {
				path = r.Path
				break
			}
		}
	}
	if path != "" {
		_, _ = (&Files{h}).Open(path) // the reason is kept for State
	}
}

// OpenCopy opens a copy of a file that another process holds, beside it, under a new name.
func (f *Files) OpenCopy(path string) (info FileInfo, err error) {
	defer guard(&err)
	to := ""
	for n := 1; to == ""; n++ {
		name := fmt.Sprintf("%s %s %d%s", fileName(path), i18n.T("copy", "副本").In(f.h.Lang()), n, Extension)
		to, _ = newFilePath(filepath.Join(filepath.Dir(path), name))
	}
	if err := copyFile(path, to); err != nil {
		return info, fmt.Errorf("copy %s: %w", path, err)
	}
	return f.Open(to)
}

// Close closes the open file.
func (f *Files) Close() (err error) {
	defer guard(&err)
	err = f.h.shut()
	f.h.o.Emit("file", struct{}{})
	return err
}

// shut closes the open file without telling the page: another is about to open.
func (h *Host) shut() error {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.asked, h.problem = "", nil
	return h.closeLocked()
}

// Recent lists the files that were open lately.
func (f *Files) Recent() (all []RecentFile, err error) {
	defer guard(&err)
	return f.h.files.list(), nil
}

// Forget takes a file off that list.
func (f *Files) Forget(path string) (err error) {
	defer guard(&err)
	return f.h.files.forget(path)
}

// SaveCopy writes a copy of the open file, while it is in use, and checks it.
func (f *Files) SaveCopy(path string) (j Job, err error) {
	defer guard(&err)
	o, err := f.h.current()
	if err != nil {
		return j, err
	}
	to, err := newFilePath(path)
	if err != nil {
		return j, err
	}
	label := i18n.T("Save a copy as "+fileName(to), "另存副本 "+fileName(to))
	return f.h.jobs.start("copy", label, f.h.Lang(), func(ctx context.Context, j *job) (string, error) {
		err := o.w.SaveCopy(ctx, to, func(done, total int64) { j.progress(done, total, "bytes") })
		return to, err
	}), nil
}

// Move moves the open file to another place or name.
func (f *Files) Move(path string) (info FileInfo, err error) {
	defer guard(&err)
	o, err := f.h.current()
	if err != nil {
		return info, err
	}
	to, err := newFilePath(path)
	if err != nil {
		return info, err
	}
	from := o.w.Path()
	if err := f.h.shut(); err != nil {
		return info, err
	}
	if err := moveFile(from, to); err != nil {
		_, back := f.Open(from)
		return info, errors.Join(fmt.Errorf("move to %s: %w", to, err), back)
	}
	_ = f.h.files.forget(from)
	return f.Open(to)
}
