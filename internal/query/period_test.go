package query

import (
	"testing"

	"dealbox/internal/value"
)

func TestPeriods(t *testing.T) {
	d := value.NewDate
	for words, want := range map[string]Period{
		"today":        {d(2026, 11, 24), d(2026, 11, 24)},
		"昨天":           {d(2026, 11, 23), d(2026, 11, 23)},
		"This Week":    {d(2026, 11, 23), d(2026, 11, 29)},
		"下周":           {d(2026, 11, 30), d(2026, 12, 6)},
		"last month":   {d(2026, 10, 1), d(2026, 10, 31)},
		"本月":           {d(2026, 11, 1), d(2026, 11, 30)},
		"这个月":          {d(2026, 11, 1), d(2026, 11, 30)},
		"next quarter": {d(2027, 1, 1), d(2027, 3, 31)},
		"本季度":          {d(2026, 10, 1), d(2026, 12, 31)},
		"去年":           {d(2025, 1, 1), d(2025, 12, 31)},
		"明年":           {d(2027, 1, 1), d(2027, 12, 31)},
		"last 7 days":  {d(2026, 11, 18), d(2026, 11, 24)},
		"近 7 天":        {d(2026, 11, 18), d(2026, 11, 24)},
		"近3个月":         {d(2026, 8, 25), d(2026, 11, 24)},
		"next 7 days":  {d(2026, 11, 24), d(2026, 11, 30)},
		"未来2周":         {d(2026, 11, 24), d(2026, 12, 7)},
		"3 days ago":   {d(2026, 11, 21), d(2026, 11, 21)},
		"3天后":          {d(2026, 11, 27), d(2026, 11, 27)},
		"in 1 month":   {d(2026, 12, 24), d(2026, 12, 24)},
		"overdue":      {farPast, d(2026, 11, 23)},
		"2026":         {d(2026, 1, 1), d(2026, 12, 31)},
		"2028-02":      {d(2028, 2, 1), d(2028, 2, 29)},
		"2026年6月":      {d(2026, 6, 1), d(2026, 6, 30)},
		"2026 Q3":      {d(2026, 7, 1), d(2026, 9, 30)},
		"2026年三季度":     {d(2026, 7, 1), d(2026, 9, 30)},
	} {
		if got, ok := testEnv().Period(words); !ok || got != want {
			t.Errorf("%q: %v to %v %v, want %v to %v", words, got.From, got.To, ok, want.From, want.To)
		}
	}
	for _, words := range []string{"", "someday", "2026-13", "2026-12-05", "last days", "0000", "week", "last 0 days"} {
		if p, ok := testEnv().Period(words); ok {
			t.Errorf("%q: %v to %v, want none", words, p.From, p.To)
		}
	}
}

func TestMonthsEndAtTheirLastDay(t *testing.T) {
	if got := month.before(value.NewDate(2026, 3, 31), 1); got != value.NewDate(2026, 2, 28) {
		t.Error(got)
	}
}
