package transfer

import (
	"dealbox/internal/core"
	"dealbox/internal/record"
	"dealbox/internal/schema"
	"dealbox/internal/text"
	"dealbox/internal/value"
)

// matcher finds the record that a row is about: by the same external id, else by the same
// tax id, e-mail, phone, or for what is known by its name, the name. It knows the rows of
// the file that came before.
type matcher struct {
	t    *schema.Type
	by   []*schema.Def
	seen map[matchKey]value.ID
}

type matchKey struct {
	field uint32
	value text.Hash
}

func newMatcher(t *schema.Type) *matcher {
	m := &matcher{t: t, seen: map[matchKey]value.ID{}}
	for _, d := range t.Fields {
		if d.Match && d.Unique {
			m.by = append(m.by, d)
		}
	}
	for _, d := range t.Fields {
		if d.Match && !d.Unique {
			m.by = append(m.by, d)
		}
	}
	return m
}

// find gives the record that is there already, zero when there is none. A row with an
// external id is found by it alone when the file's ids are known; a row that has none is
// found by the other fields.
func (m *matcher) find(tx *core.Tx, row *record.Row) value.ID {
	for _, d := range m.by {
		s, ok := d.Of(row).(string)
		if !ok {
			continue
		}
		if id, ok := m.seen[matchKey{d.Num, nameHash(s)}]; ok {
			return id
		}
		if ids := tx.Lookup(m.t, d, s); len(ids) == 1 {
			return ids[0]
		}
		if d.Unique {
			return value.ID{}
		}
	}
	return value.ID{}
}

// note makes a saved row known to later rows.
func (m *matcher) note(row *record.Row) {
	for _, d := range m.by {
		if s, ok := d.Of(row).(string); ok {
			m.seen[matchKey{d.Num, nameHash(s)}] = row.ID
		}
	}
}
