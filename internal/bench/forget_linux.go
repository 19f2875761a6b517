package main

import (
	"fmt"
	"os"

	"golang.org/x/sys/unix"
)

// forget makes the system read a file from the disk again: it drops what it keeps of it in
// memory, and of nothing else.
func forget(path string) (ok bool, err error) {
	f, err := os.Open(path)
	if err != nil {
		return false, fmt.Errorf("forget file: %w", err)
	}
	defer func() { _ = f.Close() }() // was only read
	if err := f.Sync(); err != nil {
		return false, fmt.Errorf("forget file: %w", err)
	}
	return unix.Fadvise(int(f.Fd()), 0, 0, unix.FADV_DONTNEED) == nil, nil
}
