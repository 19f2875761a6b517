package core_test

import (
	"fmt"
	"runtime"
	"strings"
	"testing"

	"dealbox/internal/core"
	"dealbox/internal/crm"
	"dealbox/internal/crmtest"
	"dealbox/internal/table"
)

// warming says whether columns are being made ready somewhere.
func warming() bool {
	all := make([]byte, 1<<20)
	return strings.Contains(string(all[:runtime.Stack(all, true)]), "table.(*Set).Warm")
}

func TestAFileMayBeUsedAndClosedWhileItsColumnsWarmUp(t *testing.T) {
	w := crmtest.Open(t)
	const accounts = 3000
	w.Update(func(tx *core.Tx) error {
		for n := range accounts {
			if err := tx.Save(account(tx, fmt.Sprintf("重庆移动 %d", n))); err != nil {
				return err
			}
		}
		return nil
	})
	for n := range 2 {
		w.Again()
		w.Update(func(tx *core.Tx) error { return tx.Save(account(tx, fmt.Sprintf("重庆银行 %d", n))) })
		found := w.Tables().Table(crm.Account.Num).Select(table.Query{Text: "cq"})
		if want := accounts + n + 1; found.Len() != want {
			t.Errorf("%d accounts found, want %d", found.Len(), want)
		}
	}
	w.Again()
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if warming() {
		t.Error("columns are still being read after the file was closed")
	}
	open, err := core.Open(w.Path, w.Options())
	if err != nil {
		t.Fatal(err)
	}
	w.Workspace = open
}
