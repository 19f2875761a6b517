package query

import (
	"math"
	"math/big"
	"testing"

	"dealbox/internal/value"

	"pgregory.net/rapid"
)

// drawMinor gives amounts of every size, the ends too.
func drawMinor(t *rapid.T, name string) int64 {
	return rapid.OneOf(rapid.Int64(), rapid.Int64Range(-1000, 1000), rapid.SampledFrom([]int64{math.MinInt64, math.MaxInt64, 0})).Draw(t, name)
}

func drawEnv(t *rapid.T) Env {
	rate := value.Decimal(rapid.OneOf(rapid.Int64Range(1, 1e9), rapid.Int64Range(1, 1e15)).Draw(t, "rate"))
	base := rapid.SampledFrom([]value.Currency{"CNY", "JPY", "KWD"}).Draw(t, "base")
	return Env{Base: base, Rates: func(value.Currency) (value.Decimal, bool) { return rate, true }}
}

func TestBoundsLetThroughWhatTheOperatorSays(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		env := drawEnv(t)
		c := rapid.SampledFrom([]value.Currency{"USD", "JPY", "BHD", "CNY"}).Draw(t, "currency")
		op := rapid.SampledFrom([]string{OpEq, OpLt, OpLe, OpGt, OpGe}).Draw(t, "op")
		than := value.Money{Minor: drawMinor(t, "than"), Currency: "CNY"}
		b := Bound{Test: Amount, amount: &amount{op: op, than: than, env: env}}
		lo, hi, ok := b.Bounds(c)
		if !ok {
			t.Fatal("no bounds though there is a rate")
		}
		m := drawMinor(t, "amount")
		x, _ := env.Exchange(c)
		own, _ := env.Exchange(than.Currency)
		worth, other := x.Of(m), own.Of(than.Minor)
		if c == than.Currency {
			worth, other = m, than.Minor
		}
		want := map[string]bool{OpEq: worth == other, OpLt: worth < other, OpLe: worth <= other, OpGt: worth > other, OpGe: worth >= other}[op]
		if got := lo <= m && m <= hi; got != want {
			t.Fatalf("%d %s %d: bounds %d to %d", worth, op, other, lo, hi)
		}
		if got := b.HoldsMoney(value.Money{Minor: m, Currency: c}, 0); got != want {
			t.Fatalf("%d %s %d: holds %v", worth, op, other, got)
		}
	})
}

func TestARateOfItsOwnStandsInPlaceOfThatOfTheDay(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		env := drawEnv(t)
		own := value.Decimal(rapid.Int64Range(1, 1e15).Draw(t, "own"))
		frozen := env
		frozen.Rates = func(value.Currency) (value.Decimal, bool) { return own, true }
		for _, c := range []value.Currency{"USD", "CNY", "BHD"} {
			want, _ := frozen.Exchange(c)
			if got, ok := env.ExchangeAt(c, own); got != want || !ok {
				t.Fatalf("%s: %v, want %v", c, got, want)
			}
			today, _ := env.Exchange(c)
			if got, _ := env.ExchangeAt(c, -own); got != today {
				t.Fatalf("%s: a rate below zero counts", c)
			}
		}
	})
}

func TestExchangeRoundsHalfAwayFromZero(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		env := drawEnv(t)
		x, _ := env.Exchange("USD")
		m := drawMinor(t, "amount")
		var one Worth
		one.Add(big.NewInt(m), x)
		want := one.Total(1)
		got := x.Of(m)
		if want.IsInt64() && got != want.Int64() || !want.IsInt64() && got != math.MaxInt64 && got != math.MinInt64 {
			t.Fatalf("%d is worth %d, want %v", m, got, want)
		}
	})
	if n := new(Worth).Total(100); n.Sign() != 0 {
		t.Errorf("nothing is worth %v", n)
	}
	for _, c := range []struct{ num, den, want int64 }{{5, 2, 3}, {-5, 2, -3}, {4, 3, 1}, {-4, 3, -1}, {0, 7, 0}, {7, 1, 7}} {
		if got := Quotient(big.NewInt(c.num), big.NewInt(c.den)); got.Int64() != c.want {
			t.Errorf("%d / %d: %v, want %d", c.num, c.den, got, c.want)
		}
	}
}

func TestNoRateNoExchange(t *testing.T) {
	for name, env := range map[string]Env{
		"nobody to ask": {Base: "CNY"},
		"unknown":       {Base: "CNY", Rates: func(value.Currency) (value.Decimal, bool) { return 0, false }},
		"nothing":       {Base: "CNY", Rates: func(value.Currency) (value.Decimal, bool) { return 0, true }},
	} {
		if _, ok := env.Exchange("USD"); ok {
			t.Errorf("%s: an exchange", name)
		}
		if x, ok := env.Exchange("CNY"); !ok || x.Of(7) != 7 {
			t.Errorf("%s: the base currency is not worth itself", name)
		}
	}
}
