// Package crmtest gives tests a real workspace in a temporary folder. When the test ends
// the file is checked through and through, and its columns are compared with its rows.
package crmtest

import (
	"context"
	"path/filepath"
	"testing"
	"time"

	"dealbox/internal/core"
	"dealbox/internal/crm"
	"dealbox/internal/i18n"
	"dealbox/internal/store"
	"dealbox/internal/table"
	"dealbox/internal/testclock"
	"dealbox/internal/value"
)

// Start is when the clock of a test workspace begins: a Tuesday.
var Start = time.Date(2026, time.November, 24, 9, 30, 0, 0, time.UTC)

// Workspace is a workspace with a clock that the test moves.
type Workspace struct {
	*core.Workspace
	T     testing.TB
	Dir   string
	Path  string
	Me    value.ID
	clock *testclock.Clock
}

// Open makes a workspace with the default pipeline and one member.
func Open(t testing.TB) *Workspace {
	t.Helper()
	w := &Workspace{T: t, Dir: t.TempDir(), clock: testclock.New(Start)}
	w.Path = filepath.Join(w.Dir, "test.dealbox")
	o := w.Options()
	o.Setup = func(tx *core.Tx) (err error) {
		if w.Me, err = crm.Defaults(tx, i18n.English, "Ann"); err != nil {
			return err
		}
		return tx.SetConfig(core.Config{Name: "test", Base: "CNY", Zone: "Asia/Shanghai", Lang: i18n.English, Owner: w.Me})
	}
	open, err := core.Create(w.Path, o)
	if err != nil {
		t.Fatalf("create workspace: %v", err)
	}
	w.Workspace = open
	t.Cleanup(w.finish)
	return w
}

// Options are those that the workspace is opened with.
func (w *Workspace) Options() core.Options {
	return core.Options{
		Types: crm.Types(), Rates: crm.Rates, Now: w.clock.Now,
		Store: store.Options{CacheDir: filepath.Join(w.Dir, "cache"), Now: w.clock.Now},
	}
}

// Pass moves the clock.
func (w *Workspace) Pass(d time.Duration) { w.clock.Add(d) }

// User acts as the one member.
func (w *Workspace) User() core.Actor { return core.Actor{Member: w.Me, Source: core.User} }

// Update changes the workspace as the user, and fails the test when it cannot.
func (w *Workspace) Update(fn func(tx *core.Tx) error) core.ChangeSet {
	w.T.Helper()
	set, err := w.Workspace.Update(w.User(), fn)
	if err != nil {
		w.T.Fatalf("update: %v", err)
	}
	return set
}

// Again closes and opens the workspace.
func (w *Workspace) Again() {
	w.T.Helper()
	if err := w.Close(); err != nil {
		w.T.Fatalf("close: %v", err)
	}
	open, err := core.Open(w.Path, w.Options())
	if err != nil {
		w.T.Fatalf("open again: %v", err)
	}
	w.Workspace = open
}

// Rows gives all live records of the columns as text, by type and id: what two states are
// compared by.
func Rows(w *core.Workspace) map[string]string {
	all := map[string]string{}
	for _, t := range w.Registry().Types() {
		tab := w.Tables().Table(t.Num)
		sel := tab.Select(table.Query{})
		for _, n := range sel.Rows(0, sel.Len()) {
			s := ""
			for _, d := range t.Fields {
				v := tab.Value(n, d)
				if d.Kind.Long() || v == nil {
					continue
				}
				s += d.Key + "=" + d.Kind.Format(v, value.Writing{}) + ";"
			}
			all[t.Key+" "+tab.ID(n).String()] = s
		}
	}
	return all
}

// finish compares the columns with what the rows give, and checks the file.
func (w *Workspace) finish() {
	before := Rows(w.Workspace)
	if err := w.Close(); err != nil {
		w.T.Errorf("close: %v", err)
		return
	}
	o := w.Options()
	o.Store.CacheDir = "" // no snapshot: columns come from the rows
	again, err := core.Open(w.Path, o)
	if err != nil {
		w.T.Errorf("open again: %v", err)
		return
	}
	after := Rows(again)
	if err := again.Close(); err != nil {
		w.T.Errorf("close: %v", err)
	}
	Same(w.T, before, after)
	report, err := core.Check(context.Background(), w.Path, "", crm.Types(), nil)
	if err != nil || !report.Sound() {
		w.T.Errorf("check: %v %v", err, report.Problems)
	}
}

// Reporter is told of differences: a test, or a property at work.
type Reporter interface {
	Helper()
	Errorf(format string, args ...any)
}

// Same fails the test where two states differ.
func Same(t Reporter, want, got map[string]string) {
	t.Helper()
	for k, v := range want {
		if got[k] != v {
			t.Errorf("%s:\n was %s\n is  %s", k, v, got[k])
		}
	}
	for k, v := range got {
		if _, ok := want[k]; !ok {
			t.Errorf("%s: was not there\n is %s", k, v)
		}
	}
}
