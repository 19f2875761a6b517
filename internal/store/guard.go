package store

import (
	"fmt"
	"os"
	"runtime/debug"
	"sync"
	"sync/atomic"

	"go.etcd.io/bbolt"
)

// handle is one opening of the file. bbolt answers damage with panics and faults that
// leave its locks held, so every call into it goes through guard; after the first
// panic the handle is dead: nothing is called again, the file is unlocked and closed by
// us, and the map is left to the end of the process.
type handle struct {
	db    *bbolt.DB
	file  *os.File
	keys  atomic.Pointer[keyring]
	dead  atomic.Pointer[error]
	known atomic.Pointer[known]
	begin sync.Mutex // so that nobody waits inside bbolt for a lock that a panic left held
}

// known is what `meta` says as of a transaction of bbolt, kept so that views need not
// unseal it. It is not changed once stored.
type known struct {
	txid    uint64
	tally   *tally
	replica replica
}

func (h *handle) ring() *keyring { return h.keys.Load() }

// failure tells why the handle cannot be used, or nil.
func (h *handle) failure() error {
	if e := h.dead.Load(); e != nil {
		return *e
	}
	return nil
}

// retire makes the handle useless for the reason given and releases the file.
// Only the first reason counts; it is returned.
func (h *handle) retire(reason error) error {
	if h.dead.CompareAndSwap(nil, &reason) {
		_ = unlockFile(h.file) // the map, which stays, would keep the lock
		_ = h.file.Close()     // nothing unwritten is left to lose
	}
	return h.failure()
}

// guard runs fn, which calls bbolt, and turns panics and memory faults into errors.
// It must not run code of the store's callers: their panics are theirs.
func (h *handle) guard(fn func() error) (err error) {
	if err := h.failure(); err != nil {
		return err
	}
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	defer func() {
		if r := recover(); r != nil {
			err = h.retire(damagedAt(whereUnknown, "bbolt: %v", r))
		}
	}()
	return fn()
}

// beginTx starts a transaction of bbolt.
func (h *handle) beginTx(writable bool) (btx *bbolt.Tx, err error) {
	h.begin.Lock()
	defer h.begin.Unlock()
	err = h.guard(func() (err error) {
		btx, err = h.db.Begin(writable)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("begin transaction: %w", err)
	}
	return btx, nil
}

// close ends the handle in an orderly way; later calls get the reason. A dead one has
// been closed already.
func (h *handle) close(reason error) error {
	if h.failure() != nil {
		return nil
	}
	err := h.guard(h.db.Close)
	_ = h.retire(reason)
	if err != nil {
		return fmt.Errorf("close file: %w", err)
	}
	return nil
}
