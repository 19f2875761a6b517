package store

import (
	"fmt"
	"io"
	"maps"
	"sync/atomic"
)

// pageSize is that of every Dealbox file, in bytes.
const pageSize = 16 << 10

// maxDepth is deeper than any real tree: a branch page has two children or more.
const maxDepth = 40

// VetReport says what the structure of a file holds.
type VetReport struct {
	OneMeta bool              // only one of the two meta pages is valid: the newest commit may be lost
	TxID    uint64            // of bbolt's transaction
	Pages   uint64            // high water mark, in pages
	Free    uint64            // pages not in use
	Bytes   uint64            // used inside pages: what a compacted file would have, about
	Buckets map[string]uint64 // number of keys by name
}

// Vet checks the structure of a bbolt file with our own reader, before bbolt sees it:
// bbolt answers damage with panics, faults, endless loops or silence. It reads by
// ReadAt alone, keeps its own stack, and ends on every input. It does not look at
// seals. The rules hold for every file that bbolt writes:
//   - the pages in use, the free ones and the two metas are all pages below the high
//     water mark, each once, and each says its own number;
//   - keys and values stand behind the element array in order and without a gap, keys
//     ascend strictly, and no page is longer than what it holds;
//   - the key of a branch is the first key of its child and below its next key;
//   - the root holds buckets only, the buckets no further buckets.
func Vet(r io.ReaderAt, size int64) (VetReport, error) {
	v, err := newVetter(r, size)
	if err != nil {
		return VetReport{}, err
	}
	for _, b := range v.buckets {
		if err := v.walkBucket(b, nil); err != nil {
			return VetReport{}, err
		}
	}
	return v.finish()
}

// bucketRef is a bucket as the root names it: a root page, or a page of its own inline.
type bucketRef struct {
	name   string
	root   uint64
	inline []byte
}

// leaf is a value found. It may be used until the visit returns.
type leaf struct {
	key  []byte
	size uint64
	v    *vetter
	p    *page
	at   uint64
}

// read gives n bytes of the value.
func (l leaf) read(from, n uint64) ([]byte, error) { return l.v.part(l.p, l.at+from, n) }

// all reads the value, if it has no more bytes than most.
func (l leaf) all(most uint64) ([]byte, error) {
	if l.size > most {
		return nil, fmt.Errorf("value of %d bytes", l.size)
	}
	return l.read(0, l.size)
}

// vetter is one reading of a file. It is used by one goroutine; see side.
type vetter struct {
	r       io.ReaderAt
	meta    metaPage
	used    []uint64 // a bit for each page below the high water mark
	report  VetReport
	buckets []bucketRef
	spare   []*page // to use again
}

// newVetter reads the metas and the root, so that buckets are known.
func newVetter(r io.ReaderAt, size int64) (*vetter, error) {
	meta, one, err := readMetas(r, size)
	if err != nil {
		return nil, err
	}
	v := &vetter{r: r, meta: meta, used: make([]uint64, meta.high/64+1)}
	v.report = VetReport{OneMeta: one, TxID: meta.txid, Pages: meta.high, Buckets: map[string]uint64{}}
	for id := range uint64(2) {
		if err := v.mark(id, id); err != nil {
			return nil, err
		}
	}
	return v, v.walkTree(meta.root, true, v.addBucket)
}

// mark notes that a page is in use; on is the page that is blamed.
func (v *vetter) mark(id, on uint64) error {
	if id >= v.meta.high {
		return damagedPage(on, "page %d is above the high water mark %d", id, v.meta.high)
	}
	bit := uint64(1) << (id % 64)
	if atomic.OrUint64(&v.used[id/64], bit)&bit != 0 {
		return damagedPage(on, "page %d is in use twice", id)
	}
	return nil
}

// side gives a vetter for another goroutine. Both mark the pages of one file; join adds
// what it found.
func (v *vetter) side() *vetter {
	return &vetter{r: v.r, meta: v.meta, used: v.used, report: VetReport{Buckets: map[string]uint64{}}}
}

func (v *vetter) join(side *vetter) {
	v.report.Bytes += side.report.Bytes
	maps.Copy(v.report.Buckets, side.report.Buckets)
}

// finish checks the free pages, after all buckets were walked.
func (v *vetter) finish() (VetReport, error) {
	if err := v.walkFree(); err != nil {
		return VetReport{}, err
	}
	for id := range v.meta.high {
		if v.used[id/64]&(1<<(id%64)) == 0 {
			return VetReport{}, damagedPage(id, "neither in use nor free")
		}
	}
	return v.report, nil
}

// read fills b from an offset of the file.
func (v *vetter) read(b []byte, page, off uint64) error {
	if _, err := v.r.ReadAt(b, int64(page*pageSize+off)); err != nil {
		return damagedPage(page, "read: %w", err)
	}
	return nil
}
