package table

import (
	"iter"
	"sync"

	"dealbox/internal/record"
	"dealbox/internal/schema"
	"dealbox/internal/value"
)

// Set is the tables of all record types.
type Set struct {
	mu         sync.RWMutex
	reg        *schema.Registry
	tables     map[uint32]*Table
	generation uint64
}

// New makes empty tables for every type of a registry.
func New(reg *schema.Registry) *Set {
	s := &Set{tables: map[uint32]*Table{}}
	s.adopt(reg)
	return s
}

// Table gives the table of a type by its number, nil when there is none.
func (s *Set) Table(typ uint32) *Table {
	s.mu.RLock()
	defer s.mu.RUnlock()
	return s.tables[typ]
}

// Generation counts what Apply and Reschema have done; a Selection carries the one that
// it was made at.
func (s *Set) Generation() uint64 {
	s.mu.RLock()
	defer s.mu.RUnlock()
	return s.generation
}

// Apply takes the changes of a commit. Readers see all of them or none. Changes of
// types that are in no table are left out.
func (s *Set) Apply(changes []record.Change) {
	s.ApplySeq(func(yield func([]record.Change) bool) { yield(changes) })
}

// ApplySeq is Apply for changes that need not be in memory at once, by chunks. Readers wait
// until it ends. Nothing of a chunk is kept.
func (s *Set) ApplySeq(chunks iter.Seq[[]record.Change]) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for chunk := range chunks {
		for typ, changes := range byType(chunk) {
			if t := s.tables[typ]; t != nil {
				t.apply(changes)
			}
		}
	}
	s.generation++
}

// byType parts changes by the type of their record. Those of one type stay in their order.
func byType(changes []record.Change) map[uint32][]*record.Change {
	parts := map[uint32][]*record.Change{}
	for i := range changes {
		if r := changes[i].Row(); r != nil {
			parts[r.Type] = append(parts[r.Type], &changes[i])
		}
	}
	return parts
}

// Load takes a row while the file is opened, before anyone reads. Different types may
// be loaded side by side. Ready ends it.
func (s *Set) Load(typ uint32, row *record.Row) {
	if t := s.tables[typ]; t != nil && !row.Head.Purged {
		t.put([]*record.Row{row})
	}
}

// Ready says that every row was loaded: from here on readers may come.
func (s *Set) Ready() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.generation++
}

// Reschema takes another registry. Types and fields that it adds begin empty; their
// values come by Load or Apply. Columns of fields that it no longer has are dropped.
func (s *Set) Reschema(reg *schema.Registry) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.adopt(reg)
	s.generation++
}

func (s *Set) adopt(reg *schema.Registry) {
	s.reg = reg
	for _, typ := range reg.Types() {
		if s.tables[typ.Num] == nil {
			s.tables[typ.Num] = newTable(s)
		}
		s.tables[typ.Num].adopt(typ)
	}
	for num := range s.tables {
		if reg.TypeNum(num) == nil {
			delete(s.tables, num)
		}
	}
}

// Title gives the title of a record, in the trash too. ok is false for an unknown one.
func (s *Set) Title(typ uint32, id value.ID) (title string, ok bool) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	t := s.tables[typ]
	if t == nil {
		return "", false
	}
	row, ok := t.rowOf(id)
	if !ok {
		return "", false
	}
	return t.title(int(row)), true
}

// tableOf finds the table of a type by its key.
func (s *Set) tableOf(key string) *Table {
	if typ := s.reg.Type(key); typ != nil {
		return s.tables[typ.Num]
	}
	return nil
}
