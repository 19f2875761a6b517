package generate

import (
	"context"
	"fmt"
	"time"

	"dealbox/internal/core"
	"dealbox/internal/crm"
	"dealbox/internal/i18n"
	"dealbox/internal/query"
	"dealbox/internal/record"
	"dealbox/internal/schema"
	"dealbox/internal/value"
)

// Sizes of a group: an account with what hangs on it.
const (
	dealsOfGroup      = 10
	contactsOfGroup   = 2
	activitiesOfGroup = 10
	textsOfGroup      = 3 // activities with a long text
)

// groupsOfStep are written in one transaction, groupsOfBatch appear in lists together.
const (
	groupsOfStep  = 150
	groupsOfBatch = 24_000
)

// Workspace fills a workspace that has the defaults of a new file. Things happen up to
// Options.Today, by default the workspace's day. Progress counts opportunities and may be
// nil. When it is cancelled or fails, what was complete stays.
func Workspace(ctx context.Context, w *core.Workspace, o Options, progress func(done, total int64)) error {
	f := filler{w: w, o: o, actor: core.Actor{Member: w.Config().Owner, Source: core.Import}, progress: progress}
	if f.progress == nil {
		f.progress = func(int64, int64) {}
	}
	if f.o.Today == 0 {
		f.o.Today = value.DateOf(w.Now().In(w.Config().Location()))
	}
	if _, err := w.Update(f.actor, f.ground); err != nil {
		return fmt.Errorf("generate members and products: %w", err)
	}
	groups := (o.Opportunities + dealsOfGroup - 1) / dealsOfGroup
	for first := 0; first < groups; first += groupsOfBatch {
		if err := f.batch(ctx, first, min(first+groupsOfBatch, groups)); err != nil {
			return fmt.Errorf("generate opportunities: %w", err)
		}
	}
	return nil
}

// filler holds what all groups link to.
type filler struct {
	w        *core.Workspace
	o        Options
	actor    core.Actor
	progress func(done, total int64)

	base     value.Currency
	foreign  value.Currency
	zone     *time.Location
	pipeline value.ID
	open     []value.ID // stages
	closed   map[state]value.ID
	reasons  []value.ID
	members  []value.ID
}

// batch writes groups that become visible together.
func (f *filler) batch(ctx context.Context, first, end int) error {
	b, err := f.w.Begin(f.actor)
	if err != nil {
		return err
	}
	for step := first; step < end; step += groupsOfStep {
		if err := ctx.Err(); err != nil {
			return orAbort(b, err)
		}
		last := min(step+groupsOfStep, end)
		if err := b.Update(func(tx *core.Tx) error { return f.groups(tx, step, last) }); err != nil {
			return orAbort(b, err)
		}
		f.progress(int64(min(last*dealsOfGroup, f.o.Opportunities)), int64(f.o.Opportunities))
	}
	_, err = b.Complete(nil)
	return err
}

// orAbort takes the batch back and gives the error that made it necessary.
func orAbort(b *core.Batch, cause error) error {
	if err := b.Abort(); err != nil {
		return fmt.Errorf("%w; and taking it back: %w", cause, err)
	}
	return cause
}

func (f *filler) groups(tx *core.Tx, first, end int) error {
	for g := first; g < end; g++ {
		if err := f.group(tx, g); err != nil {
			return fmt.Errorf("group %d: %w", g, err)
		}
	}
	return nil
}

// ground reads the pipeline and adds members, products and a rate.
func (f *filler) ground(tx *core.Tx) error {
	f.base, f.zone = tx.Env().Base, f.w.Config().Location()
	f.foreign = "USD"
	if f.base == f.foreign {
		f.foreign = "EUR"
	}
	for _, step := range []func(*core.Tx) error{f.stages, f.lostReasons, f.staff, f.goods, f.rate} {
		if err := step(tx); err != nil {
			return err
		}
	}
	return nil
}

func (f *filler) stages(tx *core.Tx) error {
	p, err := crm.FirstPipeline(tx)
	if err != nil {
		return err
	}
	f.pipeline, f.closed = p.ID, map[state]value.ID{}
	stages, err := crm.Stages(tx, p.ID)
	for _, s := range stages {
		switch meaning := crm.Stage.Meaning.Of(s); {
		case crm.Stage.Hold.Of(s):
			f.closed[onHold] = s.ID
		case meaning == crm.Open:
			f.open = append(f.open, s.ID)
		default:
			f.closed[map[value.Option]state{crm.Won: won, crm.Lost: lost, crm.Invalid: invalid}[meaning]] = s.ID
		}
	}
	if err == nil && len(f.open) == 0 {
		err = crm.ErrNoStage.With("name", crm.Pipeline.Name.Of(p))
	}
	return err
}

func (f *filler) lostReasons(tx *core.Tx) (err error) {
	f.reasons, err = tx.Find(tx.Registry().Type(crm.LostReason.Key), query.Cond{})
	if err != nil || len(f.reasons) > 0 {
		return err
	}
	r := tx.New(&crm.LostReason.Type)
	crm.LostReason.Name.Set(r, "价格")
	crm.LostReason.English.Set(r, "Price")
	f.reasons = []value.ID{r.ID}
	return tx.Save(r)
}

const (
	managers = 6
	agents   = 34
)

// staff adds members: managers and those who report to them.
func (f *filler) staff(tx *core.Tx) error {
	s := newSource(f.o, forStaff, 0)
	var bosses []value.ID
	for i := range managers + agents {
		m := tx.New(&crm.Member.Type)
		crm.Member.Name.Set(m, s.person(f.o.Lang))
		crm.Member.Region.Set(m, pick(s, regions[i18n.Parse(string(f.o.Lang))]))
		if i < managers {
			bosses = append(bosses, m.ID)
		} else {
			crm.Member.Manager.Set(m, pick(s, bosses))
			f.members = append(f.members, m.ID)
		}
		if err := tx.Save(m); err != nil {
			return err
		}
	}
	return nil
}

var regions = map[i18n.Lang][]string{
	i18n.Chinese: {"华东", "华北", "华南"},
	i18n.English: {"Central", "East", "West"},
}

func (f *filler) goods(tx *core.Tx) error {
	for _, g := range goods {
		p := tx.New(&crm.Product.Type)
		crm.Product.Name.Set(p, g.name)
		crm.Product.Series.Set(p, g.series)
		crm.Product.ListPrice.Set(p, f.money(g.price, f.base))
		if err := tx.Save(p); err != nil {
			return err
		}
	}
	return nil
}

// rate makes the few foreign amounts count, unless the file knows the currency.
func (f *filler) rate(tx *core.Tx) error {
	known, err := tx.Find(tx.Registry().Type(crm.Rate.Key), query.Cond{Op: query.OpEq, Field: crm.Rate.Currency.Key, Value: string(f.foreign)})
	if err != nil || len(known) > 0 {
		return err
	}
	r := tx.New(&crm.Rate.Type)
	crm.Rate.Currency.Set(r, string(f.foreign))
	crm.Rate.Date.Set(r, f.o.Today-span)
	crm.Rate.Rate.Set(r, map[bool]value.Decimal{true: 7_100_000, false: 1_100_000}[f.base == "CNY"])
	return tx.Save(r)
}

// money is an amount in whole units.
func (f *filler) money(whole int64, c value.Currency) value.Money {
	for range c.Digits() {
		whole *= 10
	}
	return value.Money{Minor: whole, Currency: c}
}

// set puts a text into a field unless it is empty.
func set(r *record.Row, d *schema.Field[string], s string) {
	if s != "" {
		d.Set(r, s)
	}
}
