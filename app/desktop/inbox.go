//go:build desktop || bindings

package desktop

import "sync"

// Events between the page and the window. The page emits EventReady each time it can take
// commands; the window emits EventCommand with a Command for each of them, and EventDrop
// with a Drop when files were dropped on it. EventFile comes from app and may change the
// menu: another file is open, or none, or the preferences changed.
const (
	EventReady   = "ready"
	EventCommand = "command"
	EventDrop    = "drop"
	EventFile    = "file"
)

// Drop is what was dropped on the window: absolute paths.
type Drop struct {
	Paths []string `json:"paths"`
}

// Command is something that the page is asked to do: an entry of its registry of commands,
// where an argument follows the name after a colon ("file.recent:/home/li/2026.dealbox").
type Command struct {
	ID string `json:"id"`
}

// inbox keeps commands until the page can take them. The system hands over files and
// links as soon as the process runs, long before the page listens.
type inbox struct {
	mu      sync.Mutex
	send    func(Command) // nil until the page is ready
	waiting []Command
}

// put delivers a command, now or when the page is ready.
func (b *inbox) put(id string) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.send == nil {
		b.waiting = append(b.waiting, Command{id})
		return
	}
	b.send(Command{id})
}

// ready delivers what has waited, in order, and everything after it at once.
func (b *inbox) ready(send func(Command)) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.send = send
	for _, c := range b.waiting {
		send(c)
	}
	b.waiting = nil
}
