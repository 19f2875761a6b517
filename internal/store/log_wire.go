package store

import (
	"slices"

	"google.golang.org/protobuf/encoding/protowire"
)

// header is what is sealed under the sequence of an entry: all but the parts, which
// it names by a keyed hash, and the hash of the header before, which makes the chain.
type header struct {
	Entry
	parts []partHash
	prev  [32]byte
}

type partHash struct {
	group uint32
	sum   [32]byte
}

func (h *header) encode() []byte {
	b := appendUint(nil, 1, h.Seq)
	b = appendUint(b, 2, uint64(h.Clock))
	b = appendUint(b, 3, uint64(h.Replica))
	if h.Actor != [16]byte{} {
		b = appendBytes(b, 4, h.Actor[:])
	}
	b = appendUint(b, 5, uint64(h.Source))
	b = appendUint(b, 6, h.ChangeSet)
	for _, p := range h.parts {
		b = appendBytes(b, 7, appendBytes(appendUint(nil, 1, uint64(p.group)), 2, p.sum[:]))
	}
	return appendBytes(b, 8, h.prev[:])
}

func (h *header) decode(b []byte) error {
	return eachField(b, func(num protowire.Number, u uint64, p []byte) error {
		switch num {
		case 1:
			h.Seq = u
		case 2:
			h.Clock = HLC(u)
		case 3:
			h.Replica = Replica(u)
		case 4:
			return fill(h.Actor[:], p)
		case 5:
			h.Source = uint8(u)
		case 6:
			h.ChangeSet = u
		case 7:
			return h.decodePart(p)
		case 8:
			return fill(h.prev[:], p)
		}
		return nil
	})
}

func (h *header) decodePart(b []byte) error {
	var part partHash
	err := eachField(b, func(num protowire.Number, u uint64, p []byte) error {
		switch num {
		case 1:
			part.group = uint32(u)
		case 2:
			return fill(part.sum[:], p)
		}
		return nil
	})
	h.parts = append(slices.Clip(h.parts), part)
	return err
}
