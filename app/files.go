package app

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"os"
	"os/user"
	"path/filepath"
	"strings"
	"time"

	"dealbox/internal/core"
	"dealbox/internal/crm"
	"dealbox/internal/fault"
	"dealbox/internal/i18n"
	"dealbox/internal/store"
	"dealbox/internal/value"
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

// State tells what there is to show: the open file, or why there is none.
func (f *Files) State() (s State, err error) {
	defer guard(&err)
	h := f.h
	s = State{
		Version: h.o.Version, Shell: "browser", System: system(), Language: string(h.Lang()),
		Chosen: h.prefs.get().Language != "", Folder: h.o.Folder,
	}
	if h.o.Shell != nil {
		s.Shell = "window"
	}
	h.mu.RLock()
	s.Asked = h.asked
	problem := h.problem
	h.mu.RUnlock()
	if o, err := h.current(); err == nil {
		info := o.fileInfo(h.Lang())
		s.File = &info
	} else if problem != nil {
		s.Problem, s.Holder = Fail(problem, h.Lang()), holder(problem)
	}
	return s, nil
}

func holder(err error) *Holder {
	var locked *store.LockedError
	if !errors.As(err, &locked) || locked.Owner.Since.IsZero() {
		return nil
	}
	o := locked.Owner
	return &Holder{User: o.User, Host: o.Host, Program: o.Program, PID: o.PID, Since: o.Since.UTC().Format(time.RFC3339)}
}

func (o *opened) fileInfo(l i18n.Lang) FileInfo {
	c, i := o.w.Config(), o.w.Info()
	info := FileInfo{
		Path: o.w.Path(), Name: c.Name, Size: i.Size, ReadOnly: i.ReadOnly, Base: string(c.Base), Zone: c.Zone,
		Me: o.ref(crm.Member.Key, o.session.Actor().Member, l), Sample: len(c.Sample),
		Counts: map[string]int{}, Notes: []string{},
	}
	for _, t := range o.w.Registry().Types() {
		if t.Nav {
			info.Counts[t.Key] = o.w.Tables().Table(t.Num).Live()
		}
	}
	info.Counts[crm.Opportunity.Key] = o.openOpportunities()
	for _, n := range i.Notes {
		info.Notes = append(info.Notes, string(n))
	}
	return info
}

func (o *opened) openOpportunities() int {
	c := openNotHeld()
	where, err := o.w.Bind(o.session.Actor(), &c, o.w.Registry().Type(crm.Opportunity.Key))
	if err != nil {
		return 0
	}
	return o.w.Tables().Table(crm.Opportunity.Num).Count(where, "")
}

// Create makes a new file and opens it.
func (f *Files) Create(n NewFile) (info FileInfo, err error) {
	defer guard(&err)
	if strings.TrimSpace(n.Person) == "" {
		return info, ErrName.On("person")
	}
	path, err := f.newPath(n)
	if err != nil {
		return info, err
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return info, ErrPath.With("path", path)
	}
	o := f.h.coreOptions()
	o.Setup = func(tx *core.Tx) error { return setup(tx, n, path) }
	w, err := core.Create(path, o)
	if err != nil {
		return info, err
	}
	return f.h.adopt(w)
}

// newPath settles where a new file goes: nothing is overwritten.
func (f *Files) newPath(n NewFile) (string, error) {
	path := n.Path
	if path == "" {
		name := strings.TrimSpace(n.Name)
		if name == "" || strings.ContainsAny(name, `/\:*?"<>|`) || strings.HasPrefix(name, ".") {
			return "", ErrPath.With("path", n.Name).On("name")
		}
		path = filepath.Join(f.h.o.Folder, name)
	}
	return newFilePath(path)
}

func newFilePath(path string) (string, error) {
	if !strings.EqualFold(filepath.Ext(path), Extension) {
		path += Extension
	}
	abs, err := filepath.Abs(path)
	if err != nil {
		return "", ErrPath.With("path", path)
	}
	if _, err := os.Stat(abs); err == nil {
		return "", ErrTaken.With("path", abs).On("path")
	}
	return abs, nil
}

