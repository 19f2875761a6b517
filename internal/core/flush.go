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
	seq, body, touched := first, []byte(nil), []recordKey(nil)
	cut := func() error {
		if err := tx.appendEntry(seq, set, body, touched); err != nil {
			return err
		}
		last, seq, body, touched = seq, seq+1, nil, nil
		return nil
	}
	add := func(l logged) error {
		one := l.append(nil)
		if len(body) > 0 && len(body)+len(one) > maxBody {
			if err := cut(); err != nil {
				return err
			}
		}
		body = append(body, one...)
		return nil
	}
	for _, l := range tx.values {
		if err := add(l); err != nil {
			return 0, 0, err
		}
	}
	for _, k := range tx.order {
		t, c := tx.reg.TypeNum(k.typ), tx.changes[k]
		for _, l := range describe(t, c) {
			if err := add(l); err != nil {
				return 0, 0, err
			}
		}
		touched = append(touched, k)
		if err := tx.put(t, c, seq); err != nil {
			return 0, 0, err
		}
	}
	if err := cut(); err != nil {
		return 0, 0, err
	}
	return first, last, tx.putAutos()
}

// dropUnchanged forgets records that a later save in the transaction put back.
func (tx *Tx) dropUnchanged() {
	kept := tx.order[:0]
	for _, k := range tx.order {
		c := tx.changes[k]
		same := c.Before == nil && !c.After.Live()
		if c.Before != nil && c.Before.Live() == c.After.Live() {
			was, _ := record.Diff(c.Before, c.After, tx.reg.TypeNum(k.typ))
			same = len(was) == 0
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
	for _, k := range touched {
		if err := tx.st.Put(store.History, historyKey(k.id, seq), nil); err != nil {
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
	return wrap(tx.st.Put(store.Rows(t.Num), r.ID[:], record.Encode(r, t)), "write %s %v", t.Key, r.ID)
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
