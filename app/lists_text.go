package app

import (
	"strings"

	"dealbox/internal/schema"
)

// maxCells is the most cells that are copied at once.
const maxCells = 100_000

// Text gives a span of a list as a spreadsheet takes it from the clipboard: cells parted
// by tabs, rows by line ends, with a row of headings.
func (s *Lists) Text(token string, start, end int, fields []string) (out string, err error) {
	defer guard(&err)
	o, l, err := s.find(token)
	if err != nil {
		return "", err
	}
	var defs []*schema.Def
	for _, key := range fields {
		d, err := o.fieldOf(l.typ, key)
		if err != nil {
			return "", err
		}
		defs = append(defs, d)
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

func (o *opened) writeRows(b *strings.Builder, t *schema.Type, rows []uint32, defs []*schema.Def, h *Host) {
	lang := h.Lang()
	for _, values := range o.w.Tables().Table(t.Num).Values(rows, defs) {
		cells := make([]string, len(defs))
		for i, v := range values {
			if !defs[i].Kind.Long() {
				cells[i] = defs[i].Kind.Format(v, o.writing(defs[i], lang))
			}
		}
		writeTSV(b, cells)
	}
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
