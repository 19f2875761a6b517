//go:build desktop || bindings

package desktop

import (
	"fmt"
	"io/fs"
	"net/http"
	"os"
	"path/filepath"
	goruntime "runtime"

	"github.com/wailsapp/wails/v2"
	"github.com/wailsapp/wails/v2/pkg/options"
	"github.com/wailsapp/wails/v2/pkg/options/assetserver"
	"github.com/wailsapp/wails/v2/pkg/options/linux"
	"github.com/wailsapp/wails/v2/pkg/options/mac"
	"github.com/wailsapp/wails/v2/pkg/options/windows"

	"dealbox/app"
	"dealbox/internal/site"
)

// instance names the lock that keeps a user to one window. It is by program, not by file.
const instance = "cn.dealbox.window"

// Run opens the window over the files of the page and returns when it is closed. Args are
// those of the process: a .dealbox file or a dealbox:// link is shown. Where a window is
// open already, that one shows it and the process ends. The host must be new: making one
// opens no file and takes no lock, and writing the bindings makes one too.
func Run(files fs.FS, host *app.Host, args []string) error {
	w := newWindow(host, args)
	if err := wails.Run(w.options(files)); err != nil {
		return fmt.Errorf("open the window: %w", err)
	}
	return nil
}

// newWindow reads what the start asks for and where the window was. The arguments of the
// process become absolute on the way: on macOS the instance that gets them from a second
// start does not know its folder.
func newWindow(host *app.Host, args []string) *window {
	dir, err := os.Getwd()
	if err != nil {
		dir = ""
	}
	w := &window{host: host, first: readTarget(args, dir), started: make(chan struct{})}
	if w.first.path != "" {
		os.Args = []string{os.Args[0], w.first.path}
	}
	if file, err := placeFile(); err == nil {
		w.file = file
	}
	w.place = readPlace(w.file)
	w.menu = menuAtStart(host, w.first, goruntime.GOOS)
	return w
}

func (w *window) options(files fs.FS) *options.App {
	state := options.Normal
	if w.place.Maximised {
		state = options.Maximised
	}
	return &options.App{
		Title:                    "Dealbox 商机匣",
		Width:                    w.place.Width,
		Height:                   w.place.Height,
		MinWidth:                 minWidth,
		MinHeight:                minHeight,
		WindowStartState:         state,
		AssetServer:              w.assets(files),
		Menu:                     w.menu.bar(goruntime.GOOS, w.do),
		Bind:                     app.Services(w.host),
		ErrorFormatter:           func(err error) any { return w.host.Format(err) },
		OnStartup:                w.onStartup,
		OnBeforeClose:            w.beforeClose,
		OnShutdown:               w.shutdown,
		EnableDefaultContextMenu: true, // cut, copy and paste in text fields; the page has its own elsewhere
		DragAndDrop:              &options.DragAndDrop{EnableFileDrop: true},
		SingleInstanceLock:       &options.SingleInstanceLock{UniqueId: instance, OnSecondInstanceLaunch: w.second},
		Windows:                  w.windows(),
		Mac:                      w.mac(),
		Linux:                    &linux.Options{ProgramName: "dealbox", WebviewGpuPolicy: linux.WebviewGpuPolicyNever},
	}
}

// assets serves the page under the policy that the loopback server has too.
func (w *window) assets(files fs.FS) *assetserver.Options {
	return &assetserver.Options{
		Assets:     files,
		Middleware: func(next http.Handler) http.Handler { return site.Headers(w.starting(next)) },
	}
}

// second answers another start of the program.
func (w *window) second(data options.SecondInstanceData) {
	w.show(readTarget(data.Args, data.WorkingDirectory))
}

func (w *window) mac() *mac.Options {
	return &mac.Options{
		Preferences: &mac.Preferences{TabFocusesLinks: mac.Enabled},
		About:       &mac.AboutInfo{Title: "Dealbox 商机匣"},
		OnFileOpen:  func(path string) { go w.show(target{path: path}) },
		OnUrlOpen:   func(link string) { go w.show(target{link: link}) },
	}
}

// windows keeps what WebView2 stores where it can be thrown away.
func (w *window) windows() *windows.Options {
	o := &windows.Options{Theme: windows.SystemDefault, Messages: webviewMessages(w.menu.Language)}
	if cache, err := os.UserCacheDir(); err == nil {
		o.WebviewUserDataPath = filepath.Join(cache, "Dealbox", "WebView2")
	}
	return o
}
