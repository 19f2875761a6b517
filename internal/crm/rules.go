package crm

import (
	"dealbox/internal/core"
	"dealbox/internal/fault"
	"dealbox/internal/i18n"
	"dealbox/internal/query"
	"dealbox/internal/record"
	"dealbox/internal/schema"
	"dealbox/internal/value"
)

// ErrLoop refuses a record that would stand above itself.
var ErrLoop = fault.New(fault.Invalid, "tree.loop", i18n.T(
	"“{name}” stands below this one already", "「{name}」已经是它的下级"))

// full is a declared type with what users have added to it.
func full(tx *core.Tx, t *schema.Type) *schema.Type { return tx.Registry().Type(t.Key) }

// get gives a linked record, nil where nothing is linked.
func get(tx *core.Tx, t *schema.Type, id value.ID) (*record.Row, error) {
	if id.IsZero() {
		return nil, nil
	}
	return tx.Get(full(tx, t), id)
}

// is is the condition that a link names a record.
func is(d *schema.Def, id value.ID) query.Cond {
	return query.Cond{Op: query.OpEq, Field: d.Key, Value: id.String()}
}

// find gives the live records of a type that satisfy all conditions.
func find(tx *core.Tx, t *schema.Type, all ...query.Cond) ([]*record.Row, error) {
	t = full(tx, t)
	ids, err := tx.Find(t, query.All(all...))
	if err != nil {
		return nil, err
	}
	var rows []*record.Row
	for _, id := range ids {
		r, err := tx.Get(t, id)
		if err != nil {
			return nil, err
		}
		if r.Live() {
			rows = append(rows, r)
		}
	}
	return rows, nil
}

// count tells how many live records satisfy all conditions. It looks at each row: inside
// an import or an undo of many steps, lists do not know yet what is gone.
func count(tx *core.Tx, t *schema.Type, all ...query.Cond) (int, error) {
	rows, err := find(tx, t, all...)
	return len(rows), err
}

// resave saves records again, so that their rules follow what they hang on.
func resave(tx *core.Tx, t *schema.Type, all ...query.Cond) error {
	rows, err := find(tx, t, all...)
	if err != nil {
		return err
	}
	return tx.SaveAll(rows...)
}

// drop puts the parts of a record into the trash with it.
func drop(tx *core.Tx, t *schema.Type, parent *schema.Def, id value.ID) error {
	ids, err := tx.Find(full(tx, t), is(parent, id))
	if err != nil {
		return err
	}
	for _, part := range ids {
		if err := tx.Delete(full(tx, t), part); err != nil {
			return err
		}
	}
	return nil
}

// deleted says that a change puts a record into the trash.
func deleted(c *record.Change) bool { return c.Before.Live() && !c.After.Live() }

// given says that a change sets the field to a value.
func given(d *schema.Def, c *record.Change) bool { return d.Of(c.After) != nil && d.Changed(c) }

// by says whether the change comes from one of the sources.
func by(tx *core.Tx, sources ...core.Source) bool {
	for _, s := range sources {
		if tx.Actor().Source == s {
			return true
		}
	}
	return false
}

// mine makes the actor the owner of a new record that has none. What a file leaves blank
// stays blank.
func mine(tx *core.Tx, c *record.Change, owner *schema.Field[value.ID]) {
	me := tx.Actor().Member
	if c.New() && !me.IsZero() && owner.Def.Of(c.After) == nil && !by(tx, core.Import) {
		owner.Set(c.After, me)
	}
}

// named gives a record's title in the language of the workspace, "" for none.
func named(tx *core.Tx, t *schema.Type, r *record.Row) string {
	if t.TitleEn != "" && tx.Lang() == i18n.English {
		if s, _ := t.Field(t.TitleEn).Of(r).(string); s != "" {
			return s
		}
	}
	s, _ := t.TitleField().Of(r).(string)
	return s
}

// nameOf is named for a link.
func nameOf(tx *core.Tx, t *schema.Type, id value.ID) (string, error) {
	r, err := get(tx, t, id)
	return named(tx, t, r), err
}

// maxTree bounds trees: of teams, managers, parent accounts.
const maxTree = 64

// noLoop refuses a link upwards that leads back to the record.
func noLoop(tx *core.Tx, t *schema.Type, up *schema.Field[value.ID], c *record.Change) error {
	if !up.Changed(c) {
		return nil
	}
	id := up.Of(c.After)
	for range maxTree {
		if id.IsZero() {
			return nil
		}
		r, err := get(tx, t, id)
		if err != nil {
			return err
		}
		if id == c.After.ID {
			return ErrLoop.With("name", named(tx, t, r)).On(up.Key)
		}
		if r == nil {
			return nil
		}
		id = up.Of(r)
	}
	return ErrLoop.With("name", named(tx, t, c.After)).On(up.Key)
}

// last gives the position behind all records that satisfy the conditions.
func last(tx *core.Tx, t *schema.Type, position *schema.Field[int64], all ...query.Cond) (int64, error) {
	rows, err := find(tx, t, all...)
	most := int64(0)
	for _, r := range rows {
		most = max(most, position.Of(r))
	}
	return most + 1, err
}
