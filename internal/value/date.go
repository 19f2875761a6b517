package value

import (
	"cmp"
	"fmt"
	"time"

	"dealbox/internal/fault"
	"dealbox/internal/i18n"

	"google.golang.org/protobuf/encoding/protowire"
)

// Date is a day without a time zone, as days since 1970-01-01. Years 1 to 9999.
type Date int32

// Moment is a point in time, as milliseconds since 1970-01-01 UTC.
type Moment int64

// The ways in which a date is refused.
var (
	ErrDate = fault.New(fault.Invalid, "date.bad", i18n.T("“{value}” is not a date", "「{value}」不是日期"))
	ErrTime = fault.New(fault.Invalid, "time.bad", i18n.T("“{value}” is not a date with a time", "「{value}」不是日期时间"))
)

const day = 24 * 60 * 60

// DateOf is the day of a moment in the zone that t carries.
func DateOf(t time.Time) Date {
	y, m, d := t.Date()
	return NewDate(y, m, d)
}

// NewDate makes a day; values out of range carry over, as in time.Date.
func NewDate(y int, m time.Month, d int) Date {
	s := time.Date(y, m, d, 0, 0, 0, 0, time.UTC).Unix()
	if s < 0 {
		s -= day - 1
	}
	return Date(s / day)
}

// Time is the start of the day in UTC.
func (d Date) Time() time.Time { return time.Unix(int64(d)*day, 0).UTC() }

// String writes "2026-12-05".
func (d Date) String() string { return d.Time().Format(time.DateOnly) }

// MarshalText writes "2026-12-05".
func (d Date) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// MomentOf makes a Moment of a time.
func MomentOf(t time.Time) Moment { return Moment(t.UnixMilli()) }

// Time is the moment as a time in UTC.
func (m Moment) Time() time.Time { return time.UnixMilli(int64(m)).UTC() }

// String writes RFC 3339 in UTC with milliseconds.
func (m Moment) String() string { return m.Time().Format("2006-01-02T15:04:05.000Z07:00") }

// MarshalText writes RFC 3339 in UTC.
func (m Moment) MarshalText() ([]byte, error) { return []byte(m.String()), nil }

var (
	firstDate = NewDate(1, time.January, 1)
	lastDate  = NewDate(9999, time.December, 31)

	firstMoment = MomentOf(firstDate.Time())
	lastMoment  = MomentOf((lastDate + 1).Time()) - 1
)

var dateOps = ops{
	name:    "date",
	parse:   parseDateText,
	format:  func(v any, _ Writing) string { return v.(Date).String() },
	compare: func(a, b any) int { return cmp.Compare(a.(Date), b.(Date)) },
	check: func(v any) error {
		d, ok := v.(Date)
		if !ok {
			return ErrType.Err()
		}
		if d < firstDate || d > lastDate {
			return ErrDate.With("value", int64(d))
		}
		return nil
	},
	json: func(v any) any { return v.(Date).String() },
	unjson: func(v any) (any, error) {
		s, ok := v.(string)
		if !ok {
			return nil, ErrType.Err()
		}
		t, err := time.Parse(time.DateOnly, s)
		if err != nil || t.Year() < 1 {
			return nil, ErrDate.With("value", s)
		}
		return DateOf(t), nil
	},
	wire:   protowire.VarintType,
	append: func(b []byte, v any) []byte { return appendZigzag(b, int64(v.(Date))) },
	fromInt: func(u uint64) (any, error) {
		n := protowire.DecodeZigZag(u)
		if n < int64(firstDate) || n > int64(lastDate) {
			return nil, fmt.Errorf("read date: day %d", n)
		}
		return Date(n), nil
	},
}

var momentOps = ops{
	name:    "time",
	parse:   parseMomentText,
	format:  func(v any, o Writing) string { return v.(Moment).Time().In(o.zone()).Format("2006-01-02 15:04") },
	compare: func(a, b any) int { return cmp.Compare(a.(Moment), b.(Moment)) },
	check:   checkMoment,
	json:    func(v any) any { return v.(Moment).String() },
	unjson: func(v any) (any, error) {
		s, ok := v.(string)
		if !ok {
			return nil, ErrType.Err()
		}
		t, err := time.Parse(time.RFC3339, s)
		if err != nil || checkMoment(MomentOf(t)) != nil {
			return nil, ErrTime.With("value", s)
		}
		return MomentOf(t), nil
	},
	wire:    protowire.VarintType,
	append:  func(b []byte, v any) []byte { return appendZigzag(b, int64(v.(Moment))) },
	fromInt: func(u uint64) (any, error) { return Moment(protowire.DecodeZigZag(u)), nil },
}

// checkMoment keeps moments to the years 1 to 9999 in UTC, which RFC 3339 can write.
func checkMoment(v any) error {
	m, ok := v.(Moment)
	if !ok {
		return ErrType.Err()
	}
	if m < firstMoment || m > lastMoment {
		return ErrTime.With("value", int64(m))
	}
	return nil
}
