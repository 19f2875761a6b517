package table

import (
	"maps"
	"slices"
	"sync"

	"dealbox/internal/record"
	"dealbox/internal/schema"
	"dealbox/internal/value"
)

// Table is the columns of one record type. Row numbers ascend in the order in which
// records came to be here.
type Table struct {
	set     *Set
	typ     *schema.Type
	ids     dict[value.ID] // a record's row is its number - 1
	live    bitmap         // neither in the trash nor gone
	gone    bitmap         // purged: the row number stays taken
	columns map[uint32]column
	inOrder []numbered // the same by number, for walks
	search  search

	mu      sync.Mutex // over the map of lookups: readers add to it
	lookups map[uint32]*lookup
}

// numbered is a column with the number of its field.
type numbered struct {
	num uint32
	column
}

func newTable(s *Set) *Table {
	return &Table{set: s, ids: idDict(), columns: map[uint32]column{}, lookups: map[uint32]*lookup{}}
}

// adopt takes a declaration, with columns for the fields that are new in it.
func (t *Table) adopt(typ *schema.Type) {
	t.typ = typ
	for _, d := range typ.Fields {
		if t.columns[d.Num] == nil && d.Kind.Known() {
			t.columns[d.Num] = newColumn(d)
			t.columns[d.Num].grow(t.rows())
		}
	}
	for num := range t.columns {
		if typ.FieldNum(num) == nil {
			delete(t.columns, num)
			delete(t.lookups, num)
		}
	}
	t.inOrder = t.inOrder[:0]
	for _, num := range slices.Sorted(maps.Keys(t.columns)) {
		t.inOrder = append(t.inOrder, numbered{num, t.columns[num]})
	}
	t.linkRates()
	t.search.adopt(t)
}

// rows is the number of rows, of the dead ones too.
func (t *Table) rows() int { return len(t.ids.keys) }

// put takes a row as it is now.
func (t *Table) put(r *record.Row) {
	before := t.rows()
	row := int(t.ids.add(r.ID)) - 1
	if row == before {
		t.grow()
	}
	t.live.put(row, r.Live())
	t.gone.clear(row)
	t.fill(row, r)
}

func (t *Table) grow() {
	t.live.grow(t.rows())
	t.gone.grow(t.rows())
	for _, c := range t.inOrder {
		c.grow(t.rows())
	}
}

// fill puts the values of a row into the columns and what hangs on them.
func (t *Table) fill(row int, r *record.Row) {
	found := false
	for _, c := range t.inOrder {
		if !c.put(row, r.Get(c.num)) {
			continue
		}
		found = found || t.search.uses(c.num)
		if l := t.lookups[c.num]; l != nil {
			l.changed(row, t.keyAt(t.typ.FieldNum(c.num)))
		}
	}
	if found {
		t.search.changed(t, row)
	}
}

// forget empties the row of a record that is gone for good.
func (t *Table) forget(id value.ID) {
	n := t.ids.find(id)
	if n == 0 {
		return
	}
	t.live.clear(int(n - 1))
	t.gone.set(int(n - 1))
	t.fill(int(n-1), nil)
}

func (t *Table) rowOf(id value.ID) (uint32, bool) {
	n := t.ids.find(id)
	if n == 0 || t.gone.get(int(n-1)) {
		return 0, false
	}
	return n - 1, true
}

func (t *Table) title(row int) string {
	d := t.typ.TitleField()
	c, ok := t.columns[d.Num]
	if !ok {
		return ""
	}
	return d.Kind.Format(c.get(row), value.Writing{Option: d.Words})
}

// value gives one value of a row that exists.
func (t *Table) value(row int, d *schema.Def) any {
	if c := t.columns[d.Num]; c != nil {
		return c.get(row)
	}
	return nil
}
