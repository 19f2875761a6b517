package core

import (
	"runtime"
	"slices"
	"sync"

	"dealbox/internal/record"
	"dealbox/internal/schema"
	"dealbox/internal/store"
	"dealbox/internal/value"
)

// loadChunk is how many rows one view reads while columns are built.
const loadChunk = 10_000

// load fills the columns: from the snapshot and the log since, or from the rows.
func (w *Workspace) load(progress func(done, total int64)) error {
	seq, ok := w.loadSnapshot()
	if ok {
		return wrap(w.catchUp(seq), "read changes since the snapshot")
	}
	close(w.arrived)
	stop := w.store.ReadAhead()
	defer stop()
	total, done := int64(0), int64(0)
	err := w.store.View(func(st *store.Tx) error {
		for _, t := range w.Registry().Types() {
			total += int64(st.Count(store.Rows(t.Num)))
		}
		return nil
	})
	if err != nil {
		return err
	}
	var mu sync.Mutex
	err = inParallel(w.Registry().Types(), func(t *schema.Type) error {
		err := w.loadType(t, func(n int) {
			mu.Lock()
			defer mu.Unlock()
			if done += int64(n); progress != nil {
				progress(done, total)
			}
		})
		return wrap(err, "read %s", t.Key)
	})
	w.tables.Ready()
	w.rebuilt.Store(err == nil && !w.ReadOnly())
	return err
}

// inParallel works on types side by side, as many as there are processors.
func inParallel(types []*schema.Type, work func(*schema.Type) error) error {
	todo := make(chan *schema.Type, len(types))
	for _, t := range types {
		todo <- t
	}
	close(todo)
	failures := make(chan error, len(types))
	var all sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		all.Go(func() {
			for t := range todo {
				failures <- work(t)
			}
		})
	}
	all.Wait()
	close(failures)
	var err error
	for e := range failures {
		err = cmpErr(err, e)
	}
	return err
}

// loadType reads all rows of a type. No view is open for long.
func (w *Workspace) loadType(t *schema.Type, progress func(n int)) error {
	from := []byte{0}
	for from != nil {
		n, next := 0, []byte(nil)
		err := w.store.View(func(st *store.Tx) error {
			return st.Scan(store.Rows(t.Num), from, func(key, v []byte) (bool, error) {
				if n == loadChunk {
					next = slices.Clone(key)
					return false, nil
				}
				n++
				if len(key) != len(value.ID{}) {
					return false, ErrLostRow.Err()
				}
				r, err := record.Decode(t.Num, value.ID(key), v, t)
				if err != nil {
					return false, ErrLostRow.Wrap(err)
				}
				w.tables.Load(t.Num, r)
				return true, nil
			})
		})
		if err != nil {
			return err
		}
		from = next
		progress(n)
	}
	return nil
}

// catchUp applies what the log says was touched after a sequence.
func (w *Workspace) catchUp(seq uint64) error {
	seen := map[recordKey]bool{}
	var keys []recordKey
	for {
		entries, err := w.Follow(seq+1, 1000)
		if err != nil {
			return err
		}
		if len(entries) == 0 {
			return w.show(keys, nil)
		}
		for _, e := range entries {
			seq = e.Seq
			for _, r := range e.Records {
				k := recordKey{r.Type, r.ID}
				if !seen[k] && w.Registry().TypeNum(r.Type) != nil {
					seen[k] = true
					keys = append(keys, k)
				}
			}
		}
	}
}
