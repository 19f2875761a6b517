package core

import (
	"encoding/binary"

	"dealbox/internal/record"
	"dealbox/internal/schema"
	"dealbox/internal/store"
)

// maxBody keeps log entries well below the store's limit.
const maxBody = store.MaxEntry - 1<<10

// flush writes what was noted: rows, texts, history and log. It gives the sequences of
// the first and the last log entry, 0 when nothing changed.
func (tx *Tx) flush(set uint64) (first, last uint64, err error) {
	tx.dropUnchanged()
	if len(tx.order) == 0 && len(tx.values) == 0 {
		return 0, 0, tx.putAutos()
	}
	first = tx.st.LogHead() + 1
	if set == 0 {
		set = first
	}
	e := entries{tx: tx, set: set, seq: first}
	for i := range tx.values {
		if err := e.add(&tx.values[i]); err != nil {
			return 0, 0, err
		}
	}
	for _, k := range tx.order {
		if err := tx.flushRecord(&e, k); err != nil {
			return 0, 0, err
		}
	}
	if err := e.cut(); err != nil {
		return 0, 0, err
	}
	return first, e.last, tx.putAutos()
}

// flushRecord writes one record and what the log says of it.
func (tx *Tx) flushRecord(e *entries, k recordKey) error {
	t, c := tx.reg.TypeNum(k.typ), tx.changes[k]
	e.described = describe(e.described[:0], t, c, &tx.room)
	for i := range e.described {
		if err := e.add(&e.described[i]); err != nil {
			return err
		}
		e.touch(k) // of each entry that tells of it
	}
	return tx.put(t, c, e.seq)
}

// entries gathers changes into log entries. What it holds is used again for the next.
type entries struct {
	tx             *Tx
	set, seq, last uint64 // of the change-set, of the entry at work, of the one before
	body, one      []byte
	touched        []recordKey
	described      []logged
}

// touch notes that the entry at work tells of a record.
func (e *entries) touch(k recordKey) {
	if n := len(e.touched); n == 0 || e.touched[n-1] != k {
		e.touched = append(e.touched, k)
	}
}

// add puts a change into the entry, or begins another one where it is full.
func (e *entries) add(l *logged) error {
	e.one = l.append(e.one[:0])
	if len(e.body) > 0 && len(e.body)+len(e.one)+lengthRoom > maxBody {
		if err := e.cut(); err != nil {
			return err
		}
	}
	e.body = appendBytes(e.body, logChange, e.one)
	return nil
}

// lengthRoom is what tag and length of a change take at most.
const lengthRoom = 8

// cut writes the entry.
func (e *entries) cut() error {
	if err := e.tx.appendEntry(e.seq, e.set, e.body, e.touched); err != nil {
		return err
	}
	e.last, e.seq = e.seq, e.seq+1
	e.body, e.touched = e.body[:0], e.touched[:0]
	return nil
}

// dropUnchanged forgets records that a later save in the transaction put back.
func (tx *Tx) dropUnchanged() {
	kept := tx.order[:0]
	for _, k := range tx.order {
		c := tx.changes[k]
		same := c.Before == nil && !c.After.Live()
		if c.Before != nil && c.Before.Live() == c.After.Live() {
			same = record.Same(c.Before, c.After, tx.reg.TypeNum(k.typ))
		}
		if same {
			delete(tx.changes, k)
			continue
		}
		kept = append(kept, k)
	}
	tx.order = kept
}

func (tx *Tx) appendEntry(seq, set uint64, body []byte, touched []recordKey) error {
	e := store.Entry{
		Actor: tx.actor.Member, Source: uint8(tx.actor.Source), ChangeSet: set,
		Parts: []store.Part{{Body: body}},
	}
	got, err := tx.st.Append(e)
	if err != nil {
		return wrap(err, "log change")
	}
	if got != seq {
		return ErrBadSequence.With("got", got).With("want", seq)
	}
	var key []byte
	for _, k := range touched {
		key = appendHistoryKey(key[:0], k.id, seq)
		if err := tx.st.Put(store.History, key, nil); err != nil {
			return wrap(err, "write history")
		}
	}
	return nil
}

// put writes one record and its texts.
func (tx *Tx) put(t *schema.Type, c *record.Change, seq uint64) error {
	r := c.After
	r.Head.Seq = seq
	if c.Before == nil {
		r.Head.Created, r.Head.Author = tx.stamp(), tx.actor.Member
	} else {
		record.Touch(c.Before, r, t, tx.stamp())
	}
	for _, d := range t.Fields {
		if d.Kind.Long() && d.Changed(c) {
			if err := tx.putText(t, d, r); err != nil {
				return err
			}
		}
	}
	tx.room = record.AppendEncoded(tx.room[:0], r, t)
	if err := tx.st.Put(store.Rows(t.Num), r.ID[:], tx.room); err != nil {
		return wrap(err, "write %s %v", t.Key, r.ID)
	}
	return nil
}

func (tx *Tx) putText(t *schema.Type, d *schema.Def, r *record.Row) error {
	key := textKey(r.ID, d.Num)
	s, ok := d.Of(r).(string)
	if !ok {
		return wrap(tx.st.Delete(store.Texts(t.Num), key), "clear text of %s %v", t.Key, r.ID)
	}
	return wrap(tx.st.Put(store.Texts(t.Num), key, []byte(s)), "write text of %s %v", t.Key, r.ID)
}

// SetValue changes a setting of the schema or state bucket; nil takes it away. It is part
// of the change-set and undone with it.
func (tx *Tx) SetValue(b store.Bucket, key, v []byte) error {
	was, _, err := tx.st.Get(b, key)
	if err != nil {
		return wrap(err, "read setting %q", key)
	}
	if was == nil && v == nil || was != nil && v != nil && string(was) == string(v) {
		return nil
	}
	tx.values = append(tx.values, logged{op: opValue, bucket: b, key: key, before: was, after: v})
	return tx.putValue(b, key, v)
}

func (tx *Tx) putValue(b store.Bucket, key, v []byte) error {
	if v == nil {
		return wrap(tx.st.Delete(b, key), "clear setting %q", key)
	}
	return wrap(tx.st.Put(b, key, v), "write setting %q", key)
}

func (tx *Tx) putAutos() error {
	for key, n := range tx.autos {
		if err := tx.putValue(store.State, []byte(key), binary.BigEndian.AppendUint64(nil, n)); err != nil {
			return err
		}
	}
	return nil
}

func (tx *Tx) readUint(key string) (uint64, error) {
	b, ok, err := tx.st.Get(store.State, []byte(key))
	if err != nil || !ok || len(b) != 8 {
		return 0, wrap(err, "read %q", key)
	}
	return binary.BigEndian.Uint64(b), nil
}
