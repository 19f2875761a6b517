package app

import (
	"cmp"
	"dealbox/internal/core"
	"dealbox/internal/crm"
	"dealbox/internal/i18n"
	"dealbox/internal/record"
	"dealbox/internal/schema"
	"dealbox/internal/value"
)

// Records reads and changes records, one or several at once.
type Records struct{ h *Host }

// Get gives a record with its long texts, from the trash too.
func (r *Records) Get(typ, id string) (row Row, err error) {
	defer guard(&err)
	o, t, key, err := r.find(typ, id)
	if err != nil {
		return row, err
	}
	err = o.w.View(o.session.Actor(), func(tx *core.Tx) error {
		rec, err := readable(tx, o, t, key)
		if err != nil {
			return err
		}
		row = o.row(t, rec, r.h.Lang())
		return nil
	})
	return row, err
}

// readable gives a record that the actor may read, or ErrNoRecord.
func readable(tx *core.Tx, o *opened, t *schema.Type, id value.ID) (*record.Row, error) {
	rec, err := tx.Get(t, id)
	if err != nil {
		return nil, err
	}
	if rec == nil || rec.Head.Purged || !o.w.Policy().May(tx.Actor().Member, readAction, t, rec) {
		return nil, core.ErrNoRecord.Err()
	}
	return rec, nil
}

func (r *Records) find(typ, id string) (o *opened, t *schema.Type, key value.ID, err error) {
	if o, err = r.h.current(); err != nil {
		return nil, nil, key, err
	}
	if t, err = o.typ(typ); err != nil {
		return nil, nil, key, err
	}
	key, err = value.ParseID(id)
	return o, t, key, err
}

// Blank gives the values that a new record would begin with.
func (r *Records) Blank(typ string) (row Row, err error) {
	defer guard(&err)
	o, err := r.h.current()
	if err != nil {
		return row, err
	}
	t, err := o.typ(typ)
	if err != nil {
		return row, err
	}
	row = Row{Type: t.Key, Values: map[string]any{}}
	for _, d := range o.visible(t) {
		if d.Default != nil {
			row.Values[d.Key] = o.wire(d, d.Default, r.h.Lang())
		}
		if me := o.session.Actor().Member; d.Key == "owner" && !me.IsZero() {
			row.Values[d.Key] = o.wire(d, me, r.h.Lang())
		}
	}
	return row, nil
}

// Save creates or changes one record with its children.
func (r *Records) Save(in SaveInput) (res SaveResult, err error) {
	defer guard(&err)
	o, err := r.h.current()
	if err != nil {
		return res, err
	}
	t, err := o.typ(in.Type)
	if err != nil {
		return res, err
	}
	var id value.ID
	step, err := o.session.Update(o.labelOf(t, in), func(tx *core.Tx) (err error) {
		id, err = o.saveIn(tx, t, in)
		return err
	})
	if err != nil {
		return res, err
	}
	res.Change = changeRef(step)
	res.Row, err = r.Get(in.Type, id.String())
	return res, err
}

// SaveMany changes several records in one step.
func (r *Records) SaveMany(in []SaveInput) (ref ChangeRef, err error) {
	defer guard(&err)
	o, err := r.h.current()
	if err != nil {
		return ref, err
	}
	step, err := o.session.Update(labelMany(len(in)), func(tx *core.Tx) error {
		for _, one := range in {
			t, err := o.typ(one.Type)
			if err != nil {
				return err
			}
			if _, err := o.saveIn(tx, t, one); err != nil {
				return err
			}
		}
		return nil
	})
	return changeRef(step), err
}

func changeRef(s core.Step) ChangeRef {
	if s.Set == 0 {
		return ChangeRef{Label: s.Label}
	}
	return ChangeRef{ID: formatSet(s.Set), Label: s.Label}
}

func (o *opened) saveIn(tx *core.Tx, t *schema.Type, in SaveInput) (value.ID, error) {
	row, err := o.rowFor(tx, t, in)
	if err != nil {
		return value.ID{}, err
	}
	for key, v := range in.Values {
		if err := o.assign(tx, t, row, key, v); err != nil {
			return value.ID{}, err
		}
	}
	if err := tx.Save(row); err != nil {
		return value.ID{}, err
	}
	return row.ID, o.saveChildren(tx, row.ID, in.Children)
}

func (o *opened) rowFor(tx *core.Tx, t *schema.Type, in SaveInput) (*record.Row, error) {
	if in.ID == "" {
		return tx.New(t), nil
	}
	id, err := value.ParseID(in.ID)
	if err != nil {
		return nil, err
	}
	row, err := readable(tx, o, t, id)
	if err == nil && !row.Live() {
		err = core.ErrNoRecord.Err()
	}
	return row, err
}

func (o *opened) assign(tx *core.Tx, t *schema.Type, row *record.Row, key string, v any) error {
	d := tx.Registry().Type(t.Key).Field(key)
	if d == nil || d.Hidden {
		return core.ErrNoField.With("field", key)
	}
	if d.ReadOnly {
		return core.ErrReadOnly.With("field", d.Label).On(key)
	}
	typed, err := o.fromWire(d, v)
	if err != nil {
		return onField(err, key)
	}
	row.Set(d.Num, typed)
	return nil
}

func (o *opened) saveChildren(tx *core.Tx, parent value.ID, children []SaveInput) error {
	for _, c := range children {
		t, err := o.typ(c.Type)
		if err != nil {
			return err
		}
		if t.Parent != "" && c.ID == "" {
			if c.Values == nil {
				c.Values = map[string]any{}
			}
			c.Values[t.Parent] = parent.String()
		}
		if _, err := o.saveIn(tx, t, c); err != nil {
			return err
		}
	}
	return nil
}

// Delete puts records into the trash in one step.
func (r *Records) Delete(typ string, ids []string) (ref ChangeRef, err error) {
	defer guard(&err)
	o, err := r.h.current()
	if err != nil {
		return ref, err
	}
	t, err := o.typ(typ)
	if err != nil {
		return ref, err
	}
	step, err := o.session.Update(labelDelete(t, len(ids)), func(tx *core.Tx) error {
		for _, s := range ids {
			id, err := value.ParseID(s)
			if err != nil {
				return err
			}
			if err := tx.Delete(t, id); err != nil {
				return err
			}
		}
		return nil
	})
	return changeRef(step), err
}

// labelOf names a save by what it does: a move by its stage, one field by its name.
func (o *opened) labelOf(t *schema.Type, in SaveInput) core.Label {
	if in.ID == "" {
		title, _ := in.Values[t.Title].(string)
		english, _ := in.Values[t.TitleEn].(string)
		return labelCreate(t, i18n.T(cmp.Or(english, title), title))
	}
	if id, ok := stageIn(in.Values); ok && t.Key == crm.Opportunity.Key {
		st := &crm.Stage.Type
		return labelMove(i18n.T(o.title(st, id, i18n.English), o.title(st, id, i18n.Chinese)))
	}
	if len(in.Values) == 1 {
		for key := range in.Values {
			if d := t.Field(key); d != nil {
				return labelOne(t, d)
			}
		}
	}
	return labelChange(t)
}

func stageIn(values map[string]any) (value.ID, bool) {
	v := values[crm.Opportunity.Stage.Key]
	if m, ok := v.(map[string]any); ok {
		v = m["id"]
	}
	s, _ := v.(string)
	id, err := value.ParseID(s)
	return id, err == nil
}
