package record

import (
	"fmt"
	"iter"
	"maps"
	"slices"

	"dealbox/internal/value"

	"google.golang.org/protobuf/encoding/protowire"
)

// Fields is values by field number, as the log keeps them. A nil value says that there
// was none.
type Fields map[uint32]any

// Diff gives the fields that differ between two rows: their values before and after.
// A field without a value is there with nil.
func Diff(before, after *Row, k Kinds) (was, is Fields) {
	was, is = Fields{}, Fields{}
	for num := range differing(before, after, k) {
		was[num], is[num] = before.Get(num), after.Get(num)
	}
	return was, is
}

// Same says that two rows have the same values.
func Same(before, after *Row, k Kinds) bool {
	for range differing(before, after, k) {
		return false
	}
	return true
}

// differing gives the fields that differ between two rows.
func differing(before, after *Row, k Kinds) iter.Seq[uint32] {
	return func(yield func(uint32) bool) {
		for num, v := range before.All() {
			if kind, ok := k.KindOf(num); ok && !kind.Equal(v, after.Get(num)) && !yield(num) {
				return
			}
		}
		for num := range after.All() {
			if _, ok := k.KindOf(num); ok && before.Get(num) == nil && !yield(num) {
				return
			}
		}
	}
}

// AppendFields writes values with their long texts, ascending by number. A nil value is
// left out; whoever reads an update knows from the other half that it was there.
func AppendFields(b []byte, f Fields, k Kinds) []byte {
	for _, num := range sortedNums(f) {
		if kind, ok := k.KindOf(num); ok {
			b = kind.Append(b, protowire.Number(num), f[num])
		}
	}
	return b
}

// ReadFields reads what AppendFields wrote. Fields that are not known are left out.
func ReadFields(b []byte, k Kinds) (Fields, error) {
	f := Fields{}
	for len(b) > 0 {
		num, wire, n := protowire.ConsumeTag(b)
		if n < 0 {
			return nil, fmt.Errorf("read fields: %w", protowire.ParseError(n))
		}
		b = b[n:]
		kind, ok := k.KindOf(uint32(num))
		if !ok || !kind.Known() {
			if n = protowire.ConsumeFieldValue(num, wire, b); n < 0 {
				return nil, fmt.Errorf("read fields: %w", protowire.ParseError(n))
			}
			b = b[n:]
			continue
		}
		v, n, err := kind.Consume(b, wire)
		if err != nil {
			return nil, fmt.Errorf("read field %d: %w", num, err)
		}
		f[uint32(num)], b = v, b[n:]
	}
	return f, nil
}

// AppendValues writes all values of a row with its long texts, as AppendFields does.
func AppendValues(b []byte, r *Row, k Kinds) []byte {
	for num, v := range r.All() {
		if kind, ok := k.KindOf(num); ok {
			b = kind.Append(b, protowire.Number(num), v)
		}
	}
	return b
}

func sortedNums(f Fields) []uint32 { return slices.Sorted(maps.Keys(f)) }

// members gives the members of a set as the bytes that stand for them in the header.
func members(v any) map[string]bool {
	all := map[string]bool{}
	switch set := v.(type) {
	case []string:
		for _, m := range set {
			all[m] = true
		}
	case []value.Option:
		for _, m := range set {
			all[string(protowire.AppendVarint(nil, uint64(m)))] = true
		}
	case []value.ID:
		for _, m := range set {
			all[string(m[:])] = true
		}
	}
	return all
}

// Touch notes in the header of after, which takes the place of before, when each changed
// field and each changed member of a set was written.
func Touch(before, after *Row, k Kinds, at Stamp) {
	was, is := Diff(before, after, k)
	for num := range was {
		if after.Head.Fields == nil {
			after.Head.Fields = map[uint32]Stamp{}
		}
		after.Head.Fields[num] = at
		if kind, _ := k.KindOf(num); kind.Set() {
			touchMembers(&after.Head, num, members(was[num]), members(is[num]), at)
		}
	}
}

func touchMembers(h *Header, num uint32, was, is map[string]bool, at Stamp) {
	if h.Members == nil {
		h.Members = map[Member]Stamp{}
	}
	note := func(m string, removed bool) {
		delete(h.Members, Member{num, m, !removed})
		h.Members[Member{num, m, removed}] = at
	}
	for m := range was {
		if !is[m] {
			note(m, true)
		}
	}
	for m := range is {
		if !was[m] {
			note(m, false)
		}
	}
}
