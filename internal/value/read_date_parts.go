package value

import (
	"strconv"
	"strings"
)

// datePart is a number of a date, or a month in words.
type datePart struct {
	n      int
	digits int
	word   bool
}

// year takes a year of two digits for 1970 to 2069.
func (p datePart) year() int {
	switch {
	case p.digits != 2 && p.digits != 4:
		return 0
	case p.digits == 4:
		return p.n
	case p.n < 70:
		return 2000 + p.n
	}
	return 1900 + p.n
}

var monthNames = []string{"january", "february", "march", "april", "may", "june", "july",
	"august", "september", "october", "november", "december"}

// monthOf gives the number of an English month: "jun", "june", "sept"; 0 for none.
func monthOf(s string) int {
	for i, name := range monthNames {
		if len(s) >= 3 && strings.HasPrefix(name, s) {
			return i + 1
		}
	}
	return 0
}

// dateParts splits "2026-06-01", "6/1/2026", "1.6.2026", "11-30", "1 jun 2026",
// "jun 1, 2026". One sort of separator parts them; sep is it. A day of the week in
// front or behind is dropped.
func dateParts(s string) (parts []datePart, sep byte, ok bool) {
	s = withoutWeekday(s)
	at := strings.IndexAny(s, "-/. ")
	if at < 0 {
		return nil, 0, false
	}
	sep = s[at]
	fields := strings.Split(s, s[at:at+1])
	if sep == ' ' || sep == '.' || monthOf(fields[0]) > 0 {
		fields = strings.FieldsFunc(s, func(r rune) bool { return r == rune(sep) || r == ' ' || r == ',' })
	}
	if len(fields) < 2 || len(fields) > 3 {
		return nil, 0, false
	}
	words := 0
	for _, f := range fields {
		p, ok := partOf(f)
		if !ok {
			return nil, 0, false
		}
		if p.word {
			words++
		}
		parts = append(parts, p)
	}
	return parts, sep, words == 1 || words == 0 && sep != ' '
}

func partOf(s string) (datePart, bool) {
	if m := monthOf(strings.TrimSuffix(s, ".")); m > 0 {
		return datePart{n: m, word: true}, true
	}
	for _, th := range []string{"st", "nd", "rd", "th"} {
		s = strings.TrimSuffix(s, th)
	}
	n, err := strconv.Atoi(s)
	return datePart{n: n, digits: len(s)}, err == nil && digitsOnly(s) && len(s) <= 4
}

// withoutWeekday drops "mon, " in front and " 周一", "(星期一)", " mon" behind.
func withoutWeekday(s string) string {
	if head, rest, ok := strings.Cut(s, " "); ok && weekdayOf(strings.Trim(head, ",.()")) >= 0 {
		return strings.TrimSpace(rest)
	}
	for at, r := range s {
		if r == ' ' || r == '(' || r == '周' || r == '星' {
			if weekdayOf(strings.Trim(s[at:], " ()")) >= 0 {
				return strings.TrimSpace(s[:at])
			}
		}
	}
	return s
}

// cnDay reads 2026年6月1日, 26年6月1号 and, from today on, 6月1日 and 15号.
func cnDay(s string, o Reading) (Date, bool) {
	s = strings.ReplaceAll(withoutWeekday(s), " ", "")
	y, rest, hasYear := strings.Cut(s, "年")
	if !hasYear {
		rest = s
	}
	m, d, hasMonth := strings.Cut(rest, "月")
	if !hasMonth {
		d = rest
	}
	day, ok := cutAny(d, "日", "号")
	dn, dok := smallNumber(day)
	switch {
	case !dok || !ok && !hasMonth || hasYear && !hasMonth:
		return 0, false
	case !hasMonth:
		return dayOfMonth(dn, o)
	}
	mn, mok := smallNumber(m)
	if !hasYear {
		return okIf(mok)(firstFrom(mn, dn, o))
	}
	yn, err := strconv.Atoi(y)
	year := datePart{n: yn, digits: len(y)}
	return okIf(mok && err == nil && digitsOnly(y))(dayOf(year.year(), mn, dn))
}

// okIf adds a condition to a result.
func okIf(also bool) func(Date, bool) (Date, bool) {
	return func(d Date, ok bool) (Date, bool) { return d, ok && also }
}

func cutAny(s string, suffixes ...string) (string, bool) {
	for _, x := range suffixes {
		if rest, ok := strings.CutSuffix(s, x); ok {
			return rest, true
		}
	}
	return s, false
}

// dayOfMonth finds the first day of that number from today on.
func dayOfMonth(n int, o Reading) (Date, bool) {
	if o.Now.IsZero() || n < 1 || n > 31 {
		return 0, false
	}
	d := o.today()
	for d.Time().Day() != n {
		d++
	}
	return d, true
}
