package table

import "context"

// warmStep is how many rows are made ready under one lock, so that a commit does not
// wait for all of them.
const warmStep = 512

// Warm makes ahead of time what the first search and the first list by title would wait
// for, but not of parts (lines, stage moves), of which there are many and which nobody looks
// for by name. It is for a goroutine of its own, after Ready; leaving it out, or ending it by its
// context, changes nothing but the time of those.
func (s *Set) Warm(ctx context.Context) {
	s.mu.RLock()
	var all []*Table
	for _, t := range s.tables {
		if t.typ.Parent == "" {
			all = append(all, t)
		}
	}
	s.mu.RUnlock()
	for _, t := range all {
		for to := warmStep; ctx.Err() == nil && t.warmSearch(to); to += warmStep {
		}
		if ctx.Err() == nil {
			t.warmOrder(ctx)
		}
	}
}

// warmSearch brings the search arenas up to a row. more is false at the end.
func (t *Table) warmSearch(to int) (more bool) {
	t.set.mu.RLock()
	defer t.set.mu.RUnlock()
	t.search.late.need()
	n := min(to, t.rows())
	t.search.plain.upTo(n, t.plainAt)
	t.search.sounds.upTo(n, t.soundsAt)
	t.search.numbers.upTo(n, t.numbersAt)
	return n < t.rows()
}
