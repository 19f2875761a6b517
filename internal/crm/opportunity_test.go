package crm

import (
	"testing"
	"time"

	"dealbox/internal/core"
	"dealbox/internal/record"
	"dealbox/internal/value"

	"pgregory.net/rapid"
)

// deal adds an opportunity.
func (b *bench) deal(values ...set) value.ID {
	b.Helper()
	return b.add(&Opportunity.Type, append([]set{{&Opportunity.Name.Def, "产线改造"}}, values...)...)
}

func (b *bench) into(stage string) set { return set{&Opportunity.Stage.Def, b.stages[stage]} }

func (b *bench) reason() set {
	b.Helper()
	return set{&Opportunity.LostReason.Def, b.add(&LostReason.Type, set{&LostReason.Name.Def, "价格太高"})}
}

var needed = set{&Opportunity.Need.Def, "三号线节拍"}

func TestANewOpportunityStartsInTheFirstStage(t *testing.T) {
	b := open(t)
	r := b.get(&Opportunity.Type, b.deal())
	b.same("stage", Opportunity.Stage.Of(r), b.stages["New"])
	b.same("status", Opportunity.Status.Of(r), Open)
	b.same("probability", Opportunity.Probability.Of(r), percent(10))
	b.same("owner", Opportunity.Owner.Of(r), b.me)
	b.same("start", Opportunity.StartDate.Of(r), today)
	b.same("code", Opportunity.Code.Of(r), "OPP-0001")
	b.same("last open stage", Opportunity.LastStage.Of(r), b.stages["New"])
}

func TestAMoveTakesTheOddsOfTheStageUnlessTheyAreGiven(t *testing.T) {
	b := open(t)
	id := b.deal()
	b.change(&Opportunity.Type, id, set{&Opportunity.Probability.Def, percent(15)})
	b.same("by hand", Opportunity.Probability.Of(b.get(&Opportunity.Type, id)), percent(15))
	b.change(&Opportunity.Type, id, b.into("Contacted"))
	b.same("after a move", Opportunity.Probability.Of(b.get(&Opportunity.Type, id)), percent(20))
	b.change(&Opportunity.Type, id, b.into("Qualified"), needed, set{&Opportunity.Probability.Def, percent(35)})
	b.same("given with the move", Opportunity.Probability.Of(b.get(&Opportunity.Type, id)), percent(35))
	b.change(&Opportunity.Type, id, b.into("Won"), set{&Opportunity.Probability.Def, percent(35)})
	b.same("of a won one", Opportunity.Probability.Of(b.get(&Opportunity.Type, id)), percent(100))
}

func TestEntryCriteriaAskForWhatIsMissing(t *testing.T) {
	b := open(t)
	id := b.deal()
	b.wants(b.tryChange(&Opportunity.Type, id, b.into("Qualified")), ErrCriteria, "need")
	b.same("stage", Opportunity.Stage.Of(b.get(&Opportunity.Type, id)), b.stages["New"])
	b.change(&Opportunity.Type, id, b.into("Qualified"), needed)
	_, err := b.tryAdd(&Opportunity.Type, set{&Opportunity.Name.Def, "x"}, b.into("Qualified"))
	b.wants(err, ErrCriteria, "need")
}

func TestEntryCriteriaDoNotStopAnImport(t *testing.T) {
	b := open(t)
	b.source = core.Import
	id := b.deal(b.into("Qualified"))
	b.same("stage", Opportunity.Stage.Of(b.get(&Opportunity.Type, id)), b.stages["Qualified"])
	b.do(func(tx *core.Tx) error {
		s, err := get(tx, &Stage.Type, b.stages["Qualified"])
		o, _ := get(tx, &Opportunity.Type, id)
		if m := Missing(tx, s, o); len(m) != 1 || m[0] != "need" {
			b.Errorf("reported missing: %v", m)
		}
		return err
	})
}

func TestALossNeedsAReasonOnEveryPath(t *testing.T) {
	b := open(t)
	id := b.deal()
	b.wants(b.tryChange(&Opportunity.Type, id, b.into("Lost")), ErrLostReason, "lost_reason")
	for _, source := range []core.Source{core.User, core.CommandLine, core.Import, core.Rule} {
		b.source = source
		_, err := b.tryAdd(&Opportunity.Type, set{&Opportunity.Name.Def, "x"}, b.into("Lost"))
		b.wants(err, ErrLostReason, "lost_reason")
	}
	b.source = core.User
	b.change(&Opportunity.Type, id, b.into("Lost"), b.reason())
	b.wants(b.tryChange(&Opportunity.Type, id, set{&Opportunity.LostReason.Def, nil}), ErrLostReason, "lost_reason")
}

