package core

import "sync"

// maxSteps is how many changes a session can undo.
const maxSteps = 100

// Session is one person at work: who acts, and what they can undo and redo. It is safe
// for concurrent use.
type Session struct {
	w *Workspace
	// turns makes undos wait for each other: two quick ones take back two changes.
	turns sync.Mutex
	mu    sync.Mutex
	actor Actor
	undo  []Step
	redo  []Step
}

// Step is a change that the session can undo or redo.
type Step struct {
	Set   ChangeSet
	Label Label
}

// Session begins one.
func (w *Workspace) Session(actor Actor) *Session { return &Session{w: w, actor: actor} }

// Actor is who acts.
func (s *Session) Actor() Actor {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.actor
}

// Become changes who acts; what was done before stays undoable.
func (s *Session) Become(a Actor) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.actor = a
}

// Update changes the workspace and remembers it under a label.
func (s *Session) Update(label Label, fn func(*Tx) error) (Step, error) {
	set, err := s.w.Update(s.Actor(), fn)
	if err != nil {
		return Step{}, err
	}
	return s.Remember(set, label), nil
}

// Remember makes a change undoable, such as a completed import. Nothing is remembered for
// a change-set of 0.
func (s *Session) Remember(set ChangeSet, label Label) Step {
	step := Step{set, label}
	if set == 0 {
		return Step{Label: label}
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.undo, s.redo = push(s.undo, step), nil
	return step
}

func push(steps []Step, s Step) []Step {
	if len(steps) == maxSteps {
		steps = steps[1:]
	}
	return append(steps, s)
}

// Stack gives what undo and redo would do; a zero Step for nothing.
func (s *Session) Stack() (undo, redo Step) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return top(s.undo), top(s.redo)
}

func top(steps []Step) Step {
	if len(steps) == 0 {
		return Step{}
	}
	return steps[len(steps)-1]
}

// Undo takes the newest change back. The step says what; a zero Step when there is none.
func (s *Session) Undo() (Undone, Step, error) { return s.turn(&s.undo, &s.redo) }

// Redo brings back what was undone last.
func (s *Session) Redo() (Undone, Step, error) { return s.turn(&s.redo, &s.undo) }

// turn undoes the top of one stack and puts that undo on the other.
func (s *Session) turn(from, to *[]Step) (Undone, Step, error) {
	s.turns.Lock()
	defer s.turns.Unlock()
	s.mu.Lock()
	step := top(*from)
	actor := s.actor
	s.mu.Unlock()
	if step.Set == 0 {
		return Undone{}, Step{}, nil
	}
	u, err := s.w.Undo(actor, step.Set, UndoOptions{})
	if err != nil {
		return u, step, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	*from = without(*from, step.Set)
	if u.Set != 0 {
		*to = push(*to, Step{u.Set, step.Label})
	}
	return u, step, nil
}

// UndoSet takes back one change out of the order, as a toast or the timeline offers it.
func (s *Session) UndoSet(set ChangeSet, o UndoOptions) (Undone, error) {
	s.turns.Lock()
	defer s.turns.Unlock()
	u, err := s.w.Undo(s.Actor(), set, o)
	if err != nil {
		return u, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	label := Label{}
	for _, st := range s.undo {
		if st.Set == set {
			label = st.Label
		}
	}
	s.undo = without(s.undo, set)
	if u.Set != 0 {
		s.redo = push(s.redo, Step{u.Set, label})
	}
	return u, nil
}

func without(steps []Step, set ChangeSet) []Step {
	kept := steps[:0:0]
	for _, st := range steps {
		if st.Set != set {
			kept = append(kept, st)
		}
	}
	return kept
}
