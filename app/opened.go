package app

import (
	"dealbox/internal/core"
	"dealbox/internal/crm"
	"dealbox/internal/i18n"
	"dealbox/internal/query"
	"dealbox/internal/schema"
	"dealbox/internal/value"
)

// opened is the open file with what is kept for it while it is open.
type opened struct {
	w       *core.Workspace
	session *core.Session
	tokens  tokens
	drafts  drafts
	stop    func()
}

func (o *opened) close() error {
	o.stop()
	o.drafts.discardAll()
	return o.w.Close()
}

// typ finds a record type by key.
func (o *opened) typ(key string) (*schema.Type, error) {
	t := o.w.Registry().Type(key)
	if t == nil {
		return nil, core.ErrNoType.With("type", key)
	}
	return t, nil
}

// fieldOf finds a field by key, if the member may see it.
func (o *opened) fieldOf(t *schema.Type, key string) (*schema.Def, error) {
	d := t.Field(key)
	if d == nil || !o.w.Policy().Sees(o.session.Actor().Member, t, d) {
		return nil, core.ErrNoField.With("field", key)
	}
	return d, nil
}

// visible lists the fields that the member may see.
func (o *opened) visible(t *schema.Type) []*schema.Def {
	var all []*schema.Def
	for _, d := range t.Fields {
		if o.w.Policy().Sees(o.session.Actor().Member, t, d) {
			all = append(all, d)
		}
	}
	return all
}

func (o *opened) env() query.Env { return o.w.Env(o.session.Actor()) }

// title names a record in a language: stages and reasons have an English name of their
// own.
func (o *opened) title(t *schema.Type, id value.ID, l i18n.Lang) string {
	tab := o.w.Tables().Table(t.Num)
	row, ok := tab.RowOf(id)
	if !ok {
		return ""
	}
	if t.TitleEn != "" && l == i18n.English {
		if s, ok := tab.Value(row, t.Field(t.TitleEn)).(string); ok && s != "" {
			return s
		}
	}
	return tab.Title(row)
}

func (o *opened) ref(typ string, id value.ID, l i18n.Lang) Ref {
	if id.IsZero() {
		return Ref{}
	}
	r := Ref{ID: id.String(), Type: typ}
	if t := o.w.Registry().Type(typ); t != nil {
		r.Title = o.title(t, id, l)
	}
	return r
}

// writing says how values are written for people.
func (o *opened) writing(d *schema.Def, l i18n.Lang) value.Writing {
	return value.Writing{
		Lang: l, Zone: o.w.Config().Location(), Option: d.Words, Plain: d.Plain,
		Title: func(id value.ID) string { return o.ref(d.Target, id, l).Title },
	}
}

// reading says how what people type is understood.
func (o *opened) reading(d *schema.Def) value.Reading {
	c := o.w.Config()
	r := value.Reading{Currency: c.Base, Zone: c.Location(), Now: o.w.Now().In(c.Location()), Option: d.OptionNamed}
	if c.Lang != i18n.Chinese {
		r.Order = value.MDY
	}
	return r
}

// coreOptions are the same for every file that is opened.
func (h *Host) coreOptions() core.Options {
	return core.Options{Types: crm.Types(), Store: h.storeOptions(), Now: h.o.Now, Rates: crm.Rates}
}
