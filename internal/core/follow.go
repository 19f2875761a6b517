package core

import (
	"encoding/binary"
	"encoding/json"

	"dealbox/internal/store"
	"dealbox/internal/value"
)

// Touched is one log entry as readers of the log see it: who touched which records.
type Touched struct {
	Seq     uint64
	Set     ChangeSet
	Source  Source
	Records []TouchedRecord
}

// TouchedRecord names a record that a log entry touched.
type TouchedRecord struct {
	Type uint32
	ID   value.ID
}

// Follow reads the log from a sequence on, at most limit entries: each reader keeps its
// own cursor, the sequence behind the last entry that it got.
func (w *Workspace) Follow(from uint64, limit int) (entries []Touched, err error) {
	err = w.store.View(func(st *store.Tx) error {
		for seq := max(from, 1); seq <= st.LogHead() && len(entries) < limit; seq++ {
			e, err := st.Entry(seq)
			if err != nil {
				return wrap(err, "follow log at %d", seq)
			}
			t, err := touched(e)
			if err != nil {
				return err
			}
			entries = append(entries, t)
		}
		return nil
	})
	return entries, err
}

func touched(e store.Entry) (Touched, error) {
	t := Touched{Seq: e.Seq, Set: ChangeSet(e.ChangeSet), Source: Source(e.Source)}
	for _, p := range e.Parts {
		changes, err := readChanges(p.Body)
		if err != nil {
			return t, err
		}
		for _, l := range changes {
			if l.op != opValue {
				t.Records = append(t.Records, TouchedRecord{l.typ, l.id})
			}
		}
	}
	return t, nil
}

func readBig(b []byte) uint64 {
	if len(b) != 8 {
		return 0
	}
	return binary.BigEndian.Uint64(b)
}

func firstOf(open []byte) uint64 {
	var o openBatch
	if json.Unmarshal(open, &o) != nil {
		return 0
	}
	return o.First
}
