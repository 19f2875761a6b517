package core

import (
	"errors"
	"slices"

	"dealbox/internal/record"
	"dealbox/internal/store"
)

// Try runs a part of a transaction that may fail by itself, such as one row of an import:
// when fn fails, what it did is taken back and the transaction goes on. Settings that fn
// changed are not taken back; automatic numbers are never.
func (tx *Tx) Try(fn func() error) error {
	outer := tx.journal
	inner := map[recordKey]*record.Change{}
	tx.journal = inner
	order, claims := len(tx.order), len(tx.claims)
	err := fn()
	if err != nil {
		for k, c := range inner {
			if c == nil {
				delete(tx.changes, k)
			} else {
				tx.changes[k] = c
			}
		}
		tx.order = slices.Clip(tx.order[:order])
		tx.unclaim(claims)
	}
	tx.journal = outer
	if err == nil {
		for k, c := range inner {
			if _, known := outer[k]; outer != nil && !known {
				outer[k] = c
			}
		}
	}
	return err
}

// remember keeps what a record's change was before the running Try touched it.
func (tx *Tx) remember(k recordKey) {
	if tx.journal == nil {
		return
	}
	if _, known := tx.journal[k]; known {
		return
	}
	was := tx.changes[k]
	if was != nil {
		copied := *was
		was = &copied
	}
	tx.journal[k] = was
}

// Rehearse runs an update and takes all of it back: what would happen, and what would be
// refused.
func (w *Workspace) Rehearse(actor Actor, fn func(*Tx) error) error {
	w.writing.Lock()
	defer w.writing.Unlock()
	err := w.store.Update(func(st *store.Tx) error {
		if err := fn(w.tx(st, actor, true)); err != nil {
			return err
		}
		return errRehearsed
	})
	if errors.Is(err, errRehearsed) {
		return nil
	}
	return err
}

// errRehearsed takes a rehearsal back.
var errRehearsed = errors.New("rehearsed")

// unclaim gives unique values back that were taken since.
func (tx *Tx) unclaim(since int) {
	for i := len(tx.claims) - 1; i >= since; i-- {
		c := tx.claims[i]
		if c.before.IsZero() {
			delete(tx.uniques, c.key)
		} else {
			tx.uniques[c.key] = c.before
		}
	}
	tx.claims = tx.claims[:since]
}
