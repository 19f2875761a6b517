package core

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"sync/atomic"
	"time"

	"dealbox/internal/access"
	"dealbox/internal/schema"
	"dealbox/internal/store"
	"dealbox/internal/table"
	"dealbox/internal/value"
)

// Options say how to open a workspace.
type Options struct {
	Types    []*schema.Type // declared record types: crm.Types()
	Store    store.Options
	Now      func() time.Time        // the clock; nil is time.Now
	Progress func(done, total int64) // while columns are built; may be nil
	Setup    func(*Tx) error         // fills a new file: Create only

	// Rates gives the worth of one unit of a currency in base currency on a day.
	Rates func(w *Workspace, on value.Date) func(value.Currency) (value.Decimal, bool)
}

func (o Options) now() func() time.Time {
	if o.Now != nil {
		return o.Now
	}
	return time.Now
}

// Workspace is an open file with its columns. See the package.
type Workspace struct {
	store    *store.Store
	declared *schema.Registry // without what users added
	reg      atomic.Pointer[schema.Registry]
	config   atomic.Pointer[Config]
	tables   *table.Set
	policy   access.Policy
	now      func() time.Time
	cacheDir string
	rates    func(*Workspace, value.Date) func(value.Currency) (value.Decimal, bool)

	warming    sync.WaitGroup  // reads the rest of the snapshot, and makes columns ready for the first search
	background context.Context // of that
	cool       context.CancelFunc
	arrived    chan struct{} // closed when nothing of the snapshot is left to be read

	writing sync.Mutex // one update at a time, columns included
	batch   *Batch     // the open one; under writing
	news    news
	unsaved atomic.Int64 // changes since the column snapshot
	rebuilt atomic.Bool  // there was none that fits
	saving  atomic.Bool  // one is on its way
}

// Create makes a new file and fills it with what Options.Setup gives. A file that is there
// already is refused. When Setup fails nothing is left.
func Create(path string, o Options) (*Workspace, error) {
	st, err := store.Create(path, o.Store)
	if err != nil {
		return nil, err
	}
	w, err := open(st, o)
	if err != nil {
		return nil, err
	}
	if o.Setup != nil {
		if _, err := w.Update(Actor{Source: Setup}, o.Setup); err != nil {
			return nil, discard(w, path, err)
		}
	}
	return w, nil
}

// Open opens a file. An import that a kill left open is taken back first.
func Open(path string, o Options) (*Workspace, error) {
	st, err := store.Open(path, o.Store)
	if err != nil {
		return nil, err
	}
	return open(st, o)
}

func open(st *store.Store, o Options) (*Workspace, error) {
	w := &Workspace{store: st, policy: access.Everyone{}, now: o.now(), cacheDir: o.Store.CacheDir, rates: o.Rates, arrived: make(chan struct{})}
	w.background, w.cool = context.WithCancel(context.Background())
	if err := w.prepare(o); err != nil {
		return nil, cmpErr(err, w.shut())
	}
	w.warming.Go(w.warm)
	return w, nil
}

// warm makes in the background what the first search would wait for, and a snapshot where
// there was none: the next opening is to be fast however this one ends.
func (w *Workspace) warm() {
	w.tables.Warm(w.background)
	if w.rebuilt.Load() {
		w.saveSoon()
	}
}

// shut closes the file once nothing reads any more.
func (w *Workspace) shut() error {
	w.cool()
	w.warming.Wait()
	return w.store.Close()
}

func (w *Workspace) prepare(o Options) (err error) {
	if w.declared, err = schema.NewRegistry(o.Types...); err != nil {
		return wrap(err, "declare record types")
	}
	if err := w.readSettings(); err != nil {
		return err
	}
	w.tables = table.New(w.Registry())
	if err := w.load(o.Progress); err != nil {
		return wrap(err, "read records")
	}
	if w.ReadOnly() {
		return nil
	}
	return wrap(w.takeBackOpenBatch(), "take back an interrupted import")
}

// Close writes the column snapshot and closes the file. What was acknowledged is on disk
// before.
func (w *Workspace) Close() error {
	w.cool() // the snapshot is not to wait for all of it
	w.writing.Lock()
	defer w.writing.Unlock()
	w.warming.Wait()
	w.saveSnapshot()
	return w.shut()
}

// Registry is the schema as it is now.
func (w *Workspace) Registry() *schema.Registry { return w.reg.Load() }

// Tables are the columns, for lists.
func (w *Workspace) Tables() *table.Set { return w.tables }

// Policy says who may do what.
func (w *Workspace) Policy() access.Policy { return w.policy }

// Info says what is known of the file.
func (w *Workspace) Info() store.Info { return w.store.Info() }

// Path is where the file is.
func (w *Workspace) Path() string { return w.store.Path() }

// ReadOnly says that nothing can be written.
func (w *Workspace) ReadOnly() bool { return w.store.Info().ReadOnly }

// Now is the workspace's clock.
func (w *Workspace) Now() time.Time { return w.now() }

// SaveCopy writes a consistent copy of the file while it is in use, and checks it.
func (w *Workspace) SaveCopy(ctx context.Context, path string, progress func(done, total int64)) error {
	abs, err := filepath.Abs(path)
	if err != nil {
		return wrap(err, "save a copy")
	}
	return w.store.SnapshotTo(ctx, abs, progress)
}

// discard removes a new file that could not be filled.
func discard(w *Workspace, path string, cause error) error {
	_ = w.shut()
	_ = os.Remove(path)
	return cause
}

func (w *Workspace) resetTables() { w.tables = table.New(w.Registry()) }

func (w *Workspace) entryHash(seq uint64) (hash string, err error) {
	err = w.store.View(func(st *store.Tx) error {
		sum, err := st.EntryHash(seq)
		hash = fmt.Sprintf("%x", sum)
		return err
	})
	return hash, wrap(err, "read log entry %d", seq)
}