func TestCriteriaAndLostReasonAreAskedTogether(t *testing.T) {
	b := open(t)
	id := b.deal()
	b.change(&Stage.Type, b.stages["Lost"], set{&Stage.Criteria.Def, []string{"competitor"}})
	b.wants(b.tryChange(&Opportunity.Type, id, b.into("Lost")), ErrCriteria, "competitor", "lost_reason")
}

func TestClosingAndReopening(t *testing.T) {
	b := open(t)
	id := b.deal(set{&Opportunity.ExpectedClose.Def, today + 30})
	b.sleep(3)
	b.change(&Opportunity.Type, id, b.into("Lost"), b.reason(), set{&Opportunity.LostNote.Def, "贵 15%"})
	r := b.get(&Opportunity.Type, id)
	b.same("closed", Opportunity.ClosedDate.Of(r), today+3)
	b.same("expected close", Opportunity.ExpectedClose.Of(r), today+30)
	b.same("status", Opportunity.Status.Of(r), Lost)
	b.same("last open stage", Opportunity.LastStage.Of(r), b.stages["New"])
	b.change(&Opportunity.Type, id, b.into("Contacted"))
	r = b.get(&Opportunity.Type, id)
	for _, d := range []string{"closed_date", "lost_reason", "lost_note"} {
		b.same(d+" after reopening", Opportunity.Field(d).Of(r), nil)
	}
	b.same("status", Opportunity.Status.Of(r), Open)
	events := b.all(&StageEvent.Type, &StageEvent.Opportunity.Def, id)
	b.same("events", len(events), 3)
	b.same("reason in history", StageEvent.Reason.Of(events[1]), "价格太高 · 贵 15%")
}

func TestAClosingDateMayBeGiven(t *testing.T) {
	b := open(t)
	id := b.deal()
	b.change(&Opportunity.Type, id, b.into("Won"), set{&Opportunity.ClosedDate.Def, today - 2})
	r := b.get(&Opportunity.Type, id)
	b.same("closed", Opportunity.ClosedDate.Of(r), today-2)
	b.same("in stage since", Opportunity.StageSince.Of(r), today-2)
	b.change(&Opportunity.Type, id, set{&Opportunity.ClosedDate.Def, nil})
	b.same("cleared by hand", Opportunity.ClosedDate.Of(b.get(&Opportunity.Type, id)), today-2)
}

func TestMarksOfAnEndAreRefusedOnAnOpenOpportunity(t *testing.T) {
	b := open(t)
	id := b.deal()
	b.wants(b.tryChange(&Opportunity.Type, id, set{&Opportunity.ClosedDate.Def, today}), ErrNotClosed)
	b.wants(b.tryChange(&Opportunity.Type, id, b.reason()), ErrNotLost)
	b.wants(b.tryChange(&Opportunity.Type, id, b.into("Won"), b.reason()), ErrNotLost)
	b.wants(b.tryChange(&Opportunity.Type, id, set{&Opportunity.Amount.Def, yuan(-1)}), ErrNegative)
}

func TestOnHoldIsOpenWithoutOdds(t *testing.T) {
	b := open(t)
	id := b.deal()
	b.change(&Opportunity.Type, id, b.into("Contacted"))
	b.change(&Opportunity.Type, id, b.into("On hold"), set{&Opportunity.Probability.Def, percent(50)})
	r := b.get(&Opportunity.Type, id)
	b.same("status", Opportunity.Status.Of(r), Open)
	b.same("hold", Opportunity.Hold.Of(r), true)
	b.same("probability", Opportunity.Probability.Of(r), percent(0))
	b.same("last open stage", Opportunity.LastStage.Of(r), b.stages["Contacted"])
}

