package value

import (
	"fmt"

	"google.golang.org/protobuf/encoding/protowire"
)

// Unresolved is the text of a link that was written by a person: a name, a code or a
// phone number. Whoever can look records up turns it into an ID.
type Unresolved string

func linkOps(name string) ops {
	return ops{
		name: name,
		parse: func(s string, _ Reading) (any, error) {
			s = oneLine(s)
			if s == "" {
				return nil, nil
			}
			if id, err := ParseID(s); err == nil {
				return id, nil
			}
			return Unresolved(s), nil
		},
		format:  func(v any, o Writing) string { return titleOf(v.(ID), o) },
		compare: func(a, b any) int { return a.(ID).Compare(b.(ID)) },
		check:   isType[ID],
		json:    func(v any) any { return v.(ID).String() },
		unjson:  linkFromJSON,
		wire:    protowire.BytesType,
		append:  func(b []byte, v any) []byte { id := v.(ID); return protowire.AppendBytes(b, id[:]) },
		consume: func(b []byte) (any, error) {
			if len(b) != len(ID{}) {
				return nil, fmt.Errorf("read link: %d bytes", len(b))
			}
			return ID(b), nil
		},
	}
}

func titleOf(id ID, o Writing) string {
	if o.Title == nil {
		return id.String()
	}
	return o.Title(id)
}

// linkFromJSON takes an id, or {"id": …} as lists and forms give it.
func linkFromJSON(v any) (any, error) {
	if m, ok := v.(map[string]any); ok {
		v = m["id"]
	}
	s, ok := v.(string)
	if !ok {
		return nil, ErrType.Err()
	}
	if s == "" {
		return nil, nil
	}
	id, err := ParseID(s)
	if err != nil {
		return nil, err
	}
	return id, nil
}

var linksOps = setOf[ID]{
	name: "links", order: ID.Compare, parse: parseKnownID, format: titleOf, one: linkOps("link"),
	append:  func(b []byte, id ID) []byte { return protowire.AppendBytes(b, id[:]) },
	consume: consumeID,
}.ops()

func parseKnownID(s string, _ Reading) (any, error) {
	s = oneLine(s)
	if s == "" {
		return nil, nil
	}
	id, err := ParseID(s)
	if err != nil {
		return nil, err
	}
	return id, nil
}

func consumeID(b []byte) (ID, int) {
	p, n := protowire.ConsumeBytes(b)
	if n < 0 || len(p) != len(ID{}) {
		return ID{}, -1
	}
	return ID(p), n
}
