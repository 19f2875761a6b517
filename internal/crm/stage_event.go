package crm

import (
	"time"

	"dealbox/internal/core"
	"dealbox/internal/fault"
	"dealbox/internal/i18n"
	"dealbox/internal/record"
	"dealbox/internal/schema"
	"dealbox/internal/value"
)

type stageEvent struct {
	schema.Type
	Opportunity *schema.Field[value.ID]      `key:"opportunity" num:"16"`
	Pipeline    *schema.Field[value.ID]      `key:"pipeline" num:"17"`
	From        *schema.Field[value.ID]      `key:"from" num:"18"`
	To          *schema.Field[value.ID]      `key:"to" num:"19"`
	At          *schema.Field[value.Moment]  `key:"at" num:"20"`
	By          *schema.Field[value.ID]      `key:"by" num:"21"`
	Amount      *schema.Field[value.Money]   `key:"amount" num:"22"`
	Probability *schema.Field[value.Decimal] `key:"probability" num:"23"`
	Reason      *schema.Field[string]        `key:"reason" num:"24"`
	Source      *schema.Field[value.Option]  `key:"source" num:"25"`
	Name        *schema.Field[string]        `key:"name" num:"26"`
}

// StageEvent says that an opportunity came into a stage. Events are added and never
// changed: what happened, happened.
var StageEvent = schema.Declare(&stageEvent{
	Type: schema.Type{Key: "stage_event", Num: 8, Label: i18n.T("Stage move", "阶段变更"), Plural: i18n.T("Stage moves", "阶段变更"),
		Icon: "arrows-right", Title: "name", Parent: "opportunity"},
	Opportunity: schema.Link[opportunity](wordOpportunity, schema.Required, schema.Inverse(i18n.T("Stage moves", "阶段变更"))),
	Pipeline:    schema.Link[pipeline](wordPipeline),
	From:        schema.Link[stage](i18n.T("From", "原阶段"), schema.Listed),
	To:          schema.Link[stage](i18n.T("To", "新阶段"), schema.Required, schema.Listed),
	At:          schema.Time(i18n.T("At", "时间"), schema.Required, schema.Listed),
	By:          schema.Member[member](i18n.T("By", "操作人"), schema.Listed),
	Amount:      schema.Money(wordAmount, schema.Listed),
	Probability: schema.Percent(wordProbability, schema.Listed),
	Reason:      schema.String(i18n.T("Reason", "原因"), schema.Listed),
	Source: schema.Choice(i18n.T("Made by", "方式"), []schema.Option{
		schema.Opt(1, "user", i18n.T("Person", "人工")),
		schema.Opt(2, "import", i18n.T("Import", "导入")),
		schema.Opt(3, "undo", i18n.T("Undo", "撤销")),
		schema.Opt(4, "rule", i18n.T("Rule", "规则")),
		schema.Opt(5, "cli", i18n.T("Command line", "命令行")),
		schema.Opt(6, "setup", i18n.T("Setup", "初始化")),
	}),
	Name: schema.String(wordName, schema.ReadOnly),
})

// ErrHistory refuses to rewrite what happened.
var ErrHistory = fault.New(fault.Denied, "stage_event.fixed", i18n.T("Stage moves are history and cannot be changed", "阶段变更是历史记录，不能修改"))

// Derive completes a new event: who, when, which way, and a name that says the move.
func (s *stageEvent) Derive(tx *core.Tx, c *record.Change) error {
	r := c.After
	if !c.New() {
		return nil
	}
	to, err := get(tx, &Stage.Type, s.To.Of(r))
	if err != nil {
		return err
	}
	from, err := nameOf(tx, &Stage.Type, s.From.Of(r))
	if err != nil {
		return err
	}
	s.Name.Set(r, joined(" → ", from, named(tx, &Stage.Type, to)))
	s.Source.Set(r, value.Option(tx.Actor().Source))
	if p := Stage.Pipeline.Of(to); !p.IsZero() {
		s.Pipeline.Set(r, p)
	}
	if s.At.Def.Of(r) == nil {
		s.At.Set(r, value.MomentOf(tx.Now()))
	}
	if me := tx.Actor().Member; s.By.Of(r).IsZero() && !me.IsZero() {
		s.By.Set(r, me)
	}
	return nil
}

// Check refuses to change an event, and to delete one without its opportunity.
func (s *stageEvent) Check(tx *core.Tx, c *record.Change) error {
	if c.New() || by(tx, core.Undo) {
		return nil
	}
	if deleted(c) {
		deal, err := get(tx, &Opportunity.Type, s.Opportunity.Of(c.After))
		if err != nil || !deal.Live() {
			return err
		}
		return ErrHistory.Err()
	}
	for _, d := range full(tx, &s.Type).Fields {
		if d.Changed(c) {
			return ErrHistory.On(d.Key)
		}
	}
	return nil
}

// noteMove adds the event of an opportunity that came into a stage.
func noteMove(tx *core.Tx, c *record.Change) error {
	o, s, deal := Opportunity, StageEvent, c.After
	e := tx.New(&s.Type)
	s.Opportunity.Set(e, deal.ID)
	s.To.Set(e, o.Stage.Of(deal))
	s.At.Set(e, moment(tx, o.StageSince.Of(deal)))
	e.Set(s.Amount.Num, o.Amount.Def.Of(deal))
	e.Set(s.Probability.Num, o.Probability.Def.Of(deal))
	if from := o.Stage.Of(c.Before); !from.IsZero() {
		s.From.Set(e, from)
	}
	why, err := nameOf(tx, &LostReason.Type, o.LostReason.Of(deal))
	if err != nil {
		return err
	}
	if why = joined(" · ", why, o.LostNote.Of(deal)); why != "" {
		s.Reason.Set(e, why)
	}
	return tx.Save(e)
}

// moment is now for today, else the beginning of the day.
func moment(tx *core.Tx, day value.Date) value.Moment {
	if day == tx.Today() {
		return value.MomentOf(tx.Now())
	}
	y, m, d := day.Time().Date()
	return value.MomentOf(time.Date(y, m, d, 0, 0, 0, 0, zone(tx)))
}
