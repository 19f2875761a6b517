package store

import (
	"errors"
	"fmt"
	"os"
	"syscall"
	"testing"
)

func TestFailedCommitIsAnsweredFromTheFile(t *testing.T) {
	disk := fmt.Errorf("fdatasync: %w", syscall.EIO)
	cases := map[string]struct {
		commit func(tx *Tx) error
		want   error
		head   uint64
	}{
		"it happened all the same": {func(tx *Tx) error { return errors.Join(commitTx(tx), disk) }, nil, 4},
		"it did not happen":        {func(tx *Tx) error { return errors.Join(tx.btx.Rollback(), disk) }, ErrNotSaved, 3},
		"the disk is full": {func(tx *Tx) error {
			return errors.Join(tx.btx.Rollback(), &os.PathError{Op: "write", Err: syscall.ENOSPC})
		}, ErrFull, 3},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			s := create(t, options(t))
			write(t, s, 0, 3)
			s.commitWith = c.commit
			err := s.Update(func(tx *Tx) error { return writeOne(tx, 3) })
			if c.want == nil && err != nil || !errors.Is(err, c.want) {
				t.Errorf("got %v", err)
			}
			if got := s.Info().LogHead; got != c.head {
				t.Errorf("head %d", got)
			}
			s.commitWith = commitTx
			write(t, s, 10, 2)
			must(t, s.Close())
			if r := sound(t, s.Path()); r.Entries != c.head+2 {
				t.Errorf("%d entries", r.Entries)
			}
		})
	}
}

func TestFailedCommitWithoutTheFileIsUnsure(t *testing.T) {
	s := create(t, options(t))
	s.commitWith = func(tx *Tx) error {
		return errors.Join(commitTx(tx), os.Remove(s.path), syscall.EIO)
	}
	if err := s.Update(func(tx *Tx) error { return writeOne(tx, 3) }); !errors.Is(err, ErrUnsure) {
		t.Errorf("got %v", err)
	}
	if err := s.View(func(*Tx) error { return nil }); !errors.Is(err, ErrUnsure) {
		t.Errorf("later: %v", err)
	}
}

func TestPanicInsideRetiresTheHandle(t *testing.T) {
	s := create(t, options(t))
	write(t, s, 0, 3)
	s.commitWith = func(tx *Tx) error {
		return tx.h.guard(func() error { panic("page 7 already freed") })
	}
	if err := s.Update(func(tx *Tx) error { return writeOne(tx, 3) }); !errors.Is(err, ErrUnsure) || !errors.Is(err, ErrDamaged) {
		t.Errorf("got %v", err)
	}
	if err := s.Update(func(*Tx) error { return nil }); !errors.Is(err, ErrDamaged) {
		t.Errorf("later: %v", err)
	}
	must(t, s.Close())
	again, err := Open(s.path, s.o)
	must(t, err)
	defer again.Close()
	if got := again.Info().LogHead; got != 3 {
		t.Errorf("head %d", got)
	}
}

func TestFileChangedUnderneathIsNotWritten(t *testing.T) {
	cases := map[string]func(t *testing.T, path string, older []byte){
		"removed":     func(t *testing.T, path string, _ []byte) { must(t, os.Remove(path)) },
		"replaced":    func(t *testing.T, path string, b []byte) { must(t, os.Remove(path)); mustWrite(t, path, b) },
		"overwritten": func(t *testing.T, path string, b []byte) { mustWrite(t, path, b) },
		"cut":         func(t *testing.T, path string, b []byte) { must(t, os.Truncate(path, int64(len(b)/2))) },
	}
	for name, harm := range cases {
		t.Run(name, func(t *testing.T) {
			s := create(t, options(t))
			write(t, s, 0, 20)
			older := readAll(t, s.path)
			write(t, s, 20, 20)
			harm(t, s.path, older)
			err := s.Update(func(tx *Tx) error { return writeOne(tx, 50) })
			if !errors.Is(err, ErrReplaced) && !errors.Is(err, ErrDamaged) {
				t.Errorf("got %v", err)
			}
			must(t, s.Close())
		})
	}
}

func TestFileMovedAwayAndBackIsWrittenAgain(t *testing.T) {
	s := create(t, options(t))
	must(t, os.Rename(s.path, s.path+".away"))
	if err := s.Update(func(tx *Tx) error { return writeOne(tx, 0) }); !errors.Is(err, ErrReplaced) {
		t.Errorf("got %v", err)
	}
	must(t, os.Rename(s.path+".away", s.path))
	write(t, s, 0, 1)
}

func readAll(t testing.TB, path string) []byte {
	t.Helper()
	b, err := os.ReadFile(path)
	must(t, err)
	return b
}

func mustWrite(t testing.TB, path string, b []byte) {
	t.Helper()
	must(t, os.WriteFile(path, b, 0o600))
}
