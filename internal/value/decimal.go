package value

import (
	"cmp"
	"encoding/json"
	"math"
	"strconv"
	"strings"

	"dealbox/internal/fault"
	"dealbox/internal/i18n"

	"google.golang.org/protobuf/encoding/protowire"
)

// Decimal is a number in millionths: 6 places behind the point and ± 9.2 × 10¹² before.
type Decimal int64

// DecimalOne is the Decimal 1.
const DecimalOne Decimal = 1_000_000

// The ways in which a number is refused.
var (
	ErrNumber = fault.New(fault.Invalid, "number.bad", i18n.T("“{value}” is not a number", "「{value}」不是数字"))
	ErrRange  = fault.New(fault.Invalid, "number.range", i18n.T("“{value}” is too large or has too many decimals", "「{value}」太大，或小数位太多"))
	ErrWhole  = fault.New(fault.Invalid, "number.whole", i18n.T("“{value}” is not a whole number", "「{value}」不是整数"))
)

// MaxInteger is the largest integer that JSON carries exactly, 2⁵³ − 1.
const MaxInteger = 1<<53 - 1

// ParseDecimal reads the plain form that String writes: "-1234.5".
func ParseDecimal(s string) (Decimal, error) {
	n, err := scaled(s, 6)
	return Decimal(n), err
}

// String writes the plain form, without trailing zeros.
func (d Decimal) String() string {
	s := unscaled(int64(d), 6)
	if strings.Contains(s, ".") {
		s = strings.TrimRight(strings.TrimRight(s, "0"), ".")
	}
	return s
}

// MarshalText writes the plain form.
func (d Decimal) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// scaled reads a plain decimal as an integer of 10^-places. More places that are not
// zero, and overflow, are errors.
func scaled(s string, places int) (int64, error) {
	if !plainForm(s) {
		return 0, ErrNumber.With("value", s)
	}
	digits, frac, _ := strings.Cut(s, ".")
	frac = strings.TrimRight(frac, "0")
	if len(frac) > places {
		return 0, ErrRange.With("value", s)
	}
	n, err := strconv.ParseInt(digits+frac+strings.Repeat("0", places-len(frac)), 10, 64)
	if err != nil {
		if ne, ok := err.(*strconv.NumError); ok && ne.Err == strconv.ErrRange {
			return 0, ErrRange.With("value", s)
		}
		return 0, ErrNumber.With("value", s)
	}
	return n, nil
}

// plainForm says that s is an optional sign, digits, and at most one point among them.
func plainForm(s string) bool {
	if s != "" && (s[0] == '-' || s[0] == '+') {
		s = s[1:]
	}
	whole, frac, _ := strings.Cut(s, ".")
	return whole+frac != "" && digitsOnly(whole) && digitsOnly(frac)
}

func unscaled(n int64, places int) string {
	s := strconv.FormatInt(n, 10)
	sign := ""
	if n < 0 {
		sign, s = "-", s[1:]
	}
	if places == 0 {
		return sign + s
	}
	if len(s) <= places {
		s = strings.Repeat("0", places-len(s)+1) + s
	}
	return sign + s[:len(s)-places] + "." + s[len(s)-places:]
}

var integerOps = ops{
	name:    "integer",
	parse:   parseInteger,
	format:  formatInteger,
	compare: func(a, b any) int { return cmp.Compare(a.(int64), b.(int64)) },
	check:   checkInteger,
	json:    func(v any) any { return v },
	unjson:  integerFromJSON,
	wire:    protowire.VarintType,
	append:  appendZigzag,
	fromInt: func(u uint64) (any, error) { return protowire.DecodeZigZag(u), nil },
}

var durationOps = func() ops {
	o := integerOps
	o.name = "duration"
	o.parse = parseDuration
	o.format = formatDuration
	return o
}()

func formatInteger(v any, o Writing) string {
	s := strconv.FormatInt(v.(int64), 10)
	if o.Plain {
		return s
	}
	return grouped(s)
}

