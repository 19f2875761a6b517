package core

import (
	"context"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"time"

	"dealbox/internal/schema"
	"dealbox/internal/table"
)

// The column snapshot is a file in the cache folder that spares reading every row at
// opening. It can be thrown away at any time. It is a list of sealed streams (see sealing):
// a header, then two for each type in the order of the registry: columns, and the search
// arenas, which are read after the file is open.

// snapshotEvery is after how many changes a new snapshot is due.
const snapshotEvery = 20_000

// snapshotHead says what a snapshot is of; it is used only where all of it fits.
type snapshotHead struct {
	Layout     int      `json:"layout"` // of columns, in this program
	Workspace  string   `json:"workspace"`
	Generation uint64   `json:"generation"`
	Schema     string   `json:"schema"`
	Seq        uint64   `json:"seq"`
	Entry      string   `json:"entry"` // hash of that log entry: the same history
	Types      []uint32 `json:"types"`
}

const snapshotLayout = 5

func (w *Workspace) snapshotPath() string {
	if w.cacheDir == "" {
		return ""
	}
	return filepath.Join(w.cacheDir, fmt.Sprintf("%x.columns", w.store.Info().WorkspaceID))
}

func (w *Workspace) snapshotHead(seq uint64) (snapshotHead, error) {
	i := w.store.Info()
	h := snapshotHead{Layout: snapshotLayout, Workspace: fmt.Sprintf("%x", i.WorkspaceID), Generation: i.Generation, Seq: seq}
	types := w.Registry().Types()
	for _, t := range types {
		h.Types = append(h.Types, t.Num)
	}
	b, err := json.Marshal(types)
	if err != nil {
		return h, wrap(err, "describe schema")
	}
	h.Schema = fmt.Sprintf("%x", sha256.Sum256(b))
	if seq == 0 {
		return h, nil
	}
	h.Entry, err = w.entryHash(seq)
	return h, err
}

// saveSnapshot writes the columns. A failure costs the next opening some time, nothing
// else, so it is not told.
func (w *Workspace) saveSnapshot() {
	path := w.snapshotPath()
	if path == "" || w.unsaved.Load() == 0 && !w.rebuilt.Load() {
		return
	}
	if err := w.writeSnapshot(path + ".new"); err != nil {
		_ = os.Remove(path + ".new")
		return
	}
	if os.Rename(path+".new", path) == nil {
		w.unsaved.Store(0)
		w.rebuilt.Store(false)
	}
}

func (w *Workspace) writeSnapshot(path string) (err error) {
	head, err := w.snapshotHead(w.store.Info().LogHead)
	if err != nil {
		return err
	}
	f, err := os.OpenFile(path, os.O_CREATE|os.O_TRUNC|os.O_WRONLY, 0o600)
	if err != nil {
		return wrap(err, "write column snapshot")
	}
	defer func() { err = cmpErr(err, f.Close()) }()
	b, err := json.Marshal(head)
	if err != nil {
		return err
	}
	if err := w.writeStream(f, "head", func(to io.Writer) error { _, err := to.Write(b); return err }); err != nil {
		return err
	}
	for _, t := range w.Registry().Types() {
		tab := w.tables.Table(t.Num)
		if err := w.writeStream(f, t.Key, tab.Encode); err != nil {
			return err
		}
		if err := w.writeStream(f, searchStream(t), tab.EncodeSearch); err != nil {
			return err
		}
	}
	return nil
}

func (w *Workspace) writeStream(out io.Writer, name string, write func(io.Writer) error) error {
	s := &sealing{w: w, out: out, stream: name}
	if err := write(s); err != nil {
		return err
	}
	return s.Close()
}

// loadSnapshot fills the columns from the snapshot and says up to which log entry they
// go. Whatever is wrong with it, the rows are read instead.
func (w *Workspace) loadSnapshot() (seq uint64, ok bool) {
	f, err := os.Open(w.snapshotPath())
	if err != nil {
		return 0, false
	}
	if seq, err = w.readSnapshot(f); err != nil {
		_ = f.Close() // was only read
		w.resetTables()
		return 0, false
	}
	var all []*table.Table
	for _, t := range w.Registry().Types() {
		all = append(all, w.tables.Table(t.Num))
	}
	w.warming.Go(func() { w.arrive(f, all) })
	return seq, true
}

// arrive reads the rest of a snapshot. What is left when the file closes before is made of
// the columns. Views wait for it, and whoever changes columns may wait for a view: so it
// must take no lock of those.
func (w *Workspace) arrive(f *os.File, all []*table.Table) {
	defer close(w.arrived)
	for _, t := range all {
		if w.background.Err() == nil {
			t.Complete()
		}
	}
	_ = f.Close() // was only read
}

func searchStream(t *schema.Type) string { return t.Key + "/search" }

func (w *Workspace) readSnapshot(f *os.File) (uint64, error) {
	streams, err := findStreams(f)
	if err != nil {
		return 0, err
	}
	types := w.Registry().Types()
	if len(streams) != 1+2*len(types) {
		return 0, fmt.Errorf("column snapshot has %d streams", len(streams))
	}
	var head snapshotHead
	if err := json.NewDecoder(w.unseal(streams[0], "head")).Decode(&head); err != nil {
		return 0, err
	}
	want, err := w.snapshotHead(head.Seq)
	if err != nil {
		return 0, err
	}
	if fmt.Sprint(head) != fmt.Sprint(want) {
		return 0, fmt.Errorf("column snapshot is of something else")
	}
	columns, search := map[uint32]*io.SectionReader{}, map[uint32]*io.SectionReader{}
	for i, t := range types {
		columns[t.Num], search[t.Num] = streams[1+2*i], streams[2+2*i]
	}
	err = inParallel(types, func(t *schema.Type) error {
		tab, of, late := w.tables.Table(t.Num), columns[t.Num], search[t.Num]
		if err := tab.Decode(w.unseal(of, t.Key), int(of.Size())); err != nil {
			return err
		}
		tab.DecodeSearchLater(w.unseal(late, searchStream(t)), int(late.Size()))
		return nil
	})
	w.tables.Ready()
	return head.Seq, err
}

func (w *Workspace) unseal(in io.Reader, name string) *unsealing {
	return &unsealing{w: w, in: in, stream: name}
}

// countUnsaved notes changes; when many have come together a snapshot is written. It is
// called with the writing lock held.
func (w *Workspace) countUnsaved(n int) {
	if w.unsaved.Add(int64(n)) >= snapshotEvery && w.saving.CompareAndSwap(false, true) {
		w.warming.Go(w.saveSoon)
	}
}

// saveSoon writes the snapshot in the background, between changes. It does not wait for the
// lock: Close holds it while it waits for us. While a batch is open the log is ahead of the
// columns, and a snapshot would say that they have what they lack.
func (w *Workspace) saveSoon() {
	defer w.saving.Store(false)
	for ; w.background.Err() == nil; pause(w.background, saveRetry) {
		if !w.writing.TryLock() {
			continue
		}
		quiet := w.batch == nil
		if quiet {
			w.saveSnapshot()
		}
		w.writing.Unlock()
		if quiet {
			return
		}
	}
}

// saveRetry is how often saveSoon looks whether it may.
const saveRetry = 20 * time.Millisecond

func pause(ctx context.Context, d time.Duration) {
	select {
	case <-ctx.Done():
	case <-time.After(d):
	}
}
