package app

import (
	"errors"
	"os"
	"strconv"
	"sync"

	"dealbox/internal/i18n"
	"dealbox/internal/transfer"
	"dealbox/internal/transfer/source"
)

// drafts keeps the imports that are being looked at.
type drafts struct {
	mu   sync.Mutex
	next int
	all  map[string]*draft
}

// draft is one of them. Its file is read by one call at a time.
type draft struct {
	mu       sync.Mutex
	id       string
	name     string
	file     *source.File
	remove   string // path of an upload, removed at the end
	types    []string
	mapping  transfer.Mapping
	template string
	chosen   string // type that was asked for, "" while it is guessed
	warnings []i18n.Text
}

func (d *drafts) add(f *source.File, remove string) *draft {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.next++
	one := &draft{id: "draft-" + strconv.Itoa(d.next), name: f.Info().Name, file: f, remove: remove}
	if d.all == nil {
		d.all = map[string]*draft{}
	}
	d.all[one.id] = one
	return one
}

func (d *drafts) find(id string) (*draft, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if one := d.all[id]; one != nil {
		return one, nil
	}
	return nil, ErrNoDraft.Err()
}

func (d *drafts) discard(id string) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	one := d.all[id]
	delete(d.all, id)
	return one.close()
}

func (one *draft) close() error {
	if one == nil {
		return nil
	}
	err := one.file.Close()
	if one.remove != "" {
		err = errors.Join(err, os.Remove(one.remove))
	}
	return err
}

// discardAll closes all of them with the workspace; what cannot be removed stays in the
// cache folder.
func (d *drafts) discardAll() {
	d.mu.Lock()
	defer d.mu.Unlock()
	for _, one := range d.all {
		_ = one.close()
	}
	d.all = nil
}
