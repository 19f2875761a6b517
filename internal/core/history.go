package core

import (
	"time"

	"dealbox/internal/record"
	"dealbox/internal/schema"
	"dealbox/internal/store"
	"dealbox/internal/value"
)

// Event is one change of one record, as the log tells it.
type Event struct {
	Seq    uint64
	At     time.Time
	Actor  value.ID
	Source Source
	Set    ChangeSet
	Kind   EventKind
	Before record.Fields // of an update: fields that changed, without those that were empty
	After  record.Fields
}

// EventKind says what happened.
type EventKind uint8

// The kinds of event.
const (
	Created EventKind = iota + 1
	Changed
	Deleted
	Restored
)

// History gives the changes of a record, newest first, at most limit.
func (tx *Tx) History(t *schema.Type, id value.ID, limit int) (events []Event, err error) {
	from := historyKey(id, 1<<64-1)
	err = tx.st.ScanBack(store.History, from, func(key, _ []byte) (bool, error) {
		if len(key) != 24 || string(key[:16]) != string(id[:]) || len(events) >= limit {
			return false, nil
		}
		found, err := tx.eventsIn(readBig(key[16:]), t, id)
		events = append(events, found...)
		return true, err
	})
	return events, wrap(err, "read history of %s %v", t.Key, id)
}

func (tx *Tx) eventsIn(seq uint64, t *schema.Type, id value.ID) (found []Event, err error) {
	e, err := tx.st.Entry(seq)
	if err != nil {
		return nil, err
	}
	for _, p := range e.Parts {
		changes, err := readChanges(p.Body)
		if err != nil {
			return nil, err
		}
		for _, l := range changes {
			if l.op == opValue || l.typ != t.Num || l.id != id {
				continue
			}
			ev, err := event(e, l, t)
			if err != nil {
				return nil, err
			}
			found = append([]Event{ev}, found...)
		}
	}
	return found, nil
}

func event(e store.Entry, l logged, t *schema.Type) (ev Event, err error) {
	ev = Event{
		Seq: e.Seq, At: e.Clock.Time(), Actor: e.Actor, Source: Source(e.Source), Set: ChangeSet(e.ChangeSet),
		Kind: map[op]EventKind{opCreate: Created, opUpdate: Changed, opDelete: Deleted, opRestore: Restored}[l.op],
	}
	if l.op != opUpdate {
		return ev, nil
	}
	if ev.Before, err = record.ReadFields(l.before, t); err != nil {
		return ev, err
	}
	ev.After, err = record.ReadFields(l.after, t)
	return ev, err
}
