package query

import (
	"time"

	"dealbox/internal/value"
)

// Env is what words in a condition mean: when it is, where, and for whom. The
// functions may be nil when no condition needs them; a condition that does is refused.
type Env struct {
	Now  time.Time
	Zone *time.Location // nil is UTC
	Me   value.ID       // the member who asks
	Base value.Currency // of amounts that name no currency, and of comparisons
	// Rates gives the worth of one unit of a currency in the base currency at Now.
	// It is not asked for the base currency, nor where a record has a rate of its own. It must be safe for concurrent use.
	Rates func(value.Currency) (value.Decimal, bool)
	// Find gives the records of a type by a text: op "eq" by title, code or phone,
	// op "contains" by a part of the title.
	Find func(typ, text, op string) ([]value.ID, error)
	// Select gives the records of a type that satisfy a condition, for "account.industry".
	Select func(typ string, c Cond) ([]value.ID, error)
}

func (e Env) zone() *time.Location {
	if e.Zone == nil {
		return time.UTC
	}
	return e.Zone
}

func (e Env) reading() value.Reading {
	return value.Reading{Currency: e.Base, Zone: e.zone(), Now: e.Now.In(e.zone())}
}
