package store

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"path/filepath"
	"slices"

	"dealbox/internal/fault"
)

// mostProblems is how many problems a report lists.
const mostProblems = 100

// CheckOptions say how to check. The zero value will do.
type CheckOptions struct {
	CacheDir string                  // as in Options: to say who has the file
	Progress func(done, total int64) // values looked at, of all; may be nil

	// Row, when given, is called with every value that opened, for checks of its
	// content such as links. Both slices are valid only until it returns. Its error
	// is a problem of the file. In the log only headers and parts come, as bytes.
	Row func(b Bucket, key, value []byte) error
}

// Report is the outcome of a check.
type Report struct {
	Problems []*fault.Error    // the first hundred
	More     int               // further ones
	Values   map[Bucket]uint64 // values that opened
	Entries  uint64            // log entries in an unbroken chain
	Vet      VetReport         // empty when a Store checked itself
}

// Sound says that nothing is wrong.
func (r *Report) Sound() bool { return len(r.Problems) == 0 }

func (r *Report) add(err error) {
	if err == nil {
		return
	}
	if len(r.Problems) == mostProblems {
		r.More++
		return
	}
	r.Problems = append(r.Problems, fault.From(err))
}

// Check walks a whole file that nobody has open for writing: structure, every seal,
// counts and digests, the chain of the log, and what o.Row looks at. What is wrong
// with the file stands in the report; the error is for a check that could not be made
// or was cancelled. Nothing is written.
func Check(ctx context.Context, path string, o CheckOptions) (Report, error) {
	r := Report{Values: map[Bucket]uint64{}}
	path, err := filepath.Abs(path) // by it notes say who has the file
	if err != nil {
		return r, fmt.Errorf("check: %w", err)
	}
	s := &Store{path: path, notes: newNotes(o.CacheDir, path)}
	f, err := openLocked(path, true)
	if err != nil {
		return r, s.explain(err)
	}
	_, c, err := checkFile(f)
	if c == nil {
		r.add(err)
		return r, f.Close()
	}
	r.Vet = c.report
	s.h = &handle{file: f}
	s.h.keys.Store(c.ring)
	s.h.known.Store(&known{c.report.TxID, &c.tally, c.replica})
	if err := s.h.openBolt(true); err != nil {
		r.add(s.h.retire(err))
		return r, nil
	}
	failed := r.take(s.View(func(tx *Tx) error { return tx.check(ctx, o, &r) }))
	if r.Sound() {
		r.add(err)
	}
	if c.report.OneMeta {
		r.add(damagedAt(whereMeta, "one meta page is not valid"))
	}
	return r, errors.Join(failed, s.h.close(ErrClosed.Err()))
}

// Check does the same for the open file, in one view, all but the structure: that was
// checked when it was opened and cannot be while it changes.
func (s *Store) Check(ctx context.Context, o CheckOptions) (Report, error) {
	r := Report{Values: map[Bucket]uint64{}}
	err := s.View(func(tx *Tx) error { return tx.check(ctx, o, &r) })
	return r, r.take(err)
}

// take makes a problem of an error that tells of damage, and gives back any other.
func (r *Report) take(err error) error {
	if errors.Is(err, ErrDamaged) {
		r.add(err)
		return nil
	}
	return err
}

// checker is a check under way in one view.
type checker struct {
	tx          *Tx
	o           CheckOptions
	r           *Report
	done, total int64
	chain       chain
}

func (tx *Tx) check(ctx context.Context, o CheckOptions, r *Report) error {
	c := &checker{tx: tx, o: o, r: r}
	c.chain = chain{ring: tx.ring, next: max(tx.tally.trim, 1), started: tx.tally.trim < 2}
	for _, n := range tx.tally.counts {
		c.total += int64(n.n)
	}
	for _, b := range slices.Sorted(maps.Keys(tx.tally.counts)) {
		if err := c.bucket(ctx, b); err != nil {
			return err
		}
	}
	r.add(c.chain.end(tx.tally.head, tx.tally.headHash))
	r.Entries = c.chain.entries
	return nil
}

// bucket looks at every value. Unlike Scan it goes on after a broken seal.
func (c *checker) bucket(ctx context.Context, b Bucket) error {
	w := walk{tx: c.tx, b: b, begin: c.tx.changes, at: c.tx.changes, whole: true}
	w.first, w.next = ascending(nil)
	for {
		var broken error
		err := c.tx.call(func() error {
			if broken = w.move(); broken != nil {
				w.value = w.value[:0]
			}
			return nil
		})
		if err != nil {
			return fmt.Errorf("check %v: %w", b, err)
		}
		if !w.found {
			break
		}
		c.value(b, w.key, w.value, broken)
		if c.done++; c.done%256 == 0 {
			if err := c.pause(ctx); err != nil {
				return err
			}
		}
	}
	c.r.add(c.tx.compare(b, w.seen))
	return c.pause(ctx)
}

func (c *checker) value(b Bucket, key, value []byte, broken error) {
	if broken != nil {
		c.r.add(broken)
		return
	}
	c.r.Values[b]++
	if b == Log {
		c.r.add(c.chain.feed(key, value))
	}
	if c.o.Row != nil {
		c.r.add(c.o.Row(b, key, value))
	}
}

func (c *checker) pause(ctx context.Context) error {
	if c.o.Progress != nil {
		c.o.Progress(c.done, c.total)
	}
	if ctx.Err() != nil {
		return fmt.Errorf("check: %w", context.Cause(ctx))
	}
	return nil
}
