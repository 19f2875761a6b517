package value

import (
	"cmp"
	"fmt"
	"math"
	"math/bits"
	"strings"

	"dealbox/internal/fault"
	"dealbox/internal/i18n"

	"google.golang.org/protobuf/encoding/protowire"
)

// Currency is an ISO 4217 code in capitals, such as "CNY".
type Currency string

// Money is an amount in minor units (fen, cents) of a currency. It is never a float.
type Money struct {
	Minor    int64
	Currency Currency
}

// MoneyJSON is Money over JSON: the amount as a plain decimal.
type MoneyJSON struct {
	Amount   string   `json:"amount"`
	Currency Currency `json:"currency"`
}

// The ways in which an amount is refused.
var (
	ErrMoney    = fault.New(fault.Invalid, "money.bad", i18n.T("“{value}” is not an amount of money", "「{value}」不是金额"))
	ErrCurrency = fault.New(fault.Invalid, "currency.bad", i18n.T("“{value}” is not a currency code", "「{value}」不是货币代码"))
)

// minorDigits lists the currencies whose minor unit is not a hundredth (ISO 4217:2015).
var minorDigits = map[Currency]int{
	"BIF": 0, "CLP": 0, "DJF": 0, "GNF": 0, "ISK": 0, "JPY": 0, "KMF": 0, "KRW": 0, "PYG": 0,
	"RWF": 0, "UGX": 0, "UYI": 0, "VND": 0, "VUV": 0, "XAF": 0, "XOF": 0, "XPF": 0,
	"BHD": 3, "IQD": 3, "JOD": 3, "KWD": 3, "LYD": 3, "OMR": 3, "TND": 3,
}

// Digits is the number of decimals of the currency's minor unit.
func (c Currency) Digits() int {
	if d, ok := minorDigits[c]; ok {
		return d
	}
	return 2
}

// Valid says that it has the form of a currency code: three capitals.
func (c Currency) Valid() bool {
	if len(c) != 3 {
		return false
	}
	for _, r := range c {
		if r < 'A' || r > 'Z' {
			return false
		}
	}
	return true
}

// Plain writes the amount alone: "128000.00".
func (m Money) Plain() string { return unscaled(m.Minor, m.Currency.Digits()) }

// ParseMoney reads a plain amount of a currency: "128000.00". Decimals beyond the
// minor unit are rounded half away from zero, as people round money.
func ParseMoney(plain string, c Currency) (Money, error) {
	if !c.Valid() {
		return Money{}, ErrCurrency.With("value", c)
	}
	if !plainForm(plain) {
		return Money{}, ErrMoney.With("value", plain)
	}
	whole, frac, _ := strings.Cut(plain, ".")
	d := c.Digits()
	up := len(frac) > d && frac[d] >= '5'
	if len(frac) > d {
		frac = frac[:d]
	}
	n, err := scaled(whole+"."+frac, d)
	if err != nil {
		return Money{}, ErrMoney.With("value", plain).With("cause", err)
	}
	return roundedMoney(plain, n, up, c)
}

func roundedMoney(plain string, n int64, up bool, c Currency) (Money, error) {
	step := int64(0)
	if up {
		step = 1
	}
	if strings.HasPrefix(plain, "-") {
		step = -step
	}
	if sum := n + step; (step > 0) == (sum > n) && (step < 0) == (sum < n) {
		return Money{sum, c}, nil
	}
	return Money{}, ErrRange.With("value", plain)
}

// Times multiplies by a Decimal, rounding half away from zero. It reports overflow.
func (m Money) Times(d Decimal) (Money, error) {
	n, ok := mulDiv(m.Minor, int64(d), int64(DecimalOne))
	if !ok {
		return Money{}, ErrRange.With("value", m.Plain())
	}
	return Money{n, m.Currency}, nil
}

// mulDiv gives a × b ÷ c, rounded half away from zero, with a product of 128 bits.
func mulDiv(a, b, c int64) (int64, bool) {
	neg := (a < 0) != (b < 0)
	hi, lo := bits.Mul64(abs(a), abs(b))
	lo, carry := bits.Add64(lo, uint64(c)/2, 0)
	hi += carry
	if hi >= uint64(c) {
		return 0, false
	}
	q, _ := bits.Div64(hi, lo, uint64(c))
	if q > math.MaxInt64 {
		return 0, false
	}
	if neg {
		return -int64(q), true
	}
	return int64(q), true
}

func abs(n int64) uint64 {
	if n < 0 {
		return uint64(-(n + 1)) + 1
	}
	return uint64(n)
}

var moneyOps = ops{
	name:   "money",
	parse:  parseMoneyText,
	format: func(v any, o Writing) string { m := v.(Money); return symbol(m.Currency, o.Lang) + grouped(m.Plain()) },
	compare: func(a, b any) int {
		x, y := a.(Money), b.(Money)
		return cmp.Or(cmp.Compare(x.Currency, y.Currency), cmp.Compare(x.Minor, y.Minor))
	},
	check: func(v any) error {
		m, ok := v.(Money)
		if !ok {
			return ErrType.Err()
		}
		if !m.Currency.Valid() {
			return ErrCurrency.With("value", m.Currency)
		}
		return nil
	},
	json:   func(v any) any { m := v.(Money); return MoneyJSON{m.Plain(), m.Currency} },
	unjson: moneyFromJSON,
	wire:   protowire.BytesType,
	append: func(b []byte, v any) []byte {
		m := v.(Money)
		p := protowire.AppendVarint([]byte(m.Currency), protowire.EncodeZigZag(m.Minor))
		return protowire.AppendBytes(b, p)
	},
	consume: func(b []byte) (any, error) {
		if len(b) < 4 || !Currency(b[:3]).Valid() {
			return nil, fmt.Errorf("read money: %d bytes, no currency", len(b))
		}
		u, n := protowire.ConsumeVarint(b[3:])
		if n != len(b)-3 {
			return nil, fmt.Errorf("read money: %d of %d bytes are an amount", n, len(b)-3)
		}
		return Money{protowire.DecodeZigZag(u), Currency(b[:3])}, nil
	},
}

func moneyFromJSON(v any) (any, error) {
	switch m := v.(type) {
	case map[string]any:
		amount, ok := m["amount"].(string)
		c, _ := m["currency"].(string)
		if !ok && m["amount"] != nil {
			return nil, ErrType.Err() // an amount is never a float
		}
		return parseMoneyText(amount, Reading{Currency: Currency(c)})
	case MoneyJSON:
		return parseMoneyText(m.Amount, Reading{Currency: m.Currency})
	case Money:
		return m, nil
	}
	return nil, ErrType.Err()
}

// symbol is what stands before an amount: a sign where people know it, else the code.
func symbol(c Currency, _ i18n.Lang) string {
	switch c {
	case "CNY":
		return "¥"
	case "USD":
		return "$"
	case "EUR":
		return "€"
	case "GBP":
		return "£"
	case "HKD":
		return "HK$"
	}
	return string(c) + " "
}
