package core

import (
	"fmt"
	"time"

	"dealbox/internal/i18n"
	"dealbox/internal/query"
	"dealbox/internal/record"
	"dealbox/internal/schema"
	"dealbox/internal/store"
	"dealbox/internal/table"
	"dealbox/internal/value"
)

// recordKey names a record.
type recordKey struct {
	typ uint32
	id  value.ID
}

// Tx is a consistent view of the workspace, and in Update what is changed together.
// It belongs to the function that got it.
type Tx struct {
	w     *Workspace
	st    *store.Tx
	reg   *schema.Registry
	actor Actor
	now   time.Time
	write bool
	batch *Batch // of an import, nil otherwise

	changes map[recordKey]*record.Change
	order   []recordKey // of the first change to each record
	values  []logged    // changes of schema and state
	autos   map[string]uint64
	depth   int
	env     *query.Env             // made when first asked for
	today   value.Date             // the same
	rates   map[value.Date]rates   // the same
	uniques map[uniqueKey]value.ID // taken in this transaction, or the batch
	trying  int                    // how many Try are running
	claims  []claimed              // in order, for Try
	journal []remembered           // in order, for Try

	fresh  map[value.ID]struct{}     // ids made here: nothing is stored under them
	stored map[recordKey]*record.Row // as read; nothing is written before the end
	room   []byte                    // for encoding one thing after the other
}

// Registry is the schema as this transaction sees it.
func (tx *Tx) Registry() *schema.Registry { return tx.reg }

// Actor is who acts.
func (tx *Tx) Actor() Actor { return tx.actor }

// Now is the moment of the transaction, the same throughout.
func (tx *Tx) Now() time.Time { return tx.now }

// Today is the day in the workspace's zone.
func (tx *Tx) Today() value.Date {
	if tx.today == 0 {
		tx.today = value.DateOf(tx.now.In(tx.w.Config().Location()))
	}
	return tx.today
}

// Env is what words in conditions mean to the actor now.
func (tx *Tx) Env() query.Env {
	if tx.env == nil {
		e := tx.w.env(tx.actor, tx.now)
		tx.env = &e
	}
	return *tx.env
}

// Lang is the language of the workspace, for texts that rules write.
func (tx *Tx) Lang() i18n.Lang { return tx.w.Config().Lang }

// Get gives a record with its texts, from the trash too. The row is the caller's own.
// nil without an error: there is no such record.
func (tx *Tx) Get(t *schema.Type, id value.ID) (*record.Row, error) {
	if c := tx.changes[recordKey{t.Num, id}]; c != nil {
		return c.After.Clone(), nil
	}
	if _, fresh := tx.fresh[id]; fresh {
		return nil, nil
	}
	if r, known := tx.stored[recordKey{t.Num, id}]; known {
		return r.Clone(), nil
	}
	r, err := tx.read(t, id)
	if err != nil {
		return nil, err
	}
	if len(tx.stored) >= mostStored {
		clear(tx.stored)
	}
	tx.stored[recordKey{t.Num, id}] = r
	return r.Clone(), nil
}

// mostStored is how many rows a transaction keeps as they were read: rules ask for the
// same stage, pipeline and product again and again.
const mostStored = 1 << 14

// read gives a record as it is stored.
func (tx *Tx) read(t *schema.Type, id value.ID) (*record.Row, error) {
	b, ok, err := tx.st.Get(store.Rows(t.Num), id[:])
	if err != nil || !ok {
		return nil, wrap(err, "read %s %v", t.Key, id)
	}
	r, err := record.Decode(t.Num, id, b, t)
	if err != nil {
		return nil, ErrLostRow.Wrap(err)
	}
	return r, tx.readTexts(t, r)
}

func (tx *Tx) readTexts(t *schema.Type, r *record.Row) error {
	for _, num := range r.Nums() {
		if _, apart := r.Get(num).(record.Apart); !apart {
			continue
		}
		b, ok, err := tx.st.Get(store.Texts(t.Num), textKey(r.ID, num))
		if err != nil {
			return wrap(err, "read text of %s %v", t.Key, r.ID)
		}
		if !ok {
			return ErrLostText.Wrap(fmt.Errorf("%s %v field %d", t.Key, r.ID, num))
		}
		r.Set(num, string(b))
	}
	return nil
}

// New makes an empty record of a type, to be filled and saved.
func (tx *Tx) New(t *schema.Type) *record.Row {
	id := value.NewID(tx.now)
	tx.fresh[id] = struct{}{}
	return record.New(t.Num, id)
}

// Find gives the live records of a type that satisfy a condition, with what this
// transaction has changed.
func (tx *Tx) Find(t *schema.Type, c query.Cond) ([]value.ID, error) {
	bound, err := tx.w.bind(c, t, tx.reg, tx.Env())
	if err != nil {
		return nil, err
	}
	var ids []value.ID
	found := tx.w.tables.Table(t.Num).Select(table.Query{Where: bound})
	for _, id := range found.IDs(0, found.Len()) {
		if tx.changes[recordKey{t.Num, id}] == nil {
			ids = append(ids, id)
		}
	}
	for _, k := range tx.order {
		if k.typ != t.Num {
			continue
		}
		if c := tx.changes[k]; c.After.Live() && bound.Match(c.After) {
			ids = append(ids, k.id)
		}
	}
	return ids, nil
}

// Lookup gives the live records whose field has a text, compared as names are (without
// case, width, spaces). It does not see changes of this transaction.
func (tx *Tx) Lookup(t *schema.Type, d *schema.Def, text string) []value.ID {
	return tx.w.tables.Table(t.Num).Lookup(d, text)
}

// Value reads a setting of the schema or state bucket.
func (tx *Tx) Value(b store.Bucket, key []byte) ([]byte, bool, error) { return tx.st.Get(b, key) }

// Values walks the settings whose keys begin with prefix.
func (tx *Tx) Values(b store.Bucket, prefix []byte, f func(key, v []byte) error) error {
	return tx.st.Scan(b, prefix, func(key, v []byte) (bool, error) {
		if len(key) < len(prefix) || string(key[:len(prefix)]) != string(prefix) {
			return false, nil
		}
		return true, f(key, v)
	})
}

func wrap(err error, format string, args ...any) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf(format+": %w", append(args, err)...)
}
