package crm

import (
	"dealbox/internal/core"
	"dealbox/internal/fault"
	"dealbox/internal/i18n"
	"dealbox/internal/record"
	"dealbox/internal/value"
)

// The ways in which an opportunity is refused.
var (
	ErrNoPipeline = fault.New(fault.Invalid, "pipeline.none", i18n.T("There is no active pipeline. Add one in Settings.", "没有启用的销售流程，请先在设置中添加。"))
	ErrNoStage    = fault.New(fault.Invalid, "pipeline.empty", i18n.T("The pipeline “{name}” has no open stage", "销售流程「{name}」没有进行中的阶段"))
	ErrForeign    = fault.New(fault.Invalid, "stage.foreign", i18n.T("The stage “{name}” belongs to another pipeline", "阶段「{name}」属于另一个销售流程"))
	ErrCriteria   = fault.New(fault.Incomplete, "stage.criteria", i18n.T("To enter “{name}”, fill in first: {fields}", "进入「{name}」前请先填写：{fields}"))
	ErrLostReason = fault.New(fault.Incomplete, "lost.reason", i18n.T("Say why the opportunity was lost", "请选择输单原因"))
	ErrNotClosed  = fault.New(fault.Invalid, "closed.open", i18n.T("Only a closed opportunity has a won or lost date", "只有已结束的商机才有结束日期"))
	ErrNotLost    = fault.New(fault.Invalid, "lost.not", i18n.T("Only a lost or invalid opportunity has a lost reason", "只有输单或无效的商机才有输单原因"))
)

// Derive gives a new opportunity its pipeline, stage, owner and start, and keeps what
// follows from the stage: status, hold, win probability, dates, lost reason, exchange rate.
func (o *opportunity) Derive(tx *core.Tx, c *record.Change) error {
	if !c.After.Live() {
		return nil
	}
	if err := o.place(tx, c); err != nil {
		return err
	}
	s, err := get(tx, &Stage.Type, o.Stage.Of(c.After))
	if s == nil || err != nil {
		return err // a stage that is not there is refused as a link
	}
	e := entry{tx: tx, c: c, stage: s, moved: c.New() || o.Stage.Changed(c)}
	e.settle()
	if c.New() {
		return o.begin(tx, c)
	}
	return nil
}

// begin gives a new opportunity what is not said of it. A file is taken at its word: what
// it leaves blank stays blank, but for a name.
func (o *opportunity) begin(tx *core.Tx, c *record.Change) error {
	mine(tx, c, o.Owner)
	if by(tx, core.Import) {
		return o.nameImported(tx, c.After)
	}
	if o.StartDate.Def.Of(c.After) == nil {
		o.StartDate.Set(c.After, tx.Today())
	}
	return nil
}

// nameImported names a nameless opportunity after its account, else its number.
func (o *opportunity) nameImported(tx *core.Tx, r *record.Row) error {
	if o.Name.Of(r) != "" {
		return nil
	}
	name, err := nameOf(tx, &Account.Type, o.Account.Of(r))
	if name == "" {
		name = o.Code.Of(r)
	}
	if name != "" {
		o.Name.Set(r, name)
	}
	return err
}

// place finds the pipeline and the stage where one of them is not said: the stage's
// pipeline, the first pipeline, a pipeline's first open stage.
func (o *opportunity) place(tx *core.Tx, c *record.Change) error {
	r := c.After
	if !c.New() && o.Pipeline.Changed(c) && !o.Pipeline.Of(r).IsZero() && !o.Stage.Changed(c) {
		o.Stage.Clear(r)
	}
	if o.Pipeline.Of(r).IsZero() {
		id, err := o.pipelineOf(tx, o.Stage.Of(r))
		if err != nil {
			return err
		}
		o.Pipeline.Set(r, id)
	}
	if !o.Stage.Of(r).IsZero() {
		return nil
	}
	s, err := firstStage(tx, o.Pipeline.Of(r))
	if err != nil {
		return err
	}
	o.Stage.Set(r, s.ID)
	return nil
}

// pipelineOf gives the pipeline of a stage, without a stage the first active pipeline.
func (o *opportunity) pipelineOf(tx *core.Tx, id value.ID) (value.ID, error) {
	if s, err := get(tx, &Stage.Type, id); s != nil || err != nil {
		return Stage.Pipeline.Of(s), err
	}
	p, err := FirstPipeline(tx)
	if err != nil {
		return value.ID{}, err
	}
	return p.ID, nil
}

// Check refuses a stage of another pipeline, a move whose entry criteria are not met, a
// loss without a reason, and the marks of a closed opportunity on an open one. An import
// need not meet criteria; undo puts back what was accepted once.
func (o *opportunity) Check(tx *core.Tx, c *record.Change) error {
	if !c.After.Live() || by(tx, core.Undo) {
		return nil
	}
	s, err := get(tx, &Stage.Type, o.Stage.Of(c.After))
	if err != nil {
		return err
	}
	if Stage.Pipeline.Of(s) != o.Pipeline.Of(c.After) {
		return ErrForeign.With("name", named(tx, &Stage.Type, s)).On(o.Stage.Key)
	}
	if err := o.checkResult(c.After); err != nil {
		return err
	}
	return o.checkEntry(tx, c, s)
}

func (o *opportunity) checkResult(r *record.Row) error {
	status := o.Status.Of(r)
	if status == Open && o.ClosedDate.Def.Of(r) != nil {
		return ErrNotClosed.On(o.ClosedDate.Key)
	}
	if (status == Open || status == Won) && !o.LostReason.Of(r).IsZero() {
		return ErrNotLost.On(o.LostReason.Key)
	}
	return nil
}

// checkEntry asks for all that is missing at once: entry criteria and the lost reason.
func (o *opportunity) checkEntry(tx *core.Tx, c *record.Change, s *record.Row) error {
	var missing []string
	if (c.New() || o.Stage.Changed(c)) && !by(tx, core.Import) {
		missing = Missing(tx, s, c.After)
	}
	reason := o.Status.Of(c.After) == Lost && o.LostReason.Of(c.After).IsZero()
	switch {
	case len(missing) == 0 && reason:
		return ErrLostReason.Err().Asks(o.LostReason.Key)
	case len(missing) == 0:
		return nil
	case reason:
		missing = append(missing, o.LostReason.Key)
	}
	return ErrCriteria.With("name", named(tx, &Stage.Type, s)).
		With("fields", labels(full(tx, &o.Type), missing)).Asks(missing...)
}

// Follow notes a move as a stage event, keeps the lines in the opportunity's currency,
// and takes the parts along into the trash.
func (o *opportunity) Follow(tx *core.Tx, c *record.Change) error {
	if deleted(c) {
		return o.dropParts(tx, c.After.ID)
	}
	if !c.After.Live() {
		return nil
	}
	if c.New() || o.Stage.Changed(c) {
		if err := noteMove(tx, c); err != nil {
			return err
		}
	}
	if !c.New() && o.Amount.Of(c.Before).Currency != o.Amount.Of(c.After).Currency {
		return resave(tx, &OpportunityLine.Type, is(&OpportunityLine.Opportunity.Def, c.After.ID))
	}
	return nil
}

func (o *opportunity) dropParts(tx *core.Tx, id value.ID) error {
	if err := drop(tx, &OpportunityLine.Type, &OpportunityLine.Opportunity.Def, id); err != nil {
		return err
	}
	if err := drop(tx, &OpportunityContact.Type, &OpportunityContact.Opportunity.Def, id); err != nil {
		return err
	}
	return drop(tx, &StageEvent.Type, &StageEvent.Opportunity.Def, id)
}
