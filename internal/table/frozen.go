package table

import (
	"dealbox/internal/query"
	"dealbox/internal/value"
)

// Rows may fix the worth of their amount's currency, see schema.Def.Rate. Columns where
// none does take the way without it.

// linkRates points the columns of amounts to those of their rates.
func (t *Table) linkRates() {
	for _, d := range t.typ.Fields {
		c, ok := t.columns[d.Num].(*money)
		if !ok {
			continue
		}
		c.rates = nil
		if r := t.typ.RateOf(d); r != nil {
			c.rates, _ = t.columns[r.Num].(*numbers[int64])
		}
	}
}

// anyOwn says whether a row has a rate of its own.
func (c *money) anyOwn() bool { return c.rates != nil && c.rates.has.any() }

// own is the rate that a row has of its own, 0 for none.
func (c *money) own(row int) value.Decimal {
	if c.rates == nil || row >= len(c.rates.vals) {
		return 0
	}
	return value.Decimal(c.rates.vals[row])
}

// takeOwn takes the rows with a rate of their own out of a mask and gives them; nil where
// there is none.
func (c *money) takeOwn(mask bitmap) bitmap {
	if !c.anyOwn() {
		return nil
	}
	own := mask.clone()
	own.and(c.rates.has)
	mask.andNot(own)
	return own
}

// exchange gives the exchange of each row that has an amount. ok is false where it has
// none.
func (c *money) exchange(env query.Env) func(row uint32) (x query.Exchange, ok bool) {
	ofDay, known := make([]query.Exchange, len(c.dict.keys)+1), make([]bool, len(c.dict.keys)+1)
	for i, cur := range c.dict.keys {
		ofDay[i+1], known[i+1] = env.Exchange(cur)
	}
	return func(row uint32) (query.Exchange, bool) {
		code := c.codes[row]
		if own := c.own(int(row)); own > 0 {
			return env.ExchangeAt(c.dict.keys[code-1], own)
		}
		return ofDay[code], known[code]
	}
}
