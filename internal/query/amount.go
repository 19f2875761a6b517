package query

import (
	"math"

	"dealbox/internal/value"
)

// amount is one comparison of money: the operator and what it compares with.
type amount struct {
	op   string
	than value.Money
	env  Env
}

// HoldsMoney says whether an Amount test lets an amount through. own is its record's own
// rate, 0 for none. The test's own currency compares as it is, every other one by its
// rounded worth in the base currency.
func (b *Bound) HoldsMoney(m value.Money, own value.Decimal) bool {
	if b.Test != Amount {
		return false
	}
	a, worth, than := b.amount, m.Minor, b.amount.than.Minor
	if m.Currency != a.than.Currency {
		x, ok := a.env.ExchangeAt(m.Currency, own)
		other, known := a.env.Exchange(a.than.Currency)
		if !ok || !known {
			return false
		}
		worth, than = x.Of(worth), other.Of(than)
	}
	lo, hi := span(a.op, than, than)
	return lo <= worth && worth <= hi
}

// Bounds gives the smallest and the largest amount of a currency, in minor units, that
// an Amount test lets through where the record has no rate of its own; none when lo > hi.
// ok is false where the currency has no rate.
func (b *Bound) Bounds(c value.Currency) (lo, hi int64, ok bool) {
	a := b.amount
	if c == a.than.Currency {
		lo, hi = span(a.op, a.than.Minor, a.than.Minor)
		return lo, hi, true
	}
	own, ok := a.env.Exchange(a.than.Currency)
	other, known := a.env.Exchange(c)
	if !ok || !known {
		return 0, 0, false
	}
	than := own.Of(a.than.Minor)
	lo, hi = span(a.op, than, than)
	lo, hi = other.between(lo, hi)
	return lo, hi, true
}

// span turns a comparison with the values from lo to hi into the range of what
// satisfies it. A range with lo > hi holds nothing.
func span(op string, lo, hi int64) (int64, int64) {
	switch op {
	case OpLt:
		return below(lo)
	case OpLe:
		return math.MinInt64, hi
	case OpGt:
		return above(hi)
	case OpGe:
		return lo, math.MaxInt64
	}
	return lo, hi
}

func below(n int64) (int64, int64) {
	if n == math.MinInt64 {
		return 1, 0
	}
	return math.MinInt64, n - 1
}

func above(n int64) (int64, int64) {
	if n == math.MaxInt64 {
		return 1, 0
	}
	return n + 1, math.MaxInt64
}

// between gives the range of amounts that are worth lo to hi; one that holds nothing
// where there are none.
func (x Exchange) between(lo, hi int64) (from, to int64) {
	from = x.search(func(worth int64) bool { return worth >= lo })
	to = x.search(func(worth int64) bool { return worth > hi })
	if lo > hi || x.Of(from) < lo || x.Of(math.MinInt64) > hi {
		return 1, 0
	}
	if x.Of(to) > hi {
		to--
	}
	return from, to
}

// search finds the least amount whose worth satisfies a condition that, once true,
// stays so as amounts grow; the greatest of all where none does.
func (x Exchange) search(enough func(worth int64) bool) int64 {
	lo, hi := int64(math.MinInt64), int64(math.MaxInt64)
	for lo < hi {
		mid := lo + int64(uint64(hi-lo)/2)
		if enough(x.Of(mid)) {
			hi = mid
		} else {
			lo = mid + 1
		}
	}
	return lo
}
