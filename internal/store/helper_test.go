package store

import (
	"context"
	"encoding/binary"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"
)

var testTime = time.Date(2026, 3, 4, 5, 6, 7, 0, time.UTC)

// options keep notes in a folder of the test and stop the clock.
func options(t testing.TB) Options {
	return Options{CacheDir: t.TempDir(), Now: func() time.Time { return testTime }}
}

func create(t testing.TB, o Options) *Store {
	t.Helper()
	return createIn(t, t.TempDir(), o)
}

func createIn(t testing.TB, dir string, o Options) *Store {
	t.Helper()
	s, err := Create(filepath.Join(dir, "test.dealbox"), o)
	if err != nil {
		t.Fatalf("create: %v", err)
	}
	t.Cleanup(func() { _ = s.Close() })
	return s
}

// memoryDir is a folder in memory where the system has one: tests that commit
// thousands of times need no disk.
func memoryDir(t testing.TB) string {
	dir, err := os.MkdirTemp("/dev/shm", "dealbox-test-*")
	if err != nil {
		return t.TempDir()
	}
	t.Cleanup(func() { _ = os.RemoveAll(dir) })
	return dir
}

func reopen(t testing.TB, s *Store) *Store {
	t.Helper()
	must(t, s.Close())
	n, err := Open(s.Path(), s.o)
	if err != nil {
		t.Fatalf("open again: %v", err)
	}
	t.Cleanup(func() { _ = n.Close() })
	return n
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// sound fails the test when the closed file has any problem.
func sound(t testing.TB, path string) Report {
	t.Helper()
	r, err := Check(context.Background(), path, CheckOptions{})
	if err != nil {
		t.Fatalf("check: %v", err)
	}
	for _, p := range r.Problems {
		t.Errorf("problem: %v", p)
	}
	return r
}

func key(n int) []byte { return binary.BigEndian.AppendUint64([]byte("id------"), uint64(n)) }

// write makes n transactions of a row, a text, a history key and a log entry each.
func write(t testing.TB, s *Store, from, n int) {
	t.Helper()
	for i := from; i < from+n; i++ {
		must(t, s.Update(func(tx *Tx) error { return writeOne(tx, i) }))
	}
}

func writeOne(tx *Tx, i int) error {
	seq, err := tx.Append(Entry{Actor: [16]byte{1}, Parts: []Part{{Body: fmt.Appendf(nil, "entry %d", i)}}})
	if err != nil {
		return err
	}
	for b, value := range map[Bucket][]byte{
		Rows(3):  fmt.Appendf(nil, "row %d %0200d", i, i),
		Texts(3): fmt.Appendf(nil, "text %d %0*d", i, i%7*900, i),
		State:    fmt.Appendf(nil, "state %d", i),
	} {
		if err := tx.Put(b, key(i), value); err != nil {
			return err
		}
	}
	return tx.Put(History, append(key(i), seqKey(seq)...), nil)
}

// content reads all that callers can put into a file.
func contents(s *Store) (map[string]string, error) {
	all := map[string]string{}
	err := s.View(func(tx *Tx) error {
		for _, b := range []Bucket{Schema, Log, History, Blobs, State, Rows(3), Texts(3)} {
			err := tx.Scan(b, nil, func(k, v []byte) (bool, error) {
				all[fmt.Sprintf("%v %x", b, k)] = string(v)
				return true, nil
			})
			if err != nil {
				return err
			}
		}
		return nil
	})
	return all, err
}
