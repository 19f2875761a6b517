package transfer

import (
	"strconv"
	"strings"

	"dealbox/internal/core"
	"dealbox/internal/fault"
	"dealbox/internal/i18n"
	"dealbox/internal/record"
	"dealbox/internal/schema"
	"dealbox/internal/value"
)

// CellError is what is wrong with a cell, or with a row when Column is "".
type CellError struct {
	Row    int
	Column string
	Err    error
}

// ErrNoStage refuses a stage that the pipeline does not have.
var ErrNoStage = fault.New(fault.Invalid, "import.stage", i18n.T("“{value}” is no stage: say which one it means", "没有阶段「{value}」，请指定它对应哪个阶段"))

// later is a link to a record of the same type that may stand further down in the file.
type later struct {
	id     value.ID
	field  *schema.Def
	text   string
	create bool
	row    int
	column string
}

// read is a row of the file as it was understood.
type read struct {
	n      int
	row    *record.Row            // values of the record
	parts  map[string]*record.Row // of parts, by type key
	filled map[uint32]*Column     // which column gave a field
	hasID  bool                   // the file gives the record's own id
	later  []later
	errs   []CellError
}

// reader turns rows of cells into records.
type reader struct {
	tx   *core.Tx
	t    *schema.Type
	m    *Mapping
	link *resolver
}

// read understands one row. Cells that cannot be read are told one by one.
func (r *reader) read(n int, cells []string) read {
	out := read{n: n, row: r.tx.New(r.t), parts: map[string]*record.Row{}, filled: map[uint32]*Column{}}
	for i := range r.m.Columns {
		c := &r.m.Columns[i]
		if c.Index < len(cells) {
			cells[c.Index] = Restored(cells[c.Index])
		}
		if c.Index >= len(cells) || c.Target == ToIgnore || c.Target == "" || c.blank(cells[c.Index]) {
			continue
		}
		if err := r.cell(&out, c, cells[c.Index]); err != nil {
			out.errs = append(out.errs, CellError{n, c.Name, err})
		}
	}
	return out
}

func (r *reader) cell(out *read, c *Column, cell string) error {
	switch c.Target {
	case ToNote:
		return r.note(out, c, cell)
	case ToID:
		return out.setID(cell)
	}
	part, d := c.field(r.t, r.tx.Registry())
	if d == nil {
		return core.ErrNoField.With("field", c.Target)
	}
	if part == nil {
		return r.set(out, c, d, out.row, cell)
	}
	row := out.parts[part.Key]
	if row == nil {
		row = r.tx.New(part)
		out.parts[part.Key] = row
	}
	v, err := r.value(c, d, cell)
	if err == nil {
		row.Set(d.Num, v)
	}
	return err
}

// setID takes the record's own id from an own export.
func (out *read) setID(cell string) error {
	id, err := value.ParseID(strings.TrimSpace(cell))
	if err == nil {
		out.row.ID, out.hasID = id, true
	}
	return err
}

func (r *reader) set(out *read, c *Column, d *schema.Def, row *record.Row, cell string) error {
	if d.Kind.Linked() && d.Target == r.t.Key {
		out.later = append(out.later, later{id: row.ID, field: d, text: strings.TrimSpace(cell), create: c.CreateMissing, row: out.n, column: c.Name})
		return nil
	}
	v, err := r.value(c, d, cell)
	if err != nil || v == nil {
		return err
	}
	if old, ok := d.Of(row).(string); ok {
		v = joined(old, v)
	}
	row.Set(d.Num, v)
	out.filled[d.Num] = c
	return nil
}

// joined puts together what several columns say of one text: given name and surname. Han
// names are written without a space.
func joined(old string, v any) any {
	s, ok := v.(string)
	if !ok {
		return v
	}
	if han(old) && han(s) {
		return old + s
	}
	return old + " " + s
}

func han(s string) bool {
	for _, r := range s {
		return r >= 0x2e80
	}
	return false
}

// note adds a line to the record's first long text that is for remarks.
func (r *reader) note(out *read, c *Column, cell string) error {
	d := noteField(r.t)
	if d == nil {
		return core.ErrNoField.With("field", c.Name)
	}
	line := c.Name + ": " + strings.TrimSpace(cell)
	if old, ok := d.Of(out.row).(string); ok {
		line = old + "\n" + line
	}
	out.row.Set(d.Num, line)
	out.filled[d.Num] = c
	return nil
}

// noteField is where remarks go: the description, or the last long text of the type.
func noteField(t *schema.Type) *schema.Def {
	if d := t.Field("description"); d != nil {
		return d
	}
	for i := len(t.Fields) - 1; i >= 0; i-- {
		if d := t.Fields[i]; d.Kind.Long() && !d.Own {
			return d
		}
	}
	return nil
}

// value reads a cell as a value of a field.
func (r *reader) value(c *Column, d *schema.Def, cell string) (any, error) {
	if m, ok := c.meaning(cell); ok {
		if m.To == "" {
			return nil, nil
		}
		if v, done, err := decided(d, m); done {
			return v, err
		}
	}
	v, err := d.Kind.Parse(cell, r.reading(c, d))
	if err != nil {
		return nil, err
	}
	if u, ok := v.(value.Unresolved); ok {
		id, err := r.link.need(r.tx, r.tx.Registry().Type(d.Target), string(u), c.CreateMissing)
		if err != nil {
			return nil, err
		}
		v = id
	}
	return v, d.Check(v)
}

// decided gives what the mapping says a text means.
func decided(d *schema.Def, m Value) (v any, done bool, err error) {
	if d.Kind.Linked() {
		id, err := value.ParseID(m.To)
		return id, true, err
	}
	n, err := strconv.ParseUint(m.To, 10, 32)
	if err != nil {
		return nil, false, nil // a new choice, which has its number by now
	}
	if d.Kind == value.Choices {
		return []value.Option{value.Option(n)}, true, nil
	}
	return value.Option(n), true, nil
}

func (r *reader) reading(c *Column, d *schema.Def) value.Reading {
	env := r.tx.Env()
	return value.Reading{
		Order: c.Order, DecimalComma: c.Comma, Factor: c.Factor, Currency: env.Base, Zone: env.Zone,
		Option: d.OptionNamed,
	}
}
