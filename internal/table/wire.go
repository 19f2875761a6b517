package table

import (
	"encoding/binary"
	"fmt"
	"io"
	"slices"
)

// writer writes a snapshot: little-endian numbers, lists with their length before them
// where the reader cannot know it. It keeps the first error.
type writer struct {
	w   io.Writer
	buf []byte
	err error
}

// reader reads what writer wrote. It keeps the first error and gives zeroes after it.
type reader struct {
	r    io.Reader
	size int // of all there is to read in bytes, where that is known
	buf  []byte
	err  error
}

// block is how many elements are read or written at once. A reader trusts a length up to
// trusted, or to what there is to read; beyond it memory grows with what is really there.
const (
	block   = 1 << 14
	trusted = 1 << 22
)

// element is what snapshots hold lists of.
type element interface {
	uint8 | uint16 | uint32 | uint64 | int32 | int64
}

func (w *writer) uint(n uint64) { putInts(w, []uint64{n}) }

func (w *writer) bits(b bitmap) { putInts(w, b) }

// putInts writes a list without its length.
func putInts[E element](w *writer, all []E) {
	for part := range slices.Chunk(all, block) {
		if w.err != nil {
			return
		}
		w.buf, w.err = binary.Append(w.buf[:0], binary.LittleEndian, part)
		if w.err == nil {
			_, w.err = w.w.Write(w.buf)
		}
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
	all := make([]E, 0, min(n, max(trusted, r.size/binary.Size(*new(E)))))
	for len(all) < n && r.err == nil {
		more := min(block, n-len(all))
		all = slices.Grow(all, more)
		r.list(all[len(all) : len(all)+more])
		all = all[:len(all)+more]
	}
	if r.err != nil {
		return nil
	}
	return all
}

// list fills a slice of elements.
func (r *reader) list(part any) {
	if bytes, ok := part.([]byte); ok {
		_, r.err = io.ReadFull(r.r, bytes)
		return
	}
	size := binary.Size(part)
	r.buf = slices.Grow(r.buf[:0], size)[:size]
	if _, r.err = io.ReadFull(r.r, r.buf); r.err == nil {
		_, r.err = binary.Decode(r.buf, binary.LittleEndian, part)
	}
}

// getAll reads a list with its length before it.
func getAll[E element](r *reader) []E {
	n := r.uint()
	r.check(n < 1<<40, "length %d", n)
	return getInts[E](r, int(n))
}
