// Package record holds rows: what one record carries, and how it is written.
//
// A row is a set of values by field number, with a header that says when each came to
// be. It knows nothing of what the fields mean; package schema does. Rows are not safe
// for concurrent use; a row that was handed out by the store is the caller's own.
package record

import (
	"iter"
	"maps"
	"slices"

	"dealbox/internal/value"
)

// FirstField is the lowest number of a field; below it stand header fields.
const FirstField = 16

// Stamp says when and on which copy of the file something was written: a hybrid
// logical clock (48 bits of milliseconds, 16 bits of counter) and the copy's number.
type Stamp struct {
	Clock   uint64
	Replica uint64
}

// Compare orders stamps by clock, then by copy: the later one wins a merge.
func (s Stamp) Compare(o Stamp) int {
	switch {
	case s.Clock < o.Clock || s.Clock == o.Clock && s.Replica < o.Replica:
		return -1
	case s == o:
		return 0
	}
	return 1
}

// Header is what a row carries beside its fields.
type Header struct {
	Created Stamp
	Author  value.ID // member who created it
	Seq     uint64   // last log entry that touched it
	Deleted Stamp    // zero: not in the trash
	Purged  bool     // only the header is left, as a tombstone
	Fields  map[uint32]Stamp
	Members map[Member]Stamp // members of sets added or removed since creation
}

// Member is one member of a set field, by the digest of its value.
type Member struct {
	Field   uint32
	Value   string // as Kind.Append writes it
	Removed bool
}

// Apart stands in a row for a long text that has not been read: its length in bytes.
type Apart uint64

// Row is one record.
type Row struct {
	ID      value.ID
	Type    uint32 // number of its type
	Head    Header
	cells   []cell // ascending by number: rows are copied and walked far more than looked into
	shared  bool   // a clone has the same cells: whoever changes first copies them
	Unknown []byte // fields that this program does not know, kept verbatim
}

// cell is one field that has a value.
type cell struct {
	num   uint32
	value any
}

// New makes an empty row.
func New(typ uint32, id value.ID) *Row { return &Row{ID: id, Type: typ} }

// Get gives the value of a field, nil when there is none.
func (r *Row) Get(num uint32) any {
	if r == nil {
		return nil
	}
	if at, there := r.find(num); there {
		return r.cells[at].value
	}
	return nil
}

// find gives the place of a field, or where it would stand.
func (r *Row) find(num uint32) (at int, there bool) {
	end := len(r.cells)
	for at < end {
		if mid := (at + end) / 2; r.cells[mid].num < num {
			at = mid + 1
		} else {
			end = mid
		}
	}
	return at, at < len(r.cells) && r.cells[at].num == num
}

// Set puts a value; nil clears the field, and so does what means nothing: the empty
// text, an empty list, option 0, the zero id. Two rows that say the same are so equal.
func (r *Row) Set(num uint32, v any) {
	r.own()
	nothing := value.Nothing(v)
	if n := len(r.cells); !nothing && (n == 0 || r.cells[n-1].num < num) { // most come in order
		r.cells = append(r.cells, cell{num, v})
		return
	}
	at, there := r.find(num)
	switch {
	case nothing && there:
		r.cells = slices.Delete(r.cells, at, at+1)
	case nothing:
	case there:
		r.cells[at].value = v
	default:
		r.cells = slices.Insert(r.cells, at, cell{num, v})
	}
}

// spare is for how many more fields a row has room when it is first changed.
const spare = 12

// own makes the cells those of this row alone.
func (r *Row) own() {
	if r.shared || r.cells == nil {
		r.cells, r.shared = append(make([]cell, 0, len(r.cells)+spare), r.cells...), false
	}
}

// Live says that the record exists and is not in the trash.
func (r *Row) Live() bool { return r != nil && r.Head.Deleted == Stamp{} && !r.Head.Purged }

// Nums gives the numbers of the fields that have values, ascending.
func (r *Row) Nums() []uint32 {
	if r == nil {
		return nil
	}
	nums := make([]uint32, len(r.cells))
	for i := range r.cells {
		nums[i] = r.cells[i].num
	}
	return nums
}

// All gives fields and values by ascending number. The row must not be changed meanwhile.
func (r *Row) All() iter.Seq2[uint32, any] {
	return func(yield func(uint32, any) bool) {
		if r == nil {
			return
		}
		for i := range r.cells {
			if !yield(r.cells[i].num, r.cells[i].value) {
				return
			}
		}
	}
}

// Clone makes a copy that may be changed; neither row sees changes of the other. nil gives
// nil.
func (r *Row) Clone() *Row {
	if r == nil {
		return nil
	}
	r.shared = true
	c := *r
	c.Head.Fields = maps.Clone(r.Head.Fields)
	c.Head.Members = maps.Clone(r.Head.Members)
	c.Unknown = slices.Clone(r.Unknown)
	return &c
}

// Change is what a save does to one record. Before is nil for a new one; After is nil
// for one that goes for good. A record in the trash has After with Head.Deleted.
type Change struct {
	Before *Row
	After  *Row
}

// Row is the row after the change, or before where it is gone.
func (c *Change) Row() *Row {
	if c.After != nil {
		return c.After
	}
	return c.Before
}

// New says that the record comes to be.
func (c *Change) New() bool { return c.Before == nil }
