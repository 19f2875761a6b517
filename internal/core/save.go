package core

import (
	"strconv"

	"dealbox/internal/access"
	"dealbox/internal/fault"
	"dealbox/internal/record"
	"dealbox/internal/schema"
	"dealbox/internal/value"
)

// Deriver is a record type with a rule that fills fields in: from other fields, or from
// other records. It runs before the checks, on every save but those of undo.
type Deriver interface {
	Derive(tx *Tx, c *record.Change) error
}

// Checker is a record type with a rule that refuses what must not be stored.
type Checker interface {
	Check(tx *Tx, c *record.Change) error
}

// Follower is a record type with a rule that changes other records once this one is
// noted: parts, events, what hangs on it. It runs where Derive runs, and after deletes.
// Get gives the record as it is now; c says what it was.
type Follower interface {
	Follow(tx *Tx, c *record.Change) error
}

// maxDepth bounds rules that save records whose rules save records.
const maxDepth = 16

// Save stores a record: permission, defaults, Derive, field checks, Check, in this order.
// The row is not kept; what is stored may have more fields, see Get. A row that is as
// it was changes nothing.
func (tx *Tx) Save(row *record.Row) error {
	t := tx.reg.TypeNum(row.Type)
	if t == nil {
		return ErrNoType.With("type", row.Type)
	}
	return tx.save(t, row.Clone())
}

// SaveAll saves records in their order, for a record with its parts.
func (tx *Tx) SaveAll(rows ...*record.Row) error {
	for _, r := range rows {
		if err := tx.Save(r); err != nil {
			return err
		}
	}
	return nil
}

// Delete puts a record into the trash. One that is there already, or is not there at
// all, is an error.
func (tx *Tx) Delete(t *schema.Type, id value.ID) error {
	r, err := tx.Get(t, id)
	if err != nil {
		return err
	}
	if !r.Live() {
		return ErrNoRecord.Err()
	}
	r.Head.Deleted = tx.stamp()
	return tx.save(t, r)
}

func (tx *Tx) save(t *schema.Type, after *record.Row) error {
	if tx.depth++; tx.depth > maxDepth {
		return ErrTooDeep.Err()
	}
	defer func() { tx.depth-- }()
	before, err := tx.Get(t, after.ID)
	if err != nil {
		return err
	}
	c := &record.Change{Before: before, After: after}
	if err := tx.permit(t, c); err != nil {
		return err
	}
	if err := tx.rules(t, c); err != nil {
		return err
	}
	tx.note(t, c)
	if f, ok := t.Rules().(Follower); ok && tx.actor.Source != Undo {
		return f.Follow(tx, c)
	}
	return nil
}

// rules is everything between permission and storing.
func (tx *Tx) rules(t *schema.Type, c *record.Change) error {
	if tx.actor.Source != Undo {
		if err := tx.defaults(t, c); err != nil {
			return err
		}
		if d, ok := t.Rules().(Deriver); ok {
			if err := d.Derive(tx, c); err != nil {
				return err
			}
		}
	}
	if err := tx.checkFields(t, c); err != nil {
		return err
	}
	if ch, ok := t.Rules().(Checker); ok {
		return ch.Check(tx, c)
	}
	return nil
}

func (tx *Tx) permit(t *schema.Type, c *record.Change) error {
	p, who := tx.w.policy, tx.actor.Member
	allowed := false
	switch {
	case c.New():
		allowed = p.May(who, access.Create, t, c.After)
	case !c.After.Live():
		allowed = p.May(who, access.Delete, t, c.Before)
	default:
		allowed = p.May(who, access.Update, t, c.Before) && p.May(who, access.Update, t, c.After)
	}
	if !allowed {
		return ErrDenied.Err()
	}
	return nil
}

// defaults gives a new record the declared values and numbers that nobody has set.
func (tx *Tx) defaults(t *schema.Type, c *record.Change) error {
	if !c.New() {
		return nil
	}
	for _, d := range t.Fields {
		if d.Of(c.After) != nil {
			continue
		}
		switch {
		case d.Kind == value.Auto:
			code, err := tx.nextAuto(t, d)
			if err != nil {
				return err
			}
			c.After.Set(d.Num, code)
		case d.Default != nil:
			c.After.Set(d.Num, d.Default)
		}
	}
	return nil
}

// nextAuto gives the next automatic number. Numbers are not taken back.
func (tx *Tx) nextAuto(t *schema.Type, d *schema.Def) (string, error) {
	key := keyAuto + t.Key + "/" + strconv.Itoa(int(d.Num))
	n, ok := tx.autos[key]
	if !ok {
		var err error
		if n, err = tx.readUint(key); err != nil {
			return "", err
		}
	}
	for {
		n++
		tx.autos[key] = n
		s := strconv.FormatUint(n, 10)
		for len(s) < 4 {
			s = "0" + s
		}
		if taken, err := tx.Taken(t, d, d.Prefix+s, value.ID{}); err != nil || !taken {
			return d.Prefix + s, err
		}
	}
}

// checkFields refuses values that a field cannot hold. Only what changes is checked, so
// that an old record can be mended field by field.
func (tx *Tx) checkFields(t *schema.Type, c *record.Change) error {
	back := !c.New() && !c.Before.Live() && c.After.Live()
	for _, d := range t.Fields {
		if !c.After.Live() || !back && !d.Changed(c) && !(c.New() && d.Required) {
			continue
		}
		if err := tx.checkField(t, d, c); err != nil {
			if f := fault.From(err); f.Field == "" {
				f.On(d.Key)
			}
			return err
		}
	}
	return nil
}

func (tx *Tx) checkField(t *schema.Type, d *schema.Def, c *record.Change) error {
	v := d.Of(c.After)
	if v == nil {
		if d.Required && !d.Retired && tx.actor.Source != Undo {
			return ErrRequired.With("field", d.Label)
		}
		return nil
	}
	if err := d.Check(v); err != nil {
		return err
	}
	if d.Unique {
		if err := tx.claim(t, d, c.After); err != nil {
			return err
		}
	}
	return tx.checkLinks(d, v)
}

// checkLinks refuses a link to a record that never was. One in the trash is let be: its
// links come back with it.
func (tx *Tx) checkLinks(d *schema.Def, v any) error {
	if !d.Kind.Linked() {
		return nil
	}
	target := tx.reg.Type(d.Target)
	ids, ok := v.([]value.ID)
	if !ok {
		ids = []value.ID{v.(value.ID)}
	}
	for _, id := range ids {
		if there, err := tx.exists(target, id); err != nil || !there {
			return cmpErr(err, ErrLinked.With("field", d.Label))
		}
	}
	return nil
}

func cmpErr(err error, otherwise error) error {
	if err != nil {
		return err
	}
	return otherwise
}

// note keeps a change until the transaction is written.
func (tx *Tx) note(t *schema.Type, c *record.Change) {
	k := recordKey{t.Num, c.After.ID}
	tx.remember(k)
	if first := tx.changes[k]; first != nil {
		first.After = c.After
		return
	}
	if c.Before != nil && c.Before.Live() == c.After.Live() {
		if record.Same(c.Before, c.After, t) {
			return
		}
	}
	tx.changes[k] = c
	tx.order = append(tx.order, k)
}

func (tx *Tx) stamp() record.Stamp {
	return record.Stamp{Clock: uint64(tx.st.Clock()), Replica: uint64(tx.st.Replica())}
}
