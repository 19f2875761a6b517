package query

import (
	"math"
	"math/big"
	"math/bits"

	"dealbox/internal/value"
)

// Exchange turns minor units of one currency into minor units of the base currency:
// times num, divided by den.
type Exchange struct{ num, den uint64 }

// Exchange gives the exchange of a currency at the rate of the day. ok is false where it
// has no rate, or one so large that a single unit could not be written down.
func (e Env) Exchange(c value.Currency) (x Exchange, ok bool) { return e.ExchangeAt(c, 0) }

// ExchangeAt is Exchange for an amount whose record may have a rate of its own, see
// schema.Def.Rate, which then stands in place of that of the day. 0 and below is none.
func (e Env) ExchangeAt(c value.Currency, own value.Decimal) (x Exchange, ok bool) {
	switch {
	case c == e.Base:
		return Exchange{1, 1}, true
	case own > 0:
		return e.exchange(c, own)
	case e.Rates == nil:
		return Exchange{}, false
	}
	rate, ok := e.Rates(c)
	if !ok || rate <= 0 {
		return Exchange{}, false
	}
	return e.exchange(c, rate)
}

// exchange is for a rate above zero. What it divides by depends on the currencies alone.
func (e Env) exchange(c value.Currency, rate value.Decimal) (Exchange, bool) {
	x := Exchange{uint64(rate), uint64(value.DecimalOne)}
	for d := c.Digits(); d < e.Base.Digits(); d++ {
		if x.num > math.MaxInt64/10 {
			return Exchange{}, false
		}
		x.num *= 10
	}
	for d := e.Base.Digits(); d < c.Digits(); d++ {
		x.den *= 10
	}
	return x, true
}

// Of gives the worth of an amount, rounded half away from zero. What does not fit is
// cut to what does.
func (x Exchange) Of(minor int64) int64 {
	if x.num == x.den { // the base currency, mostly
		return minor
	}
	neg := minor < 0
	n := uint64(minor)
	if neg {
		n = -n
	}
	hi, lo := bits.Mul64(n, x.num)
	lo, carry := bits.Add64(lo, x.den/2, 0)
	if hi += carry; hi >= x.den {
		return limit(neg)
	}
	q, _ := bits.Div64(hi, lo, x.den)
	switch {
	case q > math.MaxInt64:
		return limit(neg)
	case neg:
		return -int64(q)
	}
	return int64(q)
}

func limit(neg bool) int64 {
	if neg {
		return math.MinInt64
	}
	return math.MaxInt64
}

// Worth adds up amounts of one currency at several rates. The zero value is nothing.
type Worth struct {
	num big.Int
	den uint64 // the same of every exchange of a currency
}

// Add adds a sum of minor units, which may be larger than any amount.
func (w *Worth) Add(sum *big.Int, x Exchange) {
	w.num.Add(&w.num, new(big.Int).Mul(sum, new(big.Int).SetUint64(x.num)))
	w.den = x.den
}

// Total gives the worth in minor units of the base currency, divided by a positive number
// and only then rounded, half away from zero: by 1, or 10⁸ for a sum of amounts times
// percents.
func (w *Worth) Total(by int64) *big.Int {
	den := new(big.Int).SetUint64(max(w.den, 1))
	return Quotient(&w.num, den.Mul(den, big.NewInt(by)))
}

// Quotient divides, rounding half away from zero. The divisor is positive.
func Quotient(num, den *big.Int) *big.Int {
	q := new(big.Int).Abs(num)
	q.Quo(q.Add(q.Lsh(q, 1), den), new(big.Int).Lsh(den, 1))
	if num.Sign() < 0 {
		q.Neg(q)
	}
	return q
}
