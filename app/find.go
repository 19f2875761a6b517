package app

import (
	"context"
	"path/filepath"
	"strings"

	"dealbox/internal/core"
	"dealbox/internal/i18n"
	"dealbox/internal/query"
	"dealbox/internal/schema"
	"dealbox/internal/table"
	"dealbox/internal/transfer"
	"dealbox/internal/value"
)

// FindQuery asks for records as the command line does, in words.
type FindQuery struct {
	Type  string // key, or a name of the type in either language
	Where string // query.Parse
	Group string
	Sums  []string
	Sort  string // field, or -field for the largest first; of groups: their field, one of Sums, or count
	Limit int    // of rows or groups; 0 is all
	Count bool   // no rows: counts and sums only
	Words bool   // cells as people read them; otherwise as programs do
}

// Found is what there is. Cells are by field key. Missing counts amounts in a currency
// without a rate, which are in no sum.
type Found struct {
	Type    *schema.Type
	Count   int
	Sums    map[string]string
	Missing map[string]int
	Groups  []FoundGroup
	Rows    []FoundRow
}

// FoundGroup is the records that share a value.
type FoundGroup struct {
	Key     string            `json:"key"`
	Count   int               `json:"count"`
	Sums    map[string]string `json:"sum,omitempty"`
	Missing map[string]int    `json:"missing,omitempty"`
}

// FoundRow is one record.
type FoundRow struct {
	ID    string
	Cells map[string]string
}

// TypeNamed finds a record type by its key or its words in either language.
func (h *Host) TypeNamed(name string) (*schema.Type, error) {
	o, err := h.current()
	if err != nil {
		return nil, err
	}
	for _, t := range o.w.Registry().Types() {
		if t.Key == name || t.Label.Has(name) || t.Plural.Has(name) || t.Key+"s" == strings.ToLower(name) {
			return t, nil
		}
	}
	return nil, core.ErrNoType.With("type", name)
}

// Find answers a question in words.
func (h *Host) Find(q FindQuery) (out Found, err error) {
	defer guard(&err)
	o, err := h.current()
	if err != nil {
		return out, err
	}
	if out.Type, err = h.TypeNamed(q.Type); err != nil {
		return out, err
	}
	a, err := o.asked(out.Type, q, h.Lang())
	if err != nil {
		return out, err
	}
	sums := a.sums(a.where)
	out.Count, out.Sums, out.Missing = a.tab.Count(a.where, ""), amounts(sums), missing(sums)
	if a.group != nil {
		if out.Groups, err = a.foundGroups(q); err != nil {
			return out, err
		}
	}
	if !q.Count && a.group == nil {
		out.Rows = a.foundRows(q)
	}
	return out, nil
}

// asked turns words into a checked query.
func (o *opened) asked(t *schema.Type, q FindQuery, l i18n.Lang) (*asking, error) {
	cond, err := query.Parse(q.Where)
	if err != nil {
		return nil, err
	}
	lq := ListQuery{Type: t.Key, Group: q.Group, Sums: q.Sums}
	if cond.Op != "" {
		lq.Where = &cond
	}
	if q.Sort != "" && q.Group == "" {
		lq.Sort = []SortKey{{Field: strings.TrimPrefix(q.Sort, "-"), Desc: strings.HasPrefix(q.Sort, "-")}}
	}
	return o.ask(t, lq, l)
}

func amounts(sums map[string]Sum) map[string]string {
	out := map[string]string{}
	for key, s := range sums {
		out[key] = s.Amount
	}
	return out
}

// missing gives the sums that leave something out.
func missing(sums map[string]Sum) map[string]int {
	out := map[string]int{}
	for key, s := range sums {
		if s.Missing > 0 {
			out[key] = s.Missing
		}
	}
	return out
}

func (a *asking) foundGroups(q FindQuery) (groups []FoundGroup, err error) {
	cell := a.cells(q)
	measures := make([]table.Measure, len(a.sum))
	for i, d := range a.sum {
		measures[i] = table.Measure{Def: d}
	}
	found := a.o.inOrder(a.group, a.tab.Group(a.where, "", a.group, measures, a.env))
	if err := a.sortGroups(found, q.Sort); err != nil {
		return nil, err
	}
	if q.Limit > 0 {
		found = found[:min(len(found), q.Limit)]
	}
	for _, g := range found {
		head := a.head(g)
		one := FoundGroup{Count: head.Count, Sums: amounts(head.Sums), Missing: missing(head.Sums)}
		if g.Key != nil {
			one.Key = cell(a.group, g.Key)
		}
		groups = append(groups, one)
	}
	return groups, nil
}

func (a *asking) foundRows(q FindQuery) []FoundRow {
	sel := a.tab.Select(a.query(a.where))
	n := sel.Len()
	if q.Limit > 0 {
		n = min(n, q.Limit)
	}
	rows := make([]FoundRow, 0, n)
	defs := a.o.visible(a.t)
	cell := a.cells(q)
	numbers := sel.Rows(0, n)
	for i, values := range a.tab.Values(numbers, defs) {
		r := FoundRow{ID: a.tab.ID(numbers[i]).String(), Cells: map[string]string{}}
		for j, v := range values {
			if v != nil && !defs[j].Kind.Long() {
				r.Cells[defs[j].Key] = cell(defs[j], v)
			}
		}
		rows = append(rows, r)
	}
	return rows
}

// cells says how values are written: for people or for programs.
func (a *asking) cells(q FindQuery) func(*schema.Def, any) string {
	if q.Words {
		return func(d *schema.Def, v any) string { return a.o.words(d, v, a.lang) }
	}
	w := a.o.plainWriter(a.lang)
	return func(d *schema.Def, v any) string { return cellText(w, d, v) }
}

// cellText writes a value for programs: a choice by its key where it has one.
func cellText(w transfer.Writer, d *schema.Def, v any) string {
	if n, ok := v.(value.Option); ok {
		if o, known := d.Option(n); known && o.Key != "" {
			return o.Key
		}
	}
	return w.Cell(d, v)
}

func (o *opened) plainWriter(l i18n.Lang) transfer.Writer {
	c := o.w.Config()
	return transfer.Writer{Lang: l, Zone: c.Location(), Base: c.Base, Title: func(d *schema.Def, id value.ID) (string, bool) {
		return o.ref(d.Target, id, l).Title, true
	}}
}

// Export writes records to a file; the format follows from its ending.
func (h *Host) Export(ctx context.Context, q FindQuery, path string) (count int, err error) {
	defer guard(&err)
	o, err := h.current()
	if err != nil {
		return 0, err
	}
	t, err := h.TypeNamed(q.Type)
	if err != nil {
		return 0, err
	}
	a, err := o.asked(t, q, h.Lang())
	if err != nil {
		return 0, err
	}
	sel := a.tab.Select(a.query(a.where))
	abs, err := filepath.Abs(path)
	if err != nil {
		return 0, ErrPath.With("path", path)
	}
	e := transfer.Export{W: o.w, Actor: o.session.Actor(), Type: t, IDs: sel.IDs(0, sel.Len()), Lang: h.Lang()}
	return sel.Len(), e.Run(ctx, abs)
}
