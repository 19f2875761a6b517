package crm

import (
	"errors"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"dealbox/internal/core"
	"dealbox/internal/fault"
	"dealbox/internal/i18n"
	"dealbox/internal/record"
	"dealbox/internal/schema"
	"dealbox/internal/store"
	"dealbox/internal/testclock"
	"dealbox/internal/value"
)

// bench is a workspace with the defaults of a new file, and its stages by English name.
type bench struct {
	*testing.T
	w      *core.Workspace
	clock  *testclock.Clock
	me     value.ID
	stages map[string]value.ID
	source core.Source
}

// today is the first day of every test, in Shanghai.
var today = value.NewDate(2026, time.November, 23)

func open(t *testing.T) *bench {
	t.Helper()
	clock := testclock.New(time.Date(2026, time.November, 23, 10, 0, 0, 0, time.FixedZone("CST", 8*3600)))
	b := &bench{T: t, clock: clock, source: core.User, stages: map[string]value.ID{}}
	o := core.Options{
		Types: Types(), Rates: Rates, Now: clock.Now,
		Store: store.Options{CacheDir: t.TempDir(), Now: clock.Now},
		Setup: func(tx *core.Tx) (err error) {
			b.me, err = Defaults(tx, i18n.Chinese, "张伟")
			return err
		},
	}
	w, err := core.Create(filepath.Join(t.TempDir(), "test.dealbox"), o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := w.Close(); err != nil {
			t.Error(err)
		}
	})
	b.w = w
	b.do(func(tx *core.Tx) error {
		all, err := find(tx, &Stage.Type)
		for _, s := range all {
			b.stages[Stage.English.Of(s)] = s.ID
		}
		return err
	})
	return b
}

// try runs a change.
func (b *bench) try(fn func(tx *core.Tx) error) (core.ChangeSet, error) {
	return b.w.Update(core.Actor{Member: b.me, Source: b.source}, fn)
}

func (b *bench) do(fn func(tx *core.Tx) error) core.ChangeSet {
	b.Helper()
	set, err := b.try(fn)
	if err != nil {
		b.Fatal(err)
	}
	return set
}

// set is a value for a field.
type set struct {
	d *schema.Def
	v any
}

// add saves a new record with values.
func (b *bench) add(t *schema.Type, values ...set) value.ID {
	b.Helper()
	id, err := b.tryAdd(t, values...)
	if err != nil {
		b.Fatal(err)
	}
	return id
}

func (b *bench) tryAdd(t *schema.Type, values ...set) (id value.ID, err error) {
	_, err = b.try(func(tx *core.Tx) error {
		r := tx.New(t)
		id = r.ID
		for _, s := range values {
			r.Set(s.d.Num, s.v)
		}
		return tx.Save(r)
	})
	return id, err
}

// change saves a record with other values.
func (b *bench) change(t *schema.Type, id value.ID, values ...set) {
	b.Helper()
	if err := b.tryChange(t, id, values...); err != nil {
		b.Fatal(err)
	}
}

func (b *bench) tryChange(t *schema.Type, id value.ID, values ...set) error {
	_, err := b.try(func(tx *core.Tx) error {
		r, err := tx.Get(full(tx, t), id)
		if err != nil {
			return err
		}
		for _, s := range values {
			r.Set(s.d.Num, s.v)
		}
		return tx.Save(r)
	})
	return err
}

func (b *bench) tryDelete(t *schema.Type, id value.ID) error {
	_, err := b.try(func(tx *core.Tx) error { return tx.Delete(full(tx, t), id) })
	return err
}

func (b *bench) get(t *schema.Type, id value.ID) *record.Row {
	b.Helper()
	var r *record.Row
	err := b.w.View(core.Actor{}, func(tx *core.Tx) (err error) {
		r, err = tx.Get(full(tx, t), id)
		return err
	})
	if err != nil {
		b.Fatal(err)
	}
	return r
}

// all gives the live records that link to one, oldest first.
func (b *bench) all(t *schema.Type, link *schema.Def, id value.ID) []*record.Row {
	b.Helper()
	var rows []*record.Row
	err := b.w.View(core.Actor{}, func(tx *core.Tx) (err error) {
		rows, err = find(tx, t, is(link, id))
		return err
	})
	if err != nil {
		b.Fatal(err)
	}
	slices.SortFunc(rows, func(x, y *record.Row) int { return x.ID.Compare(y.ID) })
	return rows
}

func (b *bench) sleep(days int) { b.clock.AddDays(days) }

func (b *bench) same(what string, got, want any) {
	b.Helper()
	if got != want {
		b.Errorf("%s is %v, want %v", what, got, want)
	}
}

func (b *bench) wants(err error, want error, asks ...string) {
	b.Helper()
	if !errors.Is(err, want) {
		b.Fatalf("got error %v, want %v", err, want)
	}
	if f := fault.From(err); len(asks) > 0 && !slices.Equal(f.Fields, asks) {
		b.Errorf("asks for %v, want %v", f.Fields, asks)
	}
}

func yuan(n int64) value.Money { return value.Money{Minor: n * 100, Currency: "CNY"} }

func percent(n int64) value.Decimal { return value.Decimal(n) * value.DecimalOne }
