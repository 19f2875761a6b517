package store

import (
	"crypto/rand"
	"encoding/binary"

	"google.golang.org/protobuf/encoding/protowire"
)

// place says where a file was last written: a machine and a file on it. Both are
// digests, zero when not known.
type place struct{ machine, file [16]byte }

// replica is the name of this copy of the workspace, with the place it belongs to.
type replica struct {
	id         Replica
	generation uint64 // drawn anew with each replica: caches of another copy do not fit
	at         place
}

func newReplica(at place) replica {
	var b [16]byte
	_, _ = rand.Read(b[:]) // never fails: it ends the program instead
	id := Replica(binary.BigEndian.Uint64(b[:]) & (1<<42 - 1))
	return replica{id: max(id, 1), generation: binary.BigEndian.Uint64(b[8:]), at: at}
}

func (r replica) encode() []byte {
	b := appendUint(nil, 1, uint64(r.id))
	b = appendUint(b, 2, r.generation)
	b = appendBytes(b, 3, r.at.machine[:])
	return appendBytes(b, 4, r.at.file[:])
}

func (r *replica) decode(b []byte) error {
	return eachField(b, func(num protowire.Number, u uint64, p []byte) error {
		switch num {
		case 1:
			r.id = Replica(u)
		case 2:
			r.generation = u
		case 3:
			return fill(r.at.machine[:], p)
		case 4:
			return fill(r.at.file[:], p)
		}
		return nil
	})
}
