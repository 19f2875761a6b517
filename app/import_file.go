package app

import (
	"context"
	"os/user"
	"slices"

	"dealbox/internal/schema"
	"dealbox/internal/transfer"
	"dealbox/internal/transfer/source"
)

// ImportFileInput imports a file without a draft, as the command line does.
type ImportFileInput struct {
	Path          string
	Type          string // key, or a name of the type
	Template      string // name of a saved mapping; "" maps as the window would propose
	CreateMissing bool   // links of every column; otherwise as proposed
	OnDuplicate   string
	DryRun        bool
}

// ImportFile imports a file in one go.
func (h *Host) ImportFile(ctx context.Context, in ImportFileInput) (report ImportReport, err error) {
	defer guard(&err)
	o, err := h.current()
	if err != nil {
		return report, err
	}
	t, err := h.TypeNamed(in.Type)
	if err != nil {
		return report, err
	}
	f, err := source.Open(in.Path)
	if err != nil {
		return report, err
	}
	d := o.drafts.add(f, "")
	err = d.apply(h, o, ImportInput{Type: t.Key, Template: in.Template, OnDuplicate: in.OnDuplicate})
	if err == nil {
		d.createMissing(in)
		if in.Template == "" {
			d.tellUnknown(t)
		}
		report, err = h.importDraft(ctx, o, d, in.DryRun)
	}
	return report, keepFirst(err, o.drafts.discard(d.id))
}

func keepFirst(err, second error) error {
	if err != nil {
		return err
	}
	return second
}

// createMissing says for the whole file whether linked records are made. Members and what
// an external list names by title are made only when asked for.
func (d *draft) createMissing(in ImportFileInput) {
	for i := range d.mapping.Columns {
		c := &d.mapping.Columns[i]
		c.CreateMissing = c.CreateMissing && in.CreateMissing
	}
}

// tellUnknown makes a text that means no stage an error of its row. The window shows such
// texts and lets the user leave them; here nobody would see that rows went to the first
// stage.
func (d *draft) tellUnknown(t *schema.Type) {
	for i := range d.mapping.Columns {
		c := &d.mapping.Columns[i]
		if f := t.Field(c.Target); f != nil && f.Kind.Linked() {
			c.Values = slices.DeleteFunc(c.Values, func(v transfer.Value) bool { return v.To == "" })
		}
	}
}

func (h *Host) importDraft(ctx context.Context, o *opened, d *draft, dry bool) (ImportReport, error) {
	if !dry {
		return h.runImport(ctx, o, d, d.mapping, d.name, nil)
	}
	var rejects rejected
	rejects.begin(d.file.Info().Columns, h.Lang())
	im := &transfer.Importer{W: o.w, Actor: o.session.Actor(), Mapping: d.mapping, Rows: d.file, Each: func(out transfer.Outcome) { rejects.note(out, h.Lang()) }}
	done, err := im.Rehearse(ctx, 0)
	return ImportReport{Counts: counts(done.Counts), Errors: rejects.errors, Notes: importNotes(done.Notes, h.Lang()), Type: d.mapping.Type, Name: d.name}, err
}

// PersonName is the name of this computer's user, for a file that nobody said an owner of.
func PersonName() string {
	u, err := user.Current()
	switch {
	case err != nil:
		return "Dealbox"
	case u.Name != "":
		return u.Name
	}
	return u.Username
}
