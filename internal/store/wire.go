package store

import (
	"errors"
	"fmt"

	"google.golang.org/protobuf/encoding/protowire"
)

var errWire = errors.New("message not readable")

func appendUint(b []byte, num protowire.Number, v uint64) []byte {
	if v == 0 {
		return b
	}
	return protowire.AppendVarint(protowire.AppendTag(b, num, protowire.VarintType), v)
}

func appendBytes(b []byte, num protowire.Number, v []byte) []byte {
	return protowire.AppendBytes(protowire.AppendTag(b, num, protowire.BytesType), v)
}

// eachField calls f for the fields of a message of varints and byte strings. Other
// wire types are refused: the store writes none.
func eachField(b []byte, f func(num protowire.Number, u uint64, p []byte) error) error {
	for len(b) > 0 {
		num, wire, n := protowire.ConsumeTag(b)
		if n < 0 {
			return fmt.Errorf("%w: %w", errWire, protowire.ParseError(n))
		}
		b = b[n:]
		var u uint64
		var p []byte
		switch wire {
		case protowire.VarintType:
			u, n = protowire.ConsumeVarint(b)
		case protowire.BytesType:
			p, n = protowire.ConsumeBytes(b)
		default:
			return fmt.Errorf("%w: wire type %d", errWire, wire)
		}
		if n < 0 {
			return fmt.Errorf("%w: %w", errWire, protowire.ParseError(n))
		}
		if err := f(num, u, p); err != nil {
			return err
		}
		b = b[n:]
	}
	return nil
}

// fill copies p into an array of the same length.
func fill(dst, p []byte) error {
	if len(dst) != len(p) {
		return fmt.Errorf("%w: %d bytes, not %d", errWire, len(p), len(dst))
	}
	copy(dst, p)
	return nil
}
