package store

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"
)

func TestWhatIsWrittenIsThereAfterOpeningAgain(t *testing.T) {
	s := create(t, options(t))
	write(t, s, 0, 50)
	before, err := contents(s)
	must(t, err)
	s = reopen(t, s)
	after, err := contents(s)
	must(t, err)
	if len(before) != 50*6 || len(after) != len(before) {
		t.Fatalf("%d values before, %d after", len(before), len(after))
	}
	for k, v := range before {
		if after[k] != v {
			t.Errorf("%s: %q, was %q", k, after[k], v)
		}
	}
	i := s.Info()
	if i.LogHead != 50 || i.Commits != 51 || i.Replica == 0 || len(i.Notes) != 0 || i.ReadOnly {
		t.Errorf("info %+v", i)
	}
	must(t, s.Close())
	if r := sound(t, s.Path()); r.Entries != 50 || r.Values[Rows(3)] != 50 {
		t.Errorf("report %+v", r)
	}
}

func TestFailedUpdateLeavesNothing(t *testing.T) {
	s := create(t, options(t))
	write(t, s, 0, 3)
	stop := errors.New("stop")
	err := s.Update(func(tx *Tx) error {
		must(t, writeOne(tx, 9))
		must(t, tx.Delete(State, key(0)))
		return stop
	})
	if err != stop {
		t.Fatalf("got %v", err)
	}
	func() {
		defer func() { _ = recover() }()
		_ = s.Update(func(tx *Tx) error { must(t, writeOne(tx, 9)); panic("a defect above") })
	}()
	must(t, s.View(func(tx *Tx) error {
		if tx.Count(State) != 3 || tx.LogHead() != 3 {
			t.Errorf("%d values, head %d", tx.Count(State), tx.LogHead())
		}
		return nil
	}))
	write(t, s, 3, 1)
	must(t, s.Close())
	sound(t, s.Path())
}

func TestUpdateWithoutChangesWritesNothing(t *testing.T) {
	s := create(t, options(t))
	before := s.Info().Commits
	must(t, s.Update(func(tx *Tx) error { _, _, err := tx.Get(State, []byte("x")); return err }))
	if s.Info().Commits != before {
		t.Error("an empty transaction was committed")
	}
}

func TestCreateRefusesAnExistingFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.dealbox")
	must(t, os.WriteFile(path, []byte("x"), 0o600))
	if _, err := Create(path, options(t)); !errors.Is(err, ErrExists) {
		t.Errorf("got %v", err)
	}
	if _, err := Create(filepath.Join(path, "none", "b.dealbox"), options(t)); err == nil {
		t.Error("created below a file")
	}
	left, err := os.ReadDir(filepath.Dir(path))
	must(t, err)
	if len(left) != 1 {
		t.Errorf("temporary files left: %v", left)
	}
}

func TestSecondOpeningNamesTheOwner(t *testing.T) {
	o := options(t)
	o.Owner = OwnerNote{User: "王芳", Host: "desk", Program: "window", PID: 7, Since: testTime}
	s := create(t, o)
	_, err := Open(s.Path(), o)
	var locked *LockedError
	if !errors.As(err, &locked) || !errors.Is(err, ErrLocked) || locked.Owner.User != "王芳" {
		t.Fatalf("got %v", err)
	}
	if _, err := Check(context.Background(), s.Path(), CheckOptions{CacheDir: o.CacheDir}); !errors.Is(err, ErrLocked) {
		t.Errorf("check: %v", err)
	}
	must(t, s.Close())
	if n := newNotes(o.CacheDir, s.Path()); !n.owner().Since.IsZero() {
		t.Error("the note was left after closing")
	}
}

func TestReadersShareAFile(t *testing.T) {
	s := create(t, options(t))
	write(t, s, 0, 2)
	must(t, s.Close())
	o := s.o
	o.ReadOnly = true
	for range 2 {
		r, err := Open(s.Path(), o)
		must(t, err)
		defer r.Close()
		if err := r.Update(func(*Tx) error { return nil }); !errors.Is(err, ErrReadOnly) {
			t.Errorf("update: %v", err)
		}
		all, err := contents(r)
		if err != nil || len(all) != 12 {
			t.Errorf("%d values, %v", len(all), err)
		}
	}
}

func TestClosedStoreAnswersWithAnError(t *testing.T) {
	s := create(t, options(t))
	must(t, s.Close())
	must(t, s.Close())
	if err := s.View(func(*Tx) error { return nil }); !errors.Is(err, ErrClosed) {
		t.Errorf("view: %v", err)
	}
	if err := s.Update(func(*Tx) error { return nil }); !errors.Is(err, ErrClosed) {
		t.Errorf("update: %v", err)
	}
	if _, err := s.SealCache("x", nil); !errors.Is(err, ErrClosed) {
		t.Errorf("cache: %v", err)
	}
}

func TestTransactionEndsWithItsFunction(t *testing.T) {
	s := create(t, options(t))
	var kept *Tx
	must(t, s.View(func(tx *Tx) error { kept = tx; return nil }))
	if _, _, err := kept.Get(State, []byte("x")); err == nil {
		t.Error("a transaction was used after its end")
	}
}

func TestCallersCannotWriteTheStoresOwn(t *testing.T) {
	s := create(t, options(t))
	must(t, s.Update(func(tx *Tx) error {
		for _, b := range []Bucket{Meta, Log, 0, 7, 1<<30 | 3} {
			if tx.Put(b, []byte("k"), nil) == nil {
				t.Errorf("wrote to bucket %d", b)
			}
		}
		if tx.Put(State, nil, nil) == nil || tx.Put(State, make([]byte, maxKey+1), nil) == nil {
			t.Error("odd keys were taken")
		}
		return nil
	}))
}

func TestCacheOpensUnderItsNameOnly(t *testing.T) {
	s := create(t, options(t))
	sealed, err := s.SealCache("columns", []byte("data"))
	must(t, err)
	if plain, err := s.OpenCache("columns", sealed); err != nil || !bytes.Equal(plain, []byte("data")) {
		t.Errorf("%q, %v", plain, err)
	}
	if _, err := s.OpenCache("other", sealed); err == nil {
		t.Error("opened under another name")
	}
	if _, err := create(t, options(t)).OpenCache("columns", sealed); err == nil {
		t.Error("opened with another workspace")
	}
}

func TestClockOnlyGrows(t *testing.T) {
	now := testTime
	o := options(t)
	o.Now = func() time.Time { return now }
	s := create(t, o)
	var last HLC
	for i := range 40 {
		now = now.Add(time.Duration(i%5-3) * time.Hour) // sometimes back
		must(t, s.Update(func(tx *Tx) error {
			if tx.Clock() <= last {
				t.Errorf("%d after %d", tx.Clock(), last)
			}
			last = tx.Clock()
			return writeOne(tx, i)
		}))
	}
	if !HLCOf(now).Time().Equal(now) {
		t.Errorf("%v is not %v", HLCOf(now).Time(), now)
	}
}
