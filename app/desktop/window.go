//go:build desktop || bindings

package desktop

import (
	"context"
	"log/slog"
	"net/http"
	goruntime "runtime"
	"sync"

	"github.com/wailsapp/wails/v2/pkg/runtime"

	"dealbox/app"
)

// window is the one window of the process.
type window struct {
	host  *app.Host
	first target // what this start was asked to show
	inbox inbox
	begin sync.Once // the first file is opened once
	place place
	file  string // where the place is kept, or ""

	started chan struct{} // closed when ctx is set
	ctx     context.Context

	menuLock sync.Mutex
	menu     Menu // as it is shown
}

// onStartup takes the context that the runtime asks for in every call.
func (w *window) onStartup(ctx context.Context) {
	w.ctx = ctx
	close(w.started)
	runtime.EventsOn(ctx, EventReady, func(...any) { w.onReady() })
	runtime.OnFileDrop(ctx, func(_, _ int, paths []string) { w.emit(EventDrop, Drop{paths}) })
	w.restore()
}

// onReady hands over what has waited for the page. On Windows only the page can see what
// is dropped, and its side of the toolkit looks at it only once a listener is there.
func (w *window) onReady() {
	runtime.WindowExecJS(w.ctx, "window.runtime.OnFileDrop(() => {}, false)")
	w.inbox.ready(w.sendCommand)
}

// starting opens the first file with the first request for a page. That is the first moment
// at which this process is known to be the only instance.
func (w *window) starting(next http.Handler) http.Handler {
	return http.HandlerFunc(func(rw http.ResponseWriter, r *http.Request) {
		w.begin.Do(w.start)
		next.ServeHTTP(rw, r)
	})
}

func (w *window) start() {
	w.host.Attach(shell{w}, w.emit)
	w.host.OpenAtStart(w.first.path)
	if w.first.link != "" {
		w.inbox.put(w.first.command())
	}
}

// emit sends an event to the page.
func (w *window) emit(event string, data any) {
	<-w.started
	runtime.EventsEmit(w.ctx, event, data)
	if event == EventFile {
		w.refreshMenu()
	}
}

func (w *window) sendCommand(c Command) { runtime.EventsEmit(w.ctx, EventCommand, c) }

// refreshMenu shows the menu as it should be now. On Linux the toolkit can build it only
// once: a second one is never put into the window and breaks the first. There the menu
// keeps what menuAtStart gave it.
func (w *window) refreshMenu() {
	if goruntime.GOOS == "linux" {
		return
	}
	w.menuLock.Lock()
	defer w.menuLock.Unlock()
	now := menuOf(w.host)
	if now.same(w.menu) {
		return
	}
	w.menu = now
	runtime.MenuSetApplicationMenu(w.ctx, now.bar(goruntime.GOOS, w.do))
}

// menuAtStart is the menu before the first file is open. Where it stays, it counts the file
// that is about to be; one that cannot be opened makes the page say what is not possible.
func menuAtStart(h *app.Host, first target, system string) Menu {
	m := menuOf(h)
	m.Open = system == "linux" && (first.path != "" || len(m.Recent) > 0)
	return m
}

// menuOf says what the menu shows now.
func menuOf(h *app.Host) Menu {
	return Menu{Language: h.Lang(), Open: h.Open(), Recent: h.Recent()}
}

// do runs a command of the menu: those of the window here, the others in the page.
func (w *window) do(id string) {
	<-w.started
	switch id {
	case quitEntry.id:
		runtime.Quit(w.ctx)
	case fullscreenEntry.id:
		w.toggleFullscreen()
	default:
		w.inbox.put(id)
	}
}

func (w *window) toggleFullscreen() {
	if runtime.WindowIsFullscreen(w.ctx) {
		runtime.WindowUnfullscreen(w.ctx)
		return
	}
	runtime.WindowFullscreen(w.ctx)
}

// show brings the window to the front and has the page show what was asked for.
func (w *window) show(t target) {
	<-w.started
	runtime.WindowUnminimise(w.ctx)
	runtime.WindowShow(w.ctx)
	if id := t.command(); id != "" {
		w.inbox.put(id)
	}
}

// beforeClose keeps the place while the window still has one. It never prevents closing.
func (w *window) beforeClose(context.Context) bool {
	w.keep()
	return false
}

// shutdown closes the file. The page is gone, so a failure can only be logged; what the
// user did was on disk before it was acknowledged.
func (w *window) shutdown(context.Context) {
	if err := w.host.Close(); err != nil {
		slog.Error("close the file", "error", err)
	}
}
