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
	all := s.those(func(t *Table) bool { return t.typ.Parent == "" })
	for _, t := range all {
		for to := warmStep; ctx.Err() == nil && t.warmSearch(to); to += warmStep {
		}
		if ctx.Err() == nil {
			t.warmOrder(ctx)
		}
	}
}

// Arrive reads what DecodeSearchLater has left for later, until its context ends.
func (s *Set) Arrive(ctx context.Context) {
	for _, t := range s.those(func(*Table) bool { return true }) {
		if ctx.Err() == nil {
			t.search.late.need()
		}
	}
}

func (s *Set) those(fit func(*Table) bool) (all []*Table) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	for _, t := range s.tables {
		if fit(t) {
			all = append(all, t)
		}
	}
	return all
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
