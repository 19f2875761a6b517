package record

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"dealbox/internal/value"

	"google.golang.org/protobuf/encoding/protowire"
)

// Kinds tells the kind of each field of a type. ok is false for a field that the
// program does not know.
type Kinds interface {
	KindOf(num uint32) (k value.Kind, ok bool)
}

// Numbers of the header's parts (field 1) and of one clock (field 2 of the row).
const (
	rowHeader, rowClock                                                                 = 1, 2
	headCreated, headReplica, headAuthor, headSeq, headDeleted, headDeletedBy, headGone = 1, 2, 3, 4, 5, 6, 7
	clockField, clockTime, clockReplica, clockMember, clockRemoved                      = 1, 2, 3, 4, 5
)

// Encode writes the row without its long texts, which are stored apart.
// Fields stand in ascending order, so equal rows have equal bytes.
func Encode(r *Row, k Kinds) []byte {
	return AppendEncoded(make([]byte, 0, 256), r, k)
}

// AppendEncoded adds what Encode gives to b.
func AppendEncoded(b []byte, r *Row, k Kinds) []byte {
	var room [64]byte
	b = protowire.AppendTag(b, rowHeader, protowire.BytesType)
	b = protowire.AppendBytes(b, appendHeader(room[:0], &r.Head))
	for _, num := range slices.Sorted(maps.Keys(r.Head.Fields)) {
		b = appendClock(b, clock{Member: Member{Field: num}, Stamp: r.Head.Fields[num]})
	}
	for _, m := range sortedMembers(r.Head.Members) {
		b = appendClock(b, clock{Member: m, Stamp: r.Head.Members[m]})
	}
	for num, v := range r.All() {
		if kind, ok := k.KindOf(num); ok {
			b = appendField(b, kind, num, v)
		}
	}
	return append(b, r.Unknown...)
}

// appendField writes a value, or for a long text, which is stored apart, its length: so
// that lists know that it is there and a lost text is noticed.
func appendField(b []byte, k value.Kind, num uint32, v any) []byte {
	if !k.Long() {
		return k.Append(b, protowire.Number(num), v)
	}
	n, ok := v.(Apart)
	if !ok {
		n = Apart(len(v.(string)))
	}
	b = protowire.AppendTag(b, protowire.Number(num), protowire.VarintType)
	return protowire.AppendVarint(b, uint64(n))
}

func sortedMembers(all map[Member]Stamp) []Member {
	if len(all) == 0 {
		return nil
	}
	return slices.SortedFunc(maps.Keys(all), func(a, b Member) int {
		return cmp.Or(cmp.Compare(a.Field, b.Field), strings.Compare(a.Value, b.Value), order(a.Removed, b.Removed))
	})
}

// order puts what was added before what was removed.
func order(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	}
	return 1
}

func appendUint(b []byte, num protowire.Number, v uint64) []byte {
	if v == 0 {
		return b
	}
	return protowire.AppendVarint(protowire.AppendTag(b, num, protowire.VarintType), v)
}

func appendBytes(b []byte, num protowire.Number, v []byte) []byte {
	return protowire.AppendBytes(protowire.AppendTag(b, num, protowire.BytesType), v)
}

func appendHeader(b []byte, h *Header) []byte {
	b = appendUint(b, headCreated, h.Created.Clock)
	b = appendUint(b, headReplica, h.Created.Replica)
	if !h.Author.IsZero() {
		b = appendBytes(b, headAuthor, h.Author[:])
	}
	b = appendUint(b, headSeq, h.Seq)
	b = appendUint(b, headDeleted, h.Deleted.Clock)
	b = appendUint(b, headDeletedBy, h.Deleted.Replica)
	if h.Purged {
		b = appendUint(b, headGone, 1)
	}
	return b
}

type clock struct {
	Member
	Stamp
}

func appendClock(b []byte, c clock) []byte {
	p := appendUint(nil, clockField, uint64(c.Field))
	p = appendUint(p, clockTime, c.Clock)
	p = appendUint(p, clockReplica, c.Replica)
	if c.Value != "" {
		p = appendBytes(p, clockMember, []byte(c.Value))
	}
	if c.Removed {
		p = appendUint(p, clockRemoved, 1)
	}
	return appendBytes(b, rowClock, p)
}

