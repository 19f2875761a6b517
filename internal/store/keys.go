package store

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/hkdf"
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/binary"
	"errors"
	"fmt"
)

const (
	slotVersion = 1
	slotPlain   = 0 // the data key as it is: no password
	slotLen     = 1 + 1 + 4 + 4 + 32 + 8

	// sealLimit is the number of seals after which a new data key is taken, well
	// before random nonces of 96 bits could meet (2³²).
	sealLimit = 1 << 31
)

var errSlot = errors.New("key slot not readable")

// dataKey is what a slot of the bucket `keys` holds.
type dataKey struct {
	id    uint32 // goes into every envelope sealed under it
	group uint32 // the access group that may read it; 0 is everyone
	key   [32]byte
}

func newDataKey(id uint32) dataKey {
	k := dataKey{id: id}
	_, _ = rand.Read(k.key[:]) // never fails: it ends the program instead
	return k
}

// slot encodes version · kind · key id · group · key · check.
func (k dataKey) slot() []byte {
	b := append(make([]byte, 0, slotLen), slotVersion, slotPlain)
	b = binary.BigEndian.AppendUint32(b, k.id)
	b = binary.BigEndian.AppendUint32(b, k.group)
	b = append(b, k.key[:]...)
	sum := sha256.Sum256(b)
	return append(b, sum[:8]...)
}

func readSlot(b []byte) (k dataKey, err error) {
	if len(b) != slotLen || b[0] != slotVersion || b[1] != slotPlain {
		return k, fmt.Errorf("%w: %d bytes", errSlot, len(b))
	}
	sum := sha256.Sum256(b[:slotLen-8])
	if subtle.ConstantTimeCompare(sum[:8], b[slotLen-8:]) != 1 {
		return k, fmt.Errorf("%w: check bytes differ", errSlot)
	}
	k.id, k.group = binary.BigEndian.Uint32(b[2:]), binary.BigEndian.Uint32(b[6:])
	copy(k.key[:], b[10:])
	return k, nil
}

// purposes are the ciphers made from one data key.
type purposes struct{ rows, log, blobs, cache cipher.AEAD }

func (p *purposes) of(b Bucket) cipher.AEAD {
	switch b {
	case cacheBucket:
		return p.cache
	case Log:
		return p.log
	case Blobs:
		return p.blobs
	}
	return p.rows
}

// keyring opens what was sealed under any data key and seals under the newest. Digests
// and the log's hashes keep to the first key, since they span all of them. It is not
// changed once made, so it may be shared.
type keyring struct {
	byID      map[uint32]*purposes
	current   uint32
	digest    cipher.Block
	chain     []byte
	workspace [16]byte
}

// newKeyring derives the ciphers of data keys with ascending ids from 1.
func newKeyring(workspace [16]byte, keys []dataKey) (*keyring, error) {
	if len(keys) == 0 {
		return nil, fmt.Errorf("%w: none there", errSlot)
	}
	r := &keyring{byID: map[uint32]*purposes{}, workspace: workspace}
	for i, k := range keys {
		if k.id != uint32(i+1) {
			return nil, fmt.Errorf("%w: key %d stands in place %d", errSlot, k.id, i+1)
		}
		if err := r.add(k); err != nil {
			return nil, err
		}
	}
	return r, r.setRoot(keys[0])
}

func (r *keyring) add(k dataKey) error {
	p, into := &purposes{}, []string{"rows", "log", "blobs", "cache"}
	for i, at := range []*cipher.AEAD{&p.rows, &p.log, &p.blobs, &p.cache} {
		block, err := r.derive(k, into[i])
		if err != nil {
			return err
		}
		if *at, err = cipher.NewGCMWithRandomNonce(block); err != nil {
			return fmt.Errorf("make cipher: %w", err)
		}
	}
	r.byID[k.id], r.current = p, k.id
	return nil
}

func (r *keyring) setRoot(k dataKey) (err error) {
	if r.digest, err = r.derive(k, "digest"); err != nil {
		return err
	}
	r.chain, err = r.deriveKey(k, "chain")
	return err
}

// with gives a keyring that also holds k and seals under it.
func (r *keyring) with(k dataKey) (*keyring, error) {
	out := *r
	out.byID = map[uint32]*purposes{}
	for id, p := range r.byID {
		out.byID[id] = p
	}
	return &out, out.add(k)
}

// deriveKey makes the key for one purpose: HKDF-SHA-256 with the workspace id as salt.
func (r *keyring) deriveKey(k dataKey, purpose string) ([]byte, error) {
	out, err := hkdf.Key(sha256.New, k.key[:], r.workspace[:], "dealbox/1/"+purpose, 32)
	if err != nil {
		return nil, fmt.Errorf("derive key %s: %w", purpose, err)
	}
	return out, nil
}

func (r *keyring) derive(k dataKey, purpose string) (cipher.Block, error) {
	key, err := r.deriveKey(k, purpose)
	if err != nil {
		return nil, err
	}
	block, err := aes.NewCipher(key)
	if err != nil {
		return nil, fmt.Errorf("make cipher: %w", err)
	}
	return block, nil
}

// seal makes an envelope under the newest data key.
func (r *keyring) seal(b Bucket, key, plain []byte, scratch *[]byte) []byte {
	return sealValue(r.byID[r.current].of(b), r.current, b, key, plain, scratch)
}

// open appends what an envelope holds to dst.
func (r *keyring) open(b Bucket, key, sealed, dst []byte, scratch *[]byte) ([]byte, error) {
	id, err := envelopeKey(sealed)
	if err != nil {
		return nil, err
	}
	p := r.byID[id]
	if p == nil {
		return nil, fmt.Errorf("%w: no key %d", errSeal, id)
	}
	return openValue(p.of(b), b, key, sealed, dst, scratch)
}

// hash is the keyed hash of a log header or part: HMAC-SHA-256.
func (r *keyring) hash(b []byte) (sum [32]byte) {
	h := hmac.New(sha256.New, r.chain)
	h.Write(b)
	h.Sum(sum[:0])
	return sum
}
