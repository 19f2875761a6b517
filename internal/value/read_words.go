package value

import (
	"strconv"
	"strings"
	"time"
)

// dayWords are days counted from today.
var dayWords = map[string]int{
	"今天": 0, "今日": 0, "today": 0, "now": 0, "现在": 0,
	"明天": 1, "明日": 1, "tomorrow": 1, "后天": 2, "大后天": 3, "day after tomorrow": 2,
	"昨天": -1, "昨日": -1, "yesterday": -1, "前天": -2, "大前天": -3, "day before yesterday": -2,
}

// periodWords are days at an end of a week, month, quarter or year.
var periodWords = map[string]func(today time.Time) time.Time{
	"下周": weekday(1, 1), "下星期": weekday(1, 1), "next week": weekday(1, 1),
	"周末": weekday(0, 6), "weekend": weekday(0, 6),
	"月底": monthEnd(0), "月末": monthEnd(0), "本月底": monthEnd(0), "本月末": monthEnd(0),
	"end of month": monthEnd(0), "end of the month": monthEnd(0), "eom": monthEnd(0),
	"下个月底": monthEnd(1), "下月底": monthEnd(1), "下月末": monthEnd(1), "end of next month": monthEnd(1),
	"下个月": monthStart(1), "下月": monthStart(1), "下月初": monthStart(1), "next month": monthStart(1),
	"季末": quarterEnd, "季度末": quarterEnd, "季底": quarterEnd, "本季度末": quarterEnd, "end of quarter": quarterEnd,
	"年底": yearEnd, "年末": yearEnd, "今年底": yearEnd, "end of year": yearEnd, "eoy": yearEnd,
}

// wordDay reads words that stand for a day seen from Reading.Now: 明天, 下周五, 月底,
// +7, 3天后, "in 3 days". A day of the week alone is the next one, today included.
func wordDay(s string, o Reading) (Date, bool) {
	if o.Now.IsZero() {
		return 0, false
	}
	today := o.today()
	if n, ok := dayWords[s]; ok {
		return inYears(today + Date(n))
	}
	if f, ok := periodWords[s]; ok {
		return inYears(DateOf(f(today.Time())))
	}
	if week, day, ok := weekWords(s); ok {
		if week == anyWeek {
			ahead := (day - today.Time().Weekday() + 7) % 7
			return inYears(today + Date(ahead))
		}
		return inYears(DateOf(weekday(week, int(day+6)%7+1)(today.Time())))
	}
	if n, unit, ok := distance(s); ok {
		return inYears(moved(today, n, unit))
	}
	return 0, false
}

func inYears(d Date) (Date, bool) { return d, d >= firstDate && d <= lastDate }

// weekday gives a day of a week from this one; weeks begin on Monday, which is 1.
func weekday(weeks, day int) func(time.Time) time.Time {
	return func(t time.Time) time.Time {
		now := int(t.Weekday()+6)%7 + 1
		return t.AddDate(0, 0, 7*weeks+day-now)
	}
}

func monthStart(n int) func(time.Time) time.Time {
	return func(t time.Time) time.Time {
		return time.Date(t.Year(), t.Month()+time.Month(n), 1, 0, 0, 0, 0, time.UTC)
	}
}

func monthEnd(n int) func(time.Time) time.Time {
	return func(t time.Time) time.Time { return monthStart(n+1)(t).AddDate(0, 0, -1) }
}

func quarterEnd(t time.Time) time.Time { return monthEnd(2 - int(t.Month()-1)%3)(t) }

func yearEnd(t time.Time) time.Time {
	return time.Date(t.Year(), time.December, 31, 0, 0, 0, 0, time.UTC)
}

// anyWeek is the week of a weekday that stands alone.
const anyWeek = 99

var weekPrefixes = []struct {
	word string
	week int
}{
	{"下下", 2}, {"下个", 1}, {"下", 1}, {"next ", 1}, {"本", 0}, {"这个", 0}, {"这", 0}, {"this ", 0},
	{"上个", -1}, {"上", -1}, {"last ", -1}, {"", anyWeek},
}

// weekWords reads 周五, 下周五, 本周五, friday, "next friday".
func weekWords(s string) (week int, day time.Weekday, ok bool) {
	for _, p := range weekPrefixes {
		if rest, ok := strings.CutPrefix(s, p.word); ok {
			if d := weekdayOf(rest); d >= 0 {
				return p.week, time.Weekday(d), true
			}
		}
	}
	return 0, 0, false
}

// weekdayOf reads a day of the week, Sunday as 0; -1 for none.
func weekdayOf(s string) int {
	for _, p := range []string{"周", "星期", "礼拜"} {
		if rest, ok := strings.CutPrefix(s, p); ok {
			return chineseDays[rest] - 1
		}
	}
	for d := time.Sunday; d <= time.Saturday; d++ {
		name := strings.ToLower(d.String())
		if s == name || s == name[:3] || len(s) > 3 && len(s) < 6 && strings.HasPrefix(name, s) {
			return int(d)
		}
	}
	return -1
}

// chineseDays are weekdays from 1 for Sunday, so that what is no day is 0.
var chineseDays = map[string]int{"日": 1, "天": 1, "一": 2, "二": 3, "三": 4, "四": 5, "五": 6, "六": 7,
	"1": 2, "2": 3, "3": 4, "4": 5, "5": 6, "6": 7, "7": 1}

// chineseDigits are the small numbers in words.
var chineseDigits = map[string]int{"一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7,
	"八": 8, "九": 9, "十": 10, "十一": 11, "十二": 12, "半": 0, "a": 1, "an": 1, "one": 1, "two": 2, "three": 3}

// smallNumber reads up to four digits, or a small number in words.
func smallNumber(s string) (int, bool) {
	if n, ok := chineseDigits[s]; ok && n > 0 {
		return n, true
	}
	n, err := strconv.Atoi(s)
	return n, err == nil && digitsOnly(s) && len(s) <= 4
}
