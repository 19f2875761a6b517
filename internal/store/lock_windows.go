package store

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"os"

	"golang.org/x/sys/windows"
)

// lockRange is the byte that bbolt locks.
var lockRange = windows.Overlapped{Offset: 1<<32 - 1, OffsetHigh: 1<<32 - 1}

// lockFile takes the lock that bbolt takes, at once or not at all.
func lockFile(f *os.File, exclusive bool) error {
	flags := uint32(windows.LOCKFILE_FAIL_IMMEDIATELY)
	if exclusive {
		flags |= windows.LOCKFILE_EXCLUSIVE_LOCK
	}
	at := lockRange
	return windows.LockFileEx(windows.Handle(f.Fd()), flags, 0, 1, 0, &at)
}

// unlockForBolt lets bbolt take the lock, which here it cannot take twice. Whoever
// opens compares the file afterwards with what it was while locked.
func unlockForBolt(f *os.File) error { return unlockFile(f) }

// unlockFile gives the lock back; on a closed file it does nothing.
func unlockFile(f *os.File) error {
	at := lockRange
	return windows.UnlockFileEx(windows.Handle(f.Fd()), 0, 1, 0, &at)
}

// isLocked tells a lock held by others from failures to lock.
func isLocked(err error) bool { return errors.Is(err, windows.ERROR_LOCK_VIOLATION) }

// isReadOnlyFS says that the file lies on a disk that cannot be written.
func isReadOnlyFS(err error) bool { return errors.Is(err, windows.ERROR_WRITE_PROTECT) }

// identityOf tells files of one machine apart; a copy has another one. It is zero
// where the system does not say.
func identityOf(f *os.File) (id [16]byte) {
	var i windows.ByHandleFileInformation
	if windows.GetFileInformationByHandle(windows.Handle(f.Fd()), &i) != nil {
		return id
	}
	sum := sha256.Sum256(fmt.Appendf(nil, "%d:%d:%d", i.VolumeSerialNumber, i.FileIndexHigh, i.FileIndexLow))
	return [16]byte(sum[:16])
}

// initialMap is 0: the file would really be made as large as the map.
func initialMap() int { return 0 }

// syncDir does nothing: NTFS journals renames by itself.
func syncDir(string) error { return nil }