// setup fills a new file: settings, the default pipeline, the file's owner.
func setup(tx *core.Tx, n NewFile, path string) error {
	l := i18n.Parse(n.Language)
	c := core.Config{Name: strings.TrimSpace(n.Name), Base: value.Currency(n.Currency), Zone: n.Zone, Lang: l}
	if c.Name == "" {
		c.Name = fileName(path)
	}
	if c.Base == "" {
		c.Base = map[i18n.Lang]value.Currency{i18n.Chinese: "CNY", i18n.English: "USD"}[l]
	}
	if c.Zone == "" {
		c.Zone = "Asia/Shanghai"
	}
	owner, err := crm.Defaults(tx, l, strings.TrimSpace(n.Person))
	if err != nil {
		return fmt.Errorf("fill new file: %w", err)
	}
	c.Owner = owner
	return tx.SetConfig(c)
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
	o.stop = w.Subscribe(func(n core.News) { h.o.Emit("changed", changedEvent(n)) })
	h.mu.Lock()
	err := h.closeLocked()
	h.file, h.asked, h.problem = o, w.Path(), nil
	h.mu.Unlock()
	if err != nil {
		return FileInfo{}, fmt.Errorf("close the former file: %w", err)
	}
	h.files.add(w.Path(), h.o.Now())
	info := o.fileInfo(h.Lang())
	if h.o.Shell != nil {
		h.o.Shell.SetTitle(info.Name)
	}
	h.o.Emit("file", struct{}{})
	return info, nil
}

// Changed is the event that records changed. IDs are left out when there are many.
type Changed struct {
	Seq   string   `json:"seq"`
	Types []string `json:"types"`
	IDs   []string `json:"ids"`
}

func changedEvent(n core.News) Changed {
	c := Changed{Seq: fmt.Sprint(n.Seq), Types: append([]string{}, n.Types...), IDs: []string{}}
	if n.Schema {
		c.Types = append(c.Types, "schema")
	}
	for _, id := range n.IDs {
		c.IDs = append(c.IDs, id.String())
	}
	return c
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

// Reveal shows the open file in its folder.
func (f *Files) Reveal() (err error) {
	defer guard(&err)
	o, err := f.h.current()
	if err != nil {
		return err
	}
	if f.h.o.Shell == nil {
		return ErrNoShell.Err()
	}
	return f.h.o.Shell.Reveal(o.w.Path())
}

// PickOpen asks the user for a file: kind is "file" for a workspace, "import" for a
// spreadsheet. "" means that the user cancelled.
func (f *Files) PickOpen(kind string) (path string, err error) {
	defer guard(&err)
	if f.h.o.Shell == nil {
		return "", ErrNoShell.Err()
	}
	l := f.h.Lang()
	if kind == "import" {
		return f.h.o.Shell.PickOpen(i18n.T("Import", "导入").In(l), []Filter{{i18n.T("Spreadsheets", "表格文件").In(l), []string{"*.csv", "*.tsv", "*.txt", "*.xlsx", "*.json"}}})
	}
	return f.h.o.Shell.PickOpen(i18n.T("Open", "打开").In(l), []Filter{fileFilter(l)})
}

// PickSave asks where to save, with a name proposed.
func (f *Files) PickSave(name string) (path string, err error) {
	defer guard(&err)
	if f.h.o.Shell == nil {
		return "", ErrNoShell.Err()
	}
	l := f.h.Lang()
	var filters []Filter
	if strings.HasSuffix(name, Extension) {
		filters = []Filter{fileFilter(l)}
	}
	return f.h.o.Shell.PickSave(i18n.T("Save", "保存").In(l), name, filters)
}

func fileFilter(l i18n.Lang) Filter {
	return Filter{i18n.T("Dealbox file", "商机匣文件").In(l), []string{"*" + Extension}}
}

// OpenURL opens a web, mail or telephone address outside of Dealbox.
func (f *Files) OpenURL(address string) (err error) {
	defer guard(&err)
	if f.h.o.Shell == nil {
		return ErrNoShell.Err()
	}
	u, err := url.Parse(address)
	if err != nil {
		return ErrURL.Err()
	}
	switch u.Scheme {
	case "http", "https", "mailto", "tel":
		return f.h.o.Shell.OpenURL(u.String())
	}
	return ErrURL.Err()
}
