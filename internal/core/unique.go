package core

import (
	"dealbox/internal/record"
	"dealbox/internal/schema"
	"dealbox/internal/store"
	"dealbox/internal/text"
	"dealbox/internal/value"
)

// uniqueKey is a value of a field that no two live records may share. It holds no text, as
// an import keeps one for each of its rows.
type uniqueKey struct {
	typ, field uint32
	value      text.Hash
}

// claimed is a unique value that was taken, and who had it before in the transaction.
type claimed struct {
	key    uniqueKey
	before value.ID
}

// uniqueText is how a value is compared for uniqueness: as names are.
func uniqueText(v any) string {
	s, _ := v.(string)
	return text.Key(s)
}

// claim takes a value for a row, or says who has it.
func (tx *Tx) claim(t *schema.Type, d *schema.Def, r *record.Row) error {
	s, ok := d.Of(r).(string)
	if !ok {
		return nil
	}
	holder, err := tx.holder(t, d, s, r.ID)
	if err != nil {
		return err
	}
	if !holder.IsZero() {
		return ErrUnique.With("field", d.Label).With("value", s).With("title", tx.title(t, holder))
	}
	k := uniqueKey{t.Num, d.Num, text.HashOf(uniqueText(s))}
	if tx.trying > 0 {
		tx.claims = append(tx.claims, claimed{k, tx.uniques[k]})
	}
	tx.uniques[k] = r.ID
	return nil
}

// Taken says that a live record other than one has a unique value.
func (tx *Tx) Taken(t *schema.Type, d *schema.Def, s string, by value.ID) (bool, error) {
	id, err := tx.holder(t, d, s, by)
	return !id.IsZero(), err
}

// holder gives the live record, other than one, that has a unique value: in lists, in
// this transaction, or in the open import.
func (tx *Tx) holder(t *schema.Type, d *schema.Def, s string, other value.ID) (value.ID, error) {
	key := uniqueText(s)
	k := uniqueKey{t.Num, d.Num, text.HashOf(key)}
	found := tx.w.tables.Table(t.Num).Lookup(d, s)
	if id, ok := tx.uniques[k]; ok {
		found = append(found, id)
	}
	for _, id := range found {
		if id == other {
			continue
		}
		r, err := tx.Get(t, id)
		if err != nil {
			return value.ID{}, err
		}
		if r.Live() && uniqueText(d.Of(r)) == key {
			return id, nil
		}
	}
	return value.ID{}, nil
}

func (tx *Tx) title(t *schema.Type, id value.ID) string {
	r, err := tx.Get(t, id)
	if err != nil || r == nil {
		return id.String()
	}
	s, _ := t.TitleField().Of(r).(string)
	return s
}

// exists says whether a record is there, in the trash or not.
func (tx *Tx) exists(t *schema.Type, id value.ID) (bool, error) {
	if tx.changes[recordKey{t.Num, id}] != nil {
		return true, nil
	}
	if _, ok := tx.w.tables.Table(t.Num).RowOf(id); ok {
		return true, nil
	}
	if _, known := tx.stored[recordKey{t.Num, id}]; known {
		return true, nil
	}
	return tx.isStored(t, id)
}

func (tx *Tx) isStored(t *schema.Type, id value.ID) (bool, error) {
	_, ok, err := tx.st.Get(store.Rows(t.Num), id[:])
	return ok, err
}
