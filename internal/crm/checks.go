package crm

import (
	"time"

	"dealbox/internal/fault"
	"dealbox/internal/i18n"
	"dealbox/internal/value"
)

// The ways in which a single value is refused.
var (
	ErrNegative = fault.New(fault.Invalid, "number.negative", i18n.T("It cannot be less than zero", "不能小于零"))
	ErrPercent  = fault.New(fault.Invalid, "percent.range", i18n.T("It must lie between 0 % and 100 %", "必须在 0% 到 100% 之间"))
	ErrYear     = fault.New(fault.Invalid, "year.bad", i18n.T("“{value}” is not a year between 1000 and {max}", "「{value}」不是 1000 到 {max} 之间的年份"))
	ErrToken    = fault.New(fault.Invalid, "token.bad", i18n.T("“{value}” is not the name of a colour or icon", "「{value}」不是颜色或图标的名称"))
	ErrNoRate   = fault.New(fault.Invalid, "rate.zero", i18n.T("A rate must be greater than zero", "汇率必须大于零"))
)

// notNegative takes numbers and amounts from zero on.
func notNegative(v any) error {
	var n int64
	switch v := v.(type) {
	case int64:
		n = v
	case value.Decimal:
		n = int64(v)
	case value.Money:
		n = v.Minor
	}
	if n < 0 {
		return ErrNegative.Err()
	}
	return nil
}

// hundred is 100 %.
const hundred = 100 * value.DecimalOne

func checkPercent(v any) error {
	if p := v.(value.Decimal); p < 0 || p > hundred {
		return ErrPercent.Err()
	}
	return nil
}

func checkYear(v any) error {
	latest := int64(time.Now().Year() + 1)
	if y := v.(int64); y < 1000 || y > latest {
		return ErrYear.With("value", y).With("max", latest)
	}
	return nil
}

// checkToken takes the lower-case names of colour tokens and icons, such as "st-new".
// They become part of a style, so nothing else may.
func checkToken(v any) error {
	s := v.(string)
	for _, r := range s {
		if (r < 'a' || r > 'z') && (r < '0' || r > '9') && r != '-' {
			return ErrToken.With("value", s)
		}
	}
	return nil
}

func checkCurrency(v any) error {
	if c := value.Currency(v.(string)); !c.Valid() {
		return value.ErrCurrency.With("value", c)
	}
	return nil
}

func checkRate(v any) error {
	if v.(value.Decimal) <= 0 {
		return ErrNoRate.Err()
	}
	return nil
}
