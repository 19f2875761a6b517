package source_test

import (
	"os"
	"path/filepath"
	"testing"

	"dealbox/internal/transfer/source"
	"dealbox/internal/value"
)

// realFile opens one of the real files that lie beside a checkout of the project.
func realFile(t *testing.T, name string) *source.File {
	t.Helper()
	dir := os.Getenv("DEALBOX_DATA")
	if dir == "" {
		dir = filepath.Join("..", "..", "..", "..", "shared", "data")
	}
	path := filepath.Join(dir, name)
	if _, err := os.Stat(path); err != nil {
		t.Skipf("the real data is not there: %v", err)
	}
	f, err := source.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := f.Close(); err != nil {
			t.Error(err)
		}
	})
	return f
}

func TestTheRealPipelineIsUnderstood(t *testing.T) {
	f := realFile(t, "sales/sales_pipeline.csv")
	shapes, err := f.Shapes(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	all := rows(t, f)
	equal(t, "rows", []any{len(all), f.Info().Rows, f.Info().Exact, len(f.Notes())}, []any{8800, 8800, true, 0})
	for i, want := range []source.Look{source.LooksText, source.LooksChoice, source.LooksChoice, source.LooksText, source.LooksChoice, source.LooksDate, source.LooksDate, source.LooksMoney} {
		if shapes[i].Looks != want {
			t.Errorf("%s looks like %s", shapes[i].Name, shapes[i].Looks)
		}
	}
	noAccount, won, wrong := 0, value.Decimal(0), 0
	for _, r := range all {
		if shapes[3].Empty(r.cells[3]) {
			noAccount++
		}
		if d, err := value.Day.Parse(r.cells[5], shapes[5].Reading(value.Reading{})); err != nil || d != nil && (d.(value.Date).Time().Year() < 2016 || d.(value.Date).Time().Year() > 2017) {
			wrong++
		}
		if n, err := value.Number.Parse(r.cells[7], shapes[7].Reading(value.Reading{})); err == nil && n != nil && r.cells[4] == "Won" {
			won += n.(value.Decimal)
		}
	}
	equal(t, "totals", []any{noAccount, won.String(), wrong}, []any{1425, "10005534", 0})
}

func TestTheRealLeadsAreUnderstood(t *testing.T) {
	f := realFile(t, "leads/Leads.csv")
	equal(t, "size", []any{f.Info().Rows, len(f.Info().Columns), f.Info().HeaderRow}, []any{9240, 37, 1})
	shapes, err := f.Shapes(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	selected := 0
	for _, s := range shapes {
		if s.Empty("Select") {
			selected++
		}
		if s.Name == "" || s.Looks == source.LooksBlank {
			t.Errorf("column %d: %+v", s.Column, s)
		}
	}
	equal(t, "columns with Select", selected, 4)
	d := realFile(t, "leads/dictionary.xlsx")
	equal(t, "dictionary", []any{d.Info().HeaderRow, d.Info().Columns, len(rows(t, d))}, []any{3, []string{"Variables", "Description"}, 37})
}
