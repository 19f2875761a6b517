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
	later   []*late    // indexes that a snapshot left to be made
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

// apply takes changes of records of this type.
func (t *Table) apply(changes []*record.Change) {
	var rows []*record.Row
	for _, c := range changes {
		if c.After == nil || c.After.Head.Purged {
			t.put(rows)
			rows = rows[:0]
			t.forget(c.Row().ID)
			continue
		}
		rows = append(rows, c.After)
	}
	t.put(rows)
}

// put takes rows as they are now; of two of the same record the later one.
func (t *Table) put(rows []*record.Row) {
	places := make([]int, len(rows))
	for i, r := range rows {
		places[i] = int(t.ids.add(r.ID)) - 1
	}
	t.grow()
	for i, r := range rows {
		t.live.put(places[i], r.Live())
		t.gone.clear(places[i])
	}
	t.fill(places, rows)
}

func (t *Table) grow() {
	t.live.grow(t.rows())
	t.gone.grow(t.rows())
	for _, c := range t.inOrder {
		c.grow(t.rows())
	}
}

// fill puts the values of rows into the columns and what hangs on them: one column after the
// other, which is faster than row by row when there are many.
func (t *Table) fill(places []int, rows []*record.Row) {
	found := make([]bool, len(rows))
	for _, c := range t.inOrder {
		searched, l := t.search.uses(c.num), t.lookups[c.num]
		for i, row := range places {
			if !c.put(row, rows[i].Get(c.num)) {
				continue
			}
			found[i] = found[i] || searched
			if l != nil {
				l.changed(row, t.keyAt(t.typ.FieldNum(c.num)))
			}
		}
	}
	for i, row := range places {
		if found[i] {
			t.search.changed(t, row)
		}
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
	t.fill([]int{int(n - 1)}, []*record.Row{nil})
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
