package table

import (
	"cmp"
	"encoding/binary"
	"slices"
	"strings"
	"sync"
)

// keyed is a row with the number that it is ordered by.
type keyed struct {
	key uint64
	row uint32
}

// short is the number of rows below which comparing beats counting.
const short = 256

// radix orders rows by a key; rows with equal keys stay as they stand.
func radix(rows []uint32, key func(row uint32) uint64) {
	used := keyedRoom(2 * len(rows))
	defer spareKeyed.Put(used)
	for i, row := range rows {
		(*used)[i] = keyed{key(row), row}
	}
	sortKeyed(rows, *used)
}

// sortKeyed orders what stands in the first half of the room, as long as rows is, and puts it
// into rows.
func sortKeyed(rows []uint32, room []keyed) {
	all, other := room[:len(rows)], room[len(rows):]
	var differ uint64
	for i := range all {
		differ |= all[i].key ^ all[0].key
	}
	if len(rows) < short {
		slices.SortStableFunc(all, func(a, b keyed) int { return cmp.Compare(a.key, b.key) })
	} else {
		all = byDigits(all, other, differ)
	}
	for i := range all {
		rows[i] = all[i].row
	}
}

// spareKeyed keeps the room of former sorts: every list sorts, and fresh memory is slow.
var spareKeyed sync.Pool

func keyedRoom(n int) *[]keyed {
	room, ok := spareKeyed.Get().(*[]keyed)
	if !ok || cap(*room) < n {
		room = new(make([]keyed, n))
	}
	*room = (*room)[:n]
	return room
}

// byDigits orders by one byte of the keys after the other, the lowest first, leaving
// out bytes in which no two keys differ. other is room for as many again; the result is in
// one of the two.
func byDigits(all, other []keyed, differ uint64) []keyed {
	for shift := 0; shift < 64; shift += 8 {
		if differ>>shift&0xff == 0 {
			continue
		}
		var at [257]int
		for i := range all {
			at[all[i].key>>shift&0xff+1]++
		}
		for d := range 256 {
			at[d+1] += at[d]
		}
		for i := range all {
			d := all[i].key >> shift & 0xff
			other[at[d]] = all[i]
			at[d]++
		}
		all, other = other, all
	}
	return all
}

// named is a row with its collation key; prefix is the key's first eight bytes.
type named struct {
	prefix uint64
	key    string
	place  int
	row    uint32
}

// sortByKeys orders rows by a key of bytes; rows with equal keys stay as they stand.
func sortByKeys(rows []uint32, key func(row uint32) string) {
	all := make([]named, len(rows))
	for i, row := range rows {
		all[i] = newNamed(key(row), i, row)
	}
	sortNamed(all)
	for i := range all {
		rows[i] = all[i].row
	}
}

func newNamed(key string, place int, row uint32) named {
	var head [8]byte
	copy(head[:], key)
	return named{binary.BigEndian.Uint64(head[:]), key, place, row}
}

// sortNamed orders by key, those of the same key by place.
func sortNamed(all []named) {
	slices.SortFunc(all, func(a, b named) int {
		if a.prefix != b.prefix {
			return cmp.Compare(a.prefix, b.prefix)
		}
		return cmp.Or(strings.Compare(a.key, b.key), a.place-b.place)
	})
}

// ranks gives for each of n things its place in an order; equal ones keep theirs.
func ranks(n int, compare func(a, b int) int) []uint32 {
	order := make([]int, n)
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int { return cmp.Or(compare(a, b), a-b) })
	rank := make([]uint32, n)
	for place, i := range order {
		rank[i] = uint32(place)
	}
	return rank
}
