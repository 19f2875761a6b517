package app

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"dealbox/internal/i18n"
	"dealbox/internal/schema"
	"dealbox/internal/transfer"
	"dealbox/internal/transfer/source"
	"dealbox/internal/value"
)

// previewRows is how many rows a draft shows.
const previewRows = 50

// apply changes how the draft is understood. Whatever the user has not decided is
// proposed anew.
func (d *draft) apply(h *Host, o *opened, in ImportInput) error {
	before := d.file.Info()
	opts := source.Options{Encoding: source.Encoding(in.Encoding), Delimiter: in.Delimiter, Sheet: in.Sheet, HeaderRow: in.HeaderRow}
	reread := opts != source.Options{} && (in.Encoding != string(before.Encoding) || in.Delimiter != before.Delimiter ||
		in.Sheet != before.Sheet || in.HeaderRow != before.HeaderRow)
	if reread {
		if err := d.file.Set(opts); err != nil {
			return err
		}
	}
	fresh := d.mapping.Type == "" || reread || in.Type != "" && in.Type != d.mapping.Type
	if in.Type != d.mapping.Type {
		d.chosen = in.Type
	}
	if fresh {
		// Another sheet may hold records of another type: it is guessed unless it was chosen.
		if err := d.propose(o, d.chosen); err != nil {
			return err
		}
	}
	if in.Template != "" && in.Template != d.template {
		if err := d.use(o, in.Template); err != nil {
			return err
		}
	} else if len(in.Columns) > 0 && !fresh {
		if err := d.remap(o, fromColumns(in.Columns)); err != nil {
			return err
		}
	}
	return d.decide(in)
}

func (d *draft) propose(o *opened, typ string) error {
	p, err := transfer.Propose(context.Background(), o.w, d.file, typ)
	if err != nil {
		return err
	}
	d.types, d.mapping, d.warnings = p.Types, p.Mapping, p.Warnings
	return nil
}

// mostRead is up to how many rows a file is read whole when a column gets another field.
const mostRead = 200_000

// remap takes the user's columns. Where one goes elsewhere, what its texts mean is found
// anew.
func (d *draft) remap(o *opened, columns []transfer.Column) error {
	moved := false
	for i := range columns {
		c := &columns[i]
		old := slices.IndexFunc(d.mapping.Columns, func(c2 transfer.Column) bool { return c2.Index == c.Index })
		if old < 0 || d.mapping.Columns[old].Target != c.Target || d.mapping.Columns[old].Kind != c.Kind {
			c.Values, moved = nil, true
		}
	}
	d.mapping.Columns = columns
	if !moved || d.file.Info().Rows > mostRead {
		return nil
	}
	return transfer.Complete(context.Background(), o.w, d.file, &d.mapping)
}

// use takes the decisions of a template, column by column by name.
func (d *draft) use(o *opened, id string) error {
	all, err := templates(o)
	if err != nil {
		return err
	}
	for _, t := range all {
		if t.ID != id && t.Name != id {
			continue
		}
		if t.Mapping.Type != d.mapping.Type {
			if err := d.propose(o, t.Mapping.Type); err != nil {
				return err
			}
		}
		d.template, d.chosen = t.ID, t.Mapping.Type
		d.mapping = transfer.Apply(t.Mapping, d.mapping)
		return nil
	}
	return ErrNoTemplate.With("name", id)
}

// decide takes what is said once for the whole file.
func (d *draft) decide(in ImportInput) error {
	if in.OnDuplicate != "" {
		d.mapping.OnDuplicate = in.OnDuplicate
	}
	if in.PerRow != nil {
		d.mapping.PerRow = map[int]string{}
		for row, do := range in.PerRow {
			if n, err := strconv.Atoi(row); err == nil {
				d.mapping.PerRow[n] = do
			}
		}
	}
	d.mapping.LostReason = value.ID{}
	if in.LostReason != "" {
		id, err := value.ParseID(in.LostReason)
		if err != nil {
			return err
		}
		d.mapping.LostReason = id
	}
	return nil
}

