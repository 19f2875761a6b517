package app

import (
	"slices"

	"dealbox/internal/core"
	"dealbox/internal/i18n"
	"dealbox/internal/record"
	"dealbox/internal/schema"
	"dealbox/internal/transfer"
	"dealbox/internal/value"
)

// previewer shows rows of a rehearsal as they would be stored.
type previewer struct {
	o *opened
	l i18n.Lang
	t *schema.Type
	m transfer.Mapping
}

func (p *previewer) row(r transfer.Outcome) PreviewRow {
	out := PreviewRow{Row: r.Row, Result: r.Result, Changes: r.Changes, Cells: []PreviewCell{}}
	for i := range p.m.Columns {
		out.Cells = append(out.Cells, p.cell(&p.m.Columns[i], r))
	}
	for _, e := range r.Errors {
		// What no column of the file fills, such as a name, has no cell to say it in.
		if !p.has(e.Column) {
			out.Message = Fail(e.Err, p.l).Message
		}
	}
	if !r.Match.IsZero() {
		ref := p.o.ref(p.t.Key, r.Match, p.l)
		out.Match = &ref
		out.Existing = p.existing(r.Match)
	}
	return out
}

func (p *previewer) has(column string) bool {
	return slices.ContainsFunc(p.m.Columns, func(c transfer.Column) bool { return c.Name == column })
}

func (p *previewer) cell(c *transfer.Column, r transfer.Outcome) (cell PreviewCell) {
	if c.Index < len(r.Cells) {
		cell.Text = r.Cells[c.Index]
	}
	cell.Shown = cell.Text
	for _, e := range r.Errors {
		if e.Column == c.Name {
			cell.Error = Fail(e.Err, p.l).Message
		}
	}
	if cell.Error == "" && r.Values != nil && cell.Text != "" {
		cell.Shown = p.shown(c, r, cell.Text)
	}
	return cell
}

// shown is a cell as it was understood.
func (p *previewer) shown(c *transfer.Column, r transfer.Outcome, written string) string {
	if c.Target == transfer.ToOwn {
		return p.own(c, written)
	}
	part, d := c.Field(p.t, p.o.w.Registry())
	row := r.Values
	if part != nil {
		i := slices.IndexFunc(r.Parts, func(row *record.Row) bool { return row.Type == part.Num })
		if i < 0 {
			return written
		}
		row = r.Parts[i]
	}
	if d == nil || d.Kind.Linked() && d.Target == p.t.Key && d.Of(row) == nil && !c.IsBlank(written) {
		// A link within the type is made after all rows are there.
		return written
	}
	return p.words(d, row, written)
}

// own is a cell of a field that is not there yet.
func (p *previewer) own(c *transfer.Column, written string) string {
	d := schema.Def{Kind: c.Kind, Plain: c.Plain}
	v, err := c.Kind.Parse(written, c.Reading(p.o.reading(&d)))
	if _, link := v.(value.Unresolved); link || err != nil || c.Kind == value.Choice || c.Kind == value.Choices {
		return written
	}
	return p.o.words(&d, v, p.l)
}

// words shows a value as it was understood. A linked record that the rehearsal made is
// not there any more: it is shown as it was written.
func (p *previewer) words(d *schema.Def, row *record.Row, written string) string {
	v := d.Of(row)
	if id, ok := v.(value.ID); ok {
		if title := p.o.ref(d.Target, id, p.l).Title; title != "" {
			return title
		}
		return written
	}
	return p.o.words(d, v, p.l)
}

// existing gives what the record that was found has, by column.
func (p *previewer) existing(id value.ID) []string {
	out := make([]string, len(p.m.Columns))
	err := p.o.w.View(p.o.session.Actor(), func(tx *core.Tx) error {
		row, err := tx.Get(p.t, id)
		if err != nil {
			return err
		}
		for i := range p.m.Columns {
			if d := p.t.Field(p.m.Columns[i].Target); d != nil {
				out[i] = p.o.words(d, d.Of(row), p.l)
			}
		}
		return nil
	})
	if err != nil {
		return nil
	}
	return out
}
