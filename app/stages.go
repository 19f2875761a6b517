package app

import (
	"dealbox/internal/crm"
	"dealbox/internal/i18n"
	"dealbox/internal/schema"
	"dealbox/internal/value"
)

// column reads fields of one record from the columns.
type column struct {
	o   *opened
	t   *schema.Type
	row uint32
	ok  bool
}

func (o *opened) columnOf(t *schema.Type, id value.ID) column {
	t = o.w.Registry().Type(t.Key)
	row, ok := o.w.Tables().Table(t.Num).RowOf(id)
	return column{o, t, row, ok}
}

func (c column) get(key string) any {
	if !c.ok {
		return nil
	}
	return c.o.w.Tables().Table(c.t.Num).Value(c.row, c.t.Field(key))
}

func (c column) text(key string) string { s, _ := c.get(key).(string); return s }

// nameOf gives a name in both languages, of records that have an English one.
func (o *opened) nameOf(t *schema.Type, id value.ID) i18n.Text {
	c := o.columnOf(t, id)
	return i18n.Text{Zh: c.text(c.t.Title), En: c.text(c.t.TitleEn)}
}

// stage gives a stage as boards and pages show it.
func (o *opened) stage(id value.ID) StageInfo {
	c := o.columnOf(&crm.Stage.Type, id)
	f := crm.Stage
	info := StageInfo{
		ID: id.String(), Name: o.nameOf(&crm.Stage.Type, id),
		Color: c.text(f.Color.Key), Icon: c.text(f.Icon.Key), Criteria: []string{},
	}
	if p, ok := c.get(f.Pipeline.Key).(value.ID); ok {
		info.Pipeline = p.String()
	}
	if m, ok := c.get(f.Meaning.Key).(value.Option); ok {
		o, _ := f.Meaning.Option(m)
		info.Meaning = o.Key
	}
	info.Hold, _ = c.get(f.Hold.Key).(bool)
	if p, ok := c.get(f.Probability.Key).(value.Decimal); ok {
		info.Probability = p.String()
	}
	if n, ok := c.get(f.StalledAfter.Key).(int64); ok {
		info.StalledAfter = int(n)
	}
	if n, ok := c.get(f.Position.Key).(int64); ok {
		info.Position = int(n)
	}
	if tags, ok := c.get(f.Criteria.Key).([]string); ok {
		info.Criteria = tags
	}
	return info
}
