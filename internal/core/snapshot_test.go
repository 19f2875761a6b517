package core_test

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"dealbox/internal/core"
	"dealbox/internal/crm"
	"dealbox/internal/crmtest"
	"dealbox/internal/table"
)

// snapshotFile gives the column snapshot; there is one.
func snapshotFile(t *testing.T, w *crmtest.Workspace) string {
	t.Helper()
	all, err := filepath.Glob(filepath.Join(w.Dir, "cache", "*.columns"))
	if err != nil || len(all) != 1 {
		t.Fatalf("snapshots %v, %v", all, err)
	}
	return all[0]
}

func someAccounts(w *crmtest.Workspace, n int) {
	w.Update(func(tx *core.Tx) error {
		for i := range n {
			if err := tx.Save(account(tx, fmt.Sprintf("重庆移动 %d", i))); err != nil {
				return err
			}
		}
		return nil
	})
}

// reopened closes the workspace, changes its snapshot and opens it again.
func reopened(t *testing.T, w *crmtest.Workspace, change func(path string) error) {
	t.Helper()
	path := snapshotFile(t, w)
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if err := change(path); err != nil {
		t.Fatal(err)
	}
	open, err := core.Open(w.Path, w.Options())
	if err != nil {
		t.Fatal(err)
	}
	w.Workspace = open
}

func TestADamagedSnapshotChangesNothing(t *testing.T) {
	w := crmtest.Open(t)
	someAccounts(w, 500)
	w.Again()
	before := crmtest.Rows(w.Workspace)
	whole, err := os.ReadFile(snapshotFile(t, w))
	if err != nil {
		t.Fatal(err)
	}
	for n := 0; n < len(whole); n += 1 + len(whole)/40 {
		reopened(t, w, func(path string) error {
			bad := append([]byte(nil), whole...)
			bad[n] ^= 4
			if n%2 == 0 {
				bad = bad[:n]
			}
			return os.WriteFile(path, bad, 0o600)
		})
		crmtest.Same(t, before, crmtest.Rows(w.Workspace))
		if found := w.Tables().Table(crm.Account.Num).Select(table.Query{Text: "cqyd"}); found.Len() != 500 {
			t.Fatalf("damage at %d: %d found", n, found.Len())
		}
	}
}

func TestAnOpeningWithoutASnapshotLeavesOne(t *testing.T) {
	w := crmtest.Open(t)
	someAccounts(w, 5)
	w.Again()
	reopened(t, w, os.Remove)
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	snapshotFile(t, w)
	open, err := core.Open(w.Path, w.Options())
	if err != nil {
		t.Fatal(err)
	}
	w.Workspace = open
}

// TestASnapshotIsNotWrittenInTheMiddleOfAnImport lets one fall due while a batch is open,
// and looks at what a kill after the batch would leave.
func TestASnapshotIsNotWrittenInTheMiddleOfAnImport(t *testing.T) {
	w := crmtest.Open(t)
	someAccounts(w, 5)
	w.Again()
	reopened(t, w, os.Remove) // so that one is due
	b, err := w.Begin(w.User())
	if err != nil {
		t.Fatal(err)
	}
	for n := range 20 {
		err := b.Update(func(tx *core.Tx) error { return tx.Save(account(tx, fmt.Sprintf("Globex %d", n))) })
		if err != nil {
			t.Fatal(err)
		}
		time.Sleep(5 * time.Millisecond) // room for whoever waits for the lock
	}
	if _, err := b.Complete(nil); err != nil {
		t.Fatal(err)
	}
	sameAfterAKill(t, w)
}

func TestChangesSinceTheSnapshotAreThereAfterAKill(t *testing.T) {
	w := crmtest.Open(t)
	someAccounts(w, 500)
	w.Again()
	someAccounts(w, 3)
	sameAfterAKill(t, w)
}

// sameAfterAKill compares a workspace with what is found when its files, as they are now,
// are opened elsewhere.
func sameAfterAKill(t *testing.T, w *crmtest.Workspace) {
	t.Helper()
	left := t.TempDir()
	if err := os.CopyFS(left, os.DirFS(w.Dir)); err != nil {
		t.Fatal(err)
	}
	o := w.Options()
	o.Store.CacheDir = filepath.Join(left, "cache")
	killed, err := core.Open(filepath.Join(left, filepath.Base(w.Path)), o)
	if err != nil {
		t.Fatal(err)
	}
	crmtest.Same(t, crmtest.Rows(w.Workspace), crmtest.Rows(killed))
	if err := killed.Close(); err != nil {
		t.Fatal(err)
	}
}
