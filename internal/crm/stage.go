package crm

import (
	"fmt"

	"dealbox/internal/core"
	"dealbox/internal/fault"
	"dealbox/internal/i18n"
	"dealbox/internal/query"
	"dealbox/internal/record"
	"dealbox/internal/schema"
	"dealbox/internal/value"
)

// What a stage means, and so the status of the opportunities in it.
const (
	Open    value.Option = 1
	Won     value.Option = 2
	Lost    value.Option = 3
	Invalid value.Option = 4
)

// meanings are the choices of stage.meaning and opportunity.status.
var meanings = []schema.Option{
	schema.Tinted(Open, "open", "primary", i18n.T("Open", "进行中")),
	schema.Tinted(Won, "won", "success", i18n.T("Won", "赢单")),
	schema.Tinted(Lost, "lost", "danger", i18n.T("Lost", "输单")),
	schema.Tinted(Invalid, "invalid", "st-hold", i18n.T("Invalid", "无效")),
}

type stage struct {
	schema.Type
	Pipeline     *schema.Field[value.ID]      `key:"pipeline" num:"16"`
	Name         *schema.Field[string]        `key:"name" num:"17"`
	English      *schema.Field[string]        `key:"english" num:"18"`
	Meaning      *schema.Field[value.Option]  `key:"meaning" num:"19"`
	Hold         *schema.Field[bool]          `key:"hold" num:"20"`
	Probability  *schema.Field[value.Decimal] `key:"probability" num:"21"`
	Color        *schema.Field[string]        `key:"color" num:"22"`
	Icon         *schema.Field[string]        `key:"icon" num:"23"`
	StalledAfter *schema.Field[int64]         `key:"stalled_after" num:"24"`
	Criteria     *schema.Field[[]string]      `key:"criteria" num:"25"`
	Position     *schema.Field[int64]         `key:"position" num:"26"`
}

// Stage is a step of a pipeline. Rules ask for its meaning, never for its name.
var Stage = schema.Declare(&stage{
	Type: schema.Type{Key: "stage", Num: 15, Label: wordStage, Plural: i18n.T("Stages", "阶段"),
		Icon: "columns", Title: "name", TitleEn: "english", Parent: "pipeline", Setup: true},
	Pipeline:     schema.Link[pipeline](wordPipeline, schema.Required, schema.Inverse(i18n.T("Stages", "阶段"))),
	Name:         schema.String(wordName, schema.Required, schema.Searched, schema.Listed, schema.Match, schema.Quick),
	English:      schema.String(wordEnglish, schema.Searched, schema.Listed, schema.Match, schema.Quick),
	Meaning:      schema.Choice(i18n.T("Meaning", "含义"), meanings, schema.Required, schema.Listed, schema.Quick, schema.Default(Open)),
	Hold:         schema.Bool(i18n.T("On hold", "搁置"), schema.Listed, schema.Help(i18n.T("Outside weighted sums", "不计入加权金额"))),
	Probability:  schema.Percent(wordProbability, schema.Listed, schema.Quick, schema.Checked(checkPercent)),
	Color:        schema.String(i18n.T("Colour", "颜色"), schema.Checked(checkToken)),
	Icon:         schema.String(i18n.T("Icon", "图标"), schema.Checked(checkToken)),
	StalledAfter: schema.Int(i18n.T("Stalled after days", "停滞天数"), schema.Listed, schema.Checked(notNegative)),
	Criteria:     schema.Tags(i18n.T("Entry criteria", "准入条件"), schema.Help(i18n.T("Fields that must be filled in to enter the stage", "进入该阶段前必须填写的字段"))),
	Position:     schema.Int(wordPosition, schema.Listed),
})

// The ways in which a stage is refused.
var (
	ErrStageUsed  = fault.New(fault.Conflict, "stage.used", i18n.T("{count} opportunities are in this stage. Move them first.", "该阶段还有 {count} 个商机，请先移走。"))
	ErrStageMoves = fault.New(fault.Conflict, "stage.moves", i18n.T("{count} opportunities are in this stage: it cannot go to another pipeline", "该阶段还有 {count} 个商机，不能移到其他销售流程"))
	ErrStageLost  = fault.New(fault.Conflict, "stage.lost", i18n.T("{count} opportunities in this stage have no lost reason. Move them first.", "该阶段有 {count} 个商机没有输单原因，请先移走。"))
	ErrCriterion  = fault.New(fault.Invalid, "stage.criterion", i18n.T("An opportunity has no field “{key}”", "商机没有「{key}」这个字段"))
)

