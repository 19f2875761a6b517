package app

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"dealbox/internal/core"
	"dealbox/internal/crm"
	"dealbox/internal/i18n"
	"dealbox/internal/value"
)

// Create makes a new file and opens it.
func (f *Files) Create(n NewFile) (info FileInfo, err error) {
	defer guard(&err)
	if strings.TrimSpace(n.Person) == "" {
		return info, ErrName.On("person")
	}
	path, err := f.newPath(n)
	if err != nil {
		return info, err
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return info, ErrPath.With("path", path)
	}
	o := f.h.coreOptions()
	o.Setup = func(tx *core.Tx) error { return setup(tx, n, path) }
	w, err := core.Create(path, o)
	if err != nil {
		return info, err
	}
	return f.h.adopt(w)
}

// newPath settles where a new file goes: nothing is overwritten.
func (f *Files) newPath(n NewFile) (string, error) {
	path := n.Path
	if path == "" {
		name := strings.TrimSpace(n.Name)
		if name == "" || strings.ContainsAny(name, `/\:*?"<>|`) || strings.HasPrefix(name, ".") {
			return "", ErrPath.With("path", n.Name).On("name")
		}
		path = filepath.Join(f.h.o.Folder, name)
	}
	return newFilePath(path)
}

func newFilePath(path string) (string, error) {
	if !strings.EqualFold(filepath.Ext(path), Extension) {
		path += Extension
	}
	abs, err := filepath.Abs(path)
	if err != nil {
		return "", ErrPath.With("path", path)
	}
	if _, err := os.Stat(abs); err == nil {
		return "", ErrTaken.With("path", abs).On("path")
	}
	return abs, nil
}

// setup fills a new file: settings, the default pipeline, the file's owner.
func setup(tx *core.Tx, n NewFile, path string) error {
	l := i18n.Parse(n.Language)
	c := core.Config{Name: strings.TrimSpace(n.Name), Base: value.Currency(n.Currency), Zone: n.Zone, Lang: l}
	if c.Name == "" {
		c.Name = fileName(path)
	}
	if c.Base == "" {
		c.Base = map[i18n.Lang]value.Currency{i18n.Chinese: "CNY", i18n.English: "USD"}[l]
	}
	if c.Zone == "" {
		c.Zone = "Asia/Shanghai"
	}
	owner, err := crm.Defaults(tx, l, strings.TrimSpace(n.Person))
	if err != nil {
		return fmt.Errorf("fill new file: %w", err)
	}
	c.Owner = owner
	return tx.SetConfig(c)
}
