package store

import "sync"

// aheadBlock is what ReadAhead reads at once, in bytes.
const aheadBlock = 4 << 20

// ReadAhead reads the file through once in the background, in large blocks, so that a
// scan of a file that is not in memory finds its pages there: bbolt maps for random
// access, which otherwise brings one small page at a time. Call stop when the scan is
// over; it returns when nothing is read any more.
func (s *Store) ReadAhead() (stop func()) {
	end := make(chan struct{})
	var group sync.WaitGroup
	group.Go(func() {
		b := make([]byte, aheadBlock)
		for at := int64(0); ; at += aheadBlock {
			select {
			case <-end:
				return
			default:
			}
			if !s.readBlock(b, at) {
				return
			}
		}
	})
	return sync.OnceFunc(func() { close(end); group.Wait() })
}

// readBlock reads one block; false at the end, on an error and after Close.
func (s *Store) readBlock(b []byte, at int64) bool {
	s.mu.RLock()
	defer s.mu.RUnlock()
	if s.h.failure() != nil {
		return false
	}
	n, err := s.h.file.ReadAt(b, at)
	return n == len(b) && err == nil
}
