package store

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
)

// SnapshotTo writes a consistent copy of the file to path while it is in use. The copy
// is made under a temporary name, brought to disk, vetted and checked whole, and only
// then takes its name, replacing what had it. progress, which may be nil, counts bytes
// and then checked values, scaled to one total. Writers go on meanwhile.
func (s *Store) SnapshotTo(ctx context.Context, path string, progress func(done, total int64)) error {
	path, err := filepath.Abs(path)
	if err != nil {
		return fmt.Errorf("copy workspace: %w", err)
	}
	if s.stands(path) {
		return ErrKept.Err()
	}
	temp, err := tempName(path)
	if err != nil {
		return err
	}
	defer os.Remove(temp) // gone already when all went well
	if progress == nil {
		progress = func(int64, int64) {}
	}
	size, err := s.copyTo(ctx, temp, progress)
	if err != nil {
		return fmt.Errorf("copy workspace: %w", err)
	}
	if err := checkCopy(ctx, temp, size, progress); err != nil {
		return fmt.Errorf("check the copy: %w", err)
	}
	if err := os.Rename(temp, path); err != nil {
		return fmt.Errorf("name the copy: %w", err)
	}
	return syncDir(filepath.Dir(path))
}

// stands says whether path is the open file itself.
func (s *Store) stands(path string) bool {
	there, err := os.Stat(path)
	if err != nil {
		return false
	}
	ours, err := os.Stat(s.path)
	return err == nil && os.SameFile(there, ours)
}

// copyTo writes the pages as one view sees them, and gives their size in bytes.
func (s *Store) copyTo(ctx context.Context, temp string, progress func(done, total int64)) (size int64, err error) {
	f, err := os.OpenFile(temp, os.O_RDWR|os.O_TRUNC, 0)
	if err != nil {
		return 0, err
	}
	w := &copying{w: f, ctx: ctx, progress: progress}
	err = s.View(func(tx *Tx) error {
		return tx.call(func() error {
			size = tx.btx.Size()
			w.total = 2 * size
			_, err := tx.btx.WriteTo(w)
			return err
		})
	})
	if w.panicked != nil {
		panic(w.panicked)
	}
	if ctx.Err() != nil { // bbolt does not pass it on
		err = context.Cause(ctx)
	}
	if err == nil {
		err = f.Sync()
	}
	return size, errors.Join(err, f.Close())
}

func checkCopy(ctx context.Context, temp string, size int64, progress func(done, total int64)) error {
	r, err := Check(ctx, temp, CheckOptions{Progress: func(done, total int64) {
		progress(size+int64(float64(size)*float64(done)/float64(max(total, 1))), 2*size)
	}})
	if err == nil && !r.Sound() {
		err = r.Problems[0]
	}
	return err
}

// copying counts and can be stopped. It is called by bbolt, under guard, so a panic of
// the caller's progress is kept for later.
type copying struct {
	panicked    any
	w           io.Writer
	ctx         context.Context
	done, total int64
	progress    func(done, total int64)
}

func (c *copying) Write(b []byte) (int, error) {
	if c.ctx.Err() != nil {
		return 0, context.Cause(c.ctx)
	}
	n, err := c.w.Write(b)
	c.done += int64(n)
	return n, errors.Join(err, c.report())
}

func (c *copying) report() (err error) {
	defer func() {
		if c.panicked = recover(); c.panicked != nil {
			err = errors.New("progress function panicked")
		}
	}()
	c.progress(c.done, c.total)
	return nil
}
