package store

import (
	"crypto/rand"
	"encoding/binary"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"go.etcd.io/bbolt"
)

// Create makes a new, empty file and opens it. It refuses to touch an existing one.
// The file is made under a temporary name in the same folder and appears under its own
// name only when it is whole and on disk.
func Create(path string, o Options) (*Store, error) {
	path, err := filepath.Abs(path)
	if err != nil {
		return nil, fmt.Errorf("create workspace: %w", err)
	}
	if _, err := os.Lstat(path); err == nil {
		return nil, ErrExists.With("path", path)
	}
	temp, err := tempName(path)
	if err != nil {
		return nil, err
	}
	defer os.Remove(temp) // gone already when all went well
	now := time.Now
	if o.Now != nil {
		now = o.Now
	}
	if err := build(temp, now()); err != nil {
		return nil, err
	}
	if err := appear(temp, path); err != nil {
		return nil, err
	}
	newNotes(o.CacheDir, path).forget()
	return Open(path, o)
}

// tempName gives an unused name in the folder of path, and makes sure of the folder.
func tempName(path string) (string, error) {
	f, err := os.CreateTemp(filepath.Dir(path), ".dealbox-*.tmp")
	if err != nil {
		return "", fmt.Errorf("create workspace: %w", openError(filepath.Dir(path), err))
	}
	return f.Name(), f.Close()
}

// build writes an empty workspace. bbolt makes a new database of an empty file.
func build(path string, now time.Time) error {
	h := &handle{}
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return fmt.Errorf("create workspace: %w", err)
	}
	h.file = f
	if err := h.openBolt(false); err != nil {
		return h.retire(err)
	}
	h.db.AllocSize = 1 << 20
	btx, err := h.beginTx(true)
	if err != nil {
		return h.retire(err)
	}
	if err := h.guard(func() error { return fillNew(btx, now) }); err != nil {
		return h.retire(fmt.Errorf("create workspace: %w", err))
	}
	return h.close(ErrClosed.Err())
}

func fillNew(btx *bbolt.Tx, now time.Time) error {
	id := identity{minReader: formatVersion, minWriter: formatVersion, created: uint64(now.UnixMilli())}
	_, _ = rand.Read(id.workspace[:]) // never fails: it ends the program instead
	key := newDataKey(1)
	ring, err := newKeyring(id.workspace, []dataKey{key})
	if err != nil {
		return err
	}
	if err := putAll(btx, formatName, formatPairs(id)); err != nil {
		return err
	}
	if err := putAll(btx, keysName, []pair{{slotKey(key.id), key.slot()}}); err != nil {
		return err
	}
	t := tally{commits: 1, clock: HLCOf(now), seals: 3, counts: map[Bucket]count{}}
	for _, b := range []Bucket{Schema, Log, History, Blobs, State} {
		t.counts[b] = count{}
		if err := putAll(btx, b.String(), nil); err != nil {
			return err
		}
	}
	if err := putAll(btx, Meta.String(), metaPairs(ring, id, t)); err != nil {
		return err
	}
	return btx.Commit()
}

func formatPairs(id identity) []pair {
	return []pair{
		{[]byte(magicKey), []byte(formatMagic)},
		{[]byte(minReaderKey), binary.BigEndian.AppendUint32(nil, id.minReader)},
		{[]byte(minWriterKey), binary.BigEndian.AppendUint32(nil, id.minWriter)},
		{[]byte(workspaceKey), id.workspace[:]},
	}
}

// metaPairs seals the first values of meta. The replica stands at no place, so the
// first write names this copy.
func metaPairs(ring *keyring, id identity, t tally) (out []pair) {
	var scratch []byte
	for _, p := range []pair{
		{[]byte(identityKey), id.encode()},
		{[]byte(replicaKey), newReplica(place{}).encode()},
		{[]byte(tallyKey), t.encode()},
	} {
		out = append(out, pair{p.key, ring.seal(Meta, p.key, p.value, &scratch)})
	}
	return out
}

func putAll(btx *bbolt.Tx, name string, all []pair) error {
	b, err := btx.CreateBucket([]byte(name))
	if err != nil {
		return fmt.Errorf("make bucket %s: %w", name, err)
	}
	for _, p := range all {
		if err := b.Put(p.key, p.value); err != nil {
			return fmt.Errorf("fill bucket %s: %w", name, err)
		}
	}
	return nil
}

// appear gives a finished file its name, unless something has that name by now.
func appear(temp, path string) error {
	err := os.Link(temp, path)
	switch {
	case errors.Is(err, fs.ErrExist):
		return ErrExists.With("path", path)
	case err != nil: // no hard links here: a folder of FAT or a network drive
		if _, statErr := os.Lstat(path); statErr == nil {
			return ErrExists.With("path", path)
		}
		err = os.Rename(temp, path)
	}
	if err == nil {
		err = syncDir(filepath.Dir(path))
	}
	if err != nil {
		return fmt.Errorf("create workspace: %w", err)
	}
	return nil
}
