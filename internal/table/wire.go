package table

import (
	"fmt"
	"io"
	"slices"
	"unsafe"

	"dealbox/internal/value"
)

// writer writes a snapshot: numbers as this computer holds them in memory, lists with their
// length before them where the reader cannot know it. It keeps the first error. A snapshot
// is a cache of one computer; on one of another byte order its first number is not the
// expected one.
type writer struct {
	w   io.Writer
	err error
}

// reader reads what writer wrote. It keeps the first error and gives zeroes after it.
type reader struct {
	r    io.Reader
	size int // of all there is to read in bytes, where that is known
	err  error

	later []*late // what is to be made of what was read
}

// A reader trusts a length up to trusted, or to what there is to read; beyond it memory
// grows by blocks with what is really there.
const (
	block   = 1 << 14
	trusted = 1 << 22
)

// element is what snapshots hold lists of: no pointers, no gaps.
type element interface {
	~uint8 | ~uint16 | ~uint32 | ~uint64 | ~int32 | ~int64 | value.ID
}

func sizeOf[E element]() int { return int(unsafe.Sizeof(*new(E))) }

// raw is the memory of a list, so that it is read and written without a copy.
func raw[E element](all []E) []byte {
	return unsafe.Slice((*byte)(unsafe.Pointer(unsafe.SliceData(all))), len(all)*sizeOf[E]())
}

func (w *writer) uint(n uint64) { putInts(w, []uint64{n}) }

func (w *writer) bits(b bitmap) { putInts(w, b) }

// putInts writes a list without its length.
func putInts[E element](w *writer, all []E) {
	if w.err == nil {
		_, w.err = w.w.Write(raw(all))
	}
}

// putAll writes a list with its length.
func putAll[E element](w *writer, all []E) {
	w.uint(uint64(len(all)))
	putInts(w, all)
}

func (r *reader) uint() uint64 {
	one := getInts[uint64](r, 1)
	if r.err != nil {
		return 0
	}
	return one[0]
}

func (r *reader) bits(n int) bitmap {
	b := bitmap(getInts[uint64](r, words(n)))
	r.check(n%64 == 0 || len(b) == 0 || b[len(b)-1]>>(n%64) == 0, "bits behind row %d", n)
	return b
}

// check makes an error of what is not so.
func (r *reader) check(ok bool, format string, args ...any) {
	if !ok && r.err == nil {
		r.err = fmt.Errorf("snapshot is not sound: "+format, args...)
	}
}

// getInts reads n elements.
func getInts[E element](r *reader, n int) []E {
	if r.err != nil {
		return nil
	}
	all := make([]E, 0, min(n, max(trusted, r.size)/sizeOf[E]()))
	for len(all) < n && r.err == nil {
		more := min(max(block, cap(all)-len(all)), n-len(all))
		all = slices.Grow(all, more)[:len(all)+more]
		_, r.err = io.ReadFull(r.r, raw(all[len(all)-more:]))
	}
	if r.err != nil {
		return nil
	}
	return all
}

// getAll reads a list with its length before it.
func getAll[E element](r *reader) []E {
	n := r.uint()
	r.check(n < 1<<40, "length %d", n)
	return getInts[E](r, int(n))
}
