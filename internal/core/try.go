package core

import (
	"errors"
	"slices"

	"dealbox/internal/record"
	"dealbox/internal/store"
)

// remembered is what the change of a record was before a running Try touched it: none, or
// one that led to another row.
type remembered struct {
	key    recordKey
	change *record.Change
	after  *record.Row
}

// Try runs a part of a transaction that may fail by itself, such as one row of an import:
// when fn fails, what it did is taken back and the transaction goes on. Settings that fn
// changed are not taken back; automatic numbers are never.
func (tx *Tx) Try(fn func() error) error {
	order, claims, journal := len(tx.order), len(tx.claims), len(tx.journal)
	tx.trying++
	err := fn()
	tx.trying--
	if err != nil {
		tx.takeBack(journal)
		tx.order = slices.Clip(tx.order[:order])
		tx.unclaim(claims)
	}
	if tx.trying == 0 {
		clear(tx.journal)
		tx.journal, tx.claims = tx.journal[:0], tx.claims[:0]
	}
	return err
}

// remember keeps what a record's change was before the running Try touched it.
func (tx *Tx) remember(k recordKey) {
	if tx.trying == 0 {
		return
	}
	was := remembered{key: k, change: tx.changes[k]}
	if was.change != nil {
		was.after = was.change.After
	}
	tx.journal = append(tx.journal, was)
}

// takeBack puts changes back to what they were since, the last one first.
func (tx *Tx) takeBack(since int) {
	for i := len(tx.journal) - 1; i >= since; i-- {
		was := tx.journal[i]
		if was.change == nil {
			delete(tx.changes, was.key)
			continue
		}
		was.change.After = was.after
		tx.changes[was.key] = was.change
	}
	tx.journal = tx.journal[:since]
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