// Derive makes odds, hold, colour and icon fit the meaning: won is 100 %, everything else
// that is closed or on hold 0 %.
func (s *stage) Derive(tx *core.Tx, c *record.Change) error {
	r := c.After
	if s.Meaning.Of(r) != Open {
		s.Hold.Clear(r)
	}
	switch {
	case s.Meaning.Of(r) == Won:
		s.Probability.Set(r, hundred)
	case s.Meaning.Of(r) != Open, s.Hold.Of(r), s.Probability.Def.Of(r) == nil:
		s.Probability.Set(r, 0)
	}
	if !c.New() {
		return nil
	}
	s.dress(r)
	if s.Position.Def.Of(r) != nil {
		return nil
	}
	p, err := last(tx, &s.Type, s.Position, is(&s.Pipeline.Def, s.Pipeline.Of(r)))
	s.Position.Set(r, p)
	return err
}

// dress gives a new stage the colour and icon of its meaning.
func (s *stage) dress(r *record.Row) {
	color, icon := "st-new", "circle"
	switch {
	case s.Meaning.Of(r) == Won:
		color, icon = "st-won", "check"
	case s.Meaning.Of(r) == Lost:
		color, icon = "st-lost", "cross"
	case s.Meaning.Of(r) == Invalid, s.Hold.Of(r):
		color, icon = "st-hold", "pause"
	}
	if s.Color.Of(r) == "" {
		s.Color.Set(r, color)
	}
	if s.Icon.Of(r) == "" {
		s.Icon.Set(r, icon)
	}
}

// Check refuses to take a stage away under its opportunities, to make losses of those
// that have no reason, and criteria that are no fields.
func (s *stage) Check(tx *core.Tx, c *record.Change) error {
	inside := is(&Opportunity.Stage.Def, c.After.ID)
	switch {
	case deleted(c):
		return refuseUsed(tx, ErrStageUsed, inside)
	case !c.After.Live():
		return nil
	case !c.New() && s.Pipeline.Changed(c):
		if err := refuseUsed(tx, ErrStageMoves, inside); err != nil {
			return err
		}
	}
	if !c.New() && s.Meaning.Changed(c) && s.Meaning.Of(c.After) == Lost {
		reasonless := query.Cond{Op: query.OpEmpty, Field: Opportunity.LostReason.Key}
		if err := refuseUsed(tx, ErrStageLost, inside, reasonless); err != nil {
			return err
		}
	}
	for _, key := range s.Criteria.Of(c.After) {
		if s.Criteria.Changed(c) && full(tx, &Opportunity.Type).Field(key) == nil {
			return ErrCriterion.With("key", key).On(s.Criteria.Key)
		}
	}
	return nil
}

// refuseUsed fails when opportunities satisfy the conditions, and says how many.
func refuseUsed(tx *core.Tx, why *fault.Kind, all ...query.Cond) error {
	n, err := count(tx, &Opportunity.Type, all...)
	if err == nil && n > 0 {
		return why.With("count", n)
	}
	return err
}

// Follow brings a changed meaning, hold or probability to the opportunities in the stage.
// Odds that someone set by hand stay.
func (s *stage) Follow(tx *core.Tx, c *record.Change) error {
	if c.New() || !c.After.Live() || !s.Meaning.Changed(c) && !s.Hold.Changed(c) && !s.Probability.Changed(c) {
		return nil
	}
	deals, err := find(tx, &Opportunity.Type, is(&Opportunity.Stage.Def, c.After.ID))
	if err != nil {
		return err
	}
	for _, deal := range deals {
		if Opportunity.Probability.Of(deal) == s.Probability.Of(c.Before) {
			Opportunity.Probability.Clear(deal)
		}
		if err := tx.Save(deal); err != nil {
			return fmt.Errorf("bring a stage's change to opportunity %v: %w", deal.ID, err)
		}
	}
	return nil
}

// firstStage gives the first open stage of a pipeline.
func firstStage(tx *core.Tx, pipeline value.ID) (*record.Row, error) {
	stages, err := Stages(tx, pipeline)
	if err != nil {
		return nil, err
	}
	for _, s := range stages {
		if Stage.Meaning.Of(s) == Open && !Stage.Hold.Of(s) {
			return s, nil
		}
	}
	name, err := nameOf(tx, &Pipeline.Type, pipeline)
	if err != nil {
		return nil, err
	}
	return nil, ErrNoStage.With("name", name).On(Opportunity.Pipeline.Key)
}
