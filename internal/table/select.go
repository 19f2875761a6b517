package table

import (
	"dealbox/internal/query"
	"dealbox/internal/schema"
	"dealbox/internal/value"
)

// Query asks for the live records that satisfy Where and have every word of Text, in
// an order. The zero Query asks for all of them, the oldest first.
type Query struct {
	Where *query.Bound
	Text  string // words as text.Words splits them
	Sort  []Sort
	Group *schema.Def // ordered by this field first, ascending
	Env   query.Env   // Base and Rates: for the order of amounts in several currencies
}

// Select gives the records that a query asks for, as of now.
func (t *Table) Select(q Query) *Selection {
	sorts := q.Sort
	if q.Group != nil {
		sorts = append([]Sort{{Def: q.Group}}, sorts...)
	}
	t.set.mu.RLock()
	defer t.set.mu.RUnlock()
	rows := t.sorted(t.matching(q.Where, q.Text), sorts, q.Env)
	return &Selection{Generation: t.set.generation, table: t, rows: rows}
}

// Count counts the live records that satisfy a condition and have the words of a text.
func (t *Table) Count(where *query.Bound, text string) int {
	t.set.mu.RLock()
	defer t.set.mu.RUnlock()
	return t.matching(where, text).count()
}

// Selection is the rows that a query found, frozen in their order. It is immutable.
// What the rows hold may have changed since: Table.Alive and Table.Values tell.
type Selection struct {
	Generation uint64 // of the Set when it was made
	table      *Table
	rows       []uint32
}

// Len counts the rows.
func (s *Selection) Len() int { return len(s.rows) }

// Rows gives the row numbers from one place to another, the latter excluded; places
// that there are not are left out. The caller must not change them.
func (s *Selection) Rows(from, to int) []uint32 {
	to = min(to, len(s.rows))
	from = max(from, 0)
	if from >= to {
		return nil
	}
	return s.rows[from:to:to]
}

// IDs gives the records from one place to another, as Rows does.
func (s *Selection) IDs(from, to int) []value.ID {
	rows := s.Rows(from, to)
	s.table.set.mu.RLock()
	defer s.table.set.mu.RUnlock()
	ids := make([]value.ID, len(rows))
	for i, row := range rows {
		ids[i] = s.table.ids.keys[row]
	}
	return ids
}
