package table

import (
	"dealbox/internal/schema"
	"dealbox/internal/value"
)

// Live counts the records that are not in the trash.
func (t *Table) Live() int {
	t.set.mu.RLock()
	defer t.set.mu.RUnlock()
	return t.live.count()
}

// ID gives the record of a row, the zero ID for a row that there is not.
func (t *Table) ID(row uint32) value.ID {
	t.set.mu.RLock()
	defer t.set.mu.RUnlock()
	if int(row) >= t.rows() {
		return value.ID{}
	}
	return t.ids.keys[row]
}

// RowOf gives the row of a record, in the trash too. ok is false for one that is
// unknown or gone for good.
func (t *Table) RowOf(id value.ID) (row uint32, ok bool) {
	t.set.mu.RLock()
	defer t.set.mu.RUnlock()
	return t.rowOf(id)
}

// Alive says whether a row's record is there and not in the trash.
func (t *Table) Alive(row uint32) bool {
	t.set.mu.RLock()
	defer t.set.mu.RUnlock()
	return t.live.has(int(row))
}

// Value gives a value as record.Row holds it, nil where there is none; of a long text
// true where there is one.
func (t *Table) Value(row uint32, d *schema.Def) any {
	t.set.mu.RLock()
	defer t.set.mu.RUnlock()
	if int(row) >= t.rows() {
		return nil
	}
	return t.value(int(row), d)
}

// Values gives the values of a page of rows, all of one moment: a line per row, a value
// per field as Value gives it.
func (t *Table) Values(rows []uint32, defs []*schema.Def) [][]any {
	t.set.mu.RLock()
	defer t.set.mu.RUnlock()
	page := make([][]any, len(rows))
	for i, row := range rows {
		page[i] = make([]any, len(defs))
		if int(row) >= t.rows() {
			continue
		}
		for k, d := range defs {
			page[i][k] = t.value(int(row), d)
		}
	}
	return page
}

// Title gives the words that name a record, "" where it has none.
func (t *Table) Title(row uint32) string {
	t.set.mu.RLock()
	defer t.set.mu.RUnlock()
	if int(row) >= t.rows() {
		return ""
	}
	return t.title(int(row))
}
