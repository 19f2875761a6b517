package app

import (
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"dealbox/internal/core"
	"dealbox/internal/fault"
	"dealbox/internal/i18n"
	"dealbox/internal/store"
	"dealbox/internal/value"
)

// Views keeps saved views of lists and boards. They are in the file.
type Views struct{ h *Host }

const keyView = "view/"

// ErrViewName refuses a view without a name.
var ErrViewName = fault.New(fault.Invalid, "view.name", i18n.T("Please give the view a name", "请给视图起个名字"))

// List gives the views of a type, in their order.
func (v *Views) List(typ string) (all []View, err error) {
	defer guard(&err)
	all = []View{}
	o, err := v.h.current()
	if err != nil {
		return all, err
	}
	err = o.w.View(o.session.Actor(), func(tx *core.Tx) error {
		return tx.Values(store.State, []byte(keyView), func(key, b []byte) error {
			var one View
			if err := json.Unmarshal(b, &one); err != nil {
				return fmt.Errorf("read view %q: %w", key, err)
			}
			if one.Type == typ {
				all = append(all, one)
			}
			return nil
		})
	})
	slices.SortStableFunc(all, func(a, b View) int { return cmp.Or(cmp.Compare(a.Position, b.Position), cmp.Compare(a.ID, b.ID)) })
	return all, err
}

// Save keeps a view; one without an id is new.
func (v *Views) Save(view View) (out View, err error) {
	defer guard(&err)
	o, err := v.h.current()
	if err != nil {
		return view, err
	}
	if _, err := o.typ(view.Type); err != nil {
		return view, err
	}
	if view.Name = strings.TrimSpace(view.Name); view.Name == "" {
		return view, ErrViewName.On("name")
	}
	if view.ID == "" {
		view.ID = value.NewID(o.w.Now()).String()
	}
	b, err := json.Marshal(view)
	if err != nil {
		return view, fmt.Errorf("write view: %w", err)
	}
	return view, o.setView(view, labelView(view.Name), b)
}

// Delete takes a view away. Undo brings it back.
func (v *Views) Delete(id string) (err error) {
	defer guard(&err)
	o, err := v.h.current()
	if err != nil {
		return err
	}
	view := View{ID: id}
	if err := o.w.View(o.session.Actor(), func(tx *core.Tx) error { return readView(tx, &view) }); err != nil {
		return err
	}
	return o.setView(view, labelDeleteView(view.Name), nil)
}

// readView fills in the view that has the id, where there is one.
func readView(tx *core.Tx, view *View) error {
	b, ok, err := tx.Value(store.State, []byte(keyView+view.ID))
	if err != nil || !ok {
		return err
	}
	if err := json.Unmarshal(b, view); err != nil {
		return fmt.Errorf("read view %q: %w", view.ID, err)
	}
	return nil
}

// looksName is the view in which the page keeps the columns and density of all records.
// It is saved without asking, so it is no step that a person would undo.
const looksName = "*"

func (o *opened) setView(view View, label core.Label, b []byte) error {
	set := func(tx *core.Tx) error { return tx.SetValue(store.State, []byte(keyView+view.ID), b) }
	if view.Name == looksName {
		_, err := o.w.Update(o.session.Actor(), set)
		return err
	}
	_, err := o.session.Update(label, set)
	return err
}
