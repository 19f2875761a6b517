package query

import (
	"math"
	"regexp"
	"strconv"
	"strings"
	"time"

	"dealbox/internal/text"
	"dealbox/internal/value"
)

// Period is a span of days, both ends inside it.
type Period struct{ From, To value.Date }

// The ends of an open period.
const (
	farPast   = value.Date(math.MinInt32 / 2)
	farFuture = value.Date(math.MaxInt32 / 2)
)

// Period reads words for a span of days, in either language: today, yesterday,
// tomorrow; this, last, next week, month, quarter, year; last 7 days (today is the last
// of them), next 7 days (today is the first); 3 days ago, in 3 days; overdue (before
// today); and calendar spans such as 2026, 2026-06, 2026 Q3. Weeks begin on Monday.
// ok is false for anything else, a single date too.
func (e Env) Period(words string) (p Period, ok bool) {
	s := text.Key(words)
	today := value.DateOf(e.Now.In(e.zone()))
	if days, ok := oneDay[s]; ok {
		return Period{today + days, today + days}, true
	}
	if s == "overdue" || s == "逾期" || s == "已逾期" {
		return Period{farPast, today - 1}, true
	}
	if u, shift, ok := named(s); ok {
		return u.at(today, shift), true
	}
	if p, ok := counted(s, today); ok {
		return p, true
	}
	return calendar(text.Fold(words))
}

var oneDay = map[string]value.Date{
	"today": 0, "今天": 0, "今日": 0, "yesterday": -1, "昨天": -1, "昨日": -1, "前天": -2,
	"tomorrow": 1, "明天": 1, "明日": 1, "后天": 2,
}

// unit is a part of the calendar.
type unit uint8

const (
	week unit = iota + 1
	month
	quarter
	year
	days
)

var units = map[string]unit{
	"week": week, "weeks": week, "周": week, "星期": week, "礼拜": week, "个星期": week,
	"month": month, "months": month, "月": month, "个月": month,
	"quarter": quarter, "quarters": quarter, "季度": quarter, "季": quarter, "个季度": quarter,
	"year": year, "years": year, "年": year,
	"day": days, "days": days, "天": days, "日": days,
}

var shifts = map[string]int{
	"this": 0, "current": 0, "本": 0, "这": 0, "这个": 0, "今": 0, "当": 0,
	"last": -1, "previous": -1, "上": -1, "上个": -1, "去": -1, "上一": -1, "上一个": -1,
	"next": 1, "下": 1, "下个": 1, "明": 1, "下一": 1, "下一个": 1,
}

// named reads "this month", "上季度".
func named(s string) (u unit, shift int, ok bool) {
	for n := range s {
		shift, known := shifts[s[:n]]
		u, good := units[s[n:]]
		if known && good && u != days {
			return u, shift, true
		}
	}
	return 0, 0, false
}

// at gives the unit that holds a day, shifted by whole units.
func (u unit) at(d value.Date, shift int) Period {
	y, m, _ := d.Time().Date()
	switch u {
	case week:
		monday := d - value.Date((int(d.Time().Weekday())+6)%7) + value.Date(7*shift)
		return Period{monday, monday + 6}
	case month:
		return months(y, int(m)+shift, 1)
	case quarter:
		return months(y, (int(m)-1)/3*3+1+3*shift, 3)
	}
	return months(y+shift, 1, 12)
}

// months is a span of whole months; months beyond the year carry over.
func months(y, m, count int) Period {
	return Period{value.NewDate(y, time.Month(m), 1), value.NewDate(y, time.Month(m+count), 1) - 1}
}

// before is the day that lies so many units earlier (later, when negative).
func (u unit) before(d value.Date, n int) value.Date {
	y, m, day := d.Time().Date()
	switch u {
	case week:
		return d - value.Date(7*n)
	case month:
		return clipped(y, int(m)-n, day)
	case quarter:
		return clipped(y, int(m)-3*n, day)
	case year:
		return clipped(y-n, int(m), day)
	}
	return d - value.Date(n)
}

// clipped is the day of a month, or the month's last one where it is shorter.
func clipped(y, m, day int) value.Date {
	last := months(y, m, 1).To
	return min(value.NewDate(y, time.Month(m), 1)+value.Date(day-1), last)
}

var (
	lastCount = regexp.MustCompile(`^(?:last|past|近|最近|过去)(\d{1,4})(\D+)$`)
	nextCount = regexp.MustCompile(`^(?:next|coming|未来|接下来|今后)(\d{1,4})(\D+)$`)
	agoCount  = regexp.MustCompile(`^(\d{1,4})(\D+?)(?:ago|前|之前|以前)$`)
	inCount   = regexp.MustCompile(`^(?:in(\d{1,4})(\D+)|(\d{1,4})(\D+?)(?:后|之后|以后))$`)
)

// counted reads "last 7 days", "近3个月", "3 days ago", "3天后".
func counted(s string, today value.Date) (Period, bool) {
	if n, u, ok := count(lastCount, s); ok && n > 0 {
		return Period{u.before(today, n) + 1, today}, true
	}
	if n, u, ok := count(nextCount, s); ok && n > 0 {
		return Period{today, u.before(today, -n) - 1}, true
	}
	if n, u, ok := count(agoCount, s); ok {
		return Period{u.before(today, n), u.before(today, n)}, true
	}
	if n, u, ok := count(inCount, s); ok {
		return Period{u.before(today, -n), u.before(today, -n)}, true
	}
	return Period{}, false
}

func count(form *regexp.Regexp, s string) (n int, u unit, ok bool) {
	m := form.FindStringSubmatch(s)
	if m == nil {
		return 0, 0, false
	}
	m = m[1:]
	if m[0] == "" && len(m) == 4 {
		m = m[2:]
	}
	n, _ = strconv.Atoi(m[0])
	u, ok = units[m[1]]
	return n, u, ok
}

var (
	yearForm    = regexp.MustCompile(`^(\d{4})年?$`)
	monthForm   = regexp.MustCompile(`^(\d{4})(?:-|/|年)(\d{1,2})月?$`)
	quarterForm = regexp.MustCompile(`^(\d{4})[ 年-]*(?:q([1-4])|第?([1-4一二三四])季度?)$`)
)

// calendar reads "2026", "2026-06", "2026年6月", "2026 Q3", "2026年三季度".
func calendar(s string) (Period, bool) {
	if m := yearForm.FindStringSubmatch(s); m != nil && m[1] != "0000" {
		return months(number(m[1]), 1, 12), true
	}
	if m := monthForm.FindStringSubmatch(s); m != nil && number(m[2]) >= 1 && number(m[2]) <= 12 {
		return months(number(m[1]), number(m[2]), 1), true
	}
	if m := quarterForm.FindStringSubmatch(s); m != nil {
		return months(number(m[1]), 3*number(m[2]+m[3])-2, 3), true
	}
	return Period{}, false
}

// number reads digits, or a Chinese numeral up to four.
func number(s string) int {
	s = strings.NewReplacer("一", "1", "二", "2", "三", "3", "四", "4").Replace(s)
	n, _ := strconv.Atoi(s)
	return n
}
