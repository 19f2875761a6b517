package source

import (
	"strings"

	"dealbox/internal/i18n"
	"dealbox/internal/value"
)

var dateHeadings = []string{"date", "day", "birthday", "at", "on", "time", "日期", "时间", "生日", "日"}

// dates are days, with a time or without. The order of day, month and year is decided
// over the whole column.
func dates(c *column, s *Shape) bool {
	if !c.mayBeDates() {
		return false
	}
	order, sure, mixed := c.order()
	o := value.Reading{Order: order}
	read := func(v string) bool { d, err := value.Day.Parse(v, o); return d != nil && err == nil }
	if !c.most(s, read) {
		return false
	}
	s.Order, s.OrderSure, s.Looks = order, sure, LooksDate
	if c.fits(hasClock)*10 >= c.filled {
		s.Looks = LooksMoment
	}
	switch {
	case mixed:
		s.Warnings = append(s.Warnings, Warning{"mixed-order", i18n.T("Some dates begin with the day, others with the month", "部分日期以日开头，部分以月开头")})
	case !sure:
		s.Warnings = append(s.Warnings, Warning{"unsure-order", i18n.T("Day and month cannot be told apart: choose the order", "无法区分日和月，请选择顺序")})
	}
	return true
}

// mayBeDates leaves out numbers: those of five digits are days only where the heading
// says so, those of eight where all begin like a year.
func (c *column) mayBeDates() bool {
	solid := c.fits(func(v string) bool { return strings.Trim(v, "0123456789") == "" })
	if solid == 0 {
		return true
	}
	years := c.fits(func(v string) bool { return len(v) == 8 && v >= "19000101" && v <= "21001231" })
	if years == solid {
		return true
	}
	serials := c.fits(func(v string) bool { return len(v) == 5 && v >= "20000" && v <= "80000" })
	return headedBy(c.name, dateHeadings) && serials+years == solid
}

// hasClock says that a date has a time of day that is not midnight.
func hasClock(v string) bool {
	_, err := value.Time.Parse(v, value.Reading{})
	return (strings.Contains(v, ":") || strings.Contains(v, "点")) && (err != nil || !strings.HasSuffix(strings.TrimSuffix(v, ":00"), " 00:00")) || strings.Contains(v, "点")
}

// order decides how the dates of digits are to be read. sure: a value above 12, a year
// of four digits in front, or years that repeat while days vary decide it.
func (c *column) order() (o value.DateOrder, sure, mixed bool) {
	t := c.tally()
	switch {
	case t.n == 0: // every date has its year in front, or its month in words
		return value.YMD, true, false
	case t.yearFirst():
		return value.YMD, true, false
	case t.firstBig > 0 && t.secondBig > 0:
		if t.firstBig >= t.secondBig {
			return value.DMY, true, true
		}
		return value.MDY, true, true
	case t.firstBig > 0:
		return value.DMY, true, false
	case t.secondBig > 0:
		return value.MDY, true, false
	case t.slashes*2 > t.n:
		return value.MDY, false, false
	}
	return value.DMY, false, false
}

// tally is what the dates whose year is not plainly in front tell.
type tally struct {
	n, slashes          int
	firstBig, secondBig int // above 12
	firstYear, lastYear int // above 31
	lastFour            int // last part of four digits
	firsts, lasts       map[string]bool
}

func (c *column) tally() tally {
	t := tally{firsts: map[string]bool{}, lasts: map[string]bool{}}
	for _, v := range c.values {
		parts, slash := threeParts(v.Value)
		if len(parts) != 3 || len(parts[0]) == 4 {
			continue
		}
		t.n += v.Rows
		if slash {
			t.slashes += v.Rows
		}
		for into, yes := range map[*int]bool{
			&t.firstBig: above(parts[0], "12"), &t.secondBig: above(parts[1], "12"), &t.firstYear: above(parts[0], "31"),
			&t.lastYear: above(parts[2], "31"), &t.lastFour: len(parts[2]) == 4,
		} {
			if yes {
				*into += v.Rows
			}
		}
		t.firsts[parts[0]], t.lasts[parts[2]] = true, true
	}
	return t
}

// yearFirst says that years of two digits stand in front: the first parts exceed 31, or
// they vary less than the last ones, as years do beside days.
func (t tally) yearFirst() bool {
	if t.lastFour > 0 || t.lastYear > 0 || t.secondBig > 0 {
		return false
	}
	return t.firstYear > 0 || len(t.firsts) < len(t.lasts)
}

// above compares numbers of one or two digits.
func above(s, than string) bool {
	if len(s) < 2 {
		s = "0" + s
	}
	return len(s) == 2 && s > than
}

// threeParts parts the day of a value that is digits with separators.
func threeParts(v string) (parts []string, slash bool) {
	day, _, _ := strings.Cut(v, " ")
	day, _, _ = strings.Cut(day, "T")
	parts = strings.FieldsFunc(day, func(r rune) bool { return r == '-' || r == '/' || r == '.' })
	for _, p := range parts {
		if strings.Trim(p, "0123456789") != "" {
			return nil, false
		}
	}
	return parts, strings.Contains(day, "/")
}
