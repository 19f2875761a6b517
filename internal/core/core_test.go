package core_test

import (
	"errors"
	"fmt"
	"sync"
	"testing"
	"time"

	"dealbox/internal/core"
	"dealbox/internal/crm"
	"dealbox/internal/crmtest"
	"dealbox/internal/i18n"
	"dealbox/internal/query"
	"dealbox/internal/record"
	"dealbox/internal/schema"
	"dealbox/internal/value"

	"pgregory.net/rapid"
)

func account(tx *core.Tx, name string) *record.Row {
	r := tx.New(&crm.Account.Type)
	crm.Account.Name.Set(r, name)
	return r
}

func TestSavedRecordIsThereAfterOpeningAgain(t *testing.T) {
	w := crmtest.Open(t)
	var id value.ID
	w.Update(func(tx *core.Tx) error {
		r := account(tx, "华星自动化")
		crm.Account.Description.Set(r, "long\ntext")
		id = r.ID
		return tx.Save(r)
	})
	w.Again()
	err := w.View(w.User(), func(tx *core.Tx) error {
		r, err := tx.Get(&crm.Account.Type, id)
		if err != nil || crm.Account.Name.Of(r) != "华星自动化" || crm.Account.Description.Of(r) != "long\ntext" {
			return fmt.Errorf("got %v, %w", r, err)
		}
		return nil
	})
	if err != nil {
		t.Error(err)
	}
}

func TestRefusedSaveChangesNothing(t *testing.T) {
	w := crmtest.Open(t)
	before := crmtest.Rows(w.Workspace)
	_, err := w.Workspace.Update(w.User(), func(tx *core.Tx) error {
		if err := tx.Save(account(tx, "A")); err != nil {
			return err
		}
		return tx.Save(tx.New(&crm.Account.Type)) // no name
	})
	if !errors.Is(err, core.ErrRequired) {
		t.Fatalf("got %v, want ErrRequired", err)
	}
	crmtest.Same(t, before, crmtest.Rows(w.Workspace))
}

func TestTryTakesBackOnlyItsOwnPart(t *testing.T) {
	w := crmtest.Open(t)
	w.Update(func(tx *core.Tx) error {
		a := account(tx, "A")
		if err := tx.Save(a); err != nil {
			return err
		}
		err := tx.Try(func() error {
			crm.Account.Name.Set(a, "B")
			if err := tx.Save(a); err != nil {
				return err
			}
			if err := tx.Save(account(tx, "C")); err != nil {
				return err
			}
			return errors.New("refused")
		})
		if err == nil {
			return errors.New("Try hid the error")
		}
		return nil
	})
	n, a := 0, false
	for _, s := range crmtest.Rows(w.Workspace) {
		if s == "name=A;owner="+w.Me.String()+";" || len(s) > 6 && s[:7] == "name=A;" {
			a = true
		}
		if len(s) > 6 && (s[:7] == "name=B;" || s[:7] == "name=C;") {
			n++
		}
	}
	if !a || n > 0 {
		t.Errorf("account A there: %v; records of the refused part: %d", a, n)
	}
}

func TestUndoLeavesWhatOthersChangedSince(t *testing.T) {
	w := crmtest.Open(t)
	var a *record.Row
	w.Update(func(tx *core.Tx) error { a = account(tx, "A"); return tx.Save(a) })
	set := w.Update(func(tx *core.Tx) error {
		r, err := tx.Get(&crm.Account.Type, a.ID)
		if err != nil {
			return err
		}
		crm.Account.Name.Set(r, "B")
		crm.Account.City.Set(r, "Wuhan")
		return tx.Save(r)
	})
	w.Update(func(tx *core.Tx) error {
		r, err := tx.Get(&crm.Account.Type, a.ID)
		if err != nil {
			return err
		}
		crm.Account.Name.Set(r, "C")
		return tx.Save(r)
	})
	u, err := w.Undo(w.User(), set, core.UndoOptions{})
	if err != nil || len(u.Conflicts) != 1 || u.Conflicts[0].Field.Key != "name" {
		t.Fatalf("got %+v, %v; want one conflict on the name", u, err)
	}
	err = w.View(w.User(), func(tx *core.Tx) error {
		r, err := tx.Get(&crm.Account.Type, a.ID)
		if crm.Account.Name.Of(r) != "C" || crm.Account.City.Of(r) != "" {
			return fmt.Errorf("name %q city %q, %w", crm.Account.Name.Of(r), crm.Account.City.Of(r), err)
		}
		return err
	})
	if err != nil {
		t.Error(err)
	}
}

