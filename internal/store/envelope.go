package store

import (
	"crypto/cipher"
	"encoding/binary"
	"errors"
	"fmt"
)

// Every value but those of `format` and `keys` is sealed:
//
//	version(1) · flags(1) · keyID(4) · nonce(12) · ciphertext · tag(16)
//
// AES-256-GCM with a random nonce; associated data = the first six bytes ‖ bucket
// number(4) ‖ key. A value copied to another key or bucket, or sealed under another
// key, does not open.
const (
	envelopeVersion = 1
	headLen         = 6
	nonceLen        = 12
	tagLen          = 16
	overhead        = headLen + nonceLen + tagLen
)

var errSeal = errors.New("seal broken")

// associated appends head ‖ bucket ‖ key to dst.
func associated(dst, head []byte, b Bucket, key []byte) []byte {
	dst = append(dst, head[:headLen]...)
	dst = binary.BigEndian.AppendUint32(dst, uint32(b))
	return append(dst, key...)
}

// sealValue makes an envelope. aead comes from cipher.NewGCMWithRandomNonce, which
// writes nonce ‖ ciphertext ‖ tag. scratch is reused for the associated data.
func sealValue(aead cipher.AEAD, keyID uint32, b Bucket, key, plain []byte, scratch *[]byte) []byte {
	out := make([]byte, headLen, overhead+len(plain))
	out[0] = envelopeVersion
	binary.BigEndian.PutUint32(out[2:], keyID)
	*scratch = associated((*scratch)[:0], out, b, key)
	return aead.Seal(out, nil, plain, *scratch)
}

// envelopeKey checks the first bytes of an envelope and gives the id of its key.
func envelopeKey(sealed []byte) (keyID uint32, err error) {
	if len(sealed) < overhead {
		return 0, fmt.Errorf("%w: %d bytes", errSeal, len(sealed))
	}
	if sealed[0] != envelopeVersion || sealed[1] != 0 {
		return 0, fmt.Errorf("%w: version %d, flags %d", errSeal, sealed[0], sealed[1])
	}
	return binary.BigEndian.Uint32(sealed[2:]), nil
}

// openValue appends what an envelope holds to dst.
func openValue(aead cipher.AEAD, b Bucket, key, sealed, dst []byte, scratch *[]byte) ([]byte, error) {
	*scratch = associated((*scratch)[:0], sealed, b, key)
	out, err := aead.Open(dst, nil, sealed[headLen:], *scratch)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", errSeal, err)
	}
	return out, nil
}

// tagOf gives the last 16 bytes of an envelope, which authenticate bucket, key and value.
func tagOf(sealed []byte) []byte { return sealed[len(sealed)-tagLen:] }
