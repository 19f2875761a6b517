package store

import "fmt"

// cacheBucket stands for the cache folder in associated data; no bucket has it.
const cacheBucket Bucket = 0

// SealCache seals what is kept in the cache folder under a name, such as a snapshot of
// columns. It opens only under the same name and with this workspace's keys.
func (s *Store) SealCache(name string, plain []byte) ([]byte, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	if err := s.h.failure(); err != nil {
		return nil, err
	}
	var scratch []byte
	s.cacheSeals.Add(1)
	return s.h.ring().seal(cacheBucket, []byte(name), plain, &scratch), nil
}

// OpenCache opens what SealCache sealed under the name. An error means that it is
// not ours or was changed: throw it away and make it again.
func (s *Store) OpenCache(name string, sealed []byte) ([]byte, error) {
	return s.OpenCacheTo(nil, name, sealed)
}

// OpenCacheTo is OpenCache that appends to dst.
func (s *Store) OpenCacheTo(dst []byte, name string, sealed []byte) ([]byte, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	if err := s.h.failure(); err != nil {
		return nil, err
	}
	var scratch []byte
	plain, err := s.h.ring().open(cacheBucket, []byte(name), sealed, dst, &scratch)
	if err != nil {
		return nil, fmt.Errorf("open cached %s: %w", name, err)
	}
	return plain, nil
}
