package cli

import (
	"fmt"
	"net/http"
	"net/url"

	"dealbox/app"
	"dealbox/internal/httpapi"
	"dealbox/internal/site"
)

type serveCmd struct {
	Link    string `arg:"" optional:"" help:"${link_help}"`
	Address string `help:"${address_help}" default:"127.0.0.1:0"`
}

// Run serves the program to a browser until it is interrupted. The first line that it
// prints is the link.
func (c *serveCmd) Run(r *run) error {
	events := make(chan *httpapi.Server, 1)
	h := app.NewHost(app.Options{Version: r.Version, Emit: emitter(events)})
	h.OpenAtStart(r.file)
	server, err := httpapi.New(httpapi.Options{
		Address: c.Address, Site: site.Headers(http.FileServerFS(site.Files(r.Dist))),
		Services: app.Services(h), Format: h.Format, Uploads: h,
	})
	if err != nil {
		return first(err, h.Close())
	}
	events <- server
	fmt.Fprintln(r.Stdout, server.Link()+atLink(c.Link))
	return first(server.Serve(r.ctx), h.Close())
}

// atLink is what makes the page open where a link of Dealbox leads: the link itself, behind
// the "#" of the address.
func atLink(link string) string {
	if link == "" {
		return ""
	}
	return "#" + (&url.URL{Fragment: link}).EscapedFragment()
}

// emitter tells pages of events once there is a server; before, nobody listens.
func emitter(ready chan *httpapi.Server) func(string, any) {
	return func(name string, data any) {
		select {
		case s := <-ready:
			ready <- s
			s.Emit(name, data)
		default:
		}
	}
}

type versionCmd struct{}

// Run prints the version.
func (versionCmd) Run(r *run) error {
	_, err := fmt.Fprintln(r.Stdout, r.Version)
	return err
}
