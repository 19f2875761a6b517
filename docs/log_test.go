package docs_test

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
)

// Sections 10 and 11: the log and the history.

// entry is one log entry with its part.
type entry struct {
	seq    uint64
	header []field
	part   []field
}

// log reads all entries and follows the chain of their hashes to the tally.
func (f *file) log() (all []entry, err error) {
	before := make([]byte, 32)
	for seq := uint64(1); seq <= one(f.tally, 2).u; seq++ {
		key := binary.BigEndian.AppendUint64(nil, seq)
		head := f.opened["log"][string(key)]
		part := f.opened["log"][string(binary.BigEndian.AppendUint32(key, 0))]
		e := entry{seq: seq}
		if e.header, err = message(head); err != nil {
			return nil, err
		}
		if one(e.header, 1).u != seq || !bytes.Equal(one(e.header, 8).bytes, before) {
			return nil, fmt.Errorf("entry %d does not follow the one before", seq)
		}
		parts, err := every(e.header, 7)
		if err != nil {
			return nil, err
		}
		if len(parts) != 1 || !bytes.Equal(one(parts[0], 2).bytes, f.keys.hash(part)) {
			return nil, fmt.Errorf("part of entry %d does not fit", seq)
		}
		if e.part, err = message(part); err != nil {
			return nil, err
		}
		before = f.keys.hash(head)
		all = append(all, e)
	}
	if !bytes.Equal(one(f.tally, 3).bytes, before) || len(f.sealed["log"]) != 2*len(all) {
		return nil, errors.New("the log does not end where the tally says")
	}
	return all, nil
}

// change is one change of a part.
type change struct {
	op            uint64
	id            string
	before, after map[string]any
	digest        []byte
}

// changes reads those of an entry that are about records of a type.
func (f *file) changes(e entry, typ string) (out []change, err error) {
	all, err := every(e.part, 1)
	if err != nil {
		return nil, err
	}
	for _, m := range all {
		if one(m, 2).u != f.numbers.types[typ] {
			continue
		}
		c := change{op: one(m, 1).u, id: string(one(m, 3).bytes), digest: one(m, 6).bytes}
		if c.before, err = f.half(typ, one(m, 4).bytes); err != nil {
			return nil, err
		}
		if c.after, err = f.half(typ, one(m, 5).bytes); err != nil {
			return nil, err
		}
		out = append(out, c)
	}
	return out, nil
}

func (f *file) half(typ string, b []byte) (map[string]any, error) {
	fields, err := message(b)
	if err != nil {
		return nil, err
	}
	return f.values(typ, fields, nil)
}

// history gives the entries that touched a record.
func (f *file) history(id string) (seqs []uint64) {
	for _, p := range f.sealed["history"] {
		if string(p.key[:16]) == id {
			seqs = append(seqs, binary.BigEndian.Uint64(p.key[16:]))
		}
	}
	return seqs
}
