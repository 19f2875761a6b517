package store

import (
	"errors"
	"fmt"
	"io/fs"
	"math/bits"
	"os"
	"path/filepath"
	"time"

	"go.etcd.io/bbolt"
)

// lockWait is how long opening waits for a file that another process has open.
const lockWait = 300 * time.Millisecond

// Open opens an existing file. Before bbolt sees it, our own reader has checked its
// whole structure, its version, its keys, and the counts and digests of all buckets.
func Open(path string, o Options) (*Store, error) {
	path, err := filepath.Abs(path)
	if err != nil {
		return nil, fmt.Errorf("open workspace: %w", err)
	}
	s := &Store{path: path, o: o, notes: newNotes(o.CacheDir, path), commitWith: commitTx, sealLimit: sealLimit}
	start := time.Now()
	h, c, err := openEither(path, &s.o)
	if err != nil {
		return nil, s.explain(err)
	}
	s.h = h
	s.info = c.info(time.Since(start))
	if err := s.arrive(c); err != nil {
		_ = h.close(ErrClosed.Err())
		s.notes.release()
		return nil, err
	}
	return s, nil
}

// explain adds who has a locked file.
func (s *Store) explain(err error) error {
	if errors.Is(err, errHeld) {
		return &LockedError{Owner: s.notes.owner()}
	}
	return err
}

// openEither opens for writing, or for reading where writing is not permitted or asked.
func openEither(path string, o *Options) (*handle, *content, error) {
	if !o.ReadOnly {
		h, c, err := openHandle(path, false)
		if !errors.Is(err, fs.ErrPermission) && !errors.Is(err, errNoWrite) {
			return h, c, err
		}
	}
	return openHandle(path, true)
}

// errHeld, errNoWrite: why a file was not opened as asked.
var (
	errHeld    = errors.New("held by another process")
	errNoWrite = errors.New("not for writing")
)

// openHandle locks a file, checks it, and lets bbolt open it. path is absolute.
func openHandle(path string, readOnly bool) (*handle, *content, error) {
	f, err := openLocked(path, readOnly)
	if err != nil {
		return nil, nil, err
	}
	state, c, err := checkFile(f)
	if err == nil && !readOnly && c.identity.minWriter > formatVersion {
		err = errNoWrite
	}
	if err != nil {
		_ = f.Close()
		return nil, nil, err
	}
	h := &handle{file: f}
	h.keys.Store(c.ring)
	h.known.Store(&known{c.report.TxID, &c.tally, c.replica})
	if err := h.openBolt(readOnly); err != nil {
		return nil, nil, h.retire(err)
	}
	if now, err := readState(f); err != nil || now != state {
		_ = h.close(ErrClosed.Err())
		return nil, nil, ErrReplaced.Wrap(err)
	}
	return h, c, nil
}

// checkFile inspects an open file and notes its state. Content with an error means
// that the structure is sound and a bucket does not hold what it should.
func checkFile(f *os.File) (state fileState, c *content, err error) {
	info, err := f.Stat()
	if err != nil {
		return state, nil, fmt.Errorf("open workspace: %w", err)
	}
	if c, err = inspect(f, info.Size()); err != nil {
		return state, c, err
	}
	if state, err = readState(f); err != nil {
		return state, nil, fmt.Errorf("open workspace: %w", err)
	}
	return state, c, nil
}

// openLocked opens the file and takes bbolt's lock, waiting a moment for it.
func openLocked(path string, readOnly bool) (*os.File, error) {
	flag := os.O_RDWR
	if readOnly {
		flag = os.O_RDONLY
	}
	f, err := os.OpenFile(path, flag, 0)
	if err != nil {
		return nil, openError(path, err)
	}
	// Some systems open a folder for reading.
	if info, err := f.Stat(); err == nil && info.IsDir() {
		_ = f.Close()
		return nil, ErrFolder.With("path", path)
	}
	for end := time.Now().Add(lockWait); ; time.Sleep(25 * time.Millisecond) {
		err = lockFile(f, !readOnly)
		if err == nil {
			return f, nil
		}
		if !isLocked(err) || time.Now().After(end) {
			break
		}
	}
	_ = f.Close()
	if isLocked(err) {
		return nil, errHeld
	}
	return nil, fmt.Errorf("lock workspace: %w", err)
}

func openError(path string, err error) error {
	switch info, statErr := os.Stat(path); {
	case errors.Is(err, fs.ErrNotExist):
		return ErrMissing.With("path", path)
	case statErr == nil && info.IsDir():
		return ErrFolder.Wrap(err).With("path", path)
	case errors.Is(err, fs.ErrPermission), isReadOnlyFS(err):
		return ErrAccess.Wrap(fmt.Errorf("%w: %w", fs.ErrPermission, err))
	}
	return fmt.Errorf("open workspace: %w", err)
}

// openBolt hands the open, locked file to bbolt.
func (h *handle) openBolt(readOnly bool) error {
	o := bbolt.Options{
		ReadOnly: readOnly, Timeout: lockWait, PageSize: pageSize,
		FreelistType: bbolt.FreelistMapType, InitialMmapSize: initialMap(), NoStatistics: true,
		OpenFile: func(string, int, os.FileMode) (*os.File, error) { return h.file, unlockForBolt(h.file) },
	}
	return h.guard(func() (err error) {
		h.db, err = bbolt.Open(h.file.Name(), 0o600, &o)
		if err != nil {
			return fmt.Errorf("open workspace: %w", err)
		}
		return nil
	})
}

// mapSize fits a number of bytes into the address space.
func mapSize(n int64) int {
	if bits.UintSize < 64 {
		return 0
	}
	return int(n)
}

func (c *content) info(took time.Duration) Info {
	return Info{
		WorkspaceID: c.identity.workspace, MinReader: c.identity.minReader, MinWriter: c.identity.minWriter,
		Created: time.UnixMilli(int64(c.identity.created)).UTC(), VetTook: took, Vet: c.report,
	}
}
