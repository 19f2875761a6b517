package table

import (
	"fmt"
	"io"
	"sync"
	"sync/atomic"
)

// late is something that is read when it is first needed, or in the background before. The
// zero value has nothing to read.
type late struct {
	waiting atomic.Bool
	mu      sync.Mutex
	read    func()
}

// set says how to read it.
func (l *late) set(read func()) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.read = read
	l.waiting.Store(read != nil)
}

// need returns when it has been read. It may be called side by side.
func (l *late) need() {
	if !l.waiting.Load() {
		return
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.read != nil {
		l.read()
		l.read = nil
		l.waiting.Store(false)
	}
}

// drop leaves it unread.
func (l *late) drop() { l.set(nil) }

// DecodeSearchLater says where a table that Decode has filled finds what EncodeSearch wrote,
// size bytes at most; Complete reads it, or the first search. Where it is not sound, or
// cannot be read any more, the arenas are made of the columns.
func (t *Table) DecodeSearchLater(in io.Reader, size int) {
	n := t.rows()
	t.search.late.set(func() {
		if err := t.search.decode(&reader{r: in, size: size}, n); err != nil {
			t.search.empty()
		}
	})
}

// Complete makes and reads what Decode and DecodeSearchLater have left for later. It does
// not take the lock of the Set.
func (t *Table) Complete() {
	for _, l := range t.later {
		l.need()
	}
	t.search.late.need()
}

func (s *search) decode(r *reader, n int) error {
	r.check(r.uint() == snapshotMagic, "it is none")
	for _, a := range s.arenas() {
		a.decode(r, n)
	}
	return r.err
}

// EncodeSearch writes the search arenas; it is to Encode as DecodeSearchLater is to Decode.
func (t *Table) EncodeSearch(out io.Writer) error {
	t.set.mu.RLock()
	defer t.set.mu.RUnlock()
	t.search.late.need()
	w := &writer{w: out}
	w.uint(snapshotMagic)
	for _, a := range t.search.arenas() {
		a.encode(w)
	}
	if w.err != nil {
		return fmt.Errorf("write search of %s: %w", t.typ.Key, w.err)
	}
	return nil
}

func (s *search) arenas() []*lazyArena { return []*lazyArena{&s.plain, &s.sounds, &s.numbers} }

func (s *search) empty() {
	for _, a := range s.arenas() {
		a.arena, a.done = arena{}, 0
	}
}