func TestStagesBelongToTheirPipeline(t *testing.T) {
	b := open(t)
	id := b.deal()
	other := b.add(&Pipeline.Type, set{&Pipeline.Name.Def, "续约流程"})
	b.wants(b.tryChange(&Opportunity.Type, id, set{&Opportunity.Pipeline.Def, other}), ErrNoStage)
	second := b.add(&Stage.Type, set{&Stage.Pipeline.Def, other}, set{&Stage.Name.Def, "到期提醒"}, set{&Stage.Probability.Def, percent(30)}, set{&Stage.Position.Def, int64(2)})
	start := b.add(&Stage.Type, set{&Stage.Pipeline.Def, other}, set{&Stage.Name.Def, "联系"}, set{&Stage.Probability.Def, percent(25)}, set{&Stage.Position.Def, int64(1)})
	b.wants(b.tryChange(&Opportunity.Type, id, set{&Opportunity.Stage.Def, second}), ErrForeign)
	b.change(&Opportunity.Type, id, set{&Opportunity.Pipeline.Def, other})
	r := b.get(&Opportunity.Type, id)
	b.same("stage", Opportunity.Stage.Of(r), start)
	b.same("probability", Opportunity.Probability.Of(r), percent(25))
	r = b.get(&Opportunity.Type, b.deal(set{&Opportunity.Stage.Def, second}))
	b.same("pipeline of the stage", Opportunity.Pipeline.Of(r), other)
}

func TestEachMoveLeavesAnEvent(t *testing.T) {
	b := open(t)
	id := b.deal(set{&Opportunity.Amount.Def, yuan(128_000)})
	b.sleep(4)
	b.change(&Opportunity.Type, id, b.into("Contacted"))
	b.change(&Opportunity.Type, id, set{&Opportunity.Amount.Def, yuan(130_000)})
	events := b.all(&StageEvent.Type, &StageEvent.Opportunity.Def, id)
	b.same("events", len(events), 2)
	b.same("first from", StageEvent.From.Of(events[0]), value.ID{})
	e := events[1]
	b.same("from", StageEvent.From.Of(e), b.stages["New"])
	b.same("to", StageEvent.To.Of(e), b.stages["Contacted"])
	b.same("by", StageEvent.By.Of(e), b.me)
	b.same("amount", StageEvent.Amount.Of(e), yuan(128_000))
	b.same("probability", StageEvent.Probability.Of(e), percent(20))
	b.same("name", StageEvent.Name.Of(e), "新商机 → 初步接洽")
	b.same("at", StageEvent.At.Of(e), value.MomentOf(b.clock.Now()))
}

func TestEventsAreHistory(t *testing.T) {
	b := open(t)
	id := b.deal()
	e := b.all(&StageEvent.Type, &StageEvent.Opportunity.Def, id)[0]
	b.wants(b.tryChange(&StageEvent.Type, e.ID, set{&StageEvent.Reason.Def, "x"}), ErrHistory)
	b.wants(b.tryDelete(&StageEvent.Type, e.ID), ErrHistory)
}

func TestUndoOfAMoveTakesItsEventBack(t *testing.T) {
	b := open(t)
	id := b.deal()
	before := b.get(&Opportunity.Type, id)
	moved := b.do(func(tx *core.Tx) error {
		r, err := tx.Get(full(tx, &Opportunity.Type), id)
		if err != nil {
			return err
		}
		Opportunity.Stage.Set(r, b.stages["Won"])
		return tx.Save(r)
	})
	if _, err := b.w.Undo(core.Actor{Member: b.me}, moved, core.UndoOptions{}); err != nil {
		t.Fatal(err)
	}
	after := b.get(&Opportunity.Type, id)
	for _, d := range Opportunity.Fields {
		if !d.Kind.Equal(d.Of(before), d.Of(after)) {
			t.Errorf("%s is %v after undo, was %v", d.Key, d.Of(after), d.Of(before))
		}
	}
	b.same("events", len(b.all(&StageEvent.Type, &StageEvent.Opportunity.Def, id)), 1)
}

func TestPartsGoWithTheirOpportunityAndComeBack(t *testing.T) {
	b := open(t)
	id := b.deal()
	b.add(&OpportunityLine.Type, set{&OpportunityLine.Opportunity.Def, id}, set{&OpportunityLine.Name.Def, "调试"})
	gone := b.do(func(tx *core.Tx) error { return tx.Delete(full(tx, &Opportunity.Type), id) })
	b.same("lines", len(b.all(&OpportunityLine.Type, &OpportunityLine.Opportunity.Def, id)), 0)
	b.same("events", len(b.all(&StageEvent.Type, &StageEvent.Opportunity.Def, id)), 0)
	if _, err := b.w.Undo(core.Actor{Member: b.me}, gone, core.UndoOptions{}); err != nil {
		t.Fatal(err)
	}
	b.same("lines after undo", len(b.all(&OpportunityLine.Type, &OpportunityLine.Opportunity.Def, id)), 1)
	b.same("events after undo", len(b.all(&StageEvent.Type, &StageEvent.Opportunity.Def, id)), 1)
}

