package docs_test

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/fnv"
)

// A reader written from format.md alone: this file is its section 1. It knows nothing of
// bbolt nor of the program (see TestReaderKnowsThePageOnly).

const pageSize = 16384

// database is the tree of pages of a file.
type database struct {
	b    []byte
	root uint64
}

var (
	u16 = binary.LittleEndian.Uint16
	u32 = binary.LittleEndian.Uint32
	u64 = binary.LittleEndian.Uint64
)

// openDatabase chooses the meta page.
func openDatabase(b []byte) (*database, error) {
	var d *database
	newest := uint64(0)
	for id := range 2 {
		if len(b) < (id+1)*pageSize {
			return nil, errors.New("shorter than two pages")
		}
		m := b[id*pageSize+16:]
		sum := fnv.New64a()
		sum.Write(m[:56])
		if u32(m) != 0xED0CDAED || u64(m[56:]) != sum.Sum64() || u64(b[id*pageSize:]) != uint64(id) {
			continue
		}
		if u32(m[4:]) != 2 || u32(m[8:]) != pageSize {
			return nil, fmt.Errorf("version %d, pages of %d bytes", u32(m[4:]), u32(m[8:]))
		}
		if high := u64(m[40:]); uint64(len(b)) < high*pageSize {
			return nil, fmt.Errorf("%d bytes, shorter than %d pages", len(b), high)
		}
		if tx := u64(m[48:]); d == nil || tx > newest {
			d, newest = &database{b: b, root: u64(m[16:])}, tx
		}
	}
	if d == nil {
		return nil, errors.New("no meta page counts")
	}
	return d, nil
}

// pair is a key with its value.
type pair struct{ key, value []byte }

// buckets gives the values of every bucket by its name, in order of their keys.
func (d *database) buckets() (map[string][]pair, error) {
	all := map[string][]pair{}
	err := d.walk(d.root, 1, func(name, v []byte) error {
		var found []pair
		each := func(key, value []byte) error { found = append(found, pair{key, value}); return nil }
		err := d.inside(v, each)
		all[string(name)] = found
		return err
	})
	return all, err
}

// inside walks the tree of a bucket: its own, or the page inside its value.
func (d *database) inside(v []byte, each func(key, value []byte) error) error {
	if root := u64(v); root != 0 {
		return d.walk(root, 0, each)
	}
	return leaf(v[16:], 0, each)
}

// walk visits the leaf elements of a tree in order. All have the same flags.
func (d *database) walk(page uint64, flags uint32, each func(key, value []byte) error) error {
	p := d.b[page*pageSize:]
	p = p[:(uint64(u32(p[12:]))+1)*pageSize]
	if u64(p) != page {
		return fmt.Errorf("page %d says that it is page %d", page, u64(p))
	}
	switch u16(p[8:]) {
	case 0x02:
		return leaf(p, flags, each)
	case 0x01:
	default:
		return fmt.Errorf("page %d has flags %d", page, u16(p[8:]))
	}
	for i := range int(u16(p[10:])) {
		if err := d.walk(u64(p[16+16*i+8:]), flags, each); err != nil {
			return err
		}
	}
	return nil
}

func leaf(p []byte, flags uint32, each func(key, value []byte) error) error {
	for i := range int(u16(p[10:])) {
		e := p[16+16*i:]
		if u32(e) != flags {
			return fmt.Errorf("element with flags %d, not %d", u32(e), flags)
		}
		key, value := e[u32(e[4:]):], u32(e[8:])
		if err := each(key[:value], key[value:value+u32(e[12:])]); err != nil {
			return err
		}
	}
	return nil
}
