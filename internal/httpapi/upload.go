package httpapi

import (
	"encoding/json"
	"io"
	"log/slog"
	"net/http"
)

// Uploads takes files that the browser sends, in place of the paths that a window has.
type Uploads interface {
	// Upload keeps a file and gives its id. The name is as the page says, not a path.
	Upload(name string, content io.Reader) (id string, err error)
}

type uploads struct{ to Uploads }

// ServeHTTP takes the part "file" of a form, as it streams in.
func (u *uploads) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	parts, err := r.MultipartReader()
	if err != nil {
		http.Error(w, `{"code":"invalid"}`, http.StatusBadRequest)
		return
	}
	for {
		part, err := parts.NextPart()
		if err != nil {
			http.Error(w, `{"code":"invalid"}`, http.StatusBadRequest)
			return
		}
		if part.FormName() != "file" {
			continue
		}
		id, err := u.to.Upload(part.FileName(), part)
		if err != nil {
			slog.Error("take upload", "error", err)
			http.Error(w, `{"code":"internal"}`, http.StatusInternalServerError)
			return
		}
		w.Header().Set("Content-Type", "application/json")
		if err := json.NewEncoder(w).Encode(map[string]string{"id": id, "name": part.FileName()}); err != nil {
			slog.Warn("write answer", "error", err)
		}
		return
	}
}
