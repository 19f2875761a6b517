package value

import (
	"math/big"
	"strconv"
	"strings"
)

// mostDigits bounds a number as it is written; whatever is longer is none.
const mostDigits = 64

// plainNumber turns what people write into digits with at most one point: "1,234.50",
// "１２", "1.2万", "128K", "(500)", "1.38E+10". Blank and a lone dash give "". The unit of
// the heading is applied, unless the cell names one itself.
func plainNumber(s string, o Reading) (string, error) {
	t := halfWidth(s)
	if dash(t) {
		return "", nil
	}
	if len(t) > mostDigits {
		return "", ErrNumber.With("value", s)
	}
	negative, t := cutSign(t)
	t, times := cutUnit(t)
	if times == 1 {
		times = o.factor()
	}
	plain, ok := plainDigits(t, o.DecimalComma)
	if !ok {
		return "", ErrNumber.With("value", s)
	}
	if times != 1 {
		plain = multiplied(plain, times)
	}
	if negative {
		plain = "-" + plain
	}
	return plain, nil
}

// halfWidth gives ASCII for full-width signs, one blank for the many sorts of space, one
// minus for the many sorts of dash, and trims.
func halfWidth(s string) string {
	plain := func(r rune) rune {
		switch {
		case r >= '！' && r <= '～':
			return r - '！' + '!'
		case r == '\u2212', r == '\u2010', r == '\u2011', r == '\u2012', r == '\u2013', r == '\u2014', r == '\ufe63':
			return '-'
		case r == '\u3000', r == '\u00a0', r == '\u202f', r == '\u2007', r == '\u2009', r == '\t', r == '\n', r == '\r':
			return ' '
		case r == '\ufeff', r == '\u200b', r == '\u200e', r == '\u200f':
			return -1
		}
		return r
	}
	return strings.TrimSpace(strings.Map(plain, s))
}

// dash says that a text is blank or the dash that spreadsheets show for nothing.
func dash(s string) bool { return strings.Trim(s, "-") == "" }

// cutSign takes the sign away: "-5", "+5", "5-" and the bookkeeper's "(5)".
func cutSign(s string) (negative bool, rest string) {
	if inner, ok := strings.CutPrefix(s, "("); ok && strings.HasSuffix(inner, ")") {
		_, rest = cutSign(strings.TrimSpace(inner[:len(inner)-1]))
		return true, rest
	}
	if rest, ok := strings.CutPrefix(s, "-"); ok {
		return true, strings.TrimSpace(rest)
	}
	if rest, ok := strings.CutPrefix(s, "+"); ok {
		return false, strings.TrimSpace(rest)
	}
	if rest, ok := strings.CutSuffix(s, "-"); ok {
		return true, strings.TrimSpace(rest)
	}
	return false, s
}

// numberUnits are the words behind a number that multiply it, longer ones first.
var numberUnits = []struct {
	word  string
	times int64
}{
	{"万亿", 1e12}, {"千万", 1e7}, {"百万", 1e6}, {"十万", 1e5}, {"亿", 1e8}, {"億", 1e8},
	{"万", 1e4}, {"萬", 1e4}, {"千", 1e3}, {"百", 100},
	{"million", 1e6}, {"billion", 1e9}, {"thousand", 1e3},
	{"bn", 1e9}, {"mn", 1e6}, {"mio", 1e6}, {"k", 1e3}, {"w", 1e4}, {"m", 1e6}, {"b", 1e9},
}

// cutUnit takes the unit behind a number away; 1 where there is none.
func cutUnit(s string) (rest string, times int64) {
	low := strings.ToLower(s)
	if len(low) != len(s) {
		return s, 1
	}
	for _, u := range numberUnits {
		if n := len(low) - len(u.word); n > 0 && low[n:] == u.word {
			return strings.TrimSpace(s[:n]), u.times
		}
	}
	return s, 1
}

// plainDigits reads digits with separators and an exponent, without a sign.
func plainDigits(s string, decimalComma bool) (string, bool) {
	mantissa, exponent, has := strings.Cut(strings.ToLower(s), "e")
	whole, frac, ok := separated(mantissa, decimalComma)
	if !ok {
		return "", false
	}
	if !has {
		return joined(whole, frac), true
	}
	e, err := strconv.Atoi(exponent)
	if err != nil || e > 30 || e < -30 {
		return "", false
	}
	return shifted(whole, frac, e), true
}

// shifted moves the point of whole.frac by e places.
func shifted(whole, frac string, e int) string {
	all, point := whole+frac, len(whole)+e
	if point < 0 {
		all, point = strings.Repeat("0", -point)+all, 0
	}
	if point > len(all) {
		all += strings.Repeat("0", point-len(all))
	}
	return joined(all[:point], all[point:])
}

// joined writes a plain number: no zeros in front, none behind the point.
func joined(whole, frac string) string {
	whole, frac = strings.TrimLeft(whole, "0"), strings.TrimRight(frac, "0")
	if whole == "" {
		whole = "0"
	}
	if frac == "" {
		return whole
	}
	return whole + "." + frac
}

// multiplied gives plain × n, exactly.
func multiplied(plain string, n int64) string {
	whole, frac, _ := strings.Cut(plain, ".")
	product, ok := new(big.Int).SetString(whole+frac, 10)
	if !ok {
		return plain
	}
	digits := product.Mul(product, big.NewInt(n)).String()
	if short := len(frac) + 1 - len(digits); short > 0 {
		digits = strings.Repeat("0", short) + digits
	}
	return joined(digits[:len(digits)-len(frac)], digits[len(digits)-len(frac):])
}
