package crm

import (
	"testing"

	"dealbox/internal/core"
	"dealbox/internal/query"
	"dealbox/internal/record"
	"dealbox/internal/table"
	"dealbox/internal/value"
)

func dollars(n int64) set {
	return set{&Opportunity.Amount.Def, value.Money{Minor: n * 100, Currency: "USD"}}
}

func rateOf(millionths int64) value.Decimal { return value.Decimal(millionths) }

func (b *bench) dollarRate(on value.Date, rate int64) {
	b.Helper()
	b.add(&Rate.Type, set{&Rate.Currency.Def, "USD"}, set{&Rate.Date.Def, on}, set{&Rate.Rate.Def, rateOf(rate)})
}

// sums gives the sum of the opportunities with a status, today.
func (b *bench) sums(status string) table.Sums {
	b.Helper()
	actor := core.Actor{Member: b.me}
	where, err := b.w.Bind(actor, &query.Cond{Op: query.OpEq, Field: "status", Value: status}, &Opportunity.Type)
	if err != nil {
		b.Fatal(err)
	}
	return b.w.Tables().Table(Opportunity.Num).Sum(where, "", table.Measure{Def: &Opportunity.Amount.Def}, b.w.Env(actor))
}

func (b *bench) wonRate(id value.ID) any {
	b.Helper()
	return Opportunity.Rate.Def.Of(b.get(&Opportunity.Type, id))
}

func TestWonSumsDoNotMoveWithLaterRates(t *testing.T) {
	b := open(t)
	b.dollarRate(today, 7_100_000)
	won := b.deal(dollars(100), b.into("Won"))
	b.deal(dollars(100))
	b.same("rate", b.wonRate(won), rateOf(7_100_000))
	b.same("open sum", b.sums("open").Total, any(yuan(710)))
	b.dollarRate(today+1, 7_500_000)
	b.sleep(1)
	b.same("won sum", b.sums("won").Total, any(yuan(710)))
	b.same("open sum the day after", b.sums("open").Total, any(yuan(750)))
	b.change(&Opportunity.Type, won, dollars(200))
	b.same("won sum of another amount", b.sums("won").Total, any(yuan(1420)))
}

func TestTheRateFollowsTheDayAndTheCurrencyOfTheWin(t *testing.T) {
	b := open(t)
	b.dollarRate(today-10, 7_000_000)
	b.dollarRate(today, 7_100_000)
	id := b.deal(dollars(100))
	b.same("while open", b.wonRate(id), nil)
	b.change(&Opportunity.Type, id, b.into("Won"), set{&Opportunity.ClosedDate.Def, today - 3})
	b.same("of the day before the newer rate", b.wonRate(id), rateOf(7_000_000))
	b.change(&Opportunity.Type, id, set{&Opportunity.ClosedDate.Def, today})
	b.same("of another day", b.wonRate(id), rateOf(7_100_000))
	b.change(&Opportunity.Type, id, set{&Opportunity.Amount.Def, yuan(700)})
	b.same("in the base currency", b.wonRate(id), nil)
	b.change(&Opportunity.Type, id, dollars(100))
	b.same("in dollars again", b.wonRate(id), rateOf(7_100_000))
	b.change(&Opportunity.Type, id, b.into("Contacted"))
	b.same("after reopening", b.wonRate(id), nil)
}

func TestAWinOnADayWithoutARateIsCountedApart(t *testing.T) {
	b := open(t)
	b.dollarRate(today+1, 7_100_000)
	id := b.deal(dollars(100), b.into("Won"))
	b.same("rate", b.wonRate(id), nil)
	if s := b.sums("won"); s.Missing != 1 || s.Total != any(yuan(0)) {
		t.Errorf("the sum is %+v", s)
	}
}

func TestAnUndoneWinHasItsRateNoMore(t *testing.T) {
	b := open(t)
	b.dollarRate(today, 7_100_000)
	id := b.deal(dollars(100))
	win := b.do(func(tx *core.Tx) error {
		r, err := tx.Get(full(tx, &Opportunity.Type), id)
		if err != nil {
			return err
		}
		Opportunity.Stage.Set(r, b.stages["Won"])
		return tx.Save(r)
	})
	b.same("rate", b.wonRate(id), rateOf(7_100_000))
	undone, err := b.w.Undo(core.Actor{Member: b.me}, win, core.UndoOptions{})
	if err != nil {
		t.Fatal(err)
	}
	b.same("after undo", b.wonRate(id), nil)
	b.dollarRate(today-1, 6_900_000)
	if _, err := b.w.Undo(core.Actor{Member: b.me}, undone.Set, core.UndoOptions{}); err != nil {
		t.Fatal(err)
	}
	b.same("after redo", b.wonRate(id), rateOf(7_100_000))
}

func TestAFileMayBringTheRateOfAWin(t *testing.T) {
	b := open(t)
	b.source = core.Import
	given := set{&Opportunity.Rate.Def, rateOf(6_800_000)}
	id := b.deal(dollars(100), b.into("Won"), given)
	b.same("without a day", b.wonRate(id), rateOf(6_800_000))
	b.change(&Opportunity.Type, id, set{&Opportunity.NextStep.Def, "开票"})
	b.same("after another change", b.wonRate(id), rateOf(6_800_000))
	b.same("of an open one", b.wonRate(b.deal(dollars(100), given)), nil)
	b.source = core.User
	b.wants(b.tryChange(&Opportunity.Type, id, set{&Opportunity.Rate.Def, rateOf(0)}), ErrNoRate)
	b.do(func(tx *core.Tx) error {
		r, err := tx.Get(full(tx, &Opportunity.Type), id)
		b.holds(tx, "amount > 679", r, true)
		b.holds(tx, "amount >= 681", r, false)
		return err
	})
}

// holds asks for a record by a condition.
func (b *bench) holds(tx *core.Tx, text string, r *record.Row, want bool) {
	b.Helper()
	c, err := query.Parse(text)
	if err != nil {
		b.Fatal(err)
	}
	ids, err := tx.Find(full(tx, &Opportunity.Type), c)
	found := false
	for _, id := range ids {
		found = found || id == r.ID
	}
	if err != nil || found != want {
		b.Errorf("%q finds it: %v, %v", text, found, err)
	}
}
