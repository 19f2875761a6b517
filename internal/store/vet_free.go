package store

import "encoding/binary"

// walkFree marks the pages of the free list and those it names. The list may stand in
// more pages than it needs: bbolt reserves them before the list shrinks by them.
func (v *vetter) walkFree() error {
	id := v.meta.freelist
	b := make([]byte, pageSize)
	if err := v.read(b, id, 0); err != nil {
		return err
	}
	h := readPageHeader(b)
	if h.id != id || h.flags != flagFree {
		return damagedPage(id, "header says page %d, kind %d, not the free list", h.id, h.flags)
	}
	for o := uint64(0); o <= uint64(h.overflow); o++ {
		if err := v.mark(id+o, id); err != nil {
			return err
		}
	}
	n, at := uint64(h.count), uint64(pageHeader)
	if h.count == 0xFFFF {
		n, at = binary.LittleEndian.Uint64(b[pageHeader:]), pageHeader+8
	}
	if span := (uint64(h.overflow) + 1) * pageSize; n > v.meta.high || at+8*n > span {
		return damagedPage(id, "free list of %d pages", n)
	}
	v.report.Free, v.report.Bytes = n, v.report.Bytes+at+8*n
	return v.markFree(id, at, n)
}

// markFree marks n pages whose numbers stand at an offset, ascending.
func (v *vetter) markFree(list, at, n uint64) error {
	b := make([]byte, pageSize)
	last := uint64(1)
	for n > 0 {
		some := min(n, pageSize/8)
		if err := v.read(b[:8*some], list, at); err != nil {
			return err
		}
		for i := range some {
			id := binary.LittleEndian.Uint64(b[8*i:])
			if id <= last {
				return damagedPage(list, "free pages do not ascend")
			}
			last = id
			if err := v.mark(id, list); err != nil {
				return err
			}
		}
		at, n = at+8*some, n-some
	}
	return nil
}
