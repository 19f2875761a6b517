//go:build desktop || bindings

package desktop

import (
	"log/slog"
	goruntime "runtime"

	"github.com/wailsapp/wails/v2/pkg/runtime"
)

// restore moves the window to where it was, if it can be reached there.
func (w *window) restore() {
	all, err := runtime.ScreenGetAll(w.ctx)
	if err != nil {
		slog.Warn("ask for the screens", "error", err)
		return
	}
	screens := make([]screen, 0, len(all))
	for _, s := range all {
		screens = append(screens, screen{s.Size.Width, s.Size.Height})
	}
	if !w.place.Maximised && w.place.reachable(screens) {
		w.move(w.place.X, w.place.Y)
	}
}

// move sets the position in the coordinates in which the toolkit reports it. On Windows it
// sets it from the corner of the free area beside the task bar but reports it from the
// corner of the screen; moving again by the difference agrees the two.
func (w *window) move(x, y int) {
	runtime.WindowSetPosition(w.ctx, x, y)
	if goruntime.GOOS != "windows" {
		return
	}
	gotX, gotY := runtime.WindowGetPosition(w.ctx)
	if gotX != x || gotY != y {
		runtime.WindowSetPosition(w.ctx, 2*x-gotX, 2*y-gotY)
	}
}

// keep notes where the window is. While it is maximised, minimised or in full screen the
// size and position to come back to are the ones kept before.
func (w *window) keep() {
	if w.file == "" {
		return
	}
	w.place.Maximised = runtime.WindowIsMaximised(w.ctx)
	if runtime.WindowIsNormal(w.ctx) {
		w.place.Width, w.place.Height = runtime.WindowGetSize(w.ctx)
		w.place.X, w.place.Y = runtime.WindowGetPosition(w.ctx)
		w.place.Placed = true
	}
	if err := w.place.write(w.file); err != nil {
		slog.Warn("keep the place of the window", "error", err)
	}
}