func TestBatchShowsNothingBeforeItIsComplete(t *testing.T) {
	w := crmtest.Open(t)
	before := crmtest.Rows(w.Workspace)
	b, err := w.Begin(core.Actor{Member: w.Me, Source: core.Import})
	if err != nil {
		t.Fatal(err)
	}
	for i := range 3 {
		err := b.Update(func(tx *core.Tx) error { return tx.Save(account(tx, fmt.Sprint("A", i))) })
		if err != nil {
			t.Fatal(err)
		}
	}
	crmtest.Same(t, before, crmtest.Rows(w.Workspace))
	set, err := b.Complete(nil)
	if err != nil || len(crmtest.Rows(w.Workspace)) != len(before)+3 {
		t.Fatalf("%d rows after %d, %v", len(crmtest.Rows(w.Workspace)), len(before), err)
	}
	if _, err := w.Undo(w.User(), set, core.UndoOptions{}); err != nil {
		t.Fatal(err)
	}
	crmtest.Same(t, before, crmtest.Rows(w.Workspace))
}

func TestBatchThatWasNotCompletedIsTakenBackAtTheNextStart(t *testing.T) {
	w := crmtest.Open(t)
	before := crmtest.Rows(w.Workspace)
	b, err := w.Begin(core.Actor{Member: w.Me, Source: core.Import})
	if err != nil {
		t.Fatal(err)
	}
	for i := range 3 {
		if err := b.Update(func(tx *core.Tx) error { return tx.Save(account(tx, fmt.Sprint("A", i))) }); err != nil {
			t.Fatal(err)
		}
	}
	w.Again() // as after a kill: nobody completed or aborted
	crmtest.Same(t, before, crmtest.Rows(w.Workspace))
}

func TestAbortTakesTheBatchBack(t *testing.T) {
	w := crmtest.Open(t)
	before := crmtest.Rows(w.Workspace)
	b, err := w.Begin(core.Actor{Member: w.Me, Source: core.Import})
	if err != nil {
		t.Fatal(err)
	}
	if err := b.Update(func(tx *core.Tx) error { return tx.Save(account(tx, "A")) }); err != nil {
		t.Fatal(err)
	}
	if err := b.Abort(); err != nil {
		t.Fatal(err)
	}
	crmtest.Same(t, before, crmtest.Rows(w.Workspace))
	if b, err = w.Begin(w.User()); err != nil {
		t.Fatalf("another batch after the abort: %v", err)
	}
	if _, err := b.Complete(nil); err != nil {
		t.Fatal(err)
	}
}

func TestOwnFieldKeepsItsValuesOverOpeningAgain(t *testing.T) {
	w := crmtest.Open(t)
	var key string
	w.Update(func(tx *core.Tx) error {
		d, err := tx.AddField(&crm.Account.Type, schema.Def{Kind: value.Text, Label: i18n.T("Hobby", "爱好")})
		if err != nil {
			return err
		}
		key = d.Key
		r := account(tx, "A")
		r.Set(d.Num, "chess")
		return tx.Save(r)
	})
	w.Again()
	acc := w.Registry().Type("account")
	var got []value.ID
	err := w.View(w.User(), func(tx *core.Tx) (err error) {
		got, err = tx.Find(acc, query.Cond{Op: query.OpEq, Field: key, Value: "chess"})
		return err
	})
	if err != nil || len(got) != 1 {
		t.Errorf("found %d by the own field, %v", len(got), err)
	}
}

func TestUniqueValueIsRefusedTwice(t *testing.T) {
	w := crmtest.Open(t)
	_, err := w.Workspace.Update(w.User(), func(tx *core.Tx) error {
		for range 2 {
			r := account(tx, "A")
			crm.Account.External.Set(r, "X1")
			if err := tx.Save(r); err != nil {
				return err
			}
		}
		return nil
	})
	if !errors.Is(err, core.ErrUnique) {
		t.Errorf("got %v, want ErrUnique", err)
	}
}

func TestHistoryTellsBeforeAndAfter(t *testing.T) {
	w := crmtest.Open(t)
	var a *record.Row
	w.Update(func(tx *core.Tx) error { a = account(tx, "A"); return tx.Save(a) })
	w.Pass(time.Hour)
	w.Update(func(tx *core.Tx) error {
		r, err := tx.Get(&crm.Account.Type, a.ID)
		crm.Account.Name.Set(r, "B")
		return errors.Join(err, tx.Save(r))
	})
	err := w.View(w.User(), func(tx *core.Tx) error {
		ev, err := tx.History(&crm.Account.Type, a.ID, 10)
		if err != nil || len(ev) != 2 {
			return fmt.Errorf("%d events, %w", len(ev), err)
		}
		name := crm.Account.Name.Num
		if ev[0].Kind != core.Changed || ev[0].Before[name] != "A" || ev[0].After[name] != "B" || ev[1].Kind != core.Created {
			return fmt.Errorf("got %+v", ev)
		}
		return nil
	})
	if err != nil {
		t.Error(err)
	}
}

