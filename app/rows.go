package app

import (
	"strconv"

	"dealbox/internal/i18n"
	"dealbox/internal/record"
	"dealbox/internal/schema"
	"dealbox/internal/value"
)

// wire gives a value as the page gets it: a link becomes a Ref.
func (o *opened) wire(d *schema.Def, v any, l i18n.Lang) any {
	switch v := v.(type) {
	case nil:
		return nil
	case value.ID:
		return o.ref(d.Target, v, l)
	case []value.ID:
		refs := make([]Ref, len(v))
		for i, id := range v {
			refs[i] = o.ref(d.Target, id, l)
		}
		return refs
	case record.Apart:
		return nil
	}
	return d.Kind.JSON(v)
}

// row gives a record as it is stored.
func (o *opened) row(t *schema.Type, r *record.Row, l i18n.Lang) Row {
	out := Row{ID: r.ID.String(), Type: t.Key, Values: map[string]any{}, Deleted: !r.Live(), Seq: strconv.FormatUint(r.Head.Seq, 10)}
	for _, d := range o.visible(t) {
		if v := d.Of(r); v != nil {
			out.Values[d.Key] = o.wire(d, v, l)
		}
	}
	out.Title = titleOf(t, r, l)
	return out
}

func titleOf(t *schema.Type, r *record.Row, l i18n.Lang) string {
	if t.TitleEn != "" && l == i18n.English {
		if s, _ := t.Field(t.TitleEn).Of(r).(string); s != "" {
			return s
		}
	}
	s, _ := t.TitleField().Of(r).(string)
	return s
}

// page gives a span of rows of a list from the columns. Long texts are not in it; a row
// with one has true, so that a list can say that there is a text.
func (o *opened) page(t *schema.Type, rows []uint32, l i18n.Lang) []Row {
	return o.pageOf(t, o.visible(t), rows, l)
}

// pageOf is page with some of the fields.
func (o *opened) pageOf(t *schema.Type, defs []*schema.Def, rows []uint32, l i18n.Lang) []Row {
	tab := o.w.Tables().Table(t.Num)
	values := tab.Values(rows, defs)
	out := make([]Row, len(rows))
	for i, n := range rows {
		r := Row{ID: tab.ID(n).String(), Type: t.Key, Values: make(map[string]any, filled(values[i])), Deleted: !tab.Alive(n)}
		for j, d := range defs {
			if v := values[i][j]; v != nil {
				r.Values[d.Key] = o.wire(d, v, l)
			}
		}
		r.Title = o.title(t, tab.ID(n), l)
		out[i] = r
	}
	return out
}

// filled counts the values that are there.
func filled(values []any) (n int) {
	for _, v := range values {
		if v != nil {
			n++
		}
	}
	return n
}

// fromWire reads a value that the page sent. Money without a currency is in base currency.
func (o *opened) fromWire(d *schema.Def, v any) (any, error) {
	if m, ok := v.(map[string]any); ok && d.Kind == value.Amount {
		if c, _ := m["currency"].(string); c == "" {
			m["currency"] = string(o.w.Config().Base)
		}
	}
	return d.Kind.FromJSON(v)
}
