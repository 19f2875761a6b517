package transfer

import (
	"dealbox/internal/core"
	"dealbox/internal/crm"
	"dealbox/internal/i18n"
	"dealbox/internal/query"
	"dealbox/internal/record"
	"dealbox/internal/schema"
	"dealbox/internal/value"
)

// saveParts saves what a row says of the record's parts. A part that is there already,
// with the same links, is kept and changed, so that a second import adds none.
func (im *Importer) saveParts(tx *core.Tx, parent value.ID, in *read, fresh bool) error {
	for _, part := range in.parts {
		t := tx.Registry().TypeNum(part.Type)
		to := t.Field(t.Parent)
		part.Set(to.Num, parent)
		var old *record.Row
		var err error
		if !fresh {
			if old, err = samePart(tx, t, part); err != nil {
				return err
			}
		}
		if old != nil {
			for num, v := range part.All() {
				old.Set(num, v)
			}
			part = old
		}
		if err := tx.Save(part); err != nil {
			return err
		}
	}
	return nil
}

// samePart finds the part of the record that has the same links.
func samePart(tx *core.Tx, t *schema.Type, part *record.Row) (*record.Row, error) {
	conds := []query.Cond{}
	for _, d := range t.Fields {
		if id, ok := d.Of(part).(value.ID); ok && d.Kind.Linked() {
			conds = append(conds, query.Cond{Op: query.OpEq, Field: d.Key, Value: id.String()})
		}
	}
	ids, err := tx.Find(t, query.All(conds...))
	if err != nil || len(ids) == 0 {
		return nil, err
	}
	return tx.Get(t, ids[0])
}

// name gives a new record a title where no column does. One that is there keeps its own.
func (im *Importer) name(tx *core.Tx, t *schema.Type, in *read) {
	if title := t.TitleField(); title.Of(in.row) == nil {
		if s := im.title(tx, t, in); s != "" {
			in.row.Set(title.Num, s)
		}
	}
}

// giveReason gives a lost row without a reason the one that was chosen for all of them,
// else "not given (imported)".
func (im *Importer) giveReason(tx *core.Tx, in *read) error {
	o := crm.Opportunity
	stage, err := tx.Get(tx.Registry().Type(crm.Stage.Key), o.Stage.Of(in.row))
	if err != nil || stage == nil || crm.Stage.Meaning.Of(stage) != crm.Lost || !o.LostReason.Of(in.row).IsZero() {
		return err
	}
	if known := im.match.find(tx, in.row); !known.IsZero() {
		old, err := tx.Get(tx.Registry().Type(o.Key), known)
		if err != nil || !o.LostReason.Of(old).IsZero() {
			return err
		}
	}
	im.counts.Reasons++
	if im.reason = im.Mapping.LostReason; im.reason.IsZero() {
		if im.reason, err = im.notGiven(tx); err != nil {
			return err
		}
	}
	o.LostReason.Set(in.row, im.reason)
	return nil
}

// NotGiven is the reason of lost opportunities whose file gives none.
var NotGiven = i18n.T("Not given (imported)", "未说明（导入）")

func (im *Importer) notGiven(tx *core.Tx) (value.ID, error) {
	t := tx.Registry().Type(crm.LostReason.Key)
	id, err := im.link.find(tx, t, NotGiven.Zh)
	if err != nil || !id.IsZero() {
		return id, err
	}
	row := tx.New(t)
	crm.LostReason.Name.Set(row, NotGiven.Zh)
	crm.LostReason.English.Set(row, NotGiven.En)
	if err := tx.Save(row); err != nil {
		return id, err
	}
	im.link.remember(t, row)
	return row.ID, nil
}

// linkLater sets links between rows of the file, now that all of them are there.
func (im *Importer) linkLater(tx *core.Tx) error {
	t := tx.Registry().Type(im.Mapping.Type)
	for _, l := range im.later {
		err := tx.Try(func() error {
			id, err := im.link.need(tx, t, l.text, l.create)
			if err != nil {
				return err
			}
			row, err := tx.Get(t, l.id)
			if err != nil || row == nil {
				return err
			}
			row.Set(l.field.Num, id)
			return tx.Save(row)
		})
		if err != nil && im.Each != nil {
			im.Each(Outcome{Row: l.row, Result: "reject", Errors: []CellError{{l.row, l.column, err}}})
		}
	}
	im.counts.Linked = im.link.count
	return nil
}
