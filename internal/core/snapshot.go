package core

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"dealbox/internal/schema"
)

// The column snapshot is a file in the cache folder that spares reading every row at
// opening. It can be thrown away at any time. It is a list of sealed blocks, each with its
// length in four bytes before: a header, then one block for each type in order of number.

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

const snapshotLayout = 1

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
	if path == "" || w.unsaved.Load() == 0 {
		return
	}
	if err := w.writeSnapshot(path + ".new"); err != nil {
		_ = os.Remove(path + ".new")
		return
	}
	if os.Rename(path+".new", path) == nil {
		w.unsaved.Store(0)
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
	out := bufio.NewWriterSize(f, 1<<20)
	b, err := json.Marshal(head)
	if err != nil {
		return err
	}
	if err := w.writeBlock(out, "head", b); err != nil {
		return err
	}
	var block bytes.Buffer
	for _, t := range w.Registry().Types() {
		block.Reset()
		if err := w.tables.Table(t.Num).Encode(&block); err != nil {
			return err
		}
		if err := w.writeBlock(out, t.Key, block.Bytes()); err != nil {
			return err
		}
	}
	return out.Flush()
}

func (w *Workspace) writeBlock(out io.Writer, name string, plain []byte) error {
	sealed, err := w.store.SealCache("columns/"+name, plain)
	if err != nil {
		return err
	}
	if _, err := out.Write(binary.BigEndian.AppendUint32(nil, uint32(len(sealed)))); err != nil {
		return err
	}
	_, err = out.Write(sealed)
	return err
}

// loadSnapshot fills the columns from the snapshot and says up to which log entry they
// go. Whatever is wrong with it, the rows are read instead.
func (w *Workspace) loadSnapshot() (seq uint64, ok bool) {
	path := w.snapshotPath()
	if path == "" {
		return 0, false
	}
	f, err := os.Open(path)
	if err != nil {
		return 0, false
	}
	defer func() { _ = f.Close() }()
	if seq, err = w.readSnapshot(f); err != nil {
		w.resetTables()
		return 0, false
	}
	return seq, true
}

func (w *Workspace) readSnapshot(f *os.File) (uint64, error) {
	blocks, err := findBlocks(f)
	if err != nil {
		return 0, err
	}
	types := w.Registry().Types()
	if len(blocks) != len(types)+1 {
		return 0, fmt.Errorf("column snapshot has %d blocks", len(blocks))
	}
	b, err := w.readBlock(blocks[0], "head")
	if err != nil {
		return 0, err
	}
	var head snapshotHead
	if err := json.Unmarshal(b, &head); err != nil {
		return 0, err
	}
	want, err := w.snapshotHead(head.Seq)
	if err != nil {
		return 0, err
	}
	if fmt.Sprint(head) != fmt.Sprint(want) {
		return 0, fmt.Errorf("column snapshot is of something else")
	}
	of := map[uint32]*io.SectionReader{}
	for i, t := range types {
		of[t.Num] = blocks[i+1]
	}
	err = inParallel(types, func(t *schema.Type) error {
		b, err := w.readBlock(of[t.Num], t.Key)
		if err != nil {
			return err
		}
		return w.tables.Table(t.Num).Decode(bytes.NewReader(b))
	})
	w.tables.Ready()
	return head.Seq, err
}

// findBlocks tells where the blocks of a snapshot stand, without their lengths.
func findBlocks(f *os.File) (all []*io.SectionReader, err error) {
	i, err := f.Stat()
	if err != nil {
		return nil, err
	}
	var size [4]byte
	for at := int64(0); at < i.Size(); {
		if _, err := f.ReadAt(size[:], at); err != nil {
			return nil, err
		}
		at += int64(len(size))
		n := int64(binary.BigEndian.Uint32(size[:]))
		if n > i.Size()-at {
			return nil, fmt.Errorf("column snapshot ends early")
		}
		all = append(all, io.NewSectionReader(f, at, n))
		at += n
	}
	return all, nil
}

func (w *Workspace) readBlock(in *io.SectionReader, name string) ([]byte, error) {
	sealed := make([]byte, in.Size())
	if _, err := io.ReadFull(in, sealed); err != nil {
		return nil, err
	}
	return w.store.OpenCache("columns/"+name, sealed)
}

// countUnsaved notes changes, and writes a snapshot when many have come together.
func (w *Workspace) countUnsaved(n int) {
	if w.unsaved.Add(int64(n)) >= snapshotEvery {
		w.saveSnapshot()
	}
}
