package store

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"time"
)

func TestCopyMadeWhileWritingIsSound(t *testing.T) {
	s := createIn(t, memoryDir(t), options(t))
	write(t, s, 0, 200)
	var group sync.WaitGroup
	stop := make(chan struct{})
	group.Go(func() {
		for i := 200; ; i++ {
			select {
			case <-stop:
				return
			default:
				if err := s.Update(func(tx *Tx) error { return writeOne(tx, i) }); err != nil {
					t.Errorf("write: %v", err)
					return
				}
			}
		}
	})
	to := filepath.Join(memoryDir(t), "copy.dealbox")
	var done, total int64
	for range 3 {
		must(t, s.SnapshotTo(t.Context(), to, func(d, all int64) { done, total = d, all }))
		if r := sound(t, to); r.Entries < 200 {
			t.Errorf("%d entries in the copy", r.Entries)
		}
	}
	close(stop)
	group.Wait()
	if done != total || total == 0 {
		t.Errorf("progress ended at %d of %d", done, total)
	}
}

func TestCancelledCopyLeavesNothing(t *testing.T) {
	s := create(t, options(t))
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	dir := t.TempDir()
	if err := s.SnapshotTo(ctx, filepath.Join(dir, "copy.dealbox"), nil); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
	left, err := os.ReadDir(dir)
	must(t, err)
	if len(left) != 0 {
		t.Errorf("left behind: %v", left)
	}
	if err := s.SnapshotTo(t.Context(), s.Path(), nil); !errors.Is(err, ErrKept) {
		t.Errorf("onto itself: %v", err)
	}
	write(t, s, 0, 1)
}

func TestAnotherCopyTakesAnotherReplica(t *testing.T) {
	o := options(t)
	s := create(t, o)
	write(t, s, 0, 2)
	first := s.Info()
	to := filepath.Join(t.TempDir(), "copy.dealbox")
	must(t, s.SnapshotTo(t.Context(), to, nil))
	c, err := Open(to, o)
	must(t, err)
	defer c.Close()
	if i := c.Info(); i.Replica != 0 || i.Generation != first.Generation || len(i.Notes) != 1 || i.Notes[0] != OtherCopy {
		t.Errorf("before the first write: %+v", i)
	}
	write(t, c, 2, 1)
	second := c.Info()
	if second.Replica == 0 || second.Replica == first.Replica || second.Generation == first.Generation {
		t.Errorf("replica %d after %d", second.Replica, first.Replica)
	}
	must(t, c.View(func(tx *Tx) error {
		old, err := tx.Entry(2)
		must(t, err)
		e, err := tx.Entry(3)
		if old.Replica != first.Replica || e.Replica != second.Replica {
			t.Errorf("entries by %d and %d", old.Replica, e.Replica)
		}
		return err
	}))
	c = reopen(t, c)
	if i := c.Info(); i.Replica != second.Replica || i.Generation != second.Generation || len(i.Notes) != 0 {
		t.Errorf("opened again: %+v", i)
	}
	o.CacheDir = t.TempDir() // another machine
	must(t, c.Close())
	c, err = Open(to, o)
	must(t, err)
	defer c.Close()
	if i := c.Info(); i.Replica != 0 || len(i.Notes) != 1 {
		t.Errorf("on another machine: %+v", i)
	}
}

func TestOlderCopyIsRefusedUntilAccepted(t *testing.T) {
	s := create(t, options(t))
	write(t, s, 0, 2)
	must(t, s.Close())
	older := readAll(t, s.path)
	again, err := Open(s.path, s.o)
	must(t, err)
	replica := again.Info().Replica
	write(t, again, 2, 2)
	must(t, again.Close())
	mustWrite(t, s.path, older)
	if _, err := Open(s.path, s.o); !errors.Is(err, ErrOlder) {
		t.Fatalf("got %v", err)
	}
	o := s.o
	o.AcceptOlder = true
	again, err = Open(s.path, o)
	must(t, err)
	defer again.Close()
	write(t, again, 2, 1)
	taken := again.Info().Replica
	if taken == replica {
		t.Error("an older copy kept the replica")
	}
	write(t, again, 3, 1)
	if again.Info().Replica != taken {
		t.Error("a second replica was taken")
	}
	must(t, again.Close())
	normal, err := Open(s.path, s.o)
	must(t, err)
	must(t, normal.Close())
}

func TestReadAheadEnds(t *testing.T) {
	s := create(t, options(t))
	write(t, s, 0, 5)
	stop := s.ReadAhead()
	stop()
	stop()
	stop = s.ReadAhead()
	must(t, s.Close())
	stop()
}

func TestEntryComesBackAsItWasAppended(t *testing.T) {
	s := create(t, options(t))
	e := Entry{Actor: [16]byte{1, 2}, Source: 3, ChangeSet: 1 << 60, Parts: []Part{{Body: []byte("what changed")}}}
	must(t, s.Update(func(tx *Tx) error {
		for want := uint64(1); want <= 2; want++ {
			if seq, err := tx.Append(e); err != nil || seq != want || tx.LogHead() != want {
				t.Errorf("entry %d: %v", seq, err)
			}
		}
		e.Clock, e.Replica = tx.Clock(), tx.Replica()
		return nil
	}))
	must(t, s.View(func(tx *Tx) error {
		got, err := tx.Entry(2)
		must(t, err)
		if got.Seq != 2 || got.Actor != e.Actor || got.Source != 3 || got.ChangeSet != e.ChangeSet ||
			got.Clock != e.Clock || got.Replica != e.Replica || string(got.Parts[0].Body) != "what changed" {
			t.Errorf("got %+v", got)
		}
		one, err := tx.EntryHash(1)
		must(t, err)
		if two, err := tx.EntryHash(2); err != nil || one == two {
			t.Errorf("hashes %x, %x, %v", one, two, err)
		}
		for _, seq := range []uint64{0, 3} {
			if _, err := tx.Entry(seq); !errors.Is(err, ErrNoEntry) {
				t.Errorf("entry %d: %v", seq, err)
			}
		}
		return nil
	}))
}

func TestEntriesThatCannotBeKeptAreRefused(t *testing.T) {
	s := create(t, options(t))
	err := s.Update(func(tx *Tx) error {
		_, err := tx.Append(Entry{Parts: []Part{{Body: make([]byte, MaxEntry+1)}}})
		return err
	})
	if !errors.Is(err, ErrTooLarge) {
		t.Errorf("too large: %v", err)
	}
	err = s.Update(func(tx *Tx) error {
		_, err := tx.Append(Entry{Clock: HLCOf(testTime.Add(25 * time.Hour)), Replica: 9})
		return err
	})
	if !errors.Is(err, ErrClock) {
		t.Errorf("ahead: %v", err)
	}
	must(t, s.Update(func(tx *Tx) error {
		_, err := tx.Append(Entry{Clock: HLCOf(testTime.Add(23 * time.Hour)), Replica: 9})
		return err
	}))
}
