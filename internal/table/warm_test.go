package table

import (
	"context"
	"testing"

	"dealbox/internal/record"
)

func TestWarmMakesTheOrderOfTitlesUnlessACommitComes(t *testing.T) {
	s := filledSet(t, 3*warmStep)
	table := s.Table(dealNum)
	titles := table.textsOf(deals.Field("title"))
	o := titleOrder{t: table}
	if !o.begin() {
		t.Fatal("there is an order already")
	}
	s.Apply([]record.Change{{After: record.New(dealNum, testID(7))}})
	if _, ok := o.read(0); ok {
		t.Error("keys were read of two moments")
	}
	o.end(&order{})
	if titles.kept() {
		t.Error("an order of the moment before the commit was kept")
	}
	s.Warm(t.Context())
	if !titles.kept() || table.search.plain.done != table.rows() {
		t.Error("order or search are not ready")
	}
}

func TestWarmEndsWithItsContext(t *testing.T) {
	s := filledSet(t, 10)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	s.Warm(ctx)
	if table := s.Table(dealNum); table.search.plain.done != 0 || table.textsOf(deals.Field("title")).kept() {
		t.Error("it went on")
	}
}
