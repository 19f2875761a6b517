package store

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/fnv"
	"io"
)

// Numbers of bbolt's format, version 2. Everything is little endian: bbolt writes the
// byte order of the machine, and all machines that Dealbox runs on have this one.
const (
	boltMagic    = 0xED0CDAED
	boltVersion  = 2
	pageHeader   = 16 // id(8) flags(2) count(2) overflow(4)
	metaLen      = 64 // magic(4) version(4) page size(4) flags(4) root(8) sequence(8) freelist(8) high(8) txid(8) sum(8)
	metaSum      = metaLen - 8
	flagBranch   = 0x01
	flagLeaf     = 0x02
	flagMeta     = 0x04
	flagFree     = 0x10
	leafElement  = 16 // flags(4) pos(4) key size(4) value size(4)
	branchElem   = 16 // pos(4) key size(4) page(8)
	bucketHeader = 16 // root page(8) sequence(8)
)

// metaPage is what one of the first two pages says.
type metaPage struct{ root, freelist, high, txid uint64 }

var (
	errMagic = errors.New("not a file of this kind")
	errSum   = errors.New("check sum differs")
)

// readMeta reads a meta page: b holds the page's first bytes.
func readMeta(b []byte, id uint64) (m metaPage, err error) {
	head, b := b[:pageHeader], b[pageHeader:pageHeader+metaLen]
	u32, u64 := binary.LittleEndian.Uint32, binary.LittleEndian.Uint64
	if u32(b) != boltMagic {
		return m, errMagic
	}
	sum := fnv.New64a()
	sum.Write(b[:metaSum])
	if u64(b[metaSum:]) != sum.Sum64() {
		return m, errSum
	}
	if u32(b[4:]) != boltVersion || u32(b[8:]) != pageSize || u32(b[12:]) != 0 || u64(b[24:]) != 0 {
		return m, fmt.Errorf("%w: version %d, page size %d", errMagic, u32(b[4:]), u32(b[8:]))
	}
	if h := readPageHeader(head); h != (pageHead{id: id, flags: flagMeta}) {
		return m, fmt.Errorf("page header %+v", h)
	}
	return metaPage{root: u64(b[16:]), freelist: u64(b[32:]), high: u64(b[40:]), txid: u64(b[48:])}, nil
}

// readMetas chooses the newest valid meta page, as bbolt does. one says that the
// other is not valid.
func readMetas(r io.ReaderAt, size int64) (m metaPage, one bool, err error) {
	if size == 0 {
		return m, false, ErrEmpty.Err()
	}
	var metas [2]metaPage
	var errs [2]error
	for id := range uint64(2) {
		b := make([]byte, pageHeader+metaLen)
		if _, err := r.ReadAt(b, int64(id*pageSize)); err != nil && !errors.Is(err, io.EOF) {
			return m, false, damagedPage(id, "read: %w", err)
		}
		metas[id], errs[id] = readMeta(b, id)
	}
	newest := 0
	if errs[0] != nil || errs[1] == nil && metas[1].txid > metas[0].txid {
		newest = 1
	}
	if errs[newest] != nil {
		return m, false, noMeta(errs, size)
	}
	m, one = metas[newest], errs[1-newest] != nil
	return m, one, m.check(uint64(newest), size)
}

// noMeta says why a file without a valid meta page cannot be read.
func noMeta(errs [2]error, size int64) error {
	if errors.Is(errs[0], errMagic) && errors.Is(errs[1], errMagic) {
		return ErrForeign.Wrap(errs[0])
	}
	return damagedPage(0, "no valid meta page in %d bytes: %w; %w", size, errs[0], errs[1])
}

func (m metaPage) check(id uint64, size int64) error {
	switch {
	case m.high < 4 || m.high > 1<<47:
		return damagedPage(id, "high water mark %d", m.high)
	case m.high*pageSize > uint64(size):
		return ErrTruncated.With("have", size).With("want", m.high*pageSize)
	case m.root < 2 || m.root >= m.high || m.freelist < 2 || m.freelist >= m.high:
		return damagedPage(id, "root %d, free list %d of %d pages", m.root, m.freelist, m.high)
	}
	return nil
}

// pageHead is the header of a page.
type pageHead struct {
	id           uint64
	flags, count uint16
	overflow     uint32
}

func readPageHeader(b []byte) pageHead {
	return pageHead{
		id:       binary.LittleEndian.Uint64(b),
		flags:    binary.LittleEndian.Uint16(b[8:]),
		count:    binary.LittleEndian.Uint16(b[10:]),
		overflow: binary.LittleEndian.Uint32(b[12:]),
	}
}
