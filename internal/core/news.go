package core

import (
	"slices"
	"sync"

	"dealbox/internal/value"
)

// News says that records changed, after lists show it. IDs are left out when there are
// more than maxIDs: many.
type News struct {
	Seq    uint64
	Types  []string
	IDs    []value.ID
	Schema bool // fields or choices changed
}

const maxIDs = 200

// news keeps who wants to know.
type news struct {
	mu   sync.Mutex
	next int
	subs map[int]func(News)
}

// Subscribe calls f after each change, one at a time, from the goroutine that made it: f
// must return soon and must not change the workspace. stop ends it.
func (w *Workspace) Subscribe(f func(News)) (stop func()) {
	n := &w.news
	n.mu.Lock()
	defer n.mu.Unlock()
	if n.subs == nil {
		n.subs = map[int]func(News){}
	}
	n.next++
	id := n.next
	n.subs[id] = f
	return func() {
		n.mu.Lock()
		defer n.mu.Unlock()
		delete(n.subs, id)
	}
}

func (w *Workspace) tell(tx *Tx, seq uint64) {
	w.tellMany(tx.order, seq, tx.touchedSettings())
}

func (w *Workspace) tellMany(keys []recordKey, seq uint64, settings bool) {
	reg, what := w.Registry(), News{Seq: seq, Schema: settings}
	for _, k := range keys {
		if key := reg.TypeNum(k.typ).Key; !slices.Contains(what.Types, key) {
			what.Types = append(what.Types, key)
		}
		if len(keys) <= maxIDs {
			what.IDs = append(what.IDs, k.id)
		}
	}
	w.news.mu.Lock()
	defer w.news.mu.Unlock()
	for _, f := range w.news.subs {
		f(what)
	}
}
