package core

import (
	"context"
	"slices"

	"dealbox/internal/record"
	"dealbox/internal/schema"
	"dealbox/internal/store"
	"dealbox/internal/value"
)

// Undone says what an undo did.
type Undone struct {
	Set       ChangeSet // of the undo itself: undoing it is redo
	Records   int       // records that were put back
	Conflicts []Conflict
}

// Conflict is something that an undo left as it is, because it was changed since. Field
// is nil when the whole record was left: it was made by the change-set and edited since.
type Conflict struct {
	Type  *schema.Type
	ID    value.ID
	Field *schema.Def
}

// UndoOptions refine an undo.
type UndoOptions struct {
	Force    map[value.ID]bool       // records that go although they were edited since
	Progress func(done, total int64) // log entries; may be nil
	Context  context.Context         // cancel takes back what was undone; nil is none
}

type undoOptions struct {
	UndoOptions
	quiet bool // takes back an open batch: no conflicts are told, nothing notes the undo itself
}

// Undo puts a change-set back: each field to what it was before, where it still has what
// the change-set gave it. What others changed since is named and left.
func (w *Workspace) Undo(actor Actor, set ChangeSet, o UndoOptions) (Undone, error) {
	actor.Source = Undo
	b, err := w.Begin(actor)
	if err != nil {
		return Undone{}, err
	}
	u, err := w.undoIn(b, uint64(set), undoOptions{UndoOptions: o})
	if err != nil {
		return Undone{}, cmpErr(err, b.Abort())
	}
	u.Set, err = b.Complete(nil)
	return u, err
}

// undo takes an open batch back, with the writing lock held.
func (w *Workspace) undo(actor Actor, set uint64, o undoOptions) (Undone, error) {
	b := &Batch{w: w, actor: actor, uniques: map[uniqueKey]value.ID{}, quiet: true}
	u := &undoing{w: w, o: o, seen: map[recordKey]bool{}}
	step := func(fn func(*Tx) error) error {
		first, err := w.update(actor, b, fn)
		if b.first == 0 {
			b.first = uint64(first)
		}
		return err
	}
	if err := u.run(set, step); err != nil {
		return Undone{}, err
	}
	return u.done, w.show(b.keys, nil)
}

func (w *Workspace) undoIn(b *Batch, set uint64, o undoOptions) (Undone, error) {
	u := &undoing{w: w, o: o, seen: map[recordKey]bool{}}
	err := u.run(set, b.Update)
	return u.done, err
}

// undoing is one undo at work.
type undoing struct {
	w    *Workspace
	o    undoOptions
	done Undone
	seen map[recordKey]bool
}

// run undoes the entries of a change-set, the last one first, a durable step for each.
func (u *undoing) run(set uint64, step func(func(*Tx) error) error) error {
	last, err := u.w.lastOf(set)
	if err != nil {
		return err
	}
	for seq := last; seq >= set; seq-- {
		if u.o.Context != nil && u.o.Context.Err() != nil {
			return ErrCancelled.Wrap(u.o.Context.Err())
		}
		changes, ok, err := u.w.changesOf(seq, set)
		if err != nil {
			return err
		}
		if !ok {
			continue
		}
		slices.Reverse(changes)
		if err := step(func(tx *Tx) error { return u.inverse(tx, changes) }); err != nil {
			return err
		}
		if u.o.Progress != nil {
			u.o.Progress(int64(last-seq+1), int64(last-set+1))
		}
	}
	return nil
}

// lastOf gives the last entry that may belong to a change-set.
func (w *Workspace) lastOf(set uint64) (last uint64, err error) {
	err = w.store.View(func(st *store.Tx) error {
		if set == 0 || set > st.LogHead() {
			return ErrNoChange.Err()
		}
		last = set
		if b, ok, err := st.Get(store.State, setKey(set)); err != nil || ok && len(b) == 8 {
			last = readBig(b)
			return err
		}
		open, ok, err := st.Get(store.State, []byte(keyBatch))
		if ok && firstOf(open) == set {
			last = st.LogHead()
		}
		return err
	})
	return last, err
}

