package app

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
)

// Upload keeps a file that the browser sent until it is imported, and gives its id. Names
// from outside never become paths: the file stands under an id, with only a known ending.
func (h *Host) Upload(name string, content io.Reader) (id string, err error) {
	dir := h.uploadDir()
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return "", fmt.Errorf("keep upload: %w", err)
	}
	f, err := os.CreateTemp(dir, "upload-*"+ending(name))
	if err != nil {
		return "", fmt.Errorf("keep upload: %w", err)
	}
	_, err = io.Copy(f, content)
	if e := f.Close(); err == nil {
		err = e
	}
	if err != nil {
		_ = os.Remove(f.Name())
		return "", fmt.Errorf("keep upload: %w", err)
	}
	id = filepath.Base(f.Name())
	h.sent.Store(id, name[strings.LastIndexAny(name, `/\`)+1:])
	return id, nil
}

// sentAs is what an upload is called.
func (h *Host) sentAs(id string) string {
	if name, ok := h.sent.Load(id); ok && name != "" {
		return name.(string)
	}
	return id
}

func (h *Host) uploadDir() string { return filepath.Join(h.o.CacheDir, "uploads") }

// uploaded gives the path of an upload by its id.
func (h *Host) uploaded(id string) (string, error) {
	if id != filepath.Base(id) || !strings.HasPrefix(id, "upload-") {
		return "", ErrPath.With("path", id)
	}
	return filepath.Join(h.uploadDir(), id), nil
}

func ending(name string) string {
	switch e := strings.ToLower(filepath.Ext(name)); e {
	case ".csv", ".tsv", ".txt", ".xlsx", ".xls", ".json":
		return e
	}
	return ""
}
