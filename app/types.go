package app

import (
	"math/rand/v2"
	"slices"

	"dealbox/internal/core"
	"dealbox/internal/i18n"
	"dealbox/internal/schema"
	"dealbox/internal/value"
)

// Schema tells the record types, and changes what users may change of them.
type Schema struct{ h *Host }

// Types lists the record types with their fields, own ones included.
func (s *Schema) Types() (all []TypeInfo, err error) {
	defer guard(&err)
	o, err := s.h.current()
	if err != nil {
		return nil, err
	}
	all = []TypeInfo{}
	for _, t := range o.w.Registry().Types() {
		all = append(all, o.typeInfo(t))
	}
	return all, nil
}

func (o *opened) typeInfo(t *schema.Type) TypeInfo {
	info := TypeInfo{
		Key: t.Key, Label: t.Label, Plural: t.Plural, Icon: t.Icon, Title: t.Title,
		Parent: t.Parent, Nav: t.Nav, Setup: t.Setup, Fields: []FieldInfo{}, Relations: o.relations(t),
	}
	for _, d := range o.visible(t) {
		info.Fields = append(info.Fields, fieldInfo(d))
	}
	return info
}

func fieldInfo(d *schema.Def) FieldInfo {
	f := FieldInfo{
		Key: d.Key, Kind: d.Kind.String(), Label: d.Label, Help: d.Help, Section: d.Section,
		Required: d.Required, Unique: d.Unique, Tracked: d.Tracked, Listed: d.Listed, ReadOnly: d.ReadOnly,
		Quick: d.Quick, Own: d.Own, Retired: d.Retired, Options: []OptionInfo{}, Target: d.Target, Prefix: d.Prefix,
		Plain: d.Plain,
	}
	for _, opt := range d.Options {
		f.Options = append(f.Options, OptionInfo{uint32(opt.Num), opt.Key, opt.Label, opt.Color, opt.Retired})
	}
	return f
}

// relations lists what links to a type, one entry for each link.
func (o *opened) relations(t *schema.Type) []Relation {
	all := []Relation{}
	for _, other := range o.w.Registry().Types() {
		for _, d := range o.visible(other) {
			if d.Target != t.Key || d.Inverse.Empty() {
				continue
			}
			all = append(all, Relation{Type: other.Key, Field: d.Key, Label: d.Inverse})
		}
	}
	return all
}

// SaveField makes a field of the user's own (Key "") or changes one: its label, help,
// required, unique, choices. The kind of a field that exists cannot change.
func (s *Schema) SaveField(typ string, f FieldInfo) (out FieldInfo, err error) {
	defer guard(&err)
	o, err := s.h.current()
	if err != nil {
		return f, err
	}
	t, err := o.typ(typ)
	if err != nil {
		return f, err
	}
	_, err = o.session.Update(labelField(f.Label), func(tx *core.Tx) error {
		d, err := saveField(tx, t, f)
		if err == nil {
			out = fieldInfo(d)
		}
		return err
	})
	return out, err
}

func saveField(tx *core.Tx, t *schema.Type, f FieldInfo) (*schema.Def, error) {
	kind, ok := value.KindNamed(f.Kind)
	if !ok || kind == value.Auto || f.Label.Empty() {
		return nil, core.ErrBadSchema.With("why", i18n.T("it needs a name and a kind", "需要名称和类型"))
	}
	d := schema.Def{
		Key: f.Key, Kind: kind, Label: f.Label, Help: f.Help, Required: f.Required, Unique: f.Unique,
		Plain: f.Plain && kind == value.Integer, Target: f.Target, Options: options(f.Options, known(t.Field(f.Key))),
	}
	if kind == value.Member {
		d.Target = "member"
	}
	if f.Key == "" {
		return tx.AddField(t, d)
	}
	return tx.ChangeField(t, d)
}

// options takes the choices of a field from the page; new ones (Num 0) get a number that
// none of the others has, nor of the given ones that the field has already.
func options(in []OptionInfo, had []schema.Option) []schema.Option {
	taken := slices.Clone(had)
	out := make([]schema.Option, len(in))
	for i, o := range in {
		out[i] = schema.Option{Num: value.Option(o.Num), Key: o.Key, Label: o.Label, Color: o.Color, Retired: o.Retired}
	}
	taken = append(taken, out...)
	for i := range out {
		if out[i].Num == 0 {
			out[i].Num = schema.OwnOption(taken, rand.Uint32)
			taken = append(taken, out[i])
		}
	}
	return out
}

func known(d *schema.Def) []schema.Option {
	if d == nil {
		return nil
	}
	return d.Options
}

// RetireField hides a field of the user's own, or shows it again. Its values are kept.
func (s *Schema) RetireField(typ, field string, retired bool) (err error) {
	defer guard(&err)
	o, err := s.h.current()
	if err != nil {
		return err
	}
	t, err := o.typ(typ)
	if err != nil {
		return err
	}
	d := t.Field(field)
	if d == nil || !d.Own {
		return core.ErrNoField.With("field", field)
	}
	_, err = o.session.Update(labelField(d.Label), func(tx *core.Tx) error {
		changed := *d
		changed.Retired = retired
		_, err := tx.ChangeField(t, changed)
		return err
	})
	return err
}

// SaveOptions changes the choices of a field: words, colours, order, new ones (Num 0).
// A choice that is left out is retired: records keep it.
func (s *Schema) SaveOptions(typ, field string, in []OptionInfo) (err error) {
	defer guard(&err)
	o, err := s.h.current()
	if err != nil {
		return err
	}
	t, err := o.typ(typ)
	if err != nil {
		return err
	}
	d, err := o.fieldOf(t, field)
	if err != nil {
		return err
	}
	_, err = o.session.Update(labelField(d.Label), func(tx *core.Tx) error {
		return tx.SetOptions(t, d, options(in, d.Options))
	})
	return err
}
