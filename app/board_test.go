package app_test

import (
	"testing"

	"dealbox/app"
)

func TestBoardTotalsAreThoseOfTheWholeColumn(t *testing.T) {
	d := open(t)
	d.deal("A", "1000", "New")
	d.deal("B", "500.50", "New")
	d.deal("C", "2000", "Contacted")
	d.deal("D", "9999", "On hold")
	d.deal("E", "300", "Won")
	b := got(d.board.Open(app.BoardQuery{})).in(t)
	cols := map[string]app.BoardColumn{}
	for _, c := range b.Columns {
		cols[c.Stage.Name.En] = c
	}
	same(t, "columns", len(b.Columns), 10)
	same(t, "count of New", cols["New"].Count, 2)
	same(t, "sum of New", cols["New"].Sum.Amount, "1500.50")
	same(t, "weighted: 10 %", cols["New"].Weighted.Amount, "150.05")
	same(t, "weighted: 20 %", cols["Contacted"].Weighted.Amount, "400.00")
	same(t, "weighted on hold", cols["On hold"].Weighted.Amount, "0.00")
	same(t, "empty column", cols["Proposal"].Sum.Amount, "0.00")
	same(t, "open ones", b.Count, 3)
	same(t, "sum of open ones", b.Sum.Amount, "3500.50")
	same(t, "weighted open ones", b.Weighted.Amount, "550.05")
}

func TestBoardMovesAndCardsAge(t *testing.T) {
	d := open(t)
	a := d.deal("A", "1000", "New")
	d.clock.AddDays(3)
	d.deal("B", "", "New")
	b := got(d.board.Open(app.BoardQuery{Sort: []app.SortKey{{Field: "name"}}})).in(t)
	cards := got(d.board.Cards(b.Token, d.stage("New").ID, 0, 50)).in(t).Cards
	if len(cards) != 2 || cards[0].Title != "A" || cards[0].AgeDays != 3 || cards[1].AgeDays != 0 {
		t.Fatalf("got %+v", cards)
	}
	d.save("opportunity", a.ID, map[string]any{"stage": d.stage("Contacted").ID})
	b = got(d.board.Open(app.BoardQuery{})).in(t)
	moved := got(d.board.Cards(b.Token, d.stage("Contacted").ID, 0, 50)).in(t).Cards
	if len(moved) != 1 || moved[0].Title != "A" || moved[0].AgeDays != 0 {
		t.Errorf("after the move: %+v", moved)
	}
	same(t, "what it is called", got(d.records.Stack()).in(t).Undo.Label.Zh, "移到「初步接洽」")
}

func TestAmountsInACurrencyWithoutARateAreCountedApart(t *testing.T) {
	d := open(t)
	d.deal("A", "1000", "New")
	d.save("opportunity", "", map[string]any{"name": "B", "amount": map[string]any{"amount": "7", "currency": "EUR"}})
	b := got(d.board.Open(app.BoardQuery{})).in(t)
	same(t, "sum", b.Sum.Amount, "1000.00")
	same(t, "left out", b.Sum.Missing, 1)
}

func TestACardHasWhatItShowsAndWhatTheBoardIsSortedBy(t *testing.T) {
	d := open(t)
	d.save("opportunity", "", map[string]any{
		"name": "A", "amount": map[string]any{"amount": "7"}, "next_step": "call", "next_step_date": "2026-12-01",
		"expected_close": "2027-01-31", "external_id": "X-1",
	})
	b := got(d.board.Open(app.BoardQuery{Sort: []app.SortKey{{Field: "code"}}})).in(t)
	card := got(d.board.Cards(b.Token, d.stage("New").ID, 0, 50)).in(t).Cards[0]
	for _, key := range []string{"amount", "next_step", "next_step_date", "expected_close", "owner", "code"} {
		if card.Values[key] == nil {
			t.Errorf("a card lacks %s: %v", key, card.Values)
		}
	}
	for _, key := range []string{"external_id", "status", "pipeline", "name"} {
		if card.Values[key] != nil {
			t.Errorf("a card carries %s, which nothing shows", key)
		}
	}
}
