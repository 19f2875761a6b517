package cli

import (
	"fmt"
	"strings"
	"text/tabwriter"

	"dealbox/app"
	"dealbox/internal/i18n"
	"dealbox/internal/schema"
)

type listCmd struct {
	Type  string   `arg:"" help:"${type_help}"`
	Where string   `help:"${where_help}" placeholder:"COND"`
	Group string   `help:"${group_help}" placeholder:"FIELD"`
	Count bool     `help:"${count_help}"`
	Sum   []string `help:"${sum_help}" placeholder:"FIELD" sep:"none"`
	Sort  string   `help:"${sort_help}" placeholder:"FIELD"`
	Limit int      `help:"${limit_help}"`
	JSON  bool     `name:"json" help:"${json_help}"`
}

// Run answers a question about records.
func (c *listCmd) Run(r *run) error {
	h, err := r.opened()
	if err != nil {
		return err
	}
	found, err := h.Find(app.FindQuery{
		Type: c.Type, Where: c.Where, Group: c.Group, Sums: c.Sum, Sort: c.Sort, Limit: c.Limit,
		Count: c.Count || len(c.Sum) > 0, Words: !c.JSON,
	})
	if err == nil {
		err = c.print(r, found)
	}
	return first(err, h.Close())
}

func first(err, second error) error {
	if err != nil {
		return err
	}
	return second
}

func (c *listCmd) print(r *run, f app.Found) error {
	if c.JSON {
		return r.json(c.answer(f))
	}
	w := tabwriter.NewWriter(r.Stdout, 0, 4, 2, ' ', 0)
	switch {
	case c.Group != "":
		for _, g := range f.Groups {
			fmt.Fprintln(w, strings.Join(append([]string{g.Key, fmt.Sprint(g.Count)}, c.sums(g.Sums)...), "\t"))
		}
	case c.Count || len(c.Sum) > 0:
		fmt.Fprintln(w, strings.Join(append([]string{fmt.Sprint(f.Count)}, c.sums(f.Sums)...), "\t"))
	default:
		c.rows(w, f, r)
	}
	c.leftOut(r, f)
	return w.Flush()
}

// leftOut says which amounts are in no sum: those in a currency without a rate.
func (c *listCmd) leftOut(r *run, f app.Found) {
	for _, key := range c.Sum {
		if n := f.Missing[key]; n > 0 {
			fmt.Fprintf(r.Stderr, i18n.T("%s: %d amounts in a currency without a rate are left out", "%s：%d 个金额的货币没有汇率，未计入").In(r.lang)+"\n", key, n)
		}
	}
}

func (c *listCmd) sums(sums map[string]string) (out []string) {
	for _, key := range c.Sum {
		out = append(out, sums[key])
	}
	return out
}

// answer is what programs get: counts and sums, groups, or rows with fields by key.
func (c *listCmd) answer(f app.Found) any {
	if c.Group != "" {
		return map[string]any{"count": f.Count, "groups": emptyNotNull(f.Groups)}
	}
	if c.Count || len(c.Sum) > 0 {
		out := map[string]any{"count": f.Count}
		if len(c.Sum) > 0 {
			out["sum"] = f.Sums
		}
		if len(f.Missing) > 0 {
			out["missing"] = f.Missing
		}
		return out
	}
	rows := make([]map[string]string, 0, len(f.Rows))
	for _, row := range f.Rows {
		one := map[string]string{"id": row.ID}
		for k, v := range row.Cells {
			one[k] = v
		}
		rows = append(rows, one)
	}
	return map[string]any{"rows": rows}
}

func emptyNotNull[T any](s []T) []T {
	if s == nil {
		return []T{}
	}
	return s
}

// rows prints the columns of the default list.
func (c *listCmd) rows(w *tabwriter.Writer, f app.Found, r *run) {
	var shown []*schema.Def
	var heads []string
	for _, d := range f.Type.Fields {
		if d.Listed || d.Key == f.Type.Title {
			shown = append(shown, d)
			heads = append(heads, d.Label.In(r.lang))
		}
	}
	fmt.Fprintln(w, strings.Join(heads, "\t"))
	for _, row := range f.Rows {
		cells := make([]string, len(shown))
		for i, d := range shown {
			cells[i] = row.Cells[d.Key]
		}
		fmt.Fprintln(w, strings.Join(cells, "\t"))
	}
}
