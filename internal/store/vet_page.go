package store

import (
	"bytes"
	"encoding/binary"
	"slices"
)

const (
	maxBoltKey   = 32768
	maxInlineLen = bucketHeader + pageSize/4
)

// page is a branch or leaf page, taken apart. Keys lie in its buffers.
type page struct {
	pageHead
	elems []element
	buf   []byte // the first page of the span
	more  bool   // the span goes on behind buf
}

// element is one entry of a page.
type element struct {
	key    []byte
	bucket bool   // of a leaf: the value is a bucket
	child  uint64 // of a branch
	value  uint64 // offset of the value in the span
	size   uint64 // of the value
}

// load reads, marks and takes apart a branch or leaf page. Only a root may be empty.
func (v *vetter) load(id uint64, root bool) (*page, error) {
	if err := v.mark(id, id); err != nil {
		return nil, err
	}
	p := v.page()
	if err := v.read(p.buf, id, 0); err != nil {
		return nil, err
	}
	p.pageHead = readPageHeader(p.buf)
	p.more = p.overflow > 0
	if p.id != id || p.flags != flagBranch && p.flags != flagLeaf {
		return nil, damagedPage(id, "header says page %d, kind %d", p.id, p.flags)
	}
	if p.count == 0 && (!root || p.flags == flagBranch) {
		return nil, damagedPage(id, "empty")
	}
	for o := uint64(1); o <= uint64(p.overflow); o++ {
		if err := v.mark(id+o, id); err != nil {
			return nil, err
		}
	}
	used, err := v.parse(p)
	if err != nil {
		return nil, err
	}
	if pages := (used + pageSize - 1) / pageSize; pages != uint64(p.overflow)+1 {
		return nil, damagedPage(id, "%d bytes used, in %d pages", used, p.overflow+1)
	}
	v.report.Bytes += used
	return p, nil
}

// parse takes the elements apart and gives the number of bytes used.
func (v *vetter) parse(p *page) (used uint64, err error) {
	array, err := v.part(p, pageHeader, uint64(p.count)*leafElement)
	if err != nil {
		return 0, err
	}
	p.elems = slices.Grow(p.elems[:0], int(p.count))[:p.count]
	clear(p.elems)
	used = pageHeader + uint64(len(array))
	for i := range p.elems {
		at := uint64(i) * leafElement
		if used, err = v.parseElement(p, i, array[at:at+leafElement], pageHeader+at, used); err != nil {
			return 0, err
		}
		if i > 0 && bytes.Compare(p.elems[i-1].key, p.elems[i].key) >= 0 {
			return 0, damagedPage(p.id, "keys do not ascend")
		}
	}
	return used, nil
}

// parseElement reads element i, which stands at an offset and whose key must begin at
// used. It gives where the next key must begin.
func (v *vetter) parseElement(p *page, i int, b []byte, at, used uint64) (uint64, error) {
	u32 := binary.LittleEndian.Uint32
	e := &p.elems[i]
	var pos, keySize uint64
	if p.flags == flagLeaf {
		if u32(b) > 1 {
			return 0, damagedPage(p.id, "element %d has flags %d", i, u32(b))
		}
		e.bucket = u32(b) == 1
		pos, keySize, e.size = uint64(u32(b[4:])), uint64(u32(b[8:])), uint64(u32(b[12:]))
	} else {
		pos, keySize, e.child = uint64(u32(b)), uint64(u32(b[4:])), binary.LittleEndian.Uint64(b[8:])
	}
	if at+pos != used {
		return 0, damagedPage(p.id, "element %d begins at %d, not %d", i, at+pos, used)
	}
	if keySize == 0 || keySize > maxBoltKey {
		return 0, damagedPage(p.id, "element %d has a key of %d bytes", i, keySize)
	}
	e.value = used + keySize
	var err error
	if e.key, err = v.part(p, used, keySize); err != nil {
		return 0, err
	}
	return e.value + e.size, nil
}

// part gives n bytes at an offset of a page's span; inside the buffer without a copy.
func (v *vetter) part(p *page, off, n uint64) ([]byte, error) {
	if off+n <= uint64(len(p.buf)) {
		return p.buf[off : off+n : off+n], nil
	}
	if !p.more || off+n > (uint64(p.overflow)+1)*pageSize {
		return nil, damagedPage(p.id, "content reaches %d", off+n)
	}
	b := make([]byte, n)
	return b, v.read(b, p.id, off)
}

// addBucket notes a bucket that the root names.
func (v *vetter) addBucket(l leaf) error {
	b, err := l.all(maxInlineLen)
	if err != nil || len(b) < bucketHeader {
		return damagedPage(v.meta.root, "header of bucket %q: %w", l.key, err)
	}
	ref := bucketRef{name: string(l.key), root: binary.LittleEndian.Uint64(b)}
	if ref.root == 0 {
		ref.inline = bytes.Clone(b[bucketHeader:])
	}
	if binary.LittleEndian.Uint64(b[8:]) != 0 || (ref.root != 0) != (len(b) == bucketHeader) {
		return damagedPage(v.meta.root, "header of bucket %q", l.key)
	}
	v.buckets = append(v.buckets, ref)
	return nil
}

// parseInline takes apart a page that stands inside the value of the root.
func parseInline(b []byte) (*page, error) {
	if len(b) < pageHeader {
		return nil, damagedPage(0, "inline bucket of %d bytes", len(b))
	}
	p := &page{pageHead: readPageHeader(b), buf: b}
	if want := (pageHead{flags: flagLeaf, count: p.count}); p.pageHead != want {
		return nil, damagedPage(0, "inline bucket with header %+v", p.pageHead)
	}
	used, err := (&vetter{}).parse(p)
	if err == nil && used != uint64(len(b)) {
		err = damagedPage(0, "inline bucket of %d bytes uses %d", len(b), used)
	}
	return p, err
}

// page gives a page with a buffer, drop takes it back once nothing points into it.
func (v *vetter) page() *page {
	if n := len(v.spare); n > 0 {
		p := v.spare[n-1]
		v.spare = v.spare[:n-1]
		return p
	}
	return &page{buf: make([]byte, pageSize)}
}

func (v *vetter) drop(p *page) {
	if len(p.buf) == pageSize && len(v.spare) < maxDepth {
		v.spare = append(v.spare, p)
	}
}
