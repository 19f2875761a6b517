package crm

import (
	"testing"

	"dealbox/internal/core"
	"dealbox/internal/fault"
	"dealbox/internal/i18n"
)

func TestAChangedStageChangesItsOpportunities(t *testing.T) {
	b := open(t)
	follows, byHand := b.deal(), b.deal()
	b.change(&Opportunity.Type, byHand, set{&Opportunity.Probability.Def, percent(33)})
	b.change(&Stage.Type, b.stages["New"], set{&Stage.Probability.Def, percent(12)})
	b.same("probability", Opportunity.Probability.Of(b.get(&Opportunity.Type, follows)), percent(12))
	b.same("set by hand", Opportunity.Probability.Of(b.get(&Opportunity.Type, byHand)), percent(33))
	b.change(&Stage.Type, b.stages["New"], set{&Stage.Hold.Def, true})
	r := b.get(&Opportunity.Type, byHand)
	b.same("hold", Opportunity.Hold.Of(r), true)
	b.same("probability on hold", Opportunity.Probability.Of(r), percent(0))
	b.change(&Stage.Type, b.stages["New"], set{&Stage.Meaning.Def, Won})
	r = b.get(&Opportunity.Type, follows)
	b.same("status", Opportunity.Status.Of(r), Won)
	b.same("closed", Opportunity.ClosedDate.Of(r), today)
	b.same("probability", Opportunity.Probability.Of(r), percent(100))
	b.same("hold", Opportunity.Hold.Of(r), false)
	b.change(&Stage.Type, b.stages["New"], set{&Stage.Meaning.Def, Open}, set{&Stage.Probability.Def, percent(10)})
	r = b.get(&Opportunity.Type, follows)
	b.same("closed again open", Opportunity.ClosedDate.Def.Of(r), nil)
	b.same("probability", Opportunity.Probability.Of(r), percent(10))
	b.same("events", len(b.all(&StageEvent.Type, &StageEvent.Opportunity.Def, follows)), 1)
}

func TestUndoOfAStageChangePutsItsOpportunitiesBack(t *testing.T) {
	b := open(t)
	id := b.deal()
	set := b.do(func(tx *core.Tx) error {
		s, err := get(tx, &Stage.Type, b.stages["New"])
		Stage.Probability.Set(s, percent(25))
		if err != nil {
			return err
		}
		return tx.Save(s)
	})
	if _, err := b.w.Undo(core.Actor{Member: b.me}, set, core.UndoOptions{}); err != nil {
		t.Fatal(err)
	}
	b.same("stage", Stage.Probability.Of(b.get(&Stage.Type, b.stages["New"])), percent(10))
	b.same("opportunity", Opportunity.Probability.Of(b.get(&Opportunity.Type, id)), percent(10))
}

func TestStagesAndPipelinesInUseStay(t *testing.T) {
	b := open(t)
	id := b.deal()
	b.deal()
	err := b.tryDelete(&Stage.Type, b.stages["New"])
	b.wants(err, ErrStageUsed)
	b.same("message", fault.From(err).In(i18n.English), "2 opportunities are in this stage. Move them first.")
	pipeline := Opportunity.Pipeline.Of(b.get(&Opportunity.Type, id))
	b.wants(b.tryDelete(&Pipeline.Type, pipeline), ErrPipelineUsed)
	b.wants(b.tryChange(&Stage.Type, b.stages["New"], set{&Stage.Meaning.Def, Lost}), ErrStageLost)
	other := b.add(&Pipeline.Type, set{&Pipeline.Name.Def, "渠道流程"})
	b.wants(b.tryChange(&Stage.Type, b.stages["New"], set{&Stage.Pipeline.Def, other}), ErrStageMoves)
	if err := b.tryDelete(&Stage.Type, b.stages["Invalid"]); err != nil {
		t.Errorf("an empty stage: %v", err)
	}
}

func TestAPipelineTakesItsStagesAlong(t *testing.T) {
	b := open(t)
	p := b.add(&Pipeline.Type, set{&Pipeline.Name.Def, "渠道流程"})
	b.add(&Stage.Type, set{&Stage.Pipeline.Def, p}, set{&Stage.Name.Def, "一"})
	if err := b.tryDelete(&Pipeline.Type, p); err != nil {
		t.Fatal(err)
	}
	b.same("stages", len(b.all(&Stage.Type, &Stage.Pipeline.Def, p)), 0)
}

func TestStagesFitTheirMeaning(t *testing.T) {
	b := open(t)
	p := b.add(&Pipeline.Type, set{&Pipeline.Name.Def, "渠道流程"})
	b.same("position", Pipeline.Position.Of(b.get(&Pipeline.Type, p)), int64(2))
	for i, c := range []struct {
		values []set
		odds   int64
		hold   bool
		icon   string
	}{
		{[]set{{&Stage.Meaning.Def, Won}, {&Stage.Probability.Def, percent(50)}, {&Stage.Hold.Def, true}}, 100, false, "check"},
		{[]set{{&Stage.Meaning.Def, Lost}, {&Stage.Probability.Def, percent(50)}}, 0, false, "cross"},
		{[]set{{&Stage.Hold.Def, true}, {&Stage.Probability.Def, percent(50)}}, 0, true, "pause"},
		{[]set{{&Stage.Probability.Def, percent(50)}}, 50, false, "circle"},
	} {
		values := append(c.values, set{&Stage.Pipeline.Def, p}, set{&Stage.Name.Def, "x"})
		r := b.get(&Stage.Type, b.add(&Stage.Type, values...))
		b.same("probability", Stage.Probability.Of(r), percent(c.odds))
		b.same("hold", Stage.Hold.Of(r), c.hold)
		b.same("icon", Stage.Icon.Of(r), c.icon)
		b.same("position", Stage.Position.Of(r), int64(i+1))
	}
	b.wants(b.tryChange(&Stage.Type, b.stages["New"], set{&Stage.Criteria.Def, []string{"nonsense"}}), ErrCriterion)
	b.wants(b.tryChange(&Stage.Type, b.stages["New"], set{&Stage.Color.Def, "red; x"}), ErrToken)
}
