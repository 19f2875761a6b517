package table

import (
	"bufio"
	"fmt"
	"io"
)

// Numbers at the front of a table's snapshot.
const (
	snapshotMagic   = 0x5442_5844 // "DXBT"
	snapshotVersion = 6
)

// Encode writes a snapshot of the table, with its orders. Commits wait while
// it is written, so w should be memory. What it was made of (workspace, schema, log
// sequence) is for the caller to note beside it.
func (t *Table) Encode(out io.Writer) error {
	t.set.mu.RLock()
	defer t.set.mu.RUnlock()
	b := bufio.NewWriterSize(out, 1<<18)
	w := &writer{w: b}
	w.uint(snapshotMagic)
	w.uint(snapshotVersion)
	t.encode(w)
	if w.err == nil {
		w.err = b.Flush()
	}
	if w.err != nil {
		return fmt.Errorf("write columns of %s: %w", t.typ.Key, w.err)
	}
	return nil
}

func (t *Table) encode(w *writer) {
	t.ids.encode(w)
	w.bits(t.live)
	w.bits(t.gone)
	w.uint(uint64(len(t.columns)))
	for _, c := range t.inOrder {
		if o, ok := c.column.(orderable); ok && o.sortsOnce() && o.near(t.rows()) {
			o.order(o, t.rows()) // brings it up to date; an import waits for no sort
		}
		w.uint(uint64(c.num))
		w.uint(uint64(t.typ.FieldNum(c.num).Kind))
		c.encode(w)
	}
}

// Decode reads what Encode wrote into a table that is still empty, before Ready; several
// tables may be read side by side. size is how many bytes there are to read at most, so
// that no length is trusted beyond it. After an error, of a snapshot of another schema
// too, the table is empty as before.
func (t *Table) Decode(in io.Reader, size int) error {
	r := &reader{r: in, size: size}
	r.check(r.uint() == snapshotMagic, "it is none")
	r.check(r.uint() == snapshotVersion, "another version")
	t.empty()
	t.decode(r)
	t.later = r.later
	if r.err != nil {
		t.empty()
		return fmt.Errorf("read columns of %s: %w", t.typ.Key, r.err)
	}
	return nil
}

// empty takes everything out.
func (t *Table) empty() {
	t.ids, t.live, t.gone, t.later = idDict(), nil, nil, nil
	clear(t.columns)
	clear(t.lookups)
	t.search.texts, t.search.phones = nil, nil
	t.adopt(t.typ)
}

func (t *Table) decode(r *reader) {
	t.ids.decode(r)
	n := t.rows()
	t.live, t.gone = r.bits(n), r.bits(n)
	for range r.uint() {
		if r.err != nil {
			return
		}
		num, kind := uint32(r.uint()), r.uint()
		d, c := t.typ.FieldNum(num), t.columns[num]
		r.check(d != nil && c != nil && uint64(d.Kind) == kind, "field %d", num)
		if r.err != nil {
			return
		}
		c.decode(r, n)
	}
	if r.err == nil {
		t.grow()
	}
}
