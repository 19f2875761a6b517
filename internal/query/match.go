package query

import (
	"slices"
	"strings"

	"dealbox/internal/record"
	"dealbox/internal/text"
	"dealbox/internal/value"
)

// Match says whether a row satisfies the condition. It does not look at whether the
// row is in the trash. This is the specification of package table's filter.
func (b *Bound) Match(r *record.Row) bool {
	if b == nil {
		return true
	}
	switch b.Test {
	case And:
		return !slices.ContainsFunc(b.Subs, func(s *Bound) bool { return !s.Match(r) })
	case Or:
		return slices.ContainsFunc(b.Subs, func(s *Bound) bool { return s.Match(r) })
	case Not:
		return !b.Subs[0].Match(r)
	}
	v := b.Def.Of(r)
	if m, ok := v.(value.Money); ok && b.Test == Amount {
		return b.HoldsMoney(m, b.rate(r))
	}
	return v != nil && (b.Test == Filled || b.holds(v))
}

// rate is the row's own rate of an Amount test, 0 for none.
func (b *Bound) rate(r *record.Row) value.Decimal {
	if b.Rate == nil {
		return 0
	}
	d, _ := b.Rate.Of(r).(value.Decimal)
	return d
}

// holds tests a value that is there.
func (b *Bound) holds(v any) bool {
	switch v := v.(type) {
	case value.Option:
		return slices.Contains(b.Options, v)
	case []value.Option:
		return slices.ContainsFunc(v, func(o value.Option) bool { return slices.Contains(b.Options, o) })
	case value.ID:
		return b.HasID(v)
	case []value.ID:
		return slices.ContainsFunc(v, b.HasID)
	case string:
		return b.HoldsText(Normal(b.Def.Kind, v))
	case []string:
		return slices.ContainsFunc(v, func(s string) bool { return b.HoldsText(Normal(b.Def.Kind, s)) })
	}
	n, ok := Code(v)
	return ok && b.Test == Span && b.Lo <= n && n <= b.Hi
}

// HasID says whether a link's target is among those of a Linked test.
func (b *Bound) HasID(id value.ID) bool {
	_, ok := slices.BinarySearchFunc(b.IDs, id, value.ID.Compare)
	return ok
}

// HoldsText tests a text that is already in its Normal form.
func (b *Bound) HoldsText(normal string) bool {
	var test func(s, word string) bool
	switch b.Test {
	case Equal:
		test = func(s, word string) bool { return s == word }
	case Contains:
		test = strings.Contains
	case Starts:
		test = strings.HasPrefix
	default:
		return false
	}
	return slices.ContainsFunc(b.Words, func(w string) bool { return test(normal, w) })
}

// Normal is the form in which texts of a kind are compared: without case and width,
// and of a phone number its digits and letters alone. It never holds a zero byte.
func Normal(k value.Kind, s string) string {
	if k == value.Phone {
		s = text.Key(s)
	} else {
		s = text.Fold(s)
	}
	return strings.ReplaceAll(s, "\x00", "")
}

// Code gives a value of an ordered kind as a number in the order of the values: whole
// numbers and seconds as they are, decimals in millionths, days since 1970, milliseconds
// since 1970, yes as 1. ok is false for every other kind.
func Code(v any) (n int64, ok bool) {
	switch v := v.(type) {
	case int64:
		return v, true
	case value.Decimal:
		return int64(v), true
	case value.Date:
		return int64(v), true
	case value.Moment:
		return int64(v), true
	case bool:
		if v {
			return 1, true
		}
		return 0, true
	}
	return 0, false
}