func TestAnImportIsTakenAtItsWord(t *testing.T) {
	b := open(t)
	b.source = core.Import
	start, end := today-200, today-100
	won := b.get(&Opportunity.Type, b.deal(b.into("Won"), set{&Opportunity.StartDate.Def, start}, set{&Opportunity.ClosedDate.Def, end}))
	b.same("closed", Opportunity.ClosedDate.Of(won), end)
	events := b.all(&StageEvent.Type, &StageEvent.Opportunity.Def, won.ID)
	b.same("events of a won one", len(events), 1)
	b.same("at", StageEvent.At.Of(events[0]).Time(), end.Time().Add(-8*time.Hour))
	b.same("to", StageEvent.To.Of(events[0]), b.stages["Won"])

	running := b.get(&Opportunity.Type, b.deal(b.into("Contacted"), set{&Opportunity.StartDate.Def, start}, set{&Opportunity.ClosedDate.Def, today + 9}))
	b.same("in stage since", Opportunity.StageSince.Of(running), start)
	b.same("the end of an open one", Opportunity.ExpectedClose.Of(running), today+9)
	b.same("is no closing date", Opportunity.ClosedDate.Def.Of(running), nil)
	events = b.all(&StageEvent.Type, &StageEvent.Opportunity.Def, running.ID)
	b.same("at", StageEvent.At.Of(events[0]).Time(), start.Time().Add(-8*time.Hour))

	closed := b.get(&Opportunity.Type, b.deal(b.into("Won"), set{&Opportunity.ExpectedClose.Def, end}))
	b.same("one end date is enough", Opportunity.ClosedDate.Of(closed), end)

	blank := b.get(&Opportunity.Type, b.deal(b.into("Won")))
	for _, key := range []string{"owner", "start_date", "closed_date"} {
		b.same("blank "+key, Opportunity.Field(key).Of(blank), nil)
	}
	odd := b.get(&Opportunity.Type, b.deal(b.into("Won"), b.reason()))
	b.same("reason of a won one", Opportunity.LostReason.Def.Of(odd), nil)
}

func TestAnImportMovesWhatIsThere(t *testing.T) {
	b := open(t)
	id := b.deal(set{&Opportunity.ExpectedClose.Def, today + 20})
	b.source = core.Import
	b.change(&Opportunity.Type, id, b.into("Won"), set{&Opportunity.ClosedDate.Def, today - 3})
	r := b.get(&Opportunity.Type, id)
	b.same("status", Opportunity.Status.Of(r), Won)
	b.same("closed", Opportunity.ClosedDate.Of(r), today-3)
	b.same("expected close", Opportunity.ExpectedClose.Of(r), today+20)
	events := b.all(&StageEvent.Type, &StageEvent.Opportunity.Def, id)
	b.same("events", len(events), 2)
	b.same("from", StageEvent.From.Of(events[1]), b.stages["New"])
	b.same("source", StageEvent.Source.Of(events[1]), value.Option(core.Import))
	b.change(&Opportunity.Type, id, set{&Opportunity.Amount.Def, yuan(5)})
	again := b.deal()
	b.change(&Opportunity.Type, again, b.into("Won"))
	b.same("won since the file says so", Opportunity.ClosedDate.Of(b.get(&Opportunity.Type, again)), today)
	b.same("events after the same again", len(b.all(&StageEvent.Type, &StageEvent.Opportunity.Def, id)), 2)
}

