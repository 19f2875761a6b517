package core

import (
	"slices"
	"time"

	"dealbox/internal/query"
	"dealbox/internal/schema"
	"dealbox/internal/table"
	"dealbox/internal/value"
)

// rates gives the worth of one unit of a currency in base currency.
type rates func(value.Currency) (rate value.Decimal, ok bool)

// Rate gives the worth of one unit of a currency in base currency on a day, by the rates
// that were there before this transaction. ok is false where there is none.
func (tx *Tx) Rate(c value.Currency, on value.Date) (rate value.Decimal, ok bool) {
	if tx.w.rates == nil {
		return 0, false
	}
	if tx.rates == nil {
		tx.rates = map[value.Date]rates{}
	}
	if tx.rates[on] == nil {
		tx.rates[on] = tx.w.rates(tx.w, on)
	}
	return tx.rates[on](c)
}

// Env is what words in conditions mean to an actor now.
func (w *Workspace) Env(actor Actor) query.Env { return w.env(actor, w.now()) }

func (w *Workspace) env(actor Actor, now time.Time) query.Env {
	c := w.Config()
	e := query.Env{Now: now, Zone: c.Location(), Me: actor.Member, Base: c.Base}
	if w.rates != nil {
		e.Rates = w.rates(w, value.DateOf(now.In(c.Location())))
	}
	e.Find = w.find
	e.Select = func(typ string, cond query.Cond) ([]value.ID, error) {
		t := w.Registry().Type(typ)
		if t == nil {
			return nil, ErrNoType.With("type", typ)
		}
		bound, err := w.bind(cond, t, w.Registry(), e)
		if err != nil {
			return nil, err
		}
		found := w.tables.Table(t.Num).Select(table.Query{Where: bound})
		return found.IDs(0, found.Len()), nil
	}
	return e
}

// Bind checks a condition and makes it ready for lists, narrowed by what the actor may see.
func (w *Workspace) Bind(actor Actor, c *query.Cond, t *schema.Type) (*query.Bound, error) {
	var all []query.Cond
	if c != nil && c.Op != "" {
		all = append(all, *c)
	}
	if f := w.policy.Filter(actor.Member, t); f != nil {
		all = append(all, *f)
	}
	if len(all) == 0 {
		return nil, nil
	}
	return w.bind(query.All(all...), t, w.Registry(), w.Env(actor))
}

func (w *Workspace) bind(c query.Cond, t *schema.Type, reg *schema.Registry, e query.Env) (*query.Bound, error) {
	return query.Bind(c, t, reg, e)
}

// find gives records by what people write in place of a link: a title, a code, a phone
// number (op "eq"), or a part of a title ("contains").
func (w *Workspace) find(typ, text, op string) ([]value.ID, error) {
	t := w.Registry().Type(typ)
	if t == nil {
		return nil, ErrNoType.With("type", typ)
	}
	tab := w.tables.Table(t.Num)
	if op == "contains" {
		found := tab.Select(table.Query{Text: text})
		return found.IDs(0, found.Len()), nil
	}
	var ids []value.ID
	for _, d := range t.Fields {
		if d.Key == t.Title || d.Key == t.TitleEn || d.Match || d.Kind == value.Auto {
			ids = append(ids, tab.Lookup(d, text)...)
		}
	}
	slices.SortFunc(ids, value.ID.Compare)
	return slices.Compact(ids), nil
}
