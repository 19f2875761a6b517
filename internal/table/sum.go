package table

import (
	"math/big"
	"math/bits"

	"dealbox/internal/query"
	"dealbox/internal/schema"
	"dealbox/internal/value"
)

// Measure is what to sum: a numeric field, times the percents of another where one is
// given. A row without the percent adds nothing.
type Measure struct {
	Def    *schema.Def
	Weight *schema.Def // of kind Percent, or nil
}

// Sums is the sum of one measure over some rows.
type Sums struct {
	Count int // rows that have a value
	// Total is typed as the field's values, so that Def.Kind.JSON writes it: of amounts
	// value.Money in the base currency. It is nil where it does not fit, and for fields
	// that cannot be summed.
	Total       any
	Missing     int                            // amounts without a rate: not in Total
	PerCurrency map[value.Currency]value.Money // of amounts: the sum of each currency
}

// Sum adds up a measure over the live records that satisfy a condition and have the
// words of a text. Sums are rounded once per currency, half away from zero; an amount with
// a rate of its own counts at that.
func (t *Table) Sum(where *query.Bound, text string, m Measure, env query.Env) Sums {
	t.set.mu.RLock()
	defer t.set.mu.RUnlock()
	return t.tally(t.matching(where, text), groups{count: 1}, m, env)[0]
}

// SumOf is Sum over the rows of a selection that are still live, with their present
// values.
func (t *Table) SumOf(s *Selection, m Measure, env query.Env) Sums {
	t.set.mu.RLock()
	defer t.set.mu.RUnlock()
	mask := newBitmap(t.rows())
	for _, row := range s.rows {
		mask.set(int(row))
	}
	mask.and(t.live)
	return t.tally(mask, groups{count: 1}, m, env)[0]
}

// groups says which group each row belongs to; without of, all to the first one.
type groups struct {
	count int
	of    *codes
}

func (g groups) at(row int) int {
	if g.of == nil {
		return 0
	}
	return int(g.of.at(row))
}

// tally sums a measure for every group.
func (t *Table) tally(mask bitmap, g groups, m Measure, env query.Env) []Sums {
	if m.Def != nil {
		switch c := t.columns[m.Def.Num].(type) {
		case *money:
			return c.tally(mask, g, t.weights(m), env)
		case *numbers[int64]:
			if m.Def.Kind.Numeric() {
				return c.tally(mask, g, t.weights(m))
			}
		}
	}
	return make([]Sums, g.count)
}

// weights is the column of the measure's percents, nil where it has none.
func (t *Table) weights(m Measure) *numbers[int64] {
	if m.Weight == nil {
		return nil
	}
	c, _ := t.columns[m.Weight.Num].(*numbers[int64])
	return c
}

// hundredPercent is 100 % as the product of an amount and a percent counts it.
const hundredPercent = 100 * int64(value.DecimalOne)

// by is what a sum is to be divided by.
func by(weight *numbers[int64]) int64 {
	if weight == nil {
		return 1
	}
	return hundredPercent
}

func (c *numbers[T]) tally(mask bitmap, g groups, weight *numbers[int64]) []Sums {
	sums := make([]total, g.count)
	has := mask.clone()
	has.and(c.has)
	for row := range has.all() {
		sums[g.at(row)].add(int64(c.vals[row]), row, weight)
	}
	all := make([]Sums, g.count)
	for i := range all {
		all[i].Count = sums[i].count
		if n := query.Quotient(sums[i].big(), big.NewInt(by(weight))); n.IsInt64() {
			all[i].Total = c.typed(n.Int64())
		}
	}
	return all
}

// total is a sum of 128 bits with its count. A million products of the largest amount
// and 100 % stay far below its end.
type total struct {
	hi, lo uint64
	count  int
}

// add counts a value, times its row's weight where there are weights.
func (s *total) add(v int64, row int, weight *numbers[int64]) {
	s.count++
	hi, lo := uint64(v>>63), uint64(v)
	if weight != nil {
		if !weight.has.get(row) {
			return
		}
		hi, lo = product(v, weight.vals[row])
	}
	var carry uint64
	s.lo, carry = bits.Add64(s.lo, lo, 0)
	s.hi, _ = bits.Add64(s.hi, hi, carry)
}

// product multiplies two signed numbers to 128 bits.
func product(a, b int64) (hi, lo uint64) {
	hi, lo = bits.Mul64(uint64(a), uint64(b))
	return hi - uint64(a>>63)&uint64(b) - uint64(b>>63)&uint64(a), lo
}

func (s *total) big() *big.Int {
	n := new(big.Int).Lsh(big.NewInt(int64(s.hi)), 64)
	return n.Add(n, new(big.Int).SetUint64(s.lo))
}
