package crm

import (
	"cmp"
	"slices"

	"dealbox/internal/core"
	"dealbox/internal/fault"
	"dealbox/internal/i18n"
	"dealbox/internal/record"
	"dealbox/internal/schema"
	"dealbox/internal/value"
)

type pipeline struct {
	schema.Type
	Name     *schema.Field[string] `key:"name" num:"16"`
	English  *schema.Field[string] `key:"english" num:"17"`
	Position *schema.Field[int64]  `key:"position" num:"18"`
	Active   *schema.Field[bool]   `key:"active" num:"19"`
}

// Pipeline is a way to sell: its stages in order.
var Pipeline = schema.Declare(&pipeline{
	Type: schema.Type{Key: "pipeline", Num: 14, Label: wordPipeline, Plural: i18n.T("Pipelines", "销售流程"),
		Icon: "git-branch", Title: "name", TitleEn: "english", Setup: true},
	Name:     schema.String(wordName, schema.Required, schema.Searched, schema.Listed, schema.Match, schema.Quick),
	English:  schema.String(wordEnglish, schema.Searched, schema.Listed, schema.Match, schema.Quick),
	Position: schema.Int(wordPosition, schema.Listed),
	Active:   schema.Bool(wordActive, schema.Listed, schema.Offered, schema.Default(true)),
})

// ErrPipelineUsed refuses to take a pipeline away under its opportunities.
var ErrPipelineUsed = fault.New(fault.Conflict, "pipeline.used", i18n.T("{count} opportunities are in this pipeline. Move them first.", "该销售流程还有 {count} 个商机，请先移走。"))

// Derive puts a new pipeline behind the others.
func (p *pipeline) Derive(tx *core.Tx, c *record.Change) error {
	if !c.New() || p.Position.Def.Of(c.After) != nil {
		return nil
	}
	n, err := last(tx, &p.Type, p.Position)
	p.Position.Set(c.After, n)
	return err
}

// Check refuses to delete a pipeline that opportunities are in.
func (p *pipeline) Check(tx *core.Tx, c *record.Change) error {
	if !deleted(c) {
		return nil
	}
	return refuseUsed(tx, ErrPipelineUsed, is(&Opportunity.Pipeline.Def, c.After.ID))
}

// Follow takes the stages along into the trash.
func (p *pipeline) Follow(tx *core.Tx, c *record.Change) error {
	if !deleted(c) {
		return nil
	}
	return drop(tx, &Stage.Type, &Stage.Pipeline.Def, c.After.ID)
}

// FirstPipeline gives the active pipeline that stands first, or ErrNoPipeline.
func FirstPipeline(tx *core.Tx) (*record.Row, error) {
	all, err := find(tx, &Pipeline.Type)
	if err != nil {
		return nil, err
	}
	var first *record.Row
	for _, p := range all {
		if Pipeline.Active.Of(p) && (first == nil || Pipeline.Position.Of(p) < Pipeline.Position.Of(first)) {
			first = p
		}
	}
	if first == nil {
		return nil, ErrNoPipeline.On(Opportunity.Pipeline.Key)
	}
	return first, nil
}

// Stages gives the stages of a pipeline in their order.
func Stages(tx *core.Tx, pipeline value.ID) ([]*record.Row, error) {
	stages, err := find(tx, &Stage.Type, is(&Stage.Pipeline.Def, pipeline))
	slices.SortStableFunc(stages, func(a, b *record.Row) int {
		return cmp.Compare(Stage.Position.Of(a), Stage.Position.Of(b))
	})
	return stages, err
}