// TestAnySequenceCanBeUndone saves, deletes and undoes at random. The columns must equal
// the rows at the end (crmtest), and undoing everything must give the initial state.
func TestAnySequenceCanBeUndone(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		w := crmtest.Open(t)
		before := crmtest.Rows(w.Workspace)
		s := w.Session(w.User())
		m := &machine{t: rt, w: w, s: s}
		for range rapid.IntRange(1, 25).Draw(rt, "steps") {
			m.step()
		}
		for {
			_, step, err := s.Undo()
			if err != nil {
				rt.Fatalf("undo: %v", err)
			}
			if step.Set == 0 {
				break
			}
		}
		crmtest.Same(rt, before, crmtest.Rows(w.Workspace))
	})
}

// TestTwoUndosAtOnceTakeBackTwoChanges is what a key that is pressed quickly does.
func TestTwoUndosAtOnceTakeBackTwoChanges(t *testing.T) {
	w := crmtest.Open(t)
	before := crmtest.Rows(w.Workspace)
	s := w.Session(w.User())
	for _, name := range []string{"A", "B"} {
		_, err := s.Update(core.Label{}, func(tx *core.Tx) error {
			row := tx.New(&crm.Account.Type)
			crm.Account.Name.Set(row, name)
			return tx.Save(row)
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	var wait sync.WaitGroup
	for range 2 {
		wait.Go(func() {
			if _, _, err := s.Undo(); err != nil {
				t.Error(err)
			}
		})
	}
	wait.Wait()
	crmtest.Same(t, before, crmtest.Rows(w.Workspace))
}

type machine struct {
	t   *rapid.T
	w   *crmtest.Workspace
	s   *core.Session
	ids []recordRef
}

type recordRef struct {
	typ *schema.Type
	id  value.ID
}

func (m *machine) step() {
	switch rapid.IntRange(0, 5).Draw(m.t, "kind of step") {
	case 0, 1:
		m.create()
	case 2, 3:
		m.change()
	case 4:
		m.delete()
	case 5:
		if _, _, err := m.s.Undo(); err != nil {
			m.t.Fatalf("undo: %v", err)
		}
		if rapid.Bool().Draw(m.t, "redo") {
			if _, _, err := m.s.Redo(); err != nil {
				m.t.Fatalf("redo: %v", err)
			}
		}
	}
}

func (m *machine) update(fn func(tx *core.Tx) error) {
	if _, err := m.s.Update(core.Label{}, fn); err != nil {
		m.t.Logf("refused: %v", err)
	}
}

func (m *machine) create() {
	m.update(func(tx *core.Tx) error {
		t := &crm.Account.Type
		if rapid.Bool().Draw(m.t, "opportunity") {
			t = &crm.Opportunity.Type
		}
		r := tx.New(t)
		r.Set(t.TitleField().Num, rapid.StringMatching(`[a-z]{1,6}`).Draw(m.t, "name"))
		m.ids = append(m.ids, recordRef{t, r.ID})
		return tx.Save(r)
	})
}

func (m *machine) pick() (recordRef, bool) {
	if len(m.ids) == 0 {
		return recordRef{}, false
	}
	return rapid.SampledFrom(m.ids).Draw(m.t, "record"), true
}

func (m *machine) change() {
	ref, ok := m.pick()
	if !ok {
		return
	}
	m.update(func(tx *core.Tx) error {
		r, err := tx.Get(ref.typ, ref.id)
		if err != nil || !r.Live() {
			return err
		}
		if ref.typ.Key == "account" {
			crm.Account.City.Set(r, rapid.StringMatching(`[a-z]{0,3}`).Draw(m.t, "city"))
			crm.Account.Tags.Set(r, []string{rapid.StringMatching(`[a-z]`).Draw(m.t, "tag")})
			return tx.Save(r)
		}
		crm.Opportunity.Need.Set(r, "need")
		crm.Opportunity.Amount.Set(r, value.Money{Minor: rapid.Int64Range(0, 1e9).Draw(m.t, "amount"), Currency: "CNY"})
		stages, err := tx.Find(&crm.Stage.Type, query.Cond{})
		if err != nil {
			return err
		}
		crm.Opportunity.Stage.Set(r, rapid.SampledFrom(stages).Draw(m.t, "stage"))
		return tx.Save(r)
	})
}

func (m *machine) delete() {
	ref, ok := m.pick()
	if !ok {
		return
	}
	m.update(func(tx *core.Tx) error { return tx.Delete(ref.typ, ref.id) })
}
