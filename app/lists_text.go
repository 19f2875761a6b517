package app

import (
	"strings"

	"dealbox/internal/i18n"
	"dealbox/internal/schema"
	"dealbox/internal/value"
)

// maxCells is the most cells that a span gives at once, maxCopied the most of ticked rows.
const (
	maxCells  = 100_000
	maxCopied = 1_000_000
)

// Text gives a span of a list as a spreadsheet takes it from the clipboard: cells parted
// by tabs, rows by line ends, with a row of headings.
func (s *Lists) Text(token string, start, end int, fields []string) (out string, err error) {
	defer guard(&err)
	o, l, err := s.find(token)
	if err != nil {
		return "", err
	}
	defs, err := o.fieldsOf(l.typ, fields)
	if err != nil {
		return "", err
	}
	if len(defs) > 0 {
		end = min(end, start+maxCells/len(defs))
	}
	var b strings.Builder
	heads := make([]string, len(defs))
	for i, d := range defs {
		heads[i] = d.Label.In(s.h.Lang())
	}
	writeTSV(&b, heads)
	for _, sp := range l.spans {
		from, to := max(start, sp.start)-sp.start, min(end, sp.start+sp.len())-sp.start
		if sp.head == nil && from < to {
			o.writeRows(&b, l.typ, sp.sel.Rows(from, to), defs, s.h)
		}
	}
	return b.String(), nil
}

// Ticked gives ticked rows of a list, in its order, as Text does but without headings.
func (s *Lists) Ticked(in TickedInput) (out TickedText, err error) {
	defer guard(&err)
	o, l, err := s.find(in.Token)
	if err != nil {
		return out, err
	}
	defs, err := o.fieldsOf(l.typ, in.Fields)
	if err != nil {
		return out, err
	}
	rows, err := l.ticked(in)
	if err != nil {
		return out, err
	}
	out.Rows = len(rows)
	if len(defs) > 0 {
		out.Rows = min(out.Rows, maxCopied/len(defs))
	}
	out.Left = len(rows) - out.Rows
	var b strings.Builder
	o.writeRows(&b, l.typ, rows[:out.Rows], defs, s.h)
	out.Text = strings.TrimSuffix(b.String(), "\r\n")
	return out, nil
}

// ticked gives the rows of a list that are ticked.
func (l *listed) ticked(in TickedInput) (rows []uint32, err error) {
	named := make(map[value.ID]bool, len(in.IDs))
	for _, s := range in.IDs {
		id, err := value.ParseID(s)
		if err != nil {
			return nil, err
		}
		named[id] = true
	}
	for _, sp := range l.spans {
		if sp.sel == nil {
			continue
		}
		all := sp.sel.Rows(0, sp.sel.Len())
		for i, id := range sp.sel.IDs(0, len(all)) {
			if named[id] != in.All {
				rows = append(rows, all[i])
			}
		}
	}
	return rows, nil
}

func (o *opened) fieldsOf(t *schema.Type, keys []string) (defs []*schema.Def, err error) {
	for _, key := range keys {
		d, err := o.fieldOf(t, key)
		if err != nil {
			return nil, err
		}
		defs = append(defs, d)
	}
	return defs, nil
}

func (o *opened) writeRows(b *strings.Builder, t *schema.Type, rows []uint32, defs []*schema.Def, h *Host) {
	lang := h.Lang()
	for _, values := range o.w.Tables().Table(t.Num).Values(rows, defs) {
		cells := make([]string, len(defs))
		for i, v := range values {
			if !defs[i].Kind.Long() {
				cells[i] = o.copied(defs[i], v, lang)
			}
		}
		writeTSV(b, cells)
	}
}

// copied writes a value so that a spreadsheet takes it for what it is: numbers and amounts
// bare, days as 2026-12-01, everything else in words.
func (o *opened) copied(d *schema.Def, v any, lang i18n.Lang) string {
	w := o.writing(d, lang)
	switch v := v.(type) {
	case value.Money:
		return v.Plain()
	case value.Date:
		return v.String()
	case int64, value.Decimal:
		if d.Kind == value.Integer || d.Kind == value.Number {
			return strings.ReplaceAll(d.Kind.Format(v, w), ",", "")
		}
	}
	return d.Kind.Format(v, w)
}

func writeTSV(b *strings.Builder, cells []string) {
	for i, c := range cells {
		if i > 0 {
			b.WriteByte('\t')
		}
		if strings.ContainsAny(c, "\t\n\r\"") {
			c = `"` + strings.ReplaceAll(c, `"`, `""`) + `"`
		}
		b.WriteString(c)
	}
	b.WriteString("\r\n")
}
