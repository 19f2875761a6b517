package docs_test

import (
	"encoding/binary"
	"errors"
	"fmt"
)

// Sections 5, 7 and 8: messages and the forms of values.

// field is one field of a message: a number, or bytes.
type field struct {
	num   uint64
	u     uint64
	bytes []byte // nil for VARINT
}

func message(b []byte) (all []field, err error) {
	for len(b) > 0 {
		var f field
		tag, n := binary.Uvarint(b)
		u, m := binary.Uvarint(b[max(n, 0):])
		if n <= 0 || m <= 0 {
			return nil, errors.New("varint not readable")
		}
		f.num, b = tag>>3, b[n+m:]
		switch tag & 7 {
		case 0:
			f.u = u
		case 2:
			if u > uint64(len(b)) {
				return nil, errors.New("field longer than its message")
			}
			f.bytes, b = b[:u:u], b[u:]
		default:
			return nil, fmt.Errorf("wire type %d", tag&7)
		}
		all = append(all, f)
	}
	return all, nil
}

// one gives the last field of a number.
func one(all []field, num uint64) (f field) {
	for _, g := range all {
		if g.num == num {
			f = g
		}
	}
	return f
}

// every gives the messages of a repeated field.
func every(all []field, num uint64) (found [][]field, err error) {
	for _, f := range all {
		if f.num != num {
			continue
		}
		m, err := message(f.bytes)
		if err != nil {
			return nil, err
		}
		found = append(found, m)
	}
	return found, nil
}

func unzigzag(u uint64) int64 { return int64(u>>1) ^ -int64(u&1) }

// apart is a long text in a row: its length.
type apart uint64

// decode reads a value in one of the forms.
func decode(form string, f field) (any, error) {
	if (f.bytes == nil) != (form == "zigzag" || form == "plain") {
		return nil, fmt.Errorf("form %s in the wrong wire type", form)
	}
	switch form {
	case "zigzag":
		return unzigzag(f.u), nil
	case "plain":
		return f.u, nil
	case "text":
		return string(f.bytes), nil
	case "id":
		return fmt.Sprintf("%x", f.bytes), nil
	case "money":
		u, n := binary.Uvarint(f.bytes[3:])
		if n != len(f.bytes)-3 {
			return nil, errors.New("money with something behind it")
		}
		return fmt.Sprintf("%s %d", f.bytes[:3], unzigzag(u)), nil
	}
	return decodeSet(form, f.bytes)
}

func decodeSet(form string, b []byte) (any, error) {
	var all []string
	for len(b) > 0 {
		u, n := binary.Uvarint(b)
		if n <= 0 {
			return nil, errors.New("member of a set not readable")
		}
		b = b[n:]
		if form == "numbers" {
			all = append(all, fmt.Sprint(u))
			continue
		}
		if u > uint64(len(b)) {
			return nil, errors.New("member longer than its set")
		}
		if form == "ids" {
			all = append(all, fmt.Sprintf("%x", b[:u]))
		} else {
			all = append(all, string(b[:u]))
		}
		b = b[u:]
	}
	return all, nil
}
