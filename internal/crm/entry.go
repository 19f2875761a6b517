package crm

import (
	"dealbox/internal/core"
	"dealbox/internal/i18n"
	"dealbox/internal/record"
	"dealbox/internal/schema"
	"dealbox/internal/value"
)

// entry is an opportunity as it stands in a stage, with the change that brought it there
// or found it there.
type entry struct {
	tx    *core.Tx
	c     *record.Change
	stage *record.Row
	moved bool // this change brought it into the stage
}

// settle makes everything follow from the stage.
func (e entry) settle() {
	o, r := Opportunity, e.c.After
	meaning, hold := Stage.Meaning.Of(e.stage), Stage.Hold.Of(e.stage)
	entered := e.moved || o.Status.Of(r) != meaning
	o.Status.Set(r, meaning)
	o.Hold.Set(r, hold)
	e.settleProbability(meaning != Open || hold)
	if meaning == Open {
		e.reopen()
	} else {
		e.close(entered)
	}
	if meaning == Open || meaning == Won {
		e.clearReason()
	}
	if meaning == Open && !hold {
		o.LastStage.Set(r, e.stage.ID)
	}
	e.settleSince(meaning)
	e.settleRate(entered)
}

// settleProbability takes the stage's odds, unless a person gives others in the same
// change. Closed and on hold the odds are not a matter of opinion.
func (e entry) settleProbability(fixed bool) {
	p := Opportunity.Probability
	byHand := given(&p.Def, e.c)
	if fixed || e.moved && !byHand || p.Def.Of(e.c.After) == nil {
		p.Set(e.c.After, Stage.Probability.Of(e.stage))
	}
}

// close dates the end: as given, today for a move that says nothing. Many files have one
// column for the end, expected or not: of a closed one that was it. Of a new one from a
// file without any date the end is not known and stays blank.
func (e entry) close(entered bool) {
	closed, expected := Opportunity.ClosedDate, Opportunity.ExpectedClose
	r := e.c.After
	was, hadOne := closed.Get(e.c.Before)
	switch {
	case given(&closed.Def, e.c):
	case entered && by(e.tx, core.Import) && expected.Def.Of(r) != nil:
		closed.Set(r, expected.Of(r))
		e.unexpect()
	case by(e.tx, core.Import) && given(&expected.Def, e.c):
		e.unexpect()
	case e.c.New() && by(e.tx, core.Import):
	case entered:
		closed.Set(r, e.tx.Today())
	case closed.Def.Of(r) == nil && hadOne: // cleared by hand: a closed one keeps its date
		closed.Set(r, was)
	}
}

// unexpect puts back when the end was expected: what the file says is when it was.
func (e entry) unexpect() {
	expected := Opportunity.ExpectedClose
	if before, ok := expected.Get(e.c.Before); ok {
		expected.Set(e.c.After, before)
	} else {
		expected.Clear(e.c.After)
	}
}

// reopen takes the end away. In a file, the end of an open opportunity is when it is
// expected.
func (e entry) reopen() {
	closed, expected := Opportunity.ClosedDate, Opportunity.ExpectedClose
	r := e.c.After
	end, ok := closed.Get(r)
	if !ok {
		return
	}
	imported := by(e.tx, core.Import) && given(&closed.Def, e.c)
	if imported && !given(&expected.Def, e.c) {
		expected.Set(r, end)
	}
	if imported || !closed.Changed(e.c) {
		closed.Clear(r)
	}
}

// clearReason drops the reason of a loss that is none any more; history keeps it. One
// that a person gives with the same change is left to Check; a file's is ignored.
func (e entry) clearReason() {
	o, r := Opportunity, e.c.After
	if !o.LostReason.Changed(e.c) || by(e.tx, core.Import) {
		o.LostReason.Clear(r)
	}
	if !o.LostNote.Changed(e.c) || by(e.tx, core.Import) {
		o.LostNote.Clear(r)
	}
}

// settleRate fixes what a foreign amount is worth on the day of winning, so that won sums
// do not move with later rates. There is none where that day is not known or had no rate.
// One that comes with the change, from a file that was exported, stands.
func (e entry) settleRate(entered bool) {
	o, r := Opportunity, e.c.After
	currency := o.Amount.Of(r).Currency
	if o.Status.Of(r) != Won || currency == "" || currency == e.tx.Env().Base {
		o.Rate.Clear(r)
		return
	}
	same := !entered && !o.ClosedDate.Changed(e.c) && o.Amount.Of(e.c.Before).Currency == currency
	if same || given(&o.Rate.Def, e.c) {
		return
	}
	o.Rate.Clear(r)
	day, known := o.ClosedDate.Get(r)
	if rate, ok := e.tx.Rate(currency, day); known && ok {
		o.Rate.Set(r, rate)
	}
}

// settleSince dates the entry into the stage. Code that knows the day, such as that which
// makes sample data, may give it with the move.
func (e entry) settleSince(meaning value.Option) {
	o, r := Opportunity, e.c.After
	switch {
	case given(&o.StageSince.Def, e.c):
		o.StageSince.Set(r, min(o.StageSince.Of(r), e.tx.Today()))
	case e.moved, meaning != Open && o.ClosedDate.Changed(e.c), o.StageSince.Def.Of(r) == nil:
		o.StageSince.Set(r, e.entered())
	}
}

// entered is the day on which the opportunity came into its stage: of a closed one the
// day of its end, of an open one that a file brings its start, else today. It is never
// in the future. A file tells where an opportunity stands, not how it came there: no
// moves between are invented.
func (e entry) entered() value.Date {
	o, today := Opportunity, e.tx.Today()
	if end, ok := o.ClosedDate.Get(e.c.After); ok {
		return min(end, today)
	}
	if start, ok := o.StartDate.Get(e.c.After); ok && e.c.New() && by(e.tx, core.Import) && o.Status.Of(e.c.After) == Open {
		return min(start, today)
	}
	return today
}

// Missing gives the keys of the fields that an opportunity must have to enter a stage and
// has not. Fields that do not exist any more are not asked for.
func Missing(tx *core.Tx, stage, opportunity *record.Row) []string {
	t := full(tx, &Opportunity.Type)
	var missing []string
	for _, key := range Stage.Criteria.Of(stage) {
		if d := t.Field(key); d != nil && !d.Retired && d.Of(opportunity) == nil {
			missing = append(missing, key)
		}
	}
	return missing
}

// labels joins the names of fields in both languages.
func labels(t *schema.Type, keys []string) i18n.Text {
	var en, zh []string
	for _, k := range keys {
		d := t.Field(k)
		en, zh = append(en, d.Label.In(i18n.English)), append(zh, d.Label.In(i18n.Chinese))
	}
	return i18n.T(joined(", ", en...), joined("、", zh...))
}
