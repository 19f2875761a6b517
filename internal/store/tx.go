package store

import (
	"fmt"
	"time"

	"go.etcd.io/bbolt"
)

const (
	maxKey   = 1 << 10  // bytes
	maxValue = 64 << 20 // bytes; blobs are cut into smaller chunks by their owner
)

// Tx is one transaction: a consistent view of the file, and in Update the changes that
// are written together. It belongs to the function that got it and to one goroutine.
type Tx struct {
	s        *Store
	h        *handle
	btx      *bbolt.Tx
	writable bool
	done     bool
	now      time.Time

	id      uint64 // bbolt's number of the transaction
	ring    *keyring
	tally   *tally
	replica replica
	buckets map[Bucket]*bbolt.Bucket
	dirty   bool
	renamed bool   // a new replica id is taken with this transaction
	changes uint64 // puts and deletes so far: cursors look at it
	scratch []byte // associated data
	digest  digester
}

// Get gives an own copy of a value; ok is false when there is none. An error means
// that the file is damaged or closed. Nothing where the caller knows of something is
// damage only if a fresh View agrees: ask again before saying so.
func (tx *Tx) Get(b Bucket, key []byte) (value []byte, ok bool, err error) {
	err = tx.call(func() error {
		sealed := tx.lookup(b, key)
		if sealed == nil {
			return nil
		}
		ok = true
		value, err = tx.unseal(b, key, sealed, nil)
		return err
	})
	if err != nil {
		return nil, false, fmt.Errorf("get %v: %w", b, err)
	}
	return value, ok, nil
}

// Put stores a value, which is sealed; neither slice is kept. The bucket of a record
// type is made when it is first written to. Keys have 1 to 1024 bytes.
func (tx *Tx) Put(b Bucket, key, value []byte) error {
	if err := tx.mayWrite(b, key); err != nil {
		return err
	}
	return tx.put(b, key, value)
}

// Delete removes a value; that there is none is no error.
func (tx *Tx) Delete(b Bucket, key []byte) error {
	if err := tx.mayWrite(b, key); err != nil {
		return err
	}
	err := tx.call(func() error {
		old := tx.lookup(b, key)
		if old == nil {
			return nil
		}
		tx.uncount(b, old)
		tx.dirty = true
		tx.changes++
		return tx.bucket(b).Delete(key)
	})
	if err != nil {
		return fmt.Errorf("delete in %v: %w", b, err)
	}
	return nil
}

// Count gives the number of values in a bucket, this transaction's changes included.
func (tx *Tx) Count(b Bucket) (n uint64) { return tx.tally.counts[b].n }

// Clock gives the stamp of this transaction, the same for all of it, so that row
// headers carry what its log entries carry. In a View it is that of the newest one.
func (tx *Tx) Clock() HLC { return tx.tally.clock }

// Replica gives the name of this copy of the workspace.
func (tx *Tx) Replica() Replica { return tx.replica.id }

// LogHead gives the sequence of the newest log entry, or 0 when there is none.
func (tx *Tx) LogHead() uint64 { return tx.tally.head }

func (tx *Tx) mayWrite(b Bucket, key []byte) error {
	switch {
	case !tx.writable:
		return fmt.Errorf("%w: write in a view", errUsage)
	case !b.writable():
		return fmt.Errorf("%w: bucket %d is not for callers", errUsage, b)
	case len(key) == 0 || len(key) > maxKey:
		return fmt.Errorf("%w: key of %d bytes", errUsage, len(key))
	}
	return nil
}

// put seals and stores. The bucket may be one of the store's own.
func (tx *Tx) put(b Bucket, key, value []byte) error {
	if len(value) > maxValue {
		return ErrTooLarge.With("size", len(value)).With("most", maxValue)
	}
	err := tx.call(func() error {
		bucket, err := tx.ensure(b)
		if err != nil {
			return err
		}
		if old := bucket.Get(key); old != nil {
			tx.uncount(b, old)
		}
		sealed := tx.seal(b, key, value)
		tx.count(b, sealed)
		tx.dirty = true
		tx.changes++
		return bucket.Put(key, sealed) // keeps sealed until the commit, and copies the key
	})
	if err != nil {
		return fmt.Errorf("put in %v: %w", b, err)
	}
	return nil
}

// call runs fn, which may use bbolt, while the transaction is open.
func (tx *Tx) call(fn func() error) error {
	if tx.done {
		return fmt.Errorf("%w: transaction has ended", errUsage)
	}
	return tx.h.guard(fn)
}

// bucket gives an open bucket or nil. Only under guard, as lookup and ensure.
func (tx *Tx) bucket(b Bucket) *bbolt.Bucket {
	if found, ok := tx.buckets[b]; ok {
		return found
	}
	found := tx.btx.Bucket([]byte(b.String()))
	if found != nil {
		tx.keep(b, found)
	}
	return found
}

func (tx *Tx) keep(b Bucket, found *bbolt.Bucket) {
	if b.ascending() {
		found.FillPercent = 0.9
	}
	tx.buckets[b] = found
}

func (tx *Tx) lookup(b Bucket, key []byte) []byte {
	if bucket := tx.bucket(b); bucket != nil {
		return bucket.Get(key)
	}
	return nil
}

func (tx *Tx) ensure(b Bucket) (*bbolt.Bucket, error) {
	if found := tx.bucket(b); found != nil {
		return found, nil
	}
	made, err := tx.btx.CreateBucket([]byte(b.String()))
	if err != nil {
		return nil, fmt.Errorf("make bucket: %w", err)
	}
	tx.tally.counts[b] = count{}
	tx.keep(b, made)
	return made, nil
}

func (tx *Tx) seal(b Bucket, key, value []byte) []byte {
	tx.tally.seals++
	return tx.ring.seal(b, key, value, &tx.scratch)
}

func (tx *Tx) unseal(b Bucket, key, sealed, dst []byte) ([]byte, error) {
	out, err := tx.ring.open(b, key, sealed, dst, &tx.scratch)
	if err != nil {
		return nil, damagedBucket(b, key, "unseal: %w", err)
	}
	if out == nil {
		out = []byte{} // an empty value is there, unlike none
	}
	return out, nil
}

// count and uncount keep the tally; meta is not counted, its keys being fixed.
func (tx *Tx) count(b Bucket, sealed []byte) {
	if b != Meta {
		c := tx.tally.counts[b]
		c.add(&tx.digest, tagOf(sealed))
		tx.tally.counts[b] = c
	}
}

func (tx *Tx) uncount(b Bucket, sealed []byte) {
	if b != Meta {
		c := tx.tally.counts[b]
		c.remove(&tx.digest, tagOf(sealed))
		tx.tally.counts[b] = c
	}
}
