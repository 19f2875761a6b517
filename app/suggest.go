package app

import (
	"dealbox/internal/i18n"
	"dealbox/internal/query"
	"dealbox/internal/schema"
	"dealbox/internal/table"
	"dealbox/internal/value"
)

// Parse reads what was typed into a field, words such as 下周五 or 12.8万 included.
func (r *Records) Parse(in ParseInput) (out ParseResult, err error) {
	defer guard(&err)
	o, err := r.h.current()
	if err != nil {
		return out, err
	}
	t, err := o.typ(in.Type)
	if err != nil {
		return out, err
	}
	d, err := o.fieldOf(t, in.Field)
	if err != nil {
		return out, err
	}
	v, err := d.Kind.Parse(in.Text, o.reading(d))
	if err != nil {
		return out, onField(err, d.Key)
	}
	if u, ok := v.(value.Unresolved); ok {
		if v, err = o.resolve(d, string(u)); err != nil {
			return out, onField(err, d.Key)
		}
	}
	if err := d.Check(v); err != nil {
		return out, onField(err, d.Key)
	}
	return ParseResult{Value: o.wire(d, v, r.h.Lang()), Shown: d.Kind.Format(v, o.writing(d, r.h.Lang()))}, nil
}

// resolve finds the one record that a text names.
func (o *opened) resolve(d *schema.Def, text string) (any, error) {
	ids, err := o.env().Find(d.Target, text, "eq")
	if err != nil {
		return nil, err
	}
	if len(ids) != 1 {
		return nil, value.ErrChoice.With("value", text)
	}
	return ids[0], nil
}

// Suggest finds records by a part of their title, pinyin or digits, for pickers. Titles
// that begin with the text stand first.
func (r *Records) Suggest(in SuggestInput) (refs []Ref, err error) {
	defer guard(&err)
	refs = []Ref{}
	o, err := r.h.current()
	if err != nil {
		return refs, err
	}
	t, err := o.typ(in.Type)
	if err != nil {
		return refs, err
	}
	where, err := o.w.Bind(o.session.Actor(), offered(t, in.All), t)
	if err != nil {
		return refs, err
	}
	q := table.Query{Where: where, Text: in.Text, Env: o.env()}
	if p := t.Field("position"); p != nil && in.Text == "" {
		q.Sort = []table.Sort{{Def: p}}
	}
	sel := o.w.Tables().Table(t.Num).Select(q)
	var first, rest []Ref
	for _, id := range sel.IDs(0, min(sel.Len(), 500)) {
		ref := o.ref(t.Key, id, r.h.Lang())
		if in.Text != "" && begins(ref.Title, in.Text) {
			first = append(first, ref)
		} else {
			rest = append(rest, ref)
		}
	}
	all := append(append(refs, first...), rest...)
	return all[:min(len(all), max(in.Limit, 0))], nil
}

// offered leaves out the records of a type that are no longer in use.
func offered(t *schema.Type, all bool) *query.Cond {
	d := t.OfferedField()
	if d == nil || all {
		return nil
	}
	c := query.None(query.Cond{Op: query.OpEq, Field: d.Key, Value: false})
	return &c
}

func begins(title, text string) bool {
	return len(title) >= len(text) && i18n.Same(title[:len(text)]).Has(text)
}

// Related lists what links to a record: its contacts, lines, opportunities. Activities,
// tasks and stage events are in the timeline instead.
func (r *Records) Related(typ, id string) (lists []RelatedList, err error) {
	defer guard(&err)
	lists = []RelatedList{}
	o, t, key, err := r.find(typ, id)
	if err != nil {
		return lists, err
	}
	for _, rel := range o.relations(t) {
		other, err := o.typ(rel.Type)
		if err != nil {
			return lists, err
		}
		if inTimeline(other) {
			continue
		}
		sel, err := o.linked(other, rel.Field, key)
		if err != nil {
			return lists, err
		}
		rows := o.page(other, sel.Rows(0, min(sel.Len(), 20)), r.h.Lang())
		lists = append(lists, RelatedList{Relation: rel, Count: sel.Len(), Rows: rows})
	}
	return lists, nil
}
