package store

import (
	"bytes"
	"fmt"

	"go.etcd.io/bbolt"
)

// Visit is called for each value found. Both slices are valid only until it returns.
// It says whether to go on; its error ends the scan and is returned as it is.
type Visit func(key, value []byte) (more bool, err error)

// Scan calls fn with the values of a bucket in ascending order of keys, beginning with
// the first that is not below from. fn may write to the bucket. A scan of a whole
// bucket (from empty, nothing written meanwhile) also compares its count and digest
// and gives an error at the end where values were lost or old ones put back.
func (tx *Tx) Scan(b Bucket, from []byte, fn Visit) error {
	w := walk{tx: tx, b: b, begin: tx.changes, whole: len(from) == 0}
	w.first, w.next = ascending(from)
	w.past = func(c *bbolt.Cursor) ([]byte, []byte) {
		k, v := c.Seek(w.key)
		if bytes.Equal(k, w.key) {
			k, v = c.Next()
		}
		return k, v
	}
	return w.run(fn)
}

func ascending(from []byte) (first, next step) {
	return func(c *bbolt.Cursor) ([]byte, []byte) { return c.Seek(from) },
		func(c *bbolt.Cursor) ([]byte, []byte) { return c.Next() }
}

// ScanBack is Scan in descending order, beginning with the last key that is not above
// from; an empty from begins at the end.
func (tx *Tx) ScanBack(b Bucket, from []byte, fn Visit) error {
	w := walk{tx: tx, b: b, begin: tx.changes, whole: len(from) == 0}
	w.first = func(c *bbolt.Cursor) ([]byte, []byte) {
		if len(from) == 0 {
			return last(c)
		}
		return seekBack(c, from)
	}
	w.next = func(c *bbolt.Cursor) ([]byte, []byte) { return before(c, w.key) }
	w.past = func(c *bbolt.Cursor) ([]byte, []byte) {
		k, v := seekBack(c, w.key)
		if bytes.Equal(k, w.key) {
			k, v = before(c, w.key)
		}
		return k, v
	}
	return w.run(fn)
}

// last is Cursor.Last, which never returns when a transaction has emptied every page.
func last(c *bbolt.Cursor) ([]byte, []byte) {
	if k, _ := c.First(); k == nil {
		return nil, nil
	}
	return c.Last()
}

// before is Cursor.Prev from key, which gives nil on a page that the transaction has
// emptied as well as at the beginning.
func before(c *bbolt.Cursor, key []byte) ([]byte, []byte) {
	k, v := c.Prev()
	if k != nil {
		return k, v
	}
	if first, _ := c.Bucket().Cursor().First(); first == nil || bytes.Compare(first, key) >= 0 {
		return nil, nil
	}
	for k == nil {
		k, v = c.Prev()
	}
	return k, v
}

// seekBack goes to the last key that is not above key.
func seekBack(c *bbolt.Cursor, key []byte) ([]byte, []byte) {
	k, v := c.Seek(key)
	if bytes.Equal(k, key) {
		return k, v
	}
	if k == nil {
		return last(c)
	}
	return before(c, k)
}

// step moves a cursor of bbolt and gives what it points at.
type step func(*bbolt.Cursor) (key, sealed []byte)

// walk is a scan under way. Between two steps the caller's function runs outside the
// guard; key and value are copies, so nothing of the map leaves the store.
type walk struct {
	tx                *Tx
	b                 Bucket
	cursor            *bbolt.Cursor
	first, next, past step
	key, value        []byte
	found             bool
	seen              count
	begin, at         uint64 // changes of the transaction at the start and at the last step
	whole             bool
}

func (w *walk) run(fn Visit) error {
	w.at = w.begin
	for {
		if err := w.tx.call(w.move); err != nil {
			return fmt.Errorf("scan %v: %w", w.b, err)
		}
		if !w.found {
			return w.verify()
		}
		if more, err := fn(w.key, w.value); err != nil || !more {
			return err
		}
	}
}

func (w *walk) move() (err error) {
	k, sealed := w.take()
	w.found = k != nil
	if !w.found {
		return nil
	}
	w.key = append(w.key[:0], k...)
	if len(sealed) >= overhead && w.whole {
		w.seen.add(&w.tx.digest, tagOf(sealed))
	}
	w.value, err = w.tx.unseal(w.b, w.key, sealed, w.value[:0])
	return err
}

// take moves the cursor; after a write it is placed anew, since bbolt's do not survive one.
func (w *walk) take() (key, sealed []byte) {
	move := w.next
	switch {
	case w.cursor == nil:
		bucket := w.tx.bucket(w.b)
		if bucket == nil {
			return nil, nil
		}
		w.cursor, move = bucket.Cursor(), w.first
	case w.at != w.tx.changes:
		w.cursor, move = w.tx.bucket(w.b).Cursor(), w.past
		w.at = w.tx.changes
	}
	return move(w.cursor)
}

func (w *walk) verify() error {
	if !w.whole || w.b == Meta || w.begin != w.tx.changes {
		return nil
	}
	return w.tx.compare(w.b, w.seen)
}

// compare gives an error where a bucket does not hold what the tally says.
func (tx *Tx) compare(b Bucket, seen count) error {
	if want := tx.tally.counts[b]; seen != want {
		return damagedBucket(b, nil, "holds %d values, digest %x; noted are %d, %x", seen.n, seen.digest, want.n, want.digest)
	}
	return nil
}
