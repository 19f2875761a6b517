package transfer

import (
	"context"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"dealbox/internal/core"
	"dealbox/internal/fault"
	"dealbox/internal/i18n"
	"dealbox/internal/record"
	"dealbox/internal/schema"
	"dealbox/internal/table"
	"dealbox/internal/value"
)

// ErrFormat refuses a file whose ending says no format that is written.
var ErrFormat = fault.New(fault.Invalid, "export.format", i18n.T("Export writes .csv, .xlsx and .json files, not “{ending}”", "导出支持 .csv、.xlsx 和 .json，不支持「{ending}」"))

// Export writes records of a type to a file, all fields that are not internal, in a form
// that an import reads back as the same records. The format follows from the ending.
type Export struct {
	W        *core.Workspace
	Actor    core.Actor
	Type     *schema.Type
	IDs      []value.ID // in order
	Lang     i18n.Lang
	Progress func(done, total int64) // may be nil
}

// IDHeading heads the column with the records' own ids: an import finds them by it.
const IDHeading = "ID"

// sheet is a file that takes rows. The first one is the heading.
type sheet interface {
	row(defs []*schema.Def, cells []string) error
	close() error
}

// Run writes the file under a temporary name and then gives it its own, so that a failed
// export leaves nothing.
func (e *Export) Run(ctx context.Context, path string) (err error) {
	temp := path + ".part"
	f, err := os.OpenFile(temp, os.O_CREATE|os.O_TRUNC|os.O_WRONLY, 0o600)
	if err != nil {
		return fmt.Errorf("export to %s: %w", path, err)
	}
	defer func() {
		if err != nil {
			_ = os.Remove(temp)
		}
	}()
	err = e.write(ctx, path, f)
	if e := f.Close(); err == nil {
		err = e
	}
	if err != nil {
		return err
	}
	return os.Rename(temp, path)
}

func (e *Export) write(ctx context.Context, path string, f io.Writer) error {
	out, err := newSheet(strings.ToLower(filepath.Ext(path)), f, e.Type.Plural.In(e.Lang))
	if err != nil {
		return err
	}
	defs := e.fields()
	if err := out.row(nil, e.heading(defs)); err != nil {
		return err
	}
	const chunk = 1000
	for i := 0; i < len(e.IDs); i += chunk {
		if ctx.Err() != nil {
			return core.ErrCancelled.Wrap(ctx.Err())
		}
		if err := e.rows(out, defs, e.IDs[i:min(i+chunk, len(e.IDs))]); err != nil {
			return err
		}
		if e.Progress != nil {
			e.Progress(int64(i), int64(len(e.IDs)))
		}
	}
	return out.close()
}

// fields lists what is written: everything but internal and hidden fields.
func (e *Export) fields() (defs []*schema.Def) {
	for _, d := range e.Type.Fields {
		if !d.Hidden && !d.Retired && e.W.Policy().Sees(e.Actor.Member, e.Type, d) {
			defs = append(defs, d)
		}
	}
	return defs
}

func (e *Export) heading(defs []*schema.Def) []string {
	head := []string{IDHeading}
	for _, d := range defs {
		head = append(head, d.Label.In(e.Lang))
	}
	return head
}

// rows writes a chunk, from one short view of the file.
func (e *Export) rows(out sheet, defs []*schema.Def, ids []value.ID) error {
	var rows []*record.Row
	err := e.W.View(e.Actor, func(tx *core.Tx) error {
		for _, id := range ids {
			r, err := tx.Get(e.Type, id)
			if err != nil {
				return err
			}
			if r.Live() {
				rows = append(rows, r)
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	w := e.writer()
	for _, r := range rows {
		cells := []string{r.ID.String()}
		for _, d := range defs {
			cells = append(cells, w.Cell(d, d.Of(r)))
		}
		if err := out.row(defs, cells); err != nil {
			return err
		}
	}
	return nil
}

func (e *Export) writer() Writer {
	c := e.W.Config()
	return Writer{Lang: e.Lang, Zone: c.Location(), Base: c.Base, Title: e.title}
}

// title names a linked record as lists in the export's language do; ok only where an import
// finds that record alone by the name.
func (e *Export) title(d *schema.Def, id value.ID) (string, bool) {
	t := e.W.Registry().Type(d.Target)
	tab := e.W.Tables().Table(t.Num)
	row, ok := tab.RowOf(id)
	if !ok || !tab.Alive(row) {
		return "", false
	}
	if t.TitleEn != "" && e.Lang == i18n.English {
		if s, _ := tab.Value(row, t.Field(t.TitleEn)).(string); s != "" && alone(tab, t, s, id) {
			return s, true
		}
	}
	s := tab.Title(row)
	return s, len(tab.Lookup(t.TitleField(), s)) == 1
}

// alone says that an English name names one record, and is no other one's title.
func alone(tab *table.Table, t *schema.Type, name string, id value.ID) bool {
	if len(tab.Lookup(t.Field(t.TitleEn), name)) != 1 {
		return false
	}
	others := tab.Lookup(t.TitleField(), name)
	return len(others) == 0 || len(others) == 1 && others[0] == id
}

func newSheet(ending string, f io.Writer, name string) (sheet, error) {
	switch ending {
	case ".csv":
		return newCSV(f)
	case ".xlsx":
		return newWorkbook(f, name)
	case ".json":
		return &jsonSheet{to: f}, nil
	}
	return nil, ErrFormat.With("ending", ending)
}

// csvSheet writes CSV with a byte order mark: by it Excel on Chinese Windows knows UTF-8.
type csvSheet struct{ to *csv.Writer }

func newCSV(f io.Writer) (sheet, error) {
	if _, err := io.WriteString(f, "\ufeff"); err != nil {
		return nil, err
	}
	return &csvSheet{csv.NewWriter(f)}, nil
}

func (s *csvSheet) row(defs []*schema.Def, cells []string) error {
	out := make([]string, len(cells))
	for i, c := range cells {
		out[i] = c
		if i == 0 || defs == nil || textual(defs[i-1].Kind) {
			out[i] = Neutral(c)
		}
	}
	return s.to.Write(out)
}

func (s *csvSheet) close() error { s.to.Flush(); return s.to.Error() }

// jsonSheet writes a list of objects, with the headings as names. Cells are strings, in
// the forms that an import reads; blank ones are left out.
type jsonSheet struct {
	to    io.Writer
	heads []string
	count int
}

func (s *jsonSheet) row(_ []*schema.Def, cells []string) error {
	if s.heads == nil {
		s.heads = cells
		_, err := io.WriteString(s.to, "[")
		return err
	}
	var b strings.Builder
	b.WriteString("\n{")
	if s.count > 0 {
		b.Reset()
		b.WriteString(",\n{")
	}
	s.count++
	first := true
	for i, c := range cells {
		if c == "" {
			continue
		}
		pair, err := jsonPair(s.heads[i], c)
		if err != nil {
			return err
		}
		if !first {
			b.WriteByte(',')
		}
		first = false
		b.WriteString(pair)
	}
	b.WriteByte('}')
	_, err := io.WriteString(s.to, b.String())
	return err
}

func jsonPair(name, cell string) (string, error) {
	n, err := json.Marshal(name)
	if err != nil {
		return "", err
	}
	c, err := json.Marshal(cell)
	return string(n) + ":" + string(c), err
}

func (s *jsonSheet) close() error {
	_, err := io.WriteString(s.to, "\n]\n")
	return err
}
