package transfer

import (
	"context"
	"errors"
	"slices"
	"strings"

	"dealbox/internal/core"
	"dealbox/internal/crm"
	"dealbox/internal/schema"
	"dealbox/internal/text"
	"dealbox/internal/value"
)

// mostNewOptions is how many choices a column may make. One with more is text.
const mostNewOptions = 500

// prescan reads the file for texts of choices and stages that were not in the sample, so
// that every choice is there before the first row.
func prescan(ctx context.Context, w *core.Workspace, rows Rows, m *Mapping) error {
	return readTexts(ctx, w, rows, m, false)
}

// Complete tells what the texts of columns of choices and stages mean and how many rows
// have each, also of columns that were just pointed at another field. What was decided
// stays; a text that is no stage is listed as meaning nothing.
func Complete(ctx context.Context, w *core.Workspace, rows Rows, m *Mapping) error {
	return readTexts(ctx, w, rows, m, true)
}

func readTexts(ctx context.Context, w *core.Workspace, rows Rows, m *Mapping, all bool) error {
	open := openColumns(w.Registry(), m)
	if len(open) == 0 {
		return nil
	}
	err := rows.Rows(ctx, func(_ int, cells []string) error {
		if err := ctx.Err(); err != nil {
			return err
		}
		for _, o := range open {
			if o.col.Index < len(cells) {
				o.see(cells[o.col.Index])
			}
		}
		return nil
	})
	if err != nil && !errors.Is(err, errEnough) {
		return err
	}
	stages := (&guesser{w: w}).allStages()
	for _, o := range open {
		o.settle(stages, all)
	}
	return nil
}

// openColumn is a column of choices to which texts may be added.
type openColumn struct {
	col   *Column
	def   *schema.Def // nil for a new own field
	known map[string]bool
	count map[string]int
	fresh []*Value // texts that were not in the sample
}

func openColumns(reg *schema.Registry, m *Mapping) (open []*openColumn) {
	t := reg.Type(m.Type)
	for i := range m.Columns {
		c := &m.Columns[i]
		_, d := c.Field(t, reg)
		own := c.Target == ToOwn && c.Kind == value.Choice
		if !own && (d == nil || d.Kind != value.Choice && d.Target != crm.Stage.Key) {
			continue
		}
		o := &openColumn{col: c, def: d, known: map[string]bool{}, count: map[string]int{}}
		for _, v := range c.Values {
			o.known[text.Key(v.Text)] = true
		}
		open = append(open, o)
	}
	return open
}

func (o *openColumn) see(cell string) {
	if len(o.fresh) > mostNewOptions || len(cell) > mostLabel || o.col.IsBlank(cell) {
		return
	}
	k := text.Key(cell)
	o.count[k]++
	if !o.known[k] {
		o.known[k] = true
		o.fresh = append(o.fresh, &Value{Text: strings.TrimSpace(cell)})
	}
}

// settle says what the new texts mean. An own field whose choices are too many is text
// after all; a text that is no stage is left to be told as an error of its row, unless all
// are asked for.
func (o *openColumn) settle(stages []knownStage, all bool) {
	if o.def == nil && len(o.col.Values)+len(o.fresh) > mostNewOptions {
		o.col.Kind, o.col.Values = value.Text, nil
		return
	}
	for _, v := range o.fresh {
		switch {
		case o.def == nil:
			v.To = NewOption
		case o.def.Kind == value.Choice:
			v.To = optionFor(o.def, v.Text)
		default:
			v.To = stageFor(stages, v.Text)
		}
		if all || o.def == nil || o.def.Kind == value.Choice || v.To != "" {
			o.col.Values = append(o.col.Values, *v)
		}
	}
	o.col.Values = slices.Clone(o.col.Values)
	for i := range o.col.Values {
		v := &o.col.Values[i]
		v.Count = o.count[text.Key(v.Text)]
	}
}
