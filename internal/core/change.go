package core

import (
	"bytes"
	"crypto/sha256"
	"fmt"

	"dealbox/internal/record"
	"dealbox/internal/schema"
	"dealbox/internal/store"
	"dealbox/internal/value"

	"google.golang.org/protobuf/encoding/protowire"
)

// op is what happened to one key. The numbers are in the log.
type op uint8

const (
	opCreate  op = 1 // keys only, and a digest of the values
	opUpdate  op = 2 // fields before and after
	opDelete  op = 3 // into the trash: the whole row
	opRestore op = 4 // out of the trash
	opValue   op = 5 // a value of schema or state, before and after
)

// logged is one change as a part of a log entry carries it (docs/format.md, Log).
type logged struct {
	op     op
	typ    uint32 // of a record
	id     value.ID
	before []byte // fields, or the value
	after  []byte
	digest []byte // of a created row's values, to know later whether it was edited
	bucket store.Bucket
	key    []byte
}

const (
	logChange                                                                                              = 1
	changeOp, changeType, changeID, changeBefore, changeAfter, changeDigest, changeBucket, changeBucketKey = 1, 2, 3, 4, 5, 6, 7, 8
)

func appendUint(b []byte, num protowire.Number, v uint64) []byte {
	return protowire.AppendVarint(protowire.AppendTag(b, num, protowire.VarintType), v)
}

func appendBytes(b []byte, num protowire.Number, v []byte) []byte {
	if v == nil {
		return b
	}
	return protowire.AppendBytes(protowire.AppendTag(b, num, protowire.BytesType), v)
}

// append adds the change to a message of its own.
func (c *logged) append(m []byte) []byte {
	m = appendUint(m, changeOp, uint64(c.op))
	if c.op == opValue {
		m = appendUint(m, changeBucket, uint64(c.bucket))
		m = appendBytes(m, changeBucketKey, c.key)
	} else {
		m = appendUint(m, changeType, uint64(c.typ))
		m = appendBytes(m, changeID, c.id[:])
	}
	m = appendBytes(m, changeBefore, c.before)
	m = appendBytes(m, changeAfter, c.after)
	return appendBytes(m, changeDigest, c.digest)
}

// readChanges reads the body of a part.
func readChanges(body []byte) ([]logged, error) {
	var all []logged
	err := fields(body, func(num protowire.Number, _ uint64, p []byte) error {
		if num != logChange {
			return nil
		}
		c, err := readChange(p)
		all = append(all, c)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("read log part: %w", err)
	}
	return all, nil
}

func readChange(b []byte) (c logged, err error) {
	err = fields(b, func(num protowire.Number, u uint64, p []byte) error {
		switch num {
		case changeOp:
			c.op = op(u)
		case changeType:
			c.typ = uint32(u)
		case changeID:
			if len(p) != len(c.id) {
				return fmt.Errorf("id of %d bytes", len(p))
			}
			c.id = value.ID(p)
		case changeBefore:
			c.before = bytes.Clone(p)
		case changeAfter:
			c.after = bytes.Clone(p)
		case changeDigest:
			c.digest = bytes.Clone(p)
		case changeBucket:
			c.bucket = store.Bucket(u)
		case changeBucketKey:
			c.key = bytes.Clone(p)
		}
		return nil
	})
	return c, err
}

// fields calls f for each field of a message of varints and byte strings.
func fields(b []byte, f func(num protowire.Number, u uint64, p []byte) error) error {
	for len(b) > 0 {
		num, wire, n := protowire.ConsumeTag(b)
		if n < 0 {
			return protowire.ParseError(n)
		}
		b = b[n:]
		var u uint64
		var p []byte
		switch wire {
		case protowire.VarintType:
			u, n = protowire.ConsumeVarint(b)
		case protowire.BytesType:
			p, n = protowire.ConsumeBytes(b)
		default:
			n = protowire.ConsumeFieldValue(num, wire, b)
		}
		if n < 0 {
			return protowire.ParseError(n)
		}
		if err := f(num, u, p); err != nil {
			return err
		}
		b = b[n:]
	}
	return nil
}

// describe adds what a change of a record is, for the log: what happened to it, and
// before that, where a record in or out of the trash got other values too, these. room is
// a buffer that is used on the way.
func describe(all []logged, t *schema.Type, c *record.Change, room *[]byte) []logged {
	l := logged{typ: t.Num, id: c.After.ID}
	if c.Before == nil {
		l.op, l.digest = opCreate, digest(t, c.After, room)
		return append(all, l)
	}
	if was, is := record.Diff(c.Before, c.After, t); len(was) > 0 {
		u := l
		u.op = opUpdate
		u.before, u.after = record.AppendFields([]byte{}, was, t), record.AppendFields([]byte{}, is, t)
		all = append(all, u)
	}
	switch {
	case c.Before.Live() && !c.After.Live():
		l.op, l.before = opDelete, record.AppendValues([]byte{}, c.Before, t)
		all = append(all, l)
	case !c.Before.Live() && c.After.Live():
		l.op = opRestore
		all = append(all, l)
	}
	return all
}

// digest stands for the values of a row: eight bytes of SHA-256 over its fields. room is
// a buffer that is used on the way.
func digest(t *schema.Type, r *record.Row, room *[]byte) []byte {
	*room = record.AppendValues((*room)[:0], r, t)
	sum := sha256.Sum256(*room)
	return sum[:8:8]
}
