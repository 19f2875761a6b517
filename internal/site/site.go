// Package site is the built front end, as every shell serves it: the window and the
// loopback server show the same files under the same policy.
//
// The files are embedded by main. A clone that has not built them yet still compiles and
// runs, and then shows a page that says so.
package site

import (
	"embed"
	"errors"
	"io/fs"
	"net/http"
)

// root is where Vite puts the built page, from the root of the project.
const root = "frontend/dist"

// Policy is the Content-Security-Policy of the page. Nothing comes from outside; styles are
// inline because components position themselves with them.
const Policy = "default-src 'self'; img-src 'self' data: blob:; style-src 'self' 'unsafe-inline'; " +
	"font-src 'self' data:; object-src 'none'; base-uri 'none'; frame-src 'none'; form-action 'none'"

//go:embed missing
var missing embed.FS

// Files gives the files of the front end, index.html at the top. Where dist holds no
// index.html they are a single page that says in both languages that it is not built.
func Files(dist fs.FS) fs.FS {
	if files, err := sub(dist, root); err == nil {
		return files
	}
	files, err := sub(missing, "missing")
	if err != nil {
		panic("site: the embedded page is gone: " + err.Error())
	}
	return files
}

// sub gives a folder of files, if there is a page in it.
func sub(files fs.FS, folder string) (fs.FS, error) {
	below, err := fs.Sub(files, folder)
	if err != nil {
		return nil, err
	}
	if _, err := fs.Stat(below, "index.html"); err != nil {
		return nil, errors.Join(fs.ErrNotExist, err)
	}
	return below, nil
}

// Headers puts the policy on every answer. Nothing is kept by the browser: WebView2 turns
// a 304 into an error, and the files are in memory anyway.
func Headers(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", Policy)
		h.Set("Cache-Control", "no-store")
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "no-referrer")
		next.ServeHTTP(w, r)
	})
}
