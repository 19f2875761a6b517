package value

import (
	"strconv"
	"strings"
	"time"
)

// mostDate bounds a date as it is written.
const mostDate = 64

// parseDateText reads a day in any of the forms that people and programs write; a time
// behind it is read and dropped. Words, and days without a year, need Reading.Now.
func parseDateText(s string, o Reading) (any, error) {
	t := strings.ToLower(halfWidth(s))
	if dash(t) {
		return nil, nil
	}
	if len(t) <= mostDate {
		if d, _, ok := readMoment(t, o, false); ok {
			return d, nil
		}
	}
	return nil, ErrDate.With("value", s)
}

// readDay reads a day alone, in lower case and half width.
func readDay(s string, o Reading) (Date, bool) {
	if d, ok := wordDay(s, o); ok {
		return d, true
	}
	if digitsOnly(s) {
		return solidDay(s)
	}
	if d, ok := cnDay(s, o); ok {
		return d, true
	}
	parts, sep, ok := dateParts(s)
	switch {
	case !ok:
		return 0, false
	case len(parts) == 2:
		return nextDay(parts, o)
	}
	return orderedDay(parts, sep, o)
}

// excelEpoch is day 0 of Excel's serial numbers, as they count from March 1900 on.
var excelEpoch = NewDate(1899, time.December, 30)

// solidDay reads 20261124 and the serial number of a spreadsheet: five digits.
func solidDay(s string) (Date, bool) {
	n, err := strconv.Atoi(s)
	switch {
	case err != nil:
		return 0, false
	case len(s) == 8:
		return dayOf(n/10000, n/100%100, n%100)
	case len(s) == 5 && n >= 10000:
		return excelEpoch + Date(n), true
	}
	return 0, false
}

// dayOf makes a day of its numbers, and refuses 31 November.
func dayOf(y, m, d int) (Date, bool) {
	if y < 1 || y > 9999 || m < 1 || m > 12 || d < 1 || d > 31 {
		return 0, false
	}
	day := NewDate(y, time.Month(m), d)
	return day, day.Time().Day() == d
}

// orderedDay reads three parts. A year of four digits shows where it stands; a month in
// words shows itself; otherwise the order of the reading counts.
func orderedDay(parts []datePart, sep byte, o Reading) (Date, bool) {
	a, b, c := parts[0], parts[1], parts[2]
	switch {
	case a.word: // jun 1 2026
		return dayOf(c.year(), a.n, b.n)
	case b.word: // 1 jun 2026
		return dayOf(c.year(), b.n, a.n)
	case c.word:
		return 0, false
	case a.digits == 4:
		return dayOf(a.n, b.n, c.n)
	case c.digits == 4 && o.Order == YMD:
		return undeclared(a.n, b.n, c.n, sep)
	case o.Order == YMD:
		return dayOf(a.year(), b.n, c.n)
	case o.Order == DMY:
		return dayOf(c.year(), b.n, a.n)
	}
	return dayOf(c.year(), a.n, b.n)
}

// undeclared reads a year behind two numbers where no order is declared for that: day
// first with points (1.6.2026) and hyphens, month first with slashes, and the other way
// round where only that gives a day.
func undeclared(a, b, year int, sep byte) (Date, bool) {
	if sep == '/' {
		a, b = b, a
	}
	if d, ok := dayOf(year, b, a); ok {
		return d, true
	}
	return dayOf(year, a, b)
}

// nextDay reads a day without a year: the first such day from today on.
func nextDay(parts []datePart, o Reading) (Date, bool) {
	a, b := parts[0], parts[1]
	if b.word || !a.word && o.Order == DMY {
		a, b = b, a
	}
	if a.digits > 2 || b.digits > 2 {
		return 0, false
	}
	return firstFrom(a.n, b.n, o)
}

// firstFrom finds the first day with a month and a day from today on; 29 February may
// be eight years away.
func firstFrom(month, day int, o Reading) (Date, bool) {
	if o.Now.IsZero() {
		return 0, false
	}
	today := o.today()
	for y := today.Time().Year(); y < today.Time().Year()+9; y++ {
		if d, ok := dayOf(y, month, day); ok && d >= today {
			return d, true
		}
	}
	return 0, false
}

func (o Reading) today() Date { return DateOf(o.Now.In(o.zone())) }
