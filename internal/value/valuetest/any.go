// Package valuetest draws values of every kind, for property tests.
package valuetest

import (
	"slices"
	"strings"

	"dealbox/internal/i18n"
	"dealbox/internal/value"

	"pgregory.net/rapid"
)

// Options are the choices that Any draws from, and their words.
var Options = map[value.Option]i18n.Text{
	1: i18n.T("New", "新商机"), 2: i18n.T("Needs, budget", "需求、预算"), 3: i18n.T("Won", "赢单"), 1 << 30: i18n.T("Own; made", "自定义"),
}

// Kind draws one of the kinds that exist.
func Kind() *rapid.Generator[value.Kind] { return rapid.SampledFrom(value.Kinds()) }

// Any draws a value of the kind that Check takes and a person could have typed: text is
// clean, dates lie in the years 1 to 9999. It is never nil.
func Any(k value.Kind) *rapid.Generator[any] {
	return rapid.Custom(func(t *rapid.T) any { return draw(k, t) })
}

// Or draws a value of the kind, or nil.
func Or(k value.Kind) *rapid.Generator[any] {
	return rapid.Custom(func(t *rapid.T) any {
		if rapid.Bool().Draw(t, "nil") {
			return nil
		}
		return draw(k, t)
	})
}

func draw(k value.Kind, t *rapid.T) any {
	switch k {
	case value.Integer, value.Duration:
		return rapid.Int64Range(-value.MaxInteger, value.MaxInteger).Draw(t, "integer")
	case value.Number, value.Percent:
		return value.Decimal(rapid.Int64().Draw(t, "millionths"))
	case value.Amount:
		c := rapid.SampledFrom([]value.Currency{"CNY", "USD", "EUR", "GBP", "HKD", "JPY", "KWD", "AUD"}).Draw(t, "currency")
		return value.Money{Minor: rapid.Int64().Draw(t, "minor"), Currency: c}
	case value.Day:
		return rapid.SampledFrom([]value.Date{day(t), value.NewDate(1, 1, 1), value.NewDate(9999, 12, 31), value.NewDate(2024, 2, 29)}).Draw(t, "day")
	case value.Time:
		return value.Moment(int64(day(t))*86_400_000 + rapid.Int64Range(0, 86_399_999).Draw(t, "ms"))
	case value.Bool:
		return rapid.Bool().Draw(t, "bool")
	case value.Choice:
		return option().Draw(t, "option")
	case value.Choices:
		return ascending(rapid.SliceOfN(option(), 1, 4).Draw(t, "options"), func(a, b value.Option) int { return int(int64(a) - int64(b)) })
	case value.Link, value.Member:
		return id().Draw(t, "id")
	case value.Links:
		return ascending(rapid.SliceOfN(id(), 1, 4).Draw(t, "ids"), value.ID.Compare)
	}
	return drawText(k, t)
}

func drawText(k value.Kind, t *rapid.T) any {
	switch k {
	case value.Tags:
		return ascending(rapid.SliceOfN(tag(), 1, 4).Draw(t, "tags"), strings.Compare)
	case value.Phone:
		return rapid.SampledFrom([]string{"138 0013 8000", "0755 2690 1234", "+1 212-555-0123", "1380 0001", "8801"}).Draw(t, "phone")
	case value.Email:
		return rapid.StringMatching(`[a-z]{1,8}(\.[a-z]{1,4})?@[a-z]{1,8}\.(com|cn)`).Draw(t, "email")
	case value.URL:
		return rapid.StringMatching(`https?://[a-z]{1,8}\.(com|cn)(/[a-z]{0,5}){0,2}`).Draw(t, "url")
	}
	for {
		v, err := k.Parse(rapid.String().Draw(t, "text"), value.Reading{})
		if v != nil && err == nil {
			return v
		}
	}
}

func day(t *rapid.T) value.Date {
	return value.Date(rapid.Int32Range(int32(value.NewDate(1, 1, 1)), int32(value.NewDate(9999, 12, 31))).Draw(t, "date"))
}

func option() *rapid.Generator[value.Option] {
	return rapid.SampledFrom([]value.Option{1, 2, 3, 1 << 30})
}

func id() *rapid.Generator[value.ID] {
	return rapid.Custom(func(t *rapid.T) value.ID {
		id := value.ID(rapid.SliceOfN(rapid.Byte(), 16, 16).Draw(t, "id"))
		id[15] |= 1 // never the zero id
		return id
	})
}

// tag draws a word without the signs that part tags.
func tag() *rapid.Generator[string] {
	return rapid.StringMatching(`[a-z展会价格敏感]([ a-z客户]{0,4}[a-z])?`)
}

func ascending[T any](all []T, order func(a, b T) int) []T {
	slices.SortFunc(all, order)
	return slices.CompactFunc(all, func(a, b T) bool { return order(a, b) == 0 })
}
