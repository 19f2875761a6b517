package table

import (
	"encoding/binary"
	"hash/maphash"

	"dealbox/internal/value"
)

// dict numbers different keys from 1 in the order in which they come; 0 is no key.
// Its index holds no pointers and takes about eight bytes a key.
type dict[K comparable] struct {
	keys  []K
	slots []uint32 // open addressing, a power of two; 0 is free
	late  *late    // makes slots when they are first needed, after keys came from a snapshot
	hash  func(K) uint64
	codec[K]
}

// find gives the number of a key, 0 where it is unknown. It may be called side by side.
func (d *dict[K]) find(k K) uint32 {
	if d.late != nil {
		d.late.need()
	}
	if len(d.slots) == 0 {
		return 0
	}
	mask := uint64(len(d.slots) - 1)
	for at := d.hash(k) & mask; ; at = (at + 1) & mask {
		if n := d.slots[at]; n == 0 || d.keys[n-1] == k {
			return n
		}
	}
}

// add gives the number of a key, a new one where it is unknown.
func (d *dict[K]) add(k K) uint32 {
	if n := d.find(k); n != 0 {
		return n
	}
	d.keys = append(d.keys, k)
	if 3*len(d.keys) > 2*len(d.slots) {
		d.reindex()
	} else {
		d.place(uint32(len(d.keys)))
	}
	return uint32(len(d.keys))
}

func (d *dict[K]) place(n uint32) {
	mask := uint64(len(d.slots) - 1)
	at := d.hash(d.keys[n-1]) & mask
	for d.slots[at] != 0 {
		at = (at + 1) & mask
	}
	d.slots[at] = n
}

// reindex makes the index anew, with room to grow.
func (d *dict[K]) reindex() {
	size := 16
	for size < 2*len(d.keys) {
		size *= 2
	}
	d.slots = make([]uint32, size)
	for i := range d.keys {
		d.place(uint32(i + 1))
	}
}

// mix spreads every bit of a number over all bits (the finish of splitmix64), since ids
// differ in a few places only and the index takes the lowest bits.
func mix(n uint64) uint64 {
	n = (n ^ n>>30) * 0xBF58476D1CE4E5B9
	n = (n ^ n>>27) * 0x94D049BB133111EB
	return n ^ n>>31
}

func hashID(id value.ID) uint64 {
	return mix(binary.LittleEndian.Uint64(id[8:]) ^ mix(binary.LittleEndian.Uint64(id[:8])))
}

func hashOption(o value.Option) uint64 { return mix(uint64(o)) }

var seed = maphash.MakeSeed()

func hashString[S ~string](s S) uint64 { return maphash.String(seed, string(s)) }