// An import may make stages too; taking it back must not stumble over its own records.
func TestUndoOfABatchThatMadeAStageAndFilledIt(t *testing.T) {
	b := open(t)
	pipeline := Opportunity.Pipeline.Of(b.get(&Opportunity.Type, b.deal()))
	actor := core.Actor{Member: b.me, Source: core.Import}
	batch, err := b.w.Begin(actor)
	if err != nil {
		t.Fatal(err)
	}
	var made value.ID
	steps := []func(tx *core.Tx) error{
		func(tx *core.Tx) error {
			s := tx.New(&Stage.Type)
			made = s.ID
			Stage.Pipeline.Set(s, pipeline)
			Stage.Name.Set(s, "试用")
			return tx.Save(s)
		},
		func(tx *core.Tx) error {
			o := tx.New(&Opportunity.Type)
			Opportunity.Name.Set(o, "试用一")
			Opportunity.Stage.Set(o, made)
			return tx.Save(o)
		},
	}
	for _, step := range steps {
		if err := batch.Update(step); err != nil {
			t.Fatal(err)
		}
	}
	done, err := batch.Complete(nil)
	if err != nil {
		t.Fatal(err)
	}
	b.same("opportunities", b.w.Tables().Table(Opportunity.Num).Live(), 2)
	u, err := b.w.Undo(actor, done, core.UndoOptions{})
	if err != nil || len(u.Conflicts) > 0 {
		t.Fatalf("undo: %v, conflicts %v", err, u.Conflicts)
	}
	b.same("opportunities", b.w.Tables().Table(Opportunity.Num).Live(), 1)
	b.same("stage is there", b.get(&Stage.Type, made).Live(), false)
}

func TestAnImportWithoutTitlesIsNamed(t *testing.T) {
	b := open(t)
	b.source = core.Import
	firm := b.add(&Account.Type, set{&Account.Name.Def, "华星自动化"})
	r := b.get(&Opportunity.Type, b.add(&Opportunity.Type, set{&Opportunity.Account.Def, firm}))
	b.same("name", Opportunity.Name.Of(r), "华星自动化")
	r = b.get(&Opportunity.Type, b.add(&Opportunity.Type))
	b.same("name", Opportunity.Name.Of(r), "OPP-0002")
}

// Whatever the moves, what follows from the stage agrees with it.
func TestAnySequenceOfMovesIsConsistent(t *testing.T) {
	b := open(t)
	reason := b.reason()
	names := []string{"New", "Contacted", "Qualified", "Proposal", "Negotiation", "Contract", "Won", "Lost", "On hold", "Invalid"}
	rapid.Check(t, func(rt *rapid.T) {
		id := b.deal(needed)
		last := b.stages["New"]
		moves := rapid.SliceOfN(rapid.SampledFrom(names), 1, 6).Draw(rt, "moves")
		events := 1
		at := "New"
		for _, to := range moves {
			b.sleep(rapid.IntRange(0, 9).Draw(rt, "days"))
			values := []set{b.into(to)}
			if to == "Lost" {
				values = append(values, reason)
			}
			if rapid.Bool().Draw(rt, "odds by hand") {
				values = append(values, set{&Opportunity.Probability.Def, percent(rapid.Int64Range(0, 100).Draw(rt, "odds"))})
			}
			b.change(&Opportunity.Type, id, values...)
			if to != at {
				events++
			}
			at = to
			r := b.get(&Opportunity.Type, id)
			s := b.get(&Stage.Type, Opportunity.Stage.Of(r))
			if Stage.Meaning.Of(s) == Open && !Stage.Hold.Of(s) {
				last = s.ID
			}
			consistent(rt, r, s)
			if Opportunity.LastStage.Of(r) != last {
				rt.Errorf("last open stage is %v, want %v", Opportunity.LastStage.Of(r), last)
			}
		}
		if n := len(b.all(&StageEvent.Type, &StageEvent.Opportunity.Def, id)); n != events {
			rt.Errorf("%d events, want %d", n, events)
		}
	})
}

func consistent(t *rapid.T, r, s *record.Row) {
	o := Opportunity
	status, odds := o.Status.Of(r), o.Probability.Of(r)
	if status != Stage.Meaning.Of(s) || o.Hold.Of(r) != Stage.Hold.Of(s) {
		t.Errorf("status %v and hold %v in stage %s", status, o.Hold.Of(r), Stage.English.Of(s))
	}
	if closed := o.ClosedDate.Def.Of(r) != nil; closed != (status != Open) {
		t.Errorf("status %v, closed date is there: %v", status, closed)
	}
	if lost := o.LostReason.Def.Of(r) != nil; status == Lost && !lost || (status == Open || status == Won) && lost {
		t.Errorf("status %v, lost reason is there: %v", status, lost)
	}
	if want := map[value.Option]value.Decimal{Won: hundred}[status]; (status != Open || o.Hold.Of(r)) && odds != want {
		t.Errorf("probability %v in stage %s", odds, Stage.English.Of(s))
	}
}
