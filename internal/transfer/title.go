package transfer

import (
	"slices"
	"strings"

	"dealbox/internal/core"
	"dealbox/internal/schema"
	"dealbox/internal/value"
)

// titleFrom says of what a title is made when no column gives one: the values of columns
// that fill these fields, joined; where all are blank, the next line.
var titleFrom = map[string][][]string{
	"opportunity": {{"opportunity_line.product", "account"}, {"opportunity_line.product", "external_id"}, {"external_id"}},
	"lead":        {{"company", "person"}, {"company"}, {"person"}, {"source", "@number"}, {"external_id"}, {"email"}, {"mobile"}},
	"activity":    {{"note"}},
}

// byNumber is, in titleFrom, the first own field whose column is headed as a number.
const byNumber = "@number"

// titleLine gives the first line of titleFrom whose parts all are in a file, nil for none.
func titleLine(typ string, has func(target string) bool) []string {
	for _, line := range titleFrom[typ] {
		if !slices.ContainsFunc(line, func(target string) bool { return !has(target) }) {
			return line
		}
	}
	return nil
}

// TitleFrom gives the headings of the columns of which titles of new records are made,
// none where a column gives them or nothing does.
func TitleFrom(reg *schema.Registry, m Mapping) (headings []string) {
	t := reg.Type(m.Type)
	if columnFor(t, reg, m, t.Title) != nil {
		return nil
	}
	line := titleLine(t.Key, func(target string) bool { return columnFor(t, reg, m, target) != nil })
	for _, target := range line {
		headings = append(headings, columnFor(t, reg, m, target).Name)
	}
	return headings
}

// columnFor finds the column that gives a part of a title, nil for none.
func columnFor(t *schema.Type, reg *schema.Registry, m Mapping, target string) *Column {
	for i := range m.Columns {
		c := &m.Columns[i]
		if target != byNumber && c.Target == target {
			return c
		}
		_, d := c.Field(t, reg)
		own := c.Target == ToOwn || d != nil && d.Own
		if target == byNumber && own && numberHeading(c.Name) {
			return c
		}
	}
	return nil
}

// title proposes one from what the row says. All fields of a line must have something.
func (im *Importer) title(tx *core.Tx, t *schema.Type, in *read) string {
	for _, line := range titleFrom[t.Key] {
		var words []string
		for _, target := range line {
			if w := im.titlePart(tx, t, in, target); w != "" {
				words = append(words, w)
			}
		}
		if len(words) == len(line) {
			return strings.Join(words, " · ")
		}
	}
	return ""
}

// titlePart gives the words of one field of the row: of a link, the other record's title.
func (im *Importer) titlePart(tx *core.Tx, t *schema.Type, in *read, target string) string {
	if target == byNumber {
		return im.number(tx, t, in)
	}
	part, d := fieldOf(target, t, tx.Registry())
	if d == nil {
		return ""
	}
	row := in.row
	if part != nil {
		row = in.part(part)
	}
	v := d.Of(row)
	if id, ok := v.(value.ID); ok {
		linked := tx.Registry().Type(d.Target)
		r, err := tx.Get(linked, id)
		if err != nil || r == nil {
			return ""
		}
		s, _ := linked.TitleField().Of(r).(string)
		return s
	}
	s := d.Kind.Format(v, value.Writing{Lang: tx.Lang(), Option: d.Words})
	line, _, _ := strings.Cut(s, "\n")
	return line
}

// number is the first own field whose column is headed as a number: Lead Number, 编号.
func (im *Importer) number(_ *core.Tx, t *schema.Type, in *read) string {
	for _, f := range in.filled {
		d := t.FieldNum(f.num)
		if d == nil || !d.Own || !numberHeading(f.col.Name) {
			continue
		}
		if s := d.Kind.Format(d.Of(in.row), value.Writing{}); s != "" {
			return strings.ReplaceAll(s, ",", "")
		}
	}
	return ""
}

func numberHeading(name string) bool {
	n := strings.ToLower(name)
	return strings.Contains(n, "number") || strings.HasSuffix(n, " no") || strings.Contains(n, "编号") || strings.Contains(n, "序号")
}
