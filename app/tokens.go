package app

import (
	"strconv"
	"sync"
)

// maxTokens is how many lists are kept; older ones are gone.
const maxTokens = 8

// tokens keeps the lists that pages look at, by token. A list is frozen row numbers; a
// board is one list for each of its stages. Safe for concurrent use.
type tokens struct {
	mu    sync.Mutex
	next  int
	order []string
	all   map[string]any
}

func (t *tokens) put(v any) string {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.all == nil {
		t.all = map[string]any{}
	}
	t.next++
	key := strconv.Itoa(t.next)
	t.all[key] = v
	t.order = append(t.order, key)
	if len(t.order) > maxTokens {
		delete(t.all, t.order[0])
		t.order = t.order[1:]
	}
	return key
}

func (t *tokens) drop(key string) {
	t.mu.Lock()
	defer t.mu.Unlock()
	delete(t.all, key)
	for i, k := range t.order {
		if k == key {
			t.order = append(t.order[:i], t.order[i+1:]...)
			return
		}
	}
}

// each calls f with every open list.
func (t *tokens) each(f func(any)) {
	t.mu.Lock()
	defer t.mu.Unlock()
	for _, v := range t.all {
		f(v)
	}
}

// list gives what a token stands for, or ErrGone.
func list[T any](t *tokens, key string) (v T, err error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	v, ok := t.all[key].(T)
	if !ok {
		return v, ErrGone.Err()
	}
	return v, nil
}
