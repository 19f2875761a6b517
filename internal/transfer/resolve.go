package transfer

import (
	"dealbox/internal/core"
	"dealbox/internal/fault"
	"dealbox/internal/i18n"
	"dealbox/internal/record"
	"dealbox/internal/schema"
	"dealbox/internal/text"
	"dealbox/internal/value"
)

// The ways in which a link is refused.
var (
	ErrUnknownLink = fault.New(fault.Invalid, "import.link_none", i18n.T("There is no {type} “{value}”", "没有名为「{value}」的{type}"))
	ErrManyLinks   = fault.New(fault.Invalid, "import.link_many", i18n.T("“{value}” fits {count} records of type {type}", "「{value}」对应 {count} 条{type}"))
)

// resolver turns what a file writes for a linked record (a name, a code, a phone number)
// into the record, and remembers it. What is made on the way is known to later rows.
type resolver struct {
	known map[linkKey]value.ID
	fresh []linkKey // learnt since begin
	made  int       // records made since begin
	count int       // records made because others link to them
}

type linkKey struct {
	typ  uint32
	name text.Hash
}

// nameHash stands for what people write for a record.
func nameHash(written string) text.Hash { return text.HashOf(text.Key(written)) }

func newResolver() *resolver {
	return &resolver{known: map[linkKey]value.ID{}}
}

// find looks a record up. The id is zero when there is none.
func (r *resolver) find(tx *core.Tx, t *schema.Type, written string) (value.ID, error) {
	return r.findNamed(tx, t, written, nameHash(written))
}

func (r *resolver) findNamed(tx *core.Tx, t *schema.Type, written string, name text.Hash) (value.ID, error) {
	k := linkKey{t.Num, name}
	if id, ok := r.known[k]; ok {
		return id, nil
	}
	if id, err := value.ParseID(written); err == nil {
		row, err := tx.Get(t, id)
		if err != nil || !row.Live() {
			return value.ID{}, err
		}
		return id, nil
	}
	ids, err := tx.Env().Find(t.Key, written, "eq")
	if err != nil {
		return value.ID{}, err
	}
	switch len(ids) {
	case 0:
		return value.ID{}, nil
	case 1:
		r.known[k] = ids[0]
		return ids[0], nil
	}
	return value.ID{}, ErrManyLinks.With("value", written).With("count", len(ids)).With("type", t.Label)
}

// need finds a record, or makes one that has only its title.
func (r *resolver) need(tx *core.Tx, t *schema.Type, written string, create bool) (value.ID, error) {
	return r.needNamed(tx, t, written, nameHash(written), create)
}

func (r *resolver) needNamed(tx *core.Tx, t *schema.Type, written string, name text.Hash, create bool) (value.ID, error) {
	id, err := r.findNamed(tx, t, written, name)
	if err != nil || !id.IsZero() {
		return id, err
	}
	if !create {
		return id, ErrUnknownLink.With("value", written).With("type", t.Label)
	}
	row := tx.New(t)
	row.Set(t.TitleField().Num, written)
	if err := tx.Save(row); err != nil {
		return value.ID{}, err
	}
	r.remember(t, row)
	r.count++
	r.made++
	return row.ID, nil
}

// remember makes a saved row known by its title and its codes. A title that two rows of
// the file share names neither of them.
func (r *resolver) remember(t *schema.Type, row *record.Row) {
	for _, d := range t.Fields {
		if d.Key != t.Title && !d.Match && d.Kind != value.Auto {
			continue
		}
		s, ok := d.Of(row).(string)
		if !ok {
			continue
		}
		k := linkKey{t.Num, nameHash(s)}
		if _, taken := r.known[k]; !taken {
			r.known[k] = row.ID
			r.fresh = append(r.fresh, k)
		}
	}
}

// begin starts a row: forget takes back what was learnt since.
func (r *resolver) begin() { r.fresh, r.made = r.fresh[:0], 0 }

// forget drops what a row that was rejected made.
func (r *resolver) forget() {
	for _, k := range r.fresh {
		delete(r.known, k)
	}
	r.count -= r.made
	r.begin()
}
