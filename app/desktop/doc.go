//go:build desktop || bindings

// Package desktop is the window: a Wails shell over the services of app. It adds what only
// a window has (dialogs, menu, one instance, its place on the screen, files and links that
// the system hands over) and no rule of the product.
//
// The traps of the toolkit that shaped it: an error reaches the page only as a string; the
// context of OnStartup is the only one that the runtime accepts; a file may be handed over
// before the page can hear of it; on Linux OnStartup also runs in a second instance that is
// about to end, so a file is opened by the first request for a page instead.
package desktop