// changesOf reads the changes of a log entry; ok is false when it belongs elsewhere.
func (w *Workspace) changesOf(seq, set uint64) (changes []logged, ok bool, err error) {
	err = w.store.View(func(st *store.Tx) error {
		e, err := st.Entry(seq)
		if err != nil {
			return wrap(err, "read log entry %d", seq)
		}
		if ok = e.ChangeSet == set; !ok {
			return nil
		}
		for _, p := range e.Parts {
			c, err := readChanges(p.Body)
			if err != nil {
				return err
			}
			changes = append(changes, c...)
		}
		return nil
	})
	return changes, ok, err
}

// inverse does the opposite of each change.
func (u *undoing) inverse(tx *Tx, changes []logged) error {
	for _, l := range changes {
		var err error
		if l.op == opValue {
			err = u.inverseValue(tx, l)
		} else {
			err = u.inverseRecord(tx, l)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func (u *undoing) inverseValue(tx *Tx, l logged) error {
	now, _, err := tx.st.Get(l.bucket, l.key)
	if err != nil || string(now) != string(l.after) {
		return wrap(err, "read setting %q", l.key)
	}
	if err := tx.SetValue(l.bucket, l.key, l.before); err != nil {
		return err
	}
	if l.bucket != store.Schema {
		return nil
	}
	return tx.readRegistry()
}

func (u *undoing) inverseRecord(tx *Tx, l logged) error {
	t := tx.reg.TypeNum(l.typ)
	if t == nil {
		return nil // of a type that this program does not know
	}
	r, err := tx.Get(t, l.id)
	if err != nil || r == nil {
		return err
	}
	changed := false
	switch l.op {
	case opCreate:
		changed = u.unmake(tx, t, r, l)
	case opDelete:
		if changed = !r.Live() && !r.Head.Purged; changed {
			r.Head.Deleted = record.Stamp{}
		}
	case opRestore:
		if changed = r.Live(); changed {
			r.Head.Deleted = tx.stamp()
		}
	case opUpdate:
		if changed, err = u.putBack(t, r, l); err != nil {
			return err
		}
	}
	if !changed {
		return nil
	}
	u.count(recordKey{t.Num, r.ID})
	return tx.save(t, r)
}

// unmake puts a record that the change-set made into the trash, unless it was edited.
func (u *undoing) unmake(tx *Tx, t *schema.Type, r *record.Row, l logged) bool {
	if !r.Live() {
		return false
	}
	if string(digest(t, r, &tx.room)) != string(l.digest) && !u.o.Force[r.ID] && !u.o.quiet {
		u.conflict(t, r.ID, nil)
		return false
	}
	r.Head.Deleted = tx.stamp()
	return true
}

// putBack gives fields their former values, where they have what the change gave them.
func (u *undoing) putBack(t *schema.Type, r *record.Row, l logged) (changed bool, err error) {
	was, err := record.ReadFields(l.before, t)
	if err != nil {
		return false, err
	}
	is, err := record.ReadFields(l.after, t)
	if err != nil {
		return false, err
	}
	for _, d := range t.Fields {
		old, hadOld := was[d.Num]
		gave, hadNew := is[d.Num]
		switch {
		case !hadOld && !hadNew:
		case d.Kind.Equal(d.Of(r), gave):
			r.Set(d.Num, old)
			changed = true
		case !d.Kind.Equal(d.Of(r), old) && !u.o.Force[r.ID]:
			u.conflict(t, r.ID, d)
		}
	}
	return changed, nil
}

func (u *undoing) conflict(t *schema.Type, id value.ID, d *schema.Def) {
	if !u.o.quiet {
		u.done.Conflicts = append(u.done.Conflicts, Conflict{t, id, d})
	}
}

func (u *undoing) count(k recordKey) {
	if !u.seen[k] {
		u.seen[k] = true
		u.done.Records++
	}
}
