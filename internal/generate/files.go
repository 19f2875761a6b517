package generate

import (
	"encoding/csv"
	"fmt"
	"io"
	"os"
	"path/filepath"
)

// Totals says what is in the files, so that a test can compare what it imported.
type Totals struct {
	Accounts       int   `json:"accounts"`
	Products       int   `json:"products"`
	Agents         int   `json:"agents"`
	Managers       int   `json:"managers"`
	Opportunities  int   `json:"opportunities"`
	Won            int   `json:"won"`
	WonValue       int64 `json:"wonValue"` // sum in whole units
	Lost           int   `json:"lost"`
	Engaging       int   `json:"engaging"`
	Prospecting    int   `json:"prospecting"`
	WithoutAccount int   `json:"withoutAccount"`
	Misspelt       int   `json:"misspelt"` // opportunities whose product is not spelt as in the list
	Leads          int   `json:"leads"`
	LeadsConverted int   `json:"leadsConverted"`
	LeadColumns    int   `json:"leadColumns"` // with a name; one more has none
	Selects        int   `json:"selects"`     // cells that say Select: nothing was chosen
}

// Files writes spreadsheets as a reseller and a school keep them: sales/accounts.csv,
// products.csv, sales_teams.csv and sales_pipeline.csv, and leads/Leads.csv. They have
// what makes real ones awkward: dates as day-month-year of two digits, misspelt sectors and
// countries, a product spelt in two ways, parents by name, blank accounts, "Select" for
// nothing and a last column without a name. Files that are there are overwritten.
//
// The same options make the same bytes; without Options.Today things happen up to the end
// of 2025.
func Files(dir string, o Options) (Totals, error) {
	if o.Today == 0 {
		o.Today = lastDay
	}
	var t Totals
	b := books{o: o, totals: &t}
	for _, f := range []struct {
		path  string
		write func(*csv.Writer) error
	}{
		{"sales/products.csv", b.products},
		{"sales/sales_teams.csv", b.teams},
		{"sales/accounts.csv", b.accounts},
		{"sales/sales_pipeline.csv", b.pipeline},
		{"leads/Leads.csv", b.leads},
	} {
		if err := writeFile(filepath.Join(dir, filepath.FromSlash(f.path)), f.write); err != nil {
			return Totals{}, fmt.Errorf("write %s: %w", f.path, err)
		}
	}
	return t, nil
}

// books are the files at work: what the later ones need of the earlier.
type books struct {
	o      Options
	totals *Totals
	agents []string
	firms  []string
}

func writeFile(path string, write func(*csv.Writer) error) (err error) {
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	defer func() {
		if e := f.Close(); err == nil {
			err = e
		}
	}()
	return writeCSV(f, write)
}

// writeCSV writes lines that end as on Windows, where such files come from.
func writeCSV(to io.Writer, write func(*csv.Writer) error) error {
	w := csv.NewWriter(to)
	w.UseCRLF = true
	if err := write(w); err != nil {
		return err
	}
	w.Flush()
	return w.Error()
}
