package core

import (
	"encoding/json"
	"math/rand/v2"
	"strings"
	"unicode"

	"dealbox/internal/i18n"
	"dealbox/internal/schema"
	"dealbox/internal/store"
	"dealbox/internal/value"
)

// readSettings reads what users made of the workspace and publishes it.
func (w *Workspace) readSettings() error {
	var all []schema.Customs
	var config Config
	err := w.store.View(func(st *store.Tx) (err error) {
		if config, err = readConfig(st); err != nil {
			return err
		}
		all, err = readCustoms(st)
		return err
	})
	if err != nil {
		return err
	}
	reg, err := w.declared.With(all)
	if err != nil {
		return wrap(err, "read own fields")
	}
	w.reg.Store(reg)
	w.config.Store(&config)
	return nil
}

func readCustoms(st *store.Tx) (all []schema.Customs, err error) {
	err = st.Scan(store.Schema, []byte(keyCustom), func(key, v []byte) (bool, error) {
		if !strings.HasPrefix(string(key), keyCustom) {
			return false, nil
		}
		var c schema.Customs
		if err := json.Unmarshal(v, &c); err != nil {
			return false, wrap(err, "read %q", key)
		}
		all = append(all, c)
		return true, nil
	})
	return all, err
}

// Customs gives what users have added to a type.
func (tx *Tx) Customs(t *schema.Type) (schema.Customs, error) {
	c := schema.Customs{Type: t.Key}
	b, ok, err := tx.st.Get(store.Schema, []byte(keyCustom+t.Key))
	if err != nil || !ok {
		return c, wrap(err, "read own fields of %s", t.Key)
	}
	return c, wrap(json.Unmarshal(b, &c), "read own fields of %s", t.Key)
}

// SetCustoms changes what users have added to a type. Later saves of the transaction know
// the new fields; see Registry.
func (tx *Tx) SetCustoms(c schema.Customs) error {
	all, err := readCustoms(tx.st)
	if err != nil {
		return err
	}
	others := []schema.Customs{c}
	for _, o := range all {
		if o.Type != c.Type {
			others = append(others, o)
		}
	}
	reg, err := tx.w.declared.With(others)
	if err != nil {
		return ErrBadSchema.With("why", err)
	}
	b, err := json.Marshal(c)
	if err != nil {
		return wrap(err, "write own fields of %s", c.Type)
	}
	if err := tx.SetValue(store.Schema, []byte(keyCustom+c.Type), b); err != nil {
		return err
	}
	tx.reg = reg
	return nil
}

// AddField gives a type a field of the user's own. Key and number are made here when the
// definition has none; the field is returned as it is stored.
func (tx *Tx) AddField(t *schema.Type, d schema.Def) (*schema.Def, error) {
	t = tx.reg.Type(t.Key)
	c, err := tx.Customs(t)
	if err != nil {
		return nil, err
	}
	d.Own = true
	if d.Key == "" || t.Field(d.Key) != nil {
		d.Key = freeKey(t, d.Label)
	}
	for d.Num == 0 || t.FieldNum(d.Num) != nil {
		d.Num = schema.OwnNumber(rand.Uint32())
	}
	c.Fields = append(c.Fields, &d)
	if err := tx.SetCustoms(c); err != nil {
		return nil, err
	}
	return tx.reg.Type(t.Key).Field(d.Key), nil
}

// freeKey makes a key of a label that no field of the type has: "Office Location" gives
// office_location, words without Latin letters give field_2 and so on.
func freeKey(t *schema.Type, label i18n.Text) string {
	base := slug(label.In(i18n.English))
	if base == "" || base[0] >= '0' && base[0] <= '9' {
		base = strings.TrimSuffix("field_"+base, "_")
	}
	key := base
	for n := 2; t.Field(key) != nil; n++ {
		key = base + "_" + value.Integer.Format(int64(n), value.Writing{Plain: true})
	}
	return key
}

func slug(s string) string {
	var b strings.Builder
	for _, r := range strings.ToLower(s) {
		switch {
		case r < 128 && (unicode.IsLetter(r) || unicode.IsDigit(r)):
			b.WriteRune(r)
		case b.Len() > 0 && !strings.HasSuffix(b.String(), "_"):
			b.WriteByte('_')
		}
	}
	return strings.Trim(b.String(), "_")
}

// readRegistry renews the transaction's schema after its settings were put back.
func (tx *Tx) readRegistry() error {
	all, err := readCustoms(tx.st)
	if err != nil {
		return err
	}
	tx.reg, err = tx.w.declared.With(all)
	return wrap(err, "read own fields")
}

// ChangeField changes a field of the user's own. Its number stays; its kind must.
func (tx *Tx) ChangeField(t *schema.Type, d schema.Def) (*schema.Def, error) {
	t = tx.reg.Type(t.Key)
	old := t.Field(d.Key)
	if old == nil || !old.Own {
		return nil, ErrNoField.With("field", d.Key)
	}
	if old.Kind != d.Kind {
		return nil, ErrBadSchema.With("why", i18n.T("the kind of a field cannot change", "字段类型不能更改"))
	}
	c, err := tx.Customs(t)
	if err != nil {
		return nil, err
	}
	d.Num, d.Own, d.Options = old.Num, true, withRetired(old.Options, d.Options)
	for i, f := range c.Fields {
		if f.Key == d.Key {
			c.Fields[i] = &d
		}
	}
	if err := tx.SetCustoms(c); err != nil {
		return nil, err
	}
	return tx.reg.Type(t.Key).Field(d.Key), nil
}

// SetOptions changes the choices of a field. Choices that are left out are retired, so
// that records that have them keep their words. Built-in keys stay with their numbers.
func (tx *Tx) SetOptions(t *schema.Type, d *schema.Def, options []schema.Option) error {
	options = withRetired(d.Options, options)
	for i, o := range options {
		if old, ok := d.Option(o.Num); ok {
			options[i].Key = old.Key
		}
	}
	if d.Own {
		changed := *d
		changed.Options = options
		_, err := tx.ChangeField(t, changed)
		return err
	}
	c, err := tx.Customs(t)
	if err != nil {
		return err
	}
	if c.Options == nil {
		c.Options = map[string][]schema.Option{}
	}
	c.Options[d.Key] = options
	return tx.SetCustoms(c)
}

func withRetired(old, new []schema.Option) []schema.Option {
	kept := map[value.Option]bool{}
	for _, o := range new {
		kept[o.Num] = true
	}
	for _, o := range old {
		if !kept[o.Num] {
			o.Retired = true
			new = append(new, o)
		}
	}
	return new
}
