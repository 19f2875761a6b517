package app_test

import (
	"path/filepath"
	"testing"
	"time"

	"dealbox/app"
	"dealbox/internal/fault"
	"dealbox/internal/i18n"
	"dealbox/internal/testclock"
)

// desk is a shell for tests: the services on a file in a temporary folder, with a clock
// that the test moves.
type desk struct {
	*testing.T
	h        *app.Host
	dir      string
	clock    *testclock.Clock
	news     chan struct{} // has something after each event
	files    *app.Files
	schema   *app.Schema
	records  *app.Records
	lists    *app.Lists
	board    *app.Board
	views    *app.Views
	imports  *app.Import
	jobs     *app.Jobs
	settings *app.Settings
}

// sit begins a run in a folder, without a file. Two desks in one folder are two windows
// of one computer's user.
func sit(t *testing.T, dir string) *desk {
	t.Helper()
	d := &desk{T: t, dir: dir, clock: testclock.New(time.Date(2026, time.November, 24, 9, 30, 0, 0, time.UTC)), news: make(chan struct{}, 1)}
	d.h = app.NewHost(app.Options{
		Version: "1.2.3", Language: i18n.English, Now: d.clock.Now,
		ConfigDir: filepath.Join(dir, "config"), CacheDir: filepath.Join(dir, "cache"), Folder: filepath.Join(dir, "files"),
		Emit: func(string, any) {
			select {
			case d.news <- struct{}{}:
			default:
			}
		},
	})
	for _, s := range app.Services(d.h) {
		d.take(s)
	}
	t.Cleanup(func() {
		if err := d.h.Close(); err != nil {
			t.Errorf("close: %v", err)
		}
	})
	return d
}

func (d *desk) take(service any) {
	switch s := service.(type) {
	case *app.Files:
		d.files = s
	case *app.Schema:
		d.schema = s
	case *app.Records:
		d.records = s
	case *app.Lists:
		d.lists = s
	case *app.Board:
		d.board = s
	case *app.Views:
		d.views = s
	case *app.Import:
		d.imports = s
	case *app.Jobs:
		d.jobs = s
	case *app.Settings:
		d.settings = s
	default:
		d.Fatalf("a service that no test knows: %T", s)
	}
}

// open begins a run with a new file.
func open(t *testing.T) *desk {
	t.Helper()
	d := sit(t, t.TempDir())
	got(d.files.Create(app.NewFile{Name: "销售 2026", Language: "en", Person: "Ann", Currency: "CNY", Zone: "Asia/Shanghai"})).in(t)
	return d
}

// result is what a call gave.
type result[T any] struct {
	v   T
	err error
}

func got[T any](v T, err error) result[T] { return result[T]{v, err} }

// in gives the value, and fails the test when there is an error instead.
func (r result[T]) in(t *testing.T) T {
	t.Helper()
	if r.err != nil {
		t.Fatal(r.err)
	}
	return r.v
}

// done waits for a job and gives how it ended.
func (d *desk) done(j app.Job) app.Job {
	d.Helper()
	for {
		now := got(d.jobs.Get(j.ID)).in(d.T)
		if now.State != "running" {
			return now
		}
		<-d.news
	}
}

// save saves a record and gives it as it is stored.
func (d *desk) save(typ, id string, values map[string]any) app.Row {
	d.Helper()
	return got(d.records.Save(app.SaveInput{Type: typ, ID: id, Values: values})).in(d.T).Row
}

// stage gives a stage of the first pipeline by its English name.
func (d *desk) stage(name string) app.StageInfo {
	d.Helper()
	for _, st := range got(d.board.Pipelines()).in(d.T)[0].Stages {
		if st.Name.En == name {
			return st
		}
	}
	d.Fatalf("no stage %s", name)
	return app.StageInfo{}
}

// deal saves an opportunity in a stage.
func (d *desk) deal(name, amount, stage string) app.Row {
	d.Helper()
	values := map[string]any{"name": name, "stage": d.stage(stage).ID}
	if amount != "" {
		values["amount"] = map[string]any{"amount": amount}
	}
	return d.save("opportunity", "", values)
}

// refused fails the test where an error is not of a code.
func refused(t *testing.T, err error, code fault.Code) *fault.Error {
	t.Helper()
	f := fault.From(err)
	if f == nil || f.Kind.Code != code {
		t.Fatalf("got %v, want a fault of code %s", err, code)
	}
	return f
}

// same fails the test where two things differ.
func same[T comparable](t *testing.T, what string, got, want T) {
	t.Helper()
	if got != want {
		t.Errorf("%s: got %v, want %v", what, got, want)
	}
}
