package store

import (
	"os"
	"sync"
	"sync/atomic"
	"time"
)

// Options say how to open a file. The zero value opens it for writing and keeps no notes.
type Options struct {
	ReadOnly bool // share the file with other readers, write nothing

	// AcceptOlder opens a file although this computer has saved later changes to it
	// (ErrOlder): the person has been told and wants it. It counts as another copy.
	AcceptOlder bool

	Owner OwnerNote // who to name to others that want the file

	// CacheDir is where notes about files on this machine are kept: who has a file
	// open, what was last saved to it, and the machine's own identity. Everything
	// there can be thrown away. Empty: no notes; copies are then told apart by
	// their place on the disk alone, and a lost newest commit is not noticed.
	CacheDir string

	Now func() time.Time // the clock; nil is time.Now
}

// Info says what a store knows about its file.
type Info struct {
	WorkspaceID [16]byte
	Replica     Replica // 0 as long as this copy has not written
	Generation  uint64  // with WorkspaceID and LogHead what caches are valid for
	MinReader   uint32  // lowest format version that reads the file
	MinWriter   uint32  // lowest format version that writes it
	Created     time.Time
	ReadOnly    bool
	Size        int64  // bytes on disk
	LogHead     uint64 // sequence of the newest log entry, 0 when there is none
	Commits     uint64 // committed transactions
	VetTook     time.Duration
	Vet         VetReport
	Notes       []Note
}

// Note is something about a file that is worth saying though it opened.
type Note string

// The notes.
const (
	OneMeta     Note = "one_meta"     // one of the two meta pages is damaged; the file reads from the other
	OtherCopy   Note = "other_copy"   // last written elsewhere: takes a new replica before the first write
	NewerWriter Note = "newer_writer" // made by a newer version that this one may read but not write
	NoPermit    Note = "no_permit"    // no permission to write: opened for reading
	ClockBehind Note = "clock_behind" // the newest change is more than a day ahead of this computer's clock
)

// Store is an open file. All methods may be called from several goroutines; writers
// wait for one another. Neither View nor Update may be called from inside a View.
type Store struct {
	path   string
	o      Options
	notes  notes
	writer sync.Mutex   // held by the one Update
	mu     sync.RWMutex // views hold it for reading while they use h
	h      *handle

	cacheSeals atomic.Uint64   // made by SealCache since the last commit
	commitWith func(*Tx) error // commitTx; tests put a failing disk in its place
	sealLimit  uint64          // sealLimit; tests take a small one

	infoMu sync.Mutex
	info   Info

	// Only under writer:
	replica replica
	at      place
	forked  bool      // opened although older than this machine knows: another copy
	last    fileState // as our last commit, or opening, left the file
}

// Path gives the path under which the file was opened, made absolute.
func (s *Store) Path() string { return s.path }

// Info gives a copy of what is known now.
func (s *Store) Info() Info {
	s.infoMu.Lock()
	defer s.infoMu.Unlock()
	return s.info
}

// View runs fn with a consistent view of the file. Writers go on meanwhile, but the
// space of what they replace is kept: no view stays open over 50 ms; page by key.
func (s *Store) View(fn func(*Tx) error) error {
	s.mu.RLock()
	defer s.mu.RUnlock()
	tx, err := s.begin(false)
	if err != nil {
		return err
	}
	defer tx.end()
	return fn(tx)
}

// Close ends the store; later calls give ErrClosed. It waits for open transactions.
func (s *Store) Close() error {
	s.writer.Lock()
	defer s.writer.Unlock()
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.h.failure() == nil {
		s.notes.saved(s.ack(true))
	}
	err := s.h.close(ErrClosed.Err())
	s.notes.release()
	return err
}

func (s *Store) now() time.Time {
	if s.o.Now != nil {
		return s.o.Now()
	}
	return time.Now()
}

// setInfo changes what Info gives.
func (s *Store) setInfo(change func(*Info)) {
	s.infoMu.Lock()
	defer s.infoMu.Unlock()
	change(&s.info)
}

// fileState is what nobody but us may change while the file is open.
type fileState struct {
	size  int64
	metas [2][pageHeader + metaLen]byte
}

func readState(f *os.File) (s fileState, err error) {
	info, err := f.Stat()
	if err != nil {
		return s, err
	}
	s.size = info.Size()
	for i := range s.metas {
		if _, err := f.ReadAt(s.metas[i][:], int64(i*pageSize)); err != nil {
			return s, err
		}
	}
	return s, nil
}
