package core

import (
	"dealbox/internal/i18n"
	"dealbox/internal/record"
	"dealbox/internal/store"
	"dealbox/internal/value"
)

// ChangeSet names what was done in one go: the sequence of its first log entry. 0 is
// nothing.
type ChangeSet uint64

// View gives a consistent view. It must be short: the file cannot grow while it lasts.
func (w *Workspace) View(actor Actor, fn func(*Tx) error) error {
	<-w.arrived // a search inside must not read the snapshot, which takes the store's lock again
	return w.store.View(func(st *store.Tx) error { return fn(w.tx(st, actor, false)) })
}

// Update changes the workspace: all of what fn does, or when it fails nothing. What it
// returns names the changes for Undo, 0 when there were none.
func (w *Workspace) Update(actor Actor, fn func(*Tx) error) (ChangeSet, error) {
	w.writing.Lock()
	defer w.writing.Unlock()
	return w.update(actor, nil, fn)
}

func (w *Workspace) tx(st *store.Tx, actor Actor, write bool) *Tx {
	return &Tx{
		w: w, st: st, reg: w.Registry(), actor: actor, now: w.now(), write: write,
		changes: map[recordKey]*record.Change{}, autos: map[string]uint64{}, uniques: map[uniqueKey]value.ID{},
		fresh: map[value.ID]struct{}{}, stored: map[recordKey]*record.Row{},
	}
}

// update runs with the writing lock held.
func (w *Workspace) update(actor Actor, b *Batch, fn func(*Tx) error) (ChangeSet, error) {
	if w.ReadOnly() {
		return 0, ErrFileRead.Err()
	}
	var tx *Tx
	var first, last uint64
	err := w.store.Update(func(st *store.Tx) (err error) {
		tx = w.tx(st, actor, true)
		if tx.batch = b; b != nil {
			tx.uniques = b.uniques // what the batch has taken, before and now
		}
		if err = fn(tx); err != nil {
			return err
		}
		first, last, err = tx.flush(b.set())
		if err != nil || first == 0 {
			return err
		}
		return tx.noteSet(b, first, last)
	})
	if err != nil {
		return 0, err
	}
	if err := w.publish(tx, b); err != nil {
		return 0, err
	}
	if first == 0 {
		return 0, nil
	}
	if b == nil {
		w.tell(tx, last)
	}
	return ChangeSet(first), nil
}

// noteSet writes where a change-set of several entries ends, or that a batch has begun.
// A batch that takes another one back is not noted: the other one's note stands.
func (tx *Tx) noteSet(b *Batch, first, last uint64) error {
	switch {
	case b == nil && last > first:
		return tx.putValue(store.State, setKey(first), uint64Bytes(last))
	case b != nil && b.first == 0 && !b.quiet:
		return tx.noteBatch(b, first)
	}
	return nil
}

// publish makes a committed transaction visible: settings, schema, columns.
func (w *Workspace) publish(tx *Tx, b *Batch) error {
	if tx.touchedSettings() {
		if err := w.readSettings(); err != nil {
			return err
		}
		w.tables.Reschema(w.Registry())
	}
	if b != nil {
		b.keep(tx)
		return nil
	}
	w.tables.Apply(tx.allChanges())
	w.countUnsaved(len(tx.order))
	return nil
}

func (tx *Tx) touchedSettings() bool {
	for _, v := range tx.values {
		if v.bucket == store.Schema || string(v.key) == keyConfig {
			return true
		}
	}
	return false
}

func (tx *Tx) allChanges() []record.Change {
	all := make([]record.Change, 0, len(tx.order))
	for _, k := range tx.order {
		all = append(all, *tx.changes[k])
	}
	return all
}

// Label names a change for people, beside the change-set.
type Label = i18n.Text
