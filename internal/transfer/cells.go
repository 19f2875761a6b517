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

// read is a row of the file as it was understood. It is valid until the next one is read.
type read struct {
	n      int
	row    *record.Row   // values of the record
	parts  []*record.Row // of parts, one for each type
	filled []filling     // which column gave a field
	hasID  bool          // the file gives the record's own id
	later  []later
	errs   []CellError

	currency value.Currency // of amounts without one; "": the base currency
}

// filling says which column gave a field its value.
type filling struct {
	num uint32
	col *Column
}

// column gives the column that filled a field, nil for none.
func (in *read) column(num uint32) *Column {
	for _, f := range in.filled {
		if f.num == num {
			return f.col
		}
	}
	return nil
}

// part gives what a row says of a part, nil for nothing.
func (in *read) part(t *schema.Type) *record.Row {
	for _, p := range in.parts {
		if p.Type == t.Num {
			return p
		}
	}
	return nil
}

// reader turns rows of cells into records.
type reader struct {
	tx    *core.Tx
	t     *schema.Type
	plans []plan
	link  *resolver
	used  read // its room is used again
}

// read understands one row. Cells that cannot be read are told one by one.
func (r *reader) read(n int, cells []string) *read {
	out := &r.used
	*out = read{n: n, row: r.tx.New(r.t), parts: out.parts[:0], filled: out.filled[:0], later: out.later[:0]}
	if err := r.currency(out, cells); err != nil {
		out.errs = append(out.errs, *err)
	}
	for i := range r.plans {
		p := &r.plans[i]
		if p.Index < len(cells) {
			cells[p.Index] = Restored(cells[p.Index])
		}
		if p.Index >= len(cells) || p.Target == ToIgnore || p.Target == ToCurrency || p.Target == "" || p.IsBlank(cells[p.Index]) {
			continue
		}
		if err := r.cell(out, p, cells[p.Index]); err != nil {
			out.errs = append(out.errs, CellError{n, p.Name, err})
		}
	}
	return out
}

// currency reads which currency the row's amounts are in, before them.
func (r *reader) currency(out *read, cells []string) *CellError {
	for i := range r.plans {
		p := &r.plans[i]
		if p.Target != ToCurrency || p.Index >= len(cells) || p.IsBlank(cells[p.Index]) {
			continue
		}
		c, err := value.ParseCurrency(Restored(cells[p.Index]), p.reading.Currency)
		if err != nil {
			return &CellError{out.n, p.Name, err}
		}
		if c != p.reading.Currency {
			out.currency = c
		}
		return nil
	}
	return nil
}

func (r *reader) cell(out *read, p *plan, cell string) error {
	if err := p.fit(cell); err != nil {
		return err
	}
	switch p.Target {
	case ToNote:
		return r.note(out, p.Column, cell)
	case ToID:
		return out.setID(cell)
	}
	if p.def == nil {
		return core.ErrNoField.With("field", p.Target)
	}
	if p.part == nil {
		return r.set(out, p, cell)
	}
	row := out.part(p.part)
	if row == nil {
		row = r.tx.New(p.part)
		out.parts = append(out.parts, row)
	}
	v, err := r.value(p, cell, out.currency)
	if err == nil {
		row.Set(p.def.Num, v)
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

func (r *reader) set(out *read, p *plan, cell string) error {
	d, row := p.def, out.row
	if p.names(r.t) {
		out.later = append(out.later, later{id: row.ID, field: d, text: strings.TrimSpace(cell), create: p.CreateMissing, row: out.n, column: p.Name})
		return nil
	}
	v, err := r.value(p, cell, out.currency)
	if err != nil || v == nil {
		return err
	}
	if old, ok := d.Of(row).(string); ok {
		v = joined(old, v)
	}
	row.Set(d.Num, v)
	out.filled = append(out.filled, filling{d.Num, p.Column})
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
	out.filled = append(out.filled, filling{d.Num, c})
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

// value reads a cell as a value of a field; an amount without a currency of its own is in
// the one given, if any.
func (r *reader) value(p *plan, cell string, in value.Currency) (any, error) {
	if in != "" && p.def.Kind == value.Amount {
		return p.amount(cell, in)
	}
	m, err := p.read(cell)
	if err != nil {
		return nil, err
	}
	u, ok := m.v.(value.Unresolved)
	if !ok {
		return m.v, nil
	}
	target := r.tx.Registry().Type(p.def.Target)
	id, err := r.link.needNamed(r.tx, target, string(u), m.name, p.CreateMissing)
	if err != nil {
		return nil, err
	}
	return id, p.def.Check(id)
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
