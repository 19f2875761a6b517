package generate

import (
	"bytes"
	"encoding/csv"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"testing"

	"dealbox/internal/i18n"

	"pgregory.net/rapid"
)

func read(t *testing.T, path string) [][]string {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

func TestTotalsAreThoseOfTheFiles(t *testing.T) {
	dir := t.TempDir()
	got, err := Files(dir, Options{Seed: 5, Opportunities: 2000, Lang: i18n.English})
	if err != nil {
		t.Fatal(err)
	}
	want := Totals{LeadColumns: got.LeadColumns}
	want.Products = len(read(t, filepath.Join(dir, "sales/products.csv"))) - 1
	accounts := names(t, filepath.Join(dir, "sales/accounts.csv"), 0)
	want.Accounts = len(accounts)
	agents := names(t, filepath.Join(dir, "sales/sales_teams.csv"), 0)
	want.Agents, want.Managers = len(agents), len(names(t, filepath.Join(dir, "sales/sales_teams.csv"), 1))
	ids := map[string]bool{}
	for _, r := range read(t, filepath.Join(dir, "sales/sales_pipeline.csv"))[1:] {
		count(t, &want, r, agents, accounts)
		ids[r[0]] = true
	}
	if len(ids) != want.Opportunities {
		t.Errorf("%d ids for %d opportunities", len(ids), want.Opportunities)
	}
	leads := read(t, filepath.Join(dir, "leads/Leads.csv"))
	for _, r := range leads[1:] {
		want.Leads++
		if r[6] == "1" {
			want.LeadsConverted++
		}
		for _, cell := range r {
			if cell == none {
				want.Selects++
			}
		}
	}
	if len(leads[0]) != 38 || leads[0][37] != "" || got.LeadColumns != 37 {
		t.Errorf("leads have %d columns, the last %q", len(leads[0]), leads[0][37])
	}
	if got != want {
		t.Errorf("totals %+v\nfiles  %+v", got, want)
	}
	if got.Won == 0 || got.Lost == 0 || got.Engaging == 0 || got.Prospecting == 0 || got.Misspelt == 0 || got.WithoutAccount == 0 {
		t.Errorf("something is missing: %+v", got)
	}
}

func names(t *testing.T, path string, column int) map[string]bool {
	t.Helper()
	all := map[string]bool{}
	for _, r := range read(t, path)[1:] {
		all[r[column]] = true
	}
	return all
}

var dmy = regexp.MustCompile(`^\d\d-\d\d-\d\d$`)

func count(t *testing.T, to *Totals, r []string, agents, accounts map[string]bool) {
	t.Helper()
	to.Opportunities++
	if r[3] == "" {
		to.WithoutAccount++
	} else if !accounts[r[3]] {
		t.Errorf("account %q is in no list", r[3])
	}
	if !agents[r[1]] {
		t.Errorf("agent %q is in no list", r[1])
	}
	if r[2] == "KXPro" {
		to.Misspelt++
	}
	started, ended := dmy.MatchString(r[5]), dmy.MatchString(r[6])
	switch r[4] {
	case "Won":
		to.Won++
		n, err := strconv.ParseInt(r[7], 10, 64)
		if err != nil {
			t.Error(err)
		}
		to.WonValue += n
	case "Lost":
		to.Lost++
	case "Engaging":
		to.Engaging++
	case "Prospecting":
		to.Prospecting++
	}
	if closed := r[4] == "Won" || r[4] == "Lost"; started == (r[4] == "Prospecting") || ended != closed || (r[7] != "") != closed {
		t.Errorf("dates and value of %v", r)
	}
}

func TestTheSameSeedMakesTheSameFiles(t *testing.T) {
	a, b, c := t.TempDir(), t.TempDir(), t.TempDir()
	for dir, seed := range map[string]uint64{a: 1, b: 1, c: 2} {
		if _, err := Files(dir, Options{Seed: seed, Opportunities: 300, Lang: i18n.Chinese}); err != nil {
			t.Fatal(err)
		}
	}
	for _, f := range []string{"sales/accounts.csv", "sales/sales_teams.csv", "sales/sales_pipeline.csv", "leads/Leads.csv"} {
		x, y, z := bytesOf(t, a, f), bytesOf(t, b, f), bytesOf(t, c, f)
		if !bytes.Equal(x, y) {
			t.Errorf("%s differs under the same seed", f)
		}
		if bytes.Equal(x, z) {
			t.Errorf("%s is the same under another seed", f)
		}
	}
}

func bytesOf(t *testing.T, dir, name string) []byte {
	t.Helper()
	b, err := os.ReadFile(filepath.Join(dir, name))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestSaleIDsDoNotRepeat(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		seed := rapid.Uint64().Draw(rt, "seed")
		i, j := rapid.IntRange(0, 1_000_000).Draw(rt, "i"), rapid.IntRange(0, 1_000_000).Draw(rt, "j")
		if i != j && saleID(i, seed) == saleID(j, seed) {
			rt.Errorf("%d and %d are both %s", i, j, saleID(i, seed))
		}
	})
}
