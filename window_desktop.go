//go:build desktop || bindings

package main

import (
	"fmt"
	"os"

	"dealbox/app"
	"dealbox/app/desktop"
	"dealbox/internal/site"
)

// openWindow opens the window and gives the exit code of the process when it is closed.
func openWindow(args []string) int {
	host := app.NewHost(app.Options{Version: version})
	if err := desktop.Run(site.Files(dist), host, args); err != nil {
		fmt.Fprintln(os.Stderr, "dealbox:", err)
		return 1
	}
	return 0
}
