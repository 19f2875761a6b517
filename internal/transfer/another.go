package transfer

import (
	"dealbox/internal/core"
	"dealbox/internal/fault"
	"dealbox/internal/i18n"
	"dealbox/internal/schema"
)

// ErrNotTaken tells that a new record goes without a value that another one has.
var ErrNotTaken = fault.New(fault.Conflict, "import.not_taken", i18n.T("{field} “{value}” belongs to another record: the new one has none", "{field}「{value}」已属于另一条记录，新记录未填写"))

// createAnother makes a record of a row whose record may be there already. It has an id of
// its own, and none of the values that only one record may have.
func (im *Importer) createAnother(tx *core.Tx, t *schema.Type, in *read, o *Outcome) error {
	if in.hasID {
		old, err := tx.Get(t, in.row.ID)
		if err != nil {
			return err
		}
		if old != nil {
			in.row.ID = tx.New(t).ID
		}
	}
	for _, d := range t.Fields {
		s, ok := d.Of(in.row).(string)
		if !ok || !d.Unique || d.Required {
			continue
		}
		taken, err := tx.Taken(t, d, s, in.row.ID)
		if err != nil {
			return err
		}
		if taken {
			in.row.Set(d.Num, nil)
			im.note(CellError{in.n, im.columnOf(t, d.Key), ErrNotTaken.With("field", d.Label).With("value", s)})
		}
	}
	return im.create(tx, t, in, o)
}