func parseInteger(s string, o Reading) (any, error) {
	plain, err := plainNumber(s, o)
	if plain == "" || err != nil {
		return nil, err
	}
	if strings.Contains(plain, ".") {
		return nil, ErrWhole.With("value", s)
	}
	n, err := scaled(plain, 0)
	if err != nil {
		return nil, err
	}
	return boundInteger(n)
}

func boundInteger(n int64) (any, error) {
	if err := checkInteger(n); err != nil {
		return nil, err
	}
	return n, nil
}

func parseDecimalText(s string, o Reading) (any, error) {
	plain, err := plainNumber(s, o)
	if plain == "" || err != nil {
		return nil, err
	}
	return decimalOrErr(ParseDecimal(plain))
}

func checkInteger(v any) error {
	n, ok := v.(int64)
	if !ok {
		return ErrType.Err()
	}
	if n > MaxInteger || n < -MaxInteger {
		return ErrRange.With("value", n)
	}
	return nil
}

func integerFromJSON(v any) (any, error) {
	switch n := v.(type) {
	case float64:
		if n != math.Trunc(n) || math.Abs(n) > MaxInteger {
			return nil, ErrWhole.With("value", n)
		}
		return int64(n), nil
	case json.Number:
		return parseInteger(n.String(), Reading{})
	case int64:
		return boundInteger(n)
	case int:
		return boundInteger(int64(n))
	case string:
		return parseInteger(n, Reading{})
	}
	return nil, ErrType.Err()
}

func appendZigzag(b []byte, v any) []byte {
	return protowire.AppendVarint(b, protowire.EncodeZigZag(v.(int64)))
}

var numberOps = ops{
	name:    "number",
	parse:   parseDecimalText,
	format:  func(v any, _ Writing) string { return grouped(v.(Decimal).String()) },
	compare: func(a, b any) int { return cmp.Compare(a.(Decimal), b.(Decimal)) },
	check:   isType[Decimal],
	json:    func(v any) any { return v.(Decimal).String() },
	unjson:  decimalFromJSON,
	wire:    protowire.VarintType,
	append:  func(b []byte, v any) []byte { return appendZigzag(b, int64(v.(Decimal))) },
	fromInt: func(u uint64) (any, error) { return Decimal(protowire.DecodeZigZag(u)), nil },
}

// percentOps reads "75%", "75" and "0.75%"; a cell of 0.75 formatted as a percentage
// reaches it as "75%", because the reader of workbooks gives what the cell shows.
var percentOps = func() ops {
	o := numberOps
	o.name = "percent"
	o.parse = func(s string, r Reading) (any, error) {
		s = strings.TrimSpace(strings.NewReplacer("%", "", "％", "").Replace(s))
		return parseDecimalText(s, r)
	}
	o.format = func(v any, _ Writing) string { return v.(Decimal).String() + "%" }
	return o
}()

func decimalOrErr(d Decimal, err error) (any, error) {
	if err != nil {
		return nil, err
	}
	return d, nil
}

func decimalFromJSON(v any) (any, error) {
	switch n := v.(type) {
	case string:
		return parseDecimalText(n, Reading{})
	case float64:
		return decimalOrErr(ParseDecimal(strconv.FormatFloat(n, 'f', -1, 64)))
	case json.Number:
		return parseDecimalText(n.String(), Reading{})
	case Decimal:
		return n, nil
	}
	return nil, ErrType.Err()
}

// isType is the check of kinds whose Go type allows every value.
func isType[T any](v any) error {
	if _, ok := v.(T); !ok {
		return ErrType.Err()
	}
	return nil
}

// grouped puts a comma between thousands.
func grouped(s string) string {
	whole, frac, dot := strings.Cut(s, ".")
	sign := ""
	if strings.HasPrefix(whole, "-") {
		sign, whole = "-", whole[1:]
	}
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + "," + whole[i:]
	}
	if dot {
		return sign + whole + "." + frac
	}
	return sign + whole
}
