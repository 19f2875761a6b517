package app

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strings"
	"time"

	"dealbox/internal/core"
	"dealbox/internal/i18n"
	"dealbox/internal/store"
	"dealbox/internal/transfer"
	"dealbox/internal/value"
)

// Keys of the state bucket, and how long an import can be undone.
const (
	keyImport   = "import/"
	keyRejects  = "rejects/"
	keyTemplate = "template/"
	undoDays    = 30
	maxErrors   = 1000
	maxSaid     = 256 << 10 // bytes of the errors: a report is one value
	maxRejects  = 8 << 20   // bytes of the file of rejected rows
)

// rejected gathers what was refused, as the file that is offered afterwards: the rows as
// they were, with their number and the reason.
type rejected struct {
	errors []ImportError
	said   int // bytes of errors
	rows   int
	out    bytes.Buffer
	sheet  *csv.Writer
}

func (r *rejected) begin(columns []string, l i18n.Lang) {
	r.errors = []ImportError{}
	r.out.WriteString("\ufeff")
	r.sheet = csv.NewWriter(&r.out)
	_ = r.sheet.Write(append(slices.Clone(columns), i18n.T("Row", "行号").In(l), i18n.T("Reason", "原因").In(l)))
}

func (r *rejected) note(o transfer.Outcome, l i18n.Lang) {
	if o.Result != "reject" {
		return
	}
	r.rows++
	var reasons []string
	for _, e := range o.Errors {
		message := Fail(e.Err, l).Message
		reasons = append(reasons, strings.TrimPrefix(e.Column+": "+message, ": "))
		if len(r.errors) < maxErrors && r.said < maxSaid {
			r.said += len(e.Column) + len(message)
			r.errors = append(r.errors, ImportError{Row: e.Row, Column: e.Column, Message: message})
		}
	}
	if r.out.Len() < maxRejects {
		_ = r.sheet.Write(append(slices.Clone(o.Cells), fmt.Sprint(o.Row), strings.Join(reasons, "; ")))
	}
}

func (r *rejected) csv() []byte {
	if r.rows == 0 {
		return nil
	}
	r.sheet.Flush()
	return r.out.Bytes()
}

// saveReport keeps a report, and with it the rejected rows when there are any.
func saveReport(o *opened, report ImportReport, rejects []byte) error {
	b, err := json.Marshal(report)
	if err != nil {
		return fmt.Errorf("keep import report: %w", err)
	}
	_, err = o.w.Update(o.session.Actor(), func(tx *core.Tx) error {
		if rejects != nil {
			for i, part := range pieces(rejects) {
				if err := tx.SetValue(store.State, fmt.Appendf(nil, "%s%s/%04d", keyRejects, report.ID, i), part); err != nil {
					return err
				}
			}
		}
		return tx.SetValue(store.State, []byte(keyImport+report.ID), b)
	})
	return err
}

// pieces cuts what would not fit into one log entry.
func pieces(b []byte) (parts [][]byte) {
	const size = 256 << 10
	for len(b) > size {
		parts, b = append(parts, b[:size]), b[size:]
	}
	return append(parts, b)
}

func readReport(o *opened, id string) (report ImportReport, err error) {
	err = o.w.View(o.session.Actor(), func(tx *core.Tx) error {
		b, ok, err := tx.Value(store.State, []byte(keyImport+id))
		if err != nil {
			return err
		}
		if !ok {
			return core.ErrNoRecord.Err()
		}
		return json.Unmarshal(b, &report)
	})
	return o.fresh(report), err
}

// fresh says whether the report's import can still be undone.
func (o *opened) fresh(r ImportReport) ImportReport {
	at, err := time.Parse(time.RFC3339, r.At)
	_, idErr := parseSet(r.ID)
	r.Undoable = err == nil && idErr == nil && !r.Undone && o.w.Now().Sub(at) < undoDays*24*time.Hour
	return r
}

// List gives the imports of this file, newest first.
func (s *Import) List() (all []ImportReport, err error) {
	defer guard(&err)
	all = []ImportReport{}
	o, err := s.h.current()
	if err != nil {
		return all, err
	}
	err = o.w.View(o.session.Actor(), func(tx *core.Tx) error {
		return tx.Values(store.State, []byte(keyImport), func(key, b []byte) error {
			var r ImportReport
			if err := json.Unmarshal(b, &r); err != nil {
				return fmt.Errorf("read report %q: %w", key, err)
			}
			r.Errors = []ImportError{}
			all = append(all, o.fresh(r))
			return nil
		})
	})
	slices.SortFunc(all, func(a, b ImportReport) int { return strings.Compare(b.At, a.At) })
	return all, err
}

// Report gives one import with its errors.
func (s *Import) Report(id string) (r ImportReport, err error) {
	defer guard(&err)
	o, err := s.h.current()
	if err != nil {
		return r, err
	}
	return readReport(o, id)
}

// SaveRejects writes the rejected rows with their reasons to a CSV file. Without a path
// it gives the file's content instead, for a browser to save.
func (s *Import) SaveRejects(id, path string) (out string, err error) {
	defer guard(&err)
	o, err := s.h.current()
	if err != nil {
		return "", err
	}
	var all []byte
	err = o.w.View(o.session.Actor(), func(tx *core.Tx) error {
		return tx.Values(store.State, []byte(keyRejects+id+"/"), func(_, b []byte) error {
			all = append(all, b...)
			return nil
		})
	})
	if err != nil || path == "" {
		return string(all), err
	}
	if err := os.WriteFile(path, all, 0o600); err != nil {
		return "", fmt.Errorf("save rejected rows: %w", err)
	}
	return path, nil
}

type template struct {
	ID      string           `json:"id"`
	Name    string           `json:"name"`
	Mapping transfer.Mapping `json:"mapping"`
}

// saveTemplate keeps a mapping under a name; one of the same name and type is replaced.
func saveTemplate(o *opened, name string, m transfer.Mapping) error {
	all, err := templates(o)
	if err != nil {
		return err
	}
	t := template{ID: value.NewID(o.w.Now()).String(), Name: name, Mapping: m}
	for _, old := range all {
		if old.Name == name && old.Mapping.Type == m.Type {
			t.ID = old.ID
		}
	}
	b, err := json.Marshal(t)
	if err != nil {
		return fmt.Errorf("keep template: %w", err)
	}
	_, err = o.w.Update(o.session.Actor(), func(tx *core.Tx) error {
		return tx.SetValue(store.State, []byte(keyTemplate+t.ID), b)
	})
	return err
}

func templates(o *opened) (all []template, err error) {
	err = o.w.View(o.session.Actor(), func(tx *core.Tx) error {
		return tx.Values(store.State, []byte(keyTemplate), func(key, b []byte) error {
			var t template
			if err := json.Unmarshal(b, &t); err != nil {
				return fmt.Errorf("read template %q: %w", key, err)
			}
			all = append(all, t)
			return nil
		})
	})
	return all, err
}

// DeleteTemplate forgets a saved mapping.
func (s *Import) DeleteTemplate(id string) (err error) {
	defer guard(&err)
	o, err := s.h.current()
	if err != nil {
		return err
	}
	_, err = o.w.Update(o.session.Actor(), func(tx *core.Tx) error {
		return tx.SetValue(store.State, []byte(keyTemplate+id), nil)
	})
	return err
}
