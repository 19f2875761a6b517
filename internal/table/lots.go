package table

import (
	"iter"
	"math/big"

	"dealbox/internal/query"
	"dealbox/internal/value"
)

// lot is the sum of one currency in one group.
type lot struct {
	total                          // of what goes by the rate of the day
	own   map[value.Decimal]*total // of the rest, by rate
}

// at gives the sum of what has a rate of its own.
func (l *lot) at(rate value.Decimal) *total {
	if l.own == nil {
		l.own = map[value.Decimal]*total{}
	}
	if l.own[rate] == nil {
		l.own[rate] = &total{}
	}
	return l.own[rate]
}

// all gives each sum with its own rate, 0 for the rate of the day.
func (l *lot) all() iter.Seq2[value.Decimal, *total] {
	return func(yield func(value.Decimal, *total) bool) {
		if l.count > 0 && !yield(0, &l.total) {
			return
		}
		for rate, t := range l.own {
			if !yield(rate, t) {
				return
			}
		}
	}
}

func (c *money) tally(mask bitmap, g groups, weight *numbers[int64], env query.Env) []Sums {
	width := len(c.dict.keys)
	lots := make([]lot, g.count*width)
	has := mask.clone()
	has.and(c.has)
	own := c.takeOwn(has)
	for row := range has.all() {
		lots[g.at(row)*width+int(c.codes[row])-1].add(c.minor[row], row, weight)
	}
	for row := range own.all() {
		lots[g.at(row)*width+int(c.codes[row])-1].at(c.own(row)).add(c.minor[row], row, weight)
	}
	all := make([]Sums, g.count)
	for i := range all {
		all[i] = c.sums(lots[i*width:(i+1)*width], by(weight), env)
	}
	return all
}

// sums makes the sum in the base currency out of those of each currency.
func (c *money) sums(lots []lot, by int64, env query.Env) Sums {
	s := Sums{PerCurrency: map[value.Currency]value.Money{}}
	worth := new(big.Int)
	for i, cur := range c.dict.keys {
		worth.Add(worth, s.take(cur, &lots[i], by, env))
	}
	if worth.IsInt64() {
		s.Total = value.Money{Minor: worth.Int64(), Currency: env.Base}
	}
	return s
}

// take counts what there is of a currency, and gives its worth in the base currency.
func (s *Sums) take(cur value.Currency, l *lot, by int64, env query.Env) *big.Int {
	var worth query.Worth
	sum, count := new(big.Int), 0
	for rate, t := range l.all() {
		n := t.big()
		sum.Add(sum, n)
		count += t.count
		if x, ok := env.ExchangeAt(cur, rate); ok {
			worth.Add(n, x)
		} else {
			s.Missing += t.count
		}
	}
	s.Count += count
	if own := query.Quotient(sum, big.NewInt(by)); count > 0 && own.IsInt64() {
		s.PerCurrency[cur] = value.Money{Minor: own.Int64(), Currency: cur}
	}
	return worth.Total(by)
}
