package transfer

import (
	"math/rand/v2"
	"slices"
	"strconv"

	"dealbox/internal/core"
	"dealbox/internal/i18n"
	"dealbox/internal/schema"
	"dealbox/internal/value"
)

// settle makes the fields and choices that a mapping asks for, and gives the mapping with
// their keys and numbers.
func settle(tx *core.Tx, m Mapping) (Mapping, error) {
	m.Columns = slices.Clone(m.Columns)
	for i := range m.Columns {
		c := &m.Columns[i]
		c.Values = slices.Clone(c.Values)
		t := tx.Registry().Type(m.Type)
		if c.Target == ToOwn {
			d, err := ownField(tx, t, c)
			if err != nil {
				return m, err
			}
			c.Target = d.Key
		}
		if err := newOptions(tx, tx.Registry().Type(m.Type), c); err != nil {
			return m, err
		}
	}
	return m, nil
}

// ownField gives the own field that bears the column's name and kind, or makes it: a file
// that is imported again fills the same field.
func ownField(tx *core.Tx, t *schema.Type, c *Column) (*schema.Def, error) {
	for _, d := range t.Fields {
		if d.Own && !d.Retired && d.Kind == c.Kind && d.Label.Has(clipped(c.Name, mostHeading)) {
			return d, nil
		}
	}
	d := schema.Def{Kind: c.Kind, Label: i18n.Same(clipped(c.Name, mostHeading)), Options: c.Options, Plain: c.Plain && c.Kind == value.Integer}
	if c.Kind == value.Member {
		d.Target = "member"
	}
	return tx.AddField(t, d)
}

// newOptions adds the choices that the mapping makes of texts.
func newOptions(tx *core.Tx, t *schema.Type, c *Column) error {
	part, d := c.Field(t, tx.Registry())
	if part != nil {
		t = part
	}
	if d == nil || d.Kind != value.Choice && d.Kind != value.Choices {
		return nil
	}
	options, size := slices.Clone(d.Options), sizeOf(d.Options)
	for i, v := range c.Values {
		if v.To != NewOption {
			continue
		}
		n, known := d.OptionNamed(v.Text)
		if !known {
			// A choice too many is none: its rows are refused, and not the whole file.
			if size += 2*len(v.Text) + labelFrame; size > mostLabels || len(v.Text) > mostLabel {
				continue
			}
			n = schema.OwnOption(options, rand.Uint32)
			options = append(options, schema.Option{Num: n, Label: i18n.Same(v.Text)})
		}
		c.Values[i].To = strconv.FormatUint(uint64(n), 10)
	}
	if len(options) == len(d.Options) {
		return nil
	}
	return tx.SetOptions(tx.Registry().Type(t.Key), d, options)
}
