package store

import (
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"syscall"

	"go.etcd.io/bbolt"
)

// Update runs fn and writes its changes together. When it returns nil they are on
// disk; when it returns an error none of them is in the file, except with ErrUnsure
// and ErrDamaged, after which the file must be opened again to know. A transaction
// without changes writes nothing.
func (s *Store) Update(fn func(*Tx) error) error {
	s.writer.Lock()
	defer s.writer.Unlock()
	if s.Info().ReadOnly {
		return ErrReadOnly.Err()
	}
	tx, err := s.begin(true)
	if err != nil {
		return err
	}
	defer tx.end()
	if err := fn(tx); err != nil {
		return err
	}
	if !tx.dirty {
		return nil
	}
	return s.commit(tx)
}

// begin starts a transaction and reads the tally as of it.
func (s *Store) begin(writable bool) (*Tx, error) {
	btx, err := s.h.beginTx(writable)
	if err != nil {
		return nil, err
	}
	tx := &Tx{
		s: s, h: s.h, btx: btx, writable: writable, now: s.now(),
		ring: s.h.ring(), buckets: map[Bucket]*bbolt.Bucket{}, id: uint64(btx.ID()),
	}
	tx.digest.block = tx.ring.digest
	if err := tx.recall(); err != nil {
		tx.end()
		return nil, err
	}
	if writable {
		tx.tally = tx.tally.clone()
		tx.tally.commits++
		tx.tally.clock = tx.tally.clock.next(tx.now)
		tx.takeReplica()
	}
	return tx, nil
}

// recall takes what is known of `meta`, or reads it.
func (tx *Tx) recall() error {
	of := tx.id
	if tx.writable {
		of-- // it sees what the one before left
	}
	if k := tx.h.known.Load(); k.txid == of {
		tx.tally, tx.replica = k.tally, k.replica
		return nil
	}
	tx.tally = &tally{}
	return tx.readMeta()
}

func (tx *Tx) readMeta() error {
	for key, read := range map[string]func([]byte) error{tallyKey: tx.tally.decode, replicaKey: tx.replica.decode} {
		plain, ok, err := tx.Get(Meta, []byte(key))
		if err != nil {
			return err
		}
		if !ok {
			return damagedBucket(Meta, []byte(key), "missing")
		}
		if err := read(plain); err != nil {
			return damagedBucket(Meta, []byte(key), "read: %w", err)
		}
	}
	return nil
}

// takeReplica names this copy anew when it was last written elsewhere.
func (tx *Tx) takeReplica() {
	if tx.replica.at != tx.s.at || tx.s.forked {
		tx.replica, tx.renamed = newReplica(tx.s.at), true
	}
}

// end gives up a transaction that was not committed. After a failure bbolt is not
// called again, not even for that.
func (tx *Tx) end() {
	if tx.done {
		return
	}
	tx.done = true
	_ = tx.h.guard(tx.btx.Rollback) // fails only when the handle is dead, which is known
}

// commit writes the store's own values last, makes sure that the file is still the
// one we know, and commits.
func (s *Store) commit(tx *Tx) error {
	if err := tx.finish(); err != nil {
		return err
	}
	if err := s.unchanged(); err != nil {
		return err
	}
	tx.done = true
	err := s.commitWith(tx)
	if failure := s.h.failure(); failure != nil {
		return ErrUnsure.Wrap(failure)
	}
	if err != nil {
		return s.settle(tx, err)
	}
	return s.committed(tx)
}

func commitTx(tx *Tx) error {
	tx.h.db.AllocSize = int(min(max(tx.s.last.size/8, 1<<20), 16<<20))
	return tx.h.guard(tx.btx.Commit)
}

// finish writes what the transaction changed of `keys` and `meta`.
func (tx *Tx) finish() error {
	if err := tx.rotate(); err != nil {
		return err
	}
	if tx.renamed {
		if err := tx.put(Meta, []byte(replicaKey), tx.replica.encode()); err != nil {
			return err
		}
	}
	tx.tally.seals += 1 + tx.s.cacheSeals.Swap(0) // and the one that follows
	return tx.put(Meta, []byte(tallyKey), tx.tally.encode())
}

// rotate adds a data key when the newest has sealed enough.
func (tx *Tx) rotate() error {
	if tx.tally.seals < tx.s.sealLimit {
		return nil
	}
	k := newDataKey(tx.ring.current + 1)
	ring, err := tx.ring.with(k)
	if err != nil {
		return err
	}
	err = tx.call(func() error {
		return tx.btx.Bucket([]byte(keysName)).Put(slotKey(k.id), k.slot())
	})
	if err != nil {
		return fmt.Errorf("add data key: %w", err)
	}
	// Views that begin right after the commit must open what is sealed under the new
	// key, but nothing may be sealed under it before the key is on disk.
	early := *ring
	early.current = tx.ring.current
	tx.h.keys.Store(&early)
	tx.ring, tx.tally.seals = ring, 0
	return nil
}

func slotKey(id uint32) []byte { return binary.BigEndian.AppendUint32(nil, id) }

// unchanged makes sure that nobody moved, replaced or wrote the file under us.
func (s *Store) unchanged() error {
	there, err := os.Stat(s.path)
	if err != nil {
		return ErrReplaced.Wrap(err)
	}
	ours, err := s.h.file.Stat()
	if err != nil || !os.SameFile(there, ours) {
		return ErrReplaced.Wrap(err)
	}
	state, err := readState(s.h.file)
	if err != nil || state != s.last {
		// What bbolt holds in memory no longer fits the file.
		return s.h.retire(ErrReplaced.Wrap(err))
	}
	return nil
}

// committed notes a transaction that is on disk.
func (s *Store) committed(tx *Tx) error {
	s.h.keys.Store(tx.ring)
	s.h.known.Store(&known{tx.id, tx.tally, tx.replica})
	s.forked = false
	s.adopt(tx.tally, tx.replica)
	state, err := readState(s.h.file)
	if err != nil {
		// The change is saved; the next one finds out what is wrong.
		_ = s.h.retire(ErrReplaced.Wrap(err))
		return nil
	}
	s.last = state
	s.setInfo(func(i *Info) { i.Size = state.size })
	s.notes.saved(s.ack(false))
	return nil
}

// adopt takes over what a transaction, or an opening, says about the file.
func (s *Store) adopt(t *tally, r replica) {
	s.replica = r
	s.setInfo(func(i *Info) {
		i.LogHead, i.Commits, i.Generation = t.head, t.commits, r.generation
		i.Replica = 0
		if r.at == s.at {
			i.Replica = r.id
		}
	})
}

// settle answers a failed commit, which may have happened all the same: the file is
// closed, opened again with all checks, and asked.
func (s *Store) settle(tx *Tx, cause error) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	_ = s.h.close(ErrUnsure.Wrap(cause)) // its failure shows when it is opened again
	h, c, err := openHandle(s.path, false)
	if err != nil {
		return ErrUnsure.Wrap(fmt.Errorf("%w; open again: %w", cause, err))
	}
	s.h = h
	state, err := readState(h.file)
	if err == nil {
		err = h.file.Sync()
	}
	if err != nil {
		return h.retire(ErrUnsure.Wrap(fmt.Errorf("%w; check: %w", cause, err)))
	}
	s.last = state
	s.adopt(&c.tally, c.replica)
	switch {
	case c.tally.commits == tx.tally.commits:
		s.notes.saved(s.ack(false))
		return nil
	case errors.Is(cause, syscall.ENOSPC):
		return ErrFull.Wrap(cause)
	}
	return ErrNotSaved.Wrap(cause)
}
