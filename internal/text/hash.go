package text

import "hash/maphash"

// Hash stands for a text in maps that hold very many: it has no pointers, so that the
// collector passes over them. At 128 bits two texts with one hash do not occur. It is of
// use within one run of the program only.
type Hash [2]uint64

var seeds = [2]maphash.Seed{maphash.MakeSeed(), maphash.MakeSeed()}

// HashOf gives the hash of a text.
func HashOf(s string) Hash {
	return Hash{maphash.String(seeds[0], s), maphash.String(seeds[1], s)}
}
