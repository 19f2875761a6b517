//go:build unix

package store

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"os"
	"syscall"
)

// lockFile takes the lock that bbolt takes, at once or not at all. bbolt then takes it
// again on the same open file, which succeeds, so it is held all the time.
func lockFile(f *os.File, exclusive bool) error {
	how := syscall.LOCK_SH
	if exclusive {
		how = syscall.LOCK_EX
	}
	return syscall.Flock(int(f.Fd()), how|syscall.LOCK_NB)
}

// unlockFile gives the lock back; on a closed file it does nothing.
func unlockFile(f *os.File) error { return syscall.Flock(int(f.Fd()), syscall.LOCK_UN) }

// unlockForBolt does nothing: see lockFile.
func unlockForBolt(*os.File) error { return nil }

// isLocked tells a lock held by others from failures to lock.
func isLocked(err error) bool { return err == syscall.EWOULDBLOCK }

// isReadOnlyFS says that the file lies on a disk that cannot be written.
func isReadOnlyFS(err error) bool { return errors.Is(err, syscall.EROFS) }

// fileIdentity tells files of one machine apart; a copy has another one. It is zero
// where the system does not say.
func fileIdentity(info os.FileInfo) (id [16]byte) {
	st, ok := info.Sys().(*syscall.Stat_t)
	if !ok {
		return id
	}
	sum := sha256.Sum256(fmt.Appendf(nil, "%d:%d", st.Dev, st.Ino))
	return [16]byte(sum[:16])
}

// identityOf is fileIdentity of an open file.
func identityOf(f *os.File) (id [16]byte) {
	if info, err := f.Stat(); err == nil {
		id = fileIdentity(info)
	}
	return id
}

// initialMap is how much address space bbolt maps at once, so that the map need not
// grow, which waits for all readers. The file stays as small as it is.
func initialMap() int { return mapSize(64 << 30) }

// syncDir makes a rename in a folder lasting.
func syncDir(path string) error {
	d, err := os.Open(path)
	if err != nil {
		return err
	}
	defer d.Close()
	return d.Sync()
}
