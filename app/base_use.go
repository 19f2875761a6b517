package app

import (
	"dealbox/internal/crm"
	"dealbox/internal/query"
	"dealbox/internal/schema"
	"dealbox/internal/value"
)

// BaseUse counts what depends on the base currency of the file.
func (s *Settings) BaseUse() (use BaseUse, err error) {
	defer guard(&err)
	o, err := s.h.current()
	if err != nil {
		return use, err
	}
	use.Rates = o.w.Tables().Table(crm.Rate.Num).Live()
	for _, t := range o.w.Registry().Types() {
		for _, d := range t.Fields {
			if d.Kind != value.Amount {
				continue
			}
			n, err := o.filled(t, d)
			if err != nil {
				return use, err
			}
			use.Amounts += n
			if r := t.RateOf(d); r != nil {
				if n, err = o.filled(t, r); err != nil {
					return use, err
				}
				use.Fixed += n
			}
		}
	}
	return use, nil
}

// filled counts the records with a value in a field.
func (o *opened) filled(t *schema.Type, d *schema.Def) (int, error) {
	c := query.Cond{Op: query.OpFilled, Field: d.Key}
	where, err := o.w.Bind(o.session.Actor(), &c, t)
	if err != nil {
		return 0, err
	}
	return o.w.Tables().Table(t.Num).Count(where, ""), nil
}
