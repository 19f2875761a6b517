package core

import (
	"encoding/binary"
	"encoding/json"
	"slices"

	"dealbox/internal/record"
	"dealbox/internal/store"
	"dealbox/internal/value"
)

// Batch is a change-set that stays open over many transactions: an import, a large undo.
// None of its records is in lists before Complete. A batch that is not completed, also
// after a kill, is taken back. It belongs to one goroutine; there is one at a time.
type Batch struct {
	w        *Workspace
	actor    Actor
	first    uint64
	last     uint64
	keys     []recordKey // touched, in order, perhaps more than once
	uniques  map[uniqueKey]value.ID
	settings bool // fields or choices changed
	quiet    bool // takes an open batch back
	ended    func()
}

// openBatch is what the state bucket knows of an open batch.
type openBatch struct {
	First  uint64   `json:"first"`
	Member value.ID `json:"member"`
}

// Begin opens a batch. It fails when another one is open.
func (w *Workspace) Begin(actor Actor) (*Batch, error) {
	w.writing.Lock()
	defer w.writing.Unlock()
	if w.ReadOnly() {
		return nil, ErrFileRead.Err()
	}
	if w.batch != nil {
		return nil, ErrBusy.Err()
	}
	w.batch = &Batch{w: w, actor: actor, uniques: map[uniqueKey]value.ID{}, ended: collectLess()}
	return w.batch, nil
}

// set is the change-set that the batch's entries belong to, 0 before the first of them.
func (b *Batch) set() uint64 {
	if b == nil {
		return 0
	}
	return b.first
}

// Update changes the workspace in one durable step of the batch.
func (b *Batch) Update(fn func(*Tx) error) error {
	w := b.w
	w.writing.Lock()
	defer w.writing.Unlock()
	first, err := w.update(b.actor, b, fn)
	if b.first == 0 {
		b.first = uint64(first)
	}
	return err
}

// noteBatch writes, with the first changes, that a batch is open from here on.
func (tx *Tx) noteBatch(b *Batch, first uint64) error {
	v, err := json.Marshal(openBatch{First: first, Member: b.actor.Member})
	if err != nil {
		return wrap(err, "open batch")
	}
	return tx.putValue(store.State, []byte(keyBatch), v)
}

// keep remembers what a step touched, to show it at the end.
func (b *Batch) keep(tx *Tx) {
	b.settings = b.settings || tx.touchedSettings()
	b.keys = append(b.keys, tx.order...)
}

// Complete ends the batch: its records are in lists when it returns. Progress counts them.
func (b *Batch) Complete(progress func(done, total int64)) (ChangeSet, error) {
	w := b.w
	w.writing.Lock()
	defer w.writing.Unlock()
	defer b.ended()
	w.batch = nil
	if b.first == 0 {
		return 0, nil
	}
	err := w.store.Update(func(st *store.Tx) error {
		tx := w.tx(st, b.actor, true)
		b.last = st.LogHead()
		if err := tx.putValue(store.State, setKey(b.first), uint64Bytes(b.last)); err != nil {
			return err
		}
		return tx.putValue(store.State, []byte(keyBatch), nil)
	})
	if err != nil {
		return 0, wrap(err, "complete batch")
	}
	if err := w.show(b.keys, progress); err != nil {
		return 0, wrap(err, "show batch")
	}
	w.tellMany(b.keys, b.last, b.settings)
	return ChangeSet(b.first), nil
}

// Abort takes the batch back.
func (b *Batch) Abort() error {
	w := b.w
	w.writing.Lock()
	defer w.writing.Unlock()
	defer b.ended()
	w.batch = nil
	return w.takeBackOpenBatch()
}

const showChunk = 2000

// show brings records that were written meanwhile into the columns, all of them at once
// to readers, without holding more than a few chunks in memory.
func (w *Workspace) show(keys []recordKey, progress func(done, total int64)) (err error) {
	used := make(chan []record.Row, chunksAhead)
	chunks := w.readAhead(keys, used)
	w.tables.ApplySeq(func(yield func([]record.Change) bool) {
		for i := 0; i < len(keys); i += showChunk {
			next := <-chunks
			if err = next.err; err != nil || !yield(next.changes()) {
				return
			}
			used <- next.rows
			if progress != nil {
				progress(int64(i), int64(len(keys)))
			}
		}
	})
	w.countUnsaved(len(keys))
	return err
}

// chunksAhead is how many chunks there are at most: one read, one waiting, one taken.
const chunksAhead = 3

// shown is a chunk of records on its way into the columns.
type shown struct {
	rows []record.Row
	err  error
}

func (s shown) changes() []record.Change {
	all := make([]record.Change, len(s.rows))
	for i := range s.rows {
		all[i].After = &s.rows[i]
	}
	return all
}

// readAhead reads records by chunks, one ahead of who takes them, up to an error. It uses
// the rows again that come back.
func (w *Workspace) readAhead(keys []recordKey, used <-chan []record.Row) <-chan shown {
	chunks := make(chan shown, 1)
	go func() {
		for chunk := range slices.Chunk(keys, showChunk) {
			var rows []record.Row
			select {
			case rows = <-used:
			default:
			}
			rows, err := w.readRows(chunk, rows)
			chunks <- shown{rows, err}
			if err != nil {
				return
			}
		}
	}()
	return chunks
}

// readRows reads records without their long texts: what columns need.
func (w *Workspace) readRows(keys []recordKey, room []record.Row) ([]record.Row, error) {
	rows := slices.Grow(room[:0], len(keys))[:len(keys)]
	return rows, w.View(Actor{}, func(tx *Tx) error {
		for i, k := range keys {
			b, ok, err := tx.st.Get(store.Rows(k.typ), k.id[:])
			if err != nil {
				return wrap(err, "read %v", k.id)
			}
			if !ok {
				return ErrLostRow.Err()
			}
			if err := rows[i].DecodeAgain(k.typ, k.id, b, tx.reg.TypeNum(k.typ)); err != nil {
				return err
			}
		}
		return nil
	})
}

// takeBackOpenBatch undoes the batch that the state bucket says is open.
func (w *Workspace) takeBackOpenBatch() error {
	var open openBatch
	err := w.store.View(func(st *store.Tx) error {
		b, ok, err := st.Get(store.State, []byte(keyBatch))
		if err != nil || !ok {
			return err
		}
		return json.Unmarshal(b, &open)
	})
	if err != nil || open.First == 0 {
		return wrap(err, "read open batch")
	}
	actor := Actor{Member: open.Member, Source: Undo}
	if _, err := w.undo(actor, open.First, undoOptions{quiet: true}); err != nil {
		return err
	}
	return wrap(w.store.Update(func(st *store.Tx) error { return st.Delete(store.State, []byte(keyBatch)) }), "close batch")
}

func setKey(first uint64) []byte { return append([]byte(keySet), uint64Bytes(first)...) }

func uint64Bytes(n uint64) []byte { return binary.BigEndian.AppendUint64(nil, n) }