// show rehearses the import and tells what would come of it.
func (d *draft) show(h *Host, o *opened) (ImportDraft, error) {
	l := h.Lang()
	info := d.file.Info()
	out := ImportDraft{
		ID: d.id, Name: d.name, Kind: string(info.Kind), Encoding: string(info.Encoding), Delimiter: info.Delimiter,
		Encodings: []string{}, Sheets: append([]string{}, info.Sheets...), Sheet: info.Sheet, HeaderRow: info.HeaderRow, Rows: info.Rows,
		Type: d.mapping.Type, Types: d.types, Template: d.template, Templates: []ImportTemplate{},
		Columns: d.columns(o, l), OnDuplicate: d.mapping.OnDuplicate, MatchBy: matchBy(o, d.mapping.Type),
		Preview: []PreviewRow{}, Warnings: []string{},
		TitleFrom: strings.Join(transfer.TitleFrom(o.w.Registry(), d.mapping), " · "),
	}
	for _, e := range source.Encodings() {
		out.Encodings = append(out.Encodings, string(e))
	}
	for _, w := range d.warnings {
		out.Warnings = append(out.Warnings, w.In(l))
	}
	if !d.mapping.LostReason.IsZero() {
		out.LostReason = d.mapping.LostReason.String()
	}
	all, err := templates(o)
	if err != nil {
		return out, err
	}
	for _, t := range all {
		out.Templates = append(out.Templates, ImportTemplate{ID: t.ID, Name: t.Name, Type: t.Mapping.Type})
	}
	return out, d.rehearse(h, o, &out)
}

func (d *draft) rehearse(h *Host, o *opened, out *ImportDraft) error {
	p := previewer{o: o, l: h.Lang(), t: o.w.Registry().Type(d.mapping.Type), m: d.mapping}
	im := &transfer.Importer{W: o.w, Actor: o.session.Actor(), Mapping: d.mapping, Rows: d.file}
	im.Each = func(r transfer.Outcome) {
		out.Counted++
		if len(out.Preview) < previewRows {
			out.Preview = append(out.Preview, p.row(r))
		}
	}
	report, err := im.Rehearse(context.Background(), rehearsed)
	out.Counts = counts(report.Counts)
	out.NeedsReason = report.Reasons
	return err
}

func matchBy(o *opened, typ string) []string {
	keys := []string{}
	for _, d := range o.w.Registry().Type(typ).Fields {
		if d.Match {
			keys = append(keys, d.Key)
		}
	}
	return keys
}

func (d *draft) columns(o *opened, l i18n.Lang) []ImportColumn {
	out := []ImportColumn{}
	for i := range d.mapping.Columns {
		out = append(out, toColumn(&d.mapping.Columns[i]))
	}
	return out
}

func toColumn(c *transfer.Column) ImportColumn {
	out := ImportColumn{
		Index: c.Index, Name: c.Name, Samples: append([]string{}, c.Samples...), Target: c.Target,
		Confidence: c.Confidence, DateOrder: dateOrders[c.Order], DecimalComma: c.Comma, Factor: c.Factor,
		CreateMissing: c.CreateMissing, Overwrite: c.Overwrite, Values: []ImportMap{}, Blank: append([]string{}, c.Blank...),
		Plain: c.Plain, How: how(c),
	}
	if c.Kind != 0 {
		out.NewKind = c.Kind.String()
	}
	for _, v := range c.Values {
		out.Values = append(out.Values, ImportMap{v.Text, v.Count, v.To})
	}
	return out
}

var dateOrders = map[value.DateOrder]string{value.YMD: "ymd", value.DMY: "dmy", value.MDY: "mdy"}

var dateWords = map[value.DateOrder]i18n.Text{
	value.YMD: i18n.T("year-month-day", "年-月-日"), value.DMY: i18n.T("day-month-year", "日-月-年"), value.MDY: i18n.T("month-day-year", "月-日-年"),
}

// how says in words how the column's values are read.
func how(c *transfer.Column) i18n.Text {
	switch {
	case c.Target == transfer.ToIgnore:
		return i18n.Text{}
	case c.Kind == value.Day || c.Kind == value.Time:
		return dateWords[c.Order]
	case c.Factor > 1:
		n := value.Integer.Format(c.Factor, value.Writing{})
		return i18n.T("× "+n, "× "+n)
	case c.Comma:
		return i18n.T("decimal comma", "逗号为小数点")
	case len(c.Blank) > 0:
		return i18n.T("“"+c.Blank[0]+"” is blank", "「"+c.Blank[0]+"」视为空")
	}
	return i18n.Text{}
}

func fromColumns(in []ImportColumn) (out []transfer.Column) {
	for _, c := range in {
		kind, _ := value.KindNamed(c.NewKind)
		one := transfer.Column{
			Index: c.Index, Name: c.Name, Samples: c.Samples, Target: c.Target, Kind: kind, Confidence: c.Confidence,
			Comma: c.DecimalComma, Factor: c.Factor, CreateMissing: c.CreateMissing, Overwrite: c.Overwrite, Blank: c.Blank,
			Plain: c.Plain,
		}
		for order, word := range dateOrders {
			if word == c.DateOrder {
				one.Order = order
			}
		}
		for _, v := range c.Values {
			one.Values = append(one.Values, transfer.Value{Text: v.Text, Count: v.Count, To: v.To})
		}
		if one.Target == transfer.ToOwn && one.Kind == value.Choice {
			one.Options = []schema.Option{}
		}
		out = append(out, one)
	}
	return out
}
