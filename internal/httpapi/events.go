package httpapi

import (
	"encoding/json"
	"fmt"
	"log/slog"
	"net/http"
	"sync"
	"time"
)

// events is the stream of what the core tells open pages, as server-sent events.
type events struct {
	mu    sync.Mutex
	pages map[chan []byte]bool
	done  chan struct{}
	once  sync.Once
}

func newEvents() *events {
	return &events{pages: map[chan []byte]bool{}, done: make(chan struct{})}
}

func (e *events) close() { e.once.Do(func() { close(e.done) }) }

// backlog is how many events a slow page may be behind; then it is told to ask again.
const backlog = 256

func (e *events) emit(name string, data any) {
	b, err := json.Marshal(map[string]any{"name": name, "data": data})
	if err != nil {
		slog.Error("write event", "name", name, "error", err)
		return
	}
	e.mu.Lock()
	defer e.mu.Unlock()
	for page := range e.pages {
		select {
		case page <- b:
		default: // closed by its handler, which ends the stream: the page connects anew
			delete(e.pages, page)
			close(page)
		}
	}
}

// ServeHTTP streams events until the page goes away.
func (e *events) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	page := make(chan []byte, backlog)
	e.mu.Lock()
	e.pages[page] = true
	e.mu.Unlock()
	defer func() {
		e.mu.Lock()
		delete(e.pages, page)
		e.mu.Unlock()
	}()
	w.Header().Set("Content-Type", "text/event-stream")
	w.Header().Set("Cache-Control", "no-store")
	alive := time.NewTicker(20 * time.Second)
	defer alive.Stop()
	out := http.NewResponseController(w)
	send := func(s string) bool {
		_, err := fmt.Fprint(w, s)
		return err == nil && out.Flush() == nil
	}
	ok := send(": hello\n\n")
	for ok {
		select {
		case b, open := <-page:
			ok = open && send("data: "+string(b)+"\n\n")
		case <-alive.C:
			ok = send(": alive\n\n")
		case <-e.done:
			return
		case <-r.Context().Done():
			return
		}
	}
}