// Decode reads a row that Encode wrote. Fields that k does not know are kept in
// Unknown. Damage gives an error, never a panic.
func Decode(typ uint32, id value.ID, b []byte, k Kinds) (*Row, error) {
	r := New(typ, id)
	if err := r.DecodeAgain(typ, id, b, k); err != nil {
		return nil, err
	}
	return r, nil
}

// DecodeAgain is Decode into a row that nobody needs any more and nobody has cloned: its
// memory is used again.
func (r *Row) DecodeAgain(typ uint32, id value.ID, b []byte, k Kinds) error {
	*r = Row{ID: id, Type: typ, cells: r.cells[:0]}
	for len(b) > 0 {
		num, wire, n := protowire.ConsumeTag(b)
		if n < 0 {
			return fmt.Errorf("decode row %v: %w", id, protowire.ParseError(n))
		}
		used, err := r.decodeField(b, n, uint32(num), wire, k)
		if err != nil {
			return fmt.Errorf("decode row %v: field %d: %w", id, num, err)
		}
		b = b[used:]
	}
	return nil
}

func (r *Row) decodeField(b []byte, tag int, num uint32, wire protowire.Type, k Kinds) (int, error) {
	if num == rowHeader || num == rowClock {
		p, n := protowire.ConsumeBytes(b[tag:])
		if n < 0 || wire != protowire.BytesType {
			return 0, fmt.Errorf("header: wire type %d", wire)
		}
		if num == rowHeader {
			return tag + n, r.Head.decode(p)
		}
		return tag + n, r.Head.decodeClock(p)
	}
	kind, ok := k.KindOf(num)
	if !ok || !kind.Known() {
		n := protowire.ConsumeFieldValue(protowire.Number(num), wire, b[tag:])
		if n < 0 {
			return 0, protowire.ParseError(n)
		}
		r.Unknown = append(r.Unknown, b[:tag+n]...)
		return tag + n, nil
	}
	if kind.Long() && wire == protowire.VarintType {
		length, n := protowire.ConsumeVarint(b[tag:])
		if n < 0 {
			return 0, protowire.ParseError(n)
		}
		r.Set(num, Apart(length))
		return tag + n, nil
	}
	v, n, err := kind.Consume(b[tag:], wire)
	if err != nil {
		return 0, err
	}
	r.Set(num, v)
	return tag + n, nil
}

// each calls f for the fields of a small message of varints and byte strings.
func each(b []byte, f func(num protowire.Number, u uint64, p []byte) error) error {
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

func (h *Header) decode(b []byte) error {
	return each(b, func(num protowire.Number, u uint64, p []byte) error {
		switch num {
		case headCreated:
			h.Created.Clock = u
		case headReplica:
			h.Created.Replica = u
		case headAuthor:
			if len(p) != len(h.Author) {
				return fmt.Errorf("author: %d bytes", len(p))
			}
			h.Author = value.ID(p)
		case headSeq:
			h.Seq = u
		case headDeleted:
			h.Deleted.Clock = u
		case headDeletedBy:
			h.Deleted.Replica = u
		case headGone:
			h.Purged = u != 0
		}
		return nil
	})
}

func (h *Header) decodeClock(b []byte) error {
	var c clock
	err := each(b, func(num protowire.Number, u uint64, p []byte) error {
		switch num {
		case clockField:
			c.Field = uint32(u)
		case clockTime:
			c.Clock = u
		case clockReplica:
			c.Replica = u
		case clockMember:
			c.Value = string(p)
		case clockRemoved:
			c.Removed = u != 0
		}
		return nil
	})
	if err != nil {
		return err
	}
	if c.Value == "" {
		if h.Fields == nil {
			h.Fields = map[uint32]Stamp{}
		}
		h.Fields[c.Field] = c.Stamp
		return nil
	}
	if h.Members == nil {
		h.Members = map[Member]Stamp{}
	}
	h.Members[c.Member] = c.Stamp
	return nil
}
