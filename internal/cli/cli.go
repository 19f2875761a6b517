// Package cli is the command line of Dealbox: it calls app, as every shell does.
package cli

import (
	"context"
	"fmt"
	"io"
	"io/fs"
	"net/http"
	"os"
	"os/signal"
	"syscall"

	"dealbox/app"
	"dealbox/internal/httpapi"
	"dealbox/internal/site"
)

// Env is what a command runs in.
type Env struct {
	Stdin          io.Reader
	Stdout, Stderr io.Writer
	Dist           fs.FS // the built front end
	Version        string
}

func serve(env Env, file, address string) error {
	var server *httpapi.Server
	h := app.NewHost(app.Options{Version: env.Version, Emit: func(name string, data any) {
		if server != nil {
			server.Emit(name, data)
		}
	}})
	h.OpenAtStart(file)
	server, err := httpapi.New(httpapi.Options{
		Address: address, Site: site.Headers(http.FileServerFS(site.Files(env.Dist))),
		Services: app.Services(h), Format: h.Format, Uploads: h,
	})
	if err != nil {
		return err
	}
	fmt.Fprintln(env.Stdout, server.Link())
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if err := server.Serve(ctx); err != nil {
		return err
	}
	return h.Close()
}

// Run runs a command and gives the exit code.
func Run(args []string, env Env) int {
	file := ""
	for i, a := range args {
		if a == "--file" {
			file = args[i+1]
		}
	}
	if err := serve(env, file, "127.0.0.1:0"); err != nil {
		fmt.Fprintln(env.Stderr, err)
		return 1
	}
	return 0
}
