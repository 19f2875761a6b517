package app

import (
	"errors"
	"strconv"

	"dealbox/internal/access"
	"dealbox/internal/core"
	"dealbox/internal/fault"
)

const readAction = access.Read

func formatSet(s core.ChangeSet) string { return strconv.FormatUint(uint64(s), 10) }

func parseSet(s string) (core.ChangeSet, error) {
	n, err := strconv.ParseUint(s, 10, 64)
	if err != nil {
		return 0, core.ErrNoChange.Err()
	}
	return core.ChangeSet(n), nil
}

// onField says which field an error is about, where nothing did before.
func onField(err error, key string) error {
	var f *fault.Error
	if errors.As(err, &f) && f.Field == "" {
		f.On(key)
	}
	return err
}

// Undo takes back what this person did last.
func (r *Records) Undo() (res UndoResult, err error) {
	defer guard(&err)
	o, err := r.h.current()
	if err != nil {
		return res, err
	}
	u, step, err := o.session.Undo()
	return r.result(o, u, step.Label, err)
}

// Redo brings back what was undone last.
func (r *Records) Redo() (res UndoResult, err error) {
	defer guard(&err)
	o, err := r.h.current()
	if err != nil {
		return res, err
	}
	u, step, err := o.session.Redo()
	return r.result(o, u, step.Label, err)
}

// UndoChange takes back one change out of its order, by the id that a save gave or the
// timeline shows.
func (r *Records) UndoChange(id string) (res UndoResult, err error) {
	defer guard(&err)
	o, err := r.h.current()
	if err != nil {
		return res, err
	}
	set, err := parseSet(id)
	if err != nil {
		return res, err
	}
	u, err := o.session.UndoSet(set, core.UndoOptions{})
	return r.result(o, u, core.Label{}, err)
}

func (r *Records) result(o *opened, u core.Undone, label core.Label, err error) (UndoResult, error) {
	res := UndoResult{Label: label, Done: u.Records, Conflicts: []Conflict{}}
	if err != nil {
		return res, err
	}
	if u.Set != 0 {
		res.Change = ChangeRef{ID: formatSet(u.Set), Label: label}
	}
	for _, c := range u.Conflicts {
		conflict := Conflict{Record: o.ref(c.Type.Key, c.ID, r.h.Lang())}
		if c.Field != nil {
			conflict.Field, conflict.Label = c.Field.Key, c.Field.Label
		}
		res.Conflicts = append(res.Conflicts, conflict)
	}
	return res, nil
}

// Stack tells what undo and redo would do.
func (r *Records) Stack() (s Stack, err error) {
	defer guard(&err)
	o, err := r.h.current()
	if err != nil {
		return s, err
	}
	undo, redo := o.session.Stack()
	return Stack{changeRef(undo), changeRef(redo)}, nil
}
