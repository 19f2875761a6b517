package store

import (
	"crypto/cipher"
	"maps"
	"slices"

	"google.golang.org/protobuf/encoding/protowire"
)

// Keys of the bucket `meta`; there are no others.
const (
	identityKey = "identity"
	replicaKey  = "replica"
	tallyKey    = "tally"
)

// identity repeats the plain `format` under a seal, so that a changed bit there is found.
type identity struct {
	workspace            [16]byte
	minReader, minWriter uint32
	created              uint64 // milliseconds since 1970
}

func (i identity) encode() []byte {
	b := appendBytes(nil, 1, i.workspace[:])
	b = appendUint(b, 2, uint64(i.minReader))
	b = appendUint(b, 3, uint64(i.minWriter))
	return appendUint(b, 4, i.created)
}

func (i *identity) decode(b []byte) error {
	return eachField(b, func(num protowire.Number, u uint64, p []byte) error {
		switch num {
		case 1:
			return fill(i.workspace[:], p)
		case 2:
			i.minReader = uint32(u)
		case 3:
			i.minWriter = uint32(u)
		case 4:
			i.created = u
		}
		return nil
	})
}

// count is the number of values in a bucket and their digest: XOR of AES(tag).
type count struct {
	n      uint64
	digest [16]byte
}

// digester turns tags into what digests are made of. It belongs to one goroutine.
type digester struct {
	block cipher.Block
	out   [16]byte
}

// add and remove account for a sealed value.
func (c *count) add(d *digester, tag []byte)    { c.n++; c.toggle(d, tag) }
func (c *count) remove(d *digester, tag []byte) { c.n--; c.toggle(d, tag) }

func (c *count) toggle(d *digester, tag []byte) {
	d.block.Encrypt(d.out[:], tag)
	for i, x := range d.out {
		c.digest[i] ^= x
	}
}

// tally is the state of the whole file after a commit, written last in each: what
// the buckets hold and where the log ends.
type tally struct {
	commits  uint64 // committed transactions
	head     uint64 // sequence of the newest log entry, 0 when there is none
	headHash [32]byte
	clock    HLC    // of the newest transaction
	seals    uint64 // under the newest data key
	trim     uint64 // first kept log entry; 0: nothing was trimmed
	counts   map[Bucket]count
}

// clone gives a tally that can be changed without the other.
func (t *tally) clone() *tally {
	out := *t
	out.counts = maps.Clone(t.counts)
	return &out
}

func (t *tally) encode() []byte {
	b := appendUint(nil, 1, t.commits)
	b = appendUint(b, 2, t.head)
	b = appendBytes(b, 3, t.headHash[:])
	b = appendUint(b, 4, uint64(t.clock))
	b = appendUint(b, 5, t.seals)
	b = appendUint(b, 6, t.trim)
	for _, bucket := range slices.Sorted(maps.Keys(t.counts)) {
		c := t.counts[bucket]
		p := appendUint(nil, 1, uint64(bucket))
		p = appendUint(p, 2, c.n)
		b = appendBytes(b, 7, appendBytes(p, 3, c.digest[:]))
	}
	return b
}

func (t *tally) decode(b []byte) error {
	t.counts = map[Bucket]count{}
	return eachField(b, func(num protowire.Number, u uint64, p []byte) error {
		switch num {
		case 1:
			t.commits = u
		case 2:
			t.head = u
		case 3:
			return fill(t.headHash[:], p)
		case 4:
			t.clock = HLC(u)
		case 5:
			t.seals = u
		case 6:
			t.trim = u
		case 7:
			return t.decodeCount(p)
		}
		return nil
	})
}

func (t *tally) decodeCount(b []byte) error {
	var bucket Bucket
	var c count
	err := eachField(b, func(num protowire.Number, u uint64, p []byte) error {
		switch num {
		case 1:
			bucket = Bucket(u)
		case 2:
			c.n = u
		case 3:
			return fill(c.digest[:], p)
		}
		return nil
	})
	t.counts[bucket] = c
	return err
}
