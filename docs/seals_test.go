package docs_test

import (
	"bytes"
	"crypto/aes"
	"crypto/cipher"
	"crypto/hkdf"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
)

// Sections 3 to 5: keys, envelopes, digests.

// keys are what a file's values open with.
type keys struct {
	workspace []byte
	data      map[uint32][]byte // by key id
}

func readKeys(slots []pair, workspace []byte) (*keys, error) {
	k := &keys{workspace, map[uint32][]byte{}}
	for i, s := range slots {
		id := binary.BigEndian.Uint32(s.key)
		sum := sha256.Sum256(s.value[:42])
		switch {
		case len(s.value) != 50 || s.value[0] != 1 || s.value[1] != 0:
			return nil, errors.New("slot of another kind")
		case id != uint32(i+1) || binary.BigEndian.Uint32(s.value[2:]) != id:
			return nil, fmt.Errorf("slot %d stands in place %d", id, i+1)
		case !bytes.Equal(sum[:8], s.value[42:]):
			return nil, errors.New("check of a slot differs")
		}
		k.data[id] = s.value[10:42]
	}
	return k, nil
}

// purpose derives a key from a data key.
func (k *keys) purpose(id uint32, name string) []byte {
	out, err := hkdf.Key(sha256.New, k.data[id], k.workspace, "dealbox/1/"+name, 32)
	if err != nil {
		panic(err) // only for lengths that HKDF cannot give
	}
	return out
}

// open gives what an envelope holds.
func (k *keys) open(bucket uint32, name string, p pair) ([]byte, error) {
	e := p.value
	if len(e) < 34 || e[0] != 1 || e[1] != 0 {
		return nil, fmt.Errorf("%d bytes are no envelope", len(e))
	}
	purpose := "rows"
	if name == "log" || name == "blobs" {
		purpose = name
	}
	block, err := aes.NewCipher(k.purpose(binary.BigEndian.Uint32(e[2:]), purpose))
	if err != nil {
		return nil, err
	}
	gcm, err := cipher.NewGCM(block)
	if err != nil {
		return nil, err
	}
	about := append(binary.BigEndian.AppendUint32(bytes.Clone(e[:6]), bucket), p.key...)
	return gcm.Open(nil, e[6:18], e[18:], about)
}

// digest is the XOR of the encrypted tags of a bucket.
func (k *keys) digest(all []pair) (sum [16]byte, err error) {
	block, err := aes.NewCipher(k.purpose(1, "digest"))
	if err != nil {
		return sum, err
	}
	var one [16]byte
	for _, p := range all {
		block.Encrypt(one[:], p.value[len(p.value)-16:])
		for i := range sum {
			sum[i] ^= one[i]
		}
	}
	return sum, nil
}

// hash is that of the log.
func (k *keys) hash(b []byte) []byte {
	h := hmac.New(sha256.New, k.purpose(1, "chain"))
	h.Write(b)
	return h.Sum(nil)
}
