package transfer

import (
	"dealbox/internal/core"
	"dealbox/internal/schema"
	"dealbox/internal/text"
	"dealbox/internal/value"
)

// plan is a column with what is the same for all its rows, and what cells that come again
// were found to mean: most columns of a file hold few different texts.
type plan struct {
	*Column
	part     *schema.Type // that the field belongs to; nil for the record itself
	def      *schema.Def  // nil: the column fills no field
	reading  value.Reading
	meanings map[string]Value // by key of the text
	known    map[string]meant
}

// meant is what a cell says: a value, or the name of a record.
type meant struct {
	v    any // value.Unresolved for a name
	name text.Hash
}

// mostKnown is how many different cells a column remembers.
const mostKnown = 1 << 13

func newPlans(tx *core.Tx, t *schema.Type, m *Mapping) []plan {
	env := tx.Env()
	plans := make([]plan, len(m.Columns))
	for i := range m.Columns {
		c := &m.Columns[i]
		p := plan{Column: c, meanings: map[string]Value{}, known: map[string]meant{}}
		p.reading.Currency = env.Base
		if p.part, p.def = c.Field(t, tx.Registry()); p.def != nil {
			p.reading = c.Reading(value.Reading{Currency: env.Base, Zone: env.Zone, Option: p.def.OptionNamed})
		}
		for _, v := range c.Values {
			if key := text.Key(v.Text); p.meanings[key].Text == "" {
				p.meanings[key] = v
			}
		}
		plans[i] = p
	}
	return plans
}

// repeats says that cells of the column are likely to come again.
func (p *plan) repeats() bool {
	return p.def.Kind.Linked() || !textual(p.def.Kind) || p.def.Kind == value.Choice
}

// names says that the column names records of a type.
func (p *plan) names(t *schema.Type) bool {
	return p.def != nil && p.def.Kind.Linked() && p.def.Target == t.Key
}

// read gives what a cell means, without following links.
func (p *plan) read(cell string) (meant, error) {
	if m, ok := p.known[cell]; ok {
		return m, nil
	}
	v, err := p.parse(cell)
	if err != nil {
		return meant{}, err
	}
	m := meant{v: v}
	if u, ok := v.(value.Unresolved); ok {
		m.name = nameHash(string(u))
	}
	if len(p.known) < mostKnown && p.repeats() {
		p.known[cell] = m
	}
	return m, nil
}

// amount reads a cell of a row whose amounts are in another currency than usual.
func (p *plan) amount(cell string, in value.Currency) (any, error) {
	reading := p.reading
	reading.Currency = in
	v, err := p.def.Kind.Parse(cell, reading)
	if err != nil {
		return nil, err
	}
	return v, p.def.Check(v)
}

// parse reads a cell: what was decided for its text, else what the kind makes of it.
func (p *plan) parse(cell string) (any, error) {
	if m, ok := p.meaning(cell); ok {
		if m.To == "" {
			return nil, nil
		}
		if v, done, err := decided(p.def, m); done {
			return v, err
		}
	}
	v, err := p.def.Kind.Parse(cell, p.reading)
	if _, name := v.(value.Unresolved); name || err != nil {
		return v, err
	}
	return v, p.def.Check(v)
}

// meaning finds what was decided for a text.
func (p *plan) meaning(cell string) (Value, bool) {
	if len(p.meanings) == 0 {
		return Value{}, false
	}
	v, ok := p.meanings[text.Key(cell)]
	return v, ok
}
