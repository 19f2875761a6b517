package value

import "strings"

// distanceUnits are the words for lengths of time, as letters of moved.
var distanceUnits = map[string]byte{
	"": 'd', "d": 'd', "天": 'd', "日": 'd', "day": 'd', "days": 'd',
	"w": 'w', "周": 'w', "个星期": 'w', "星期": 'w', "个礼拜": 'w', "week": 'w', "weeks": 'w',
	"m": 'm', "个月": 'm', "月": 'm', "month": 'm', "months": 'm',
	"y": 'y', "年": 'y', "year": 'y', "years": 'y',
}

// distance reads a length of time from today: "+7", "-3", "+2w", 3天后, 两周前, "in 3
// days", "2 weeks ago".
func distance(s string) (n int, unit byte, ok bool) {
	sign, rest, ok := cutDirection(s)
	if !ok {
		return 0, 0, false
	}
	at := strings.IndexFunc(rest, func(r rune) bool { return r < '0' || r > '9' })
	if at < 0 {
		at = len(rest)
	}
	number, word := rest[:at], strings.TrimSpace(rest[at:])
	if number == "" {
		number, word = cutNumberWord(rest)
	}
	n, ok = smallNumber(number)
	unit, known := distanceUnits[word]
	return sign * n, unit, ok && known
}

// cutDirection takes away what says that a length of time lies ahead or behind.
func cutDirection(s string) (sign int, rest string, ok bool) {
	for _, p := range []struct {
		word string
		sign int
	}{{"+", 1}, {"-", -1}, {"in ", 1}} {
		if rest, ok := strings.CutPrefix(s, p.word); ok {
			return p.sign, strings.TrimSpace(rest), true
		}
	}
	for _, p := range []struct {
		word string
		sign int
	}{{"以后", 1}, {"之后", 1}, {"后", 1}, {"以前", -1}, {"之前", -1}, {"前", -1}, {" ago", -1}, {" later", 1}} {
		if rest, ok := strings.CutSuffix(s, p.word); ok && rest != "" && distanceUnits[rest] == 0 {
			return p.sign, strings.TrimSpace(rest), true
		}
	}
	return 0, "", false
}

// cutNumberWord parts "两个月" and "a week" into number and unit.
func cutNumberWord(s string) (number, unit string) {
	if head, rest, ok := strings.Cut(s, " "); ok {
		return head, strings.TrimSpace(rest)
	}
	for at := range s {
		if at > 0 && chineseDigits[s[:at]] > 0 && distanceUnits[s[at:]] != 0 {
			return s[:at], s[at:]
		}
	}
	return "", s
}

// moved counts n days, weeks, months or years on; the 31st becomes the last day of a
// month that has none.
func moved(d Date, n int, unit byte) Date {
	switch unit {
	case 'w':
		return d + Date(7*n)
	case 'm':
		return monthsOn(d, n)
	case 'y':
		return monthsOn(d, 12*n)
	}
	return d + Date(n)
}

func monthsOn(d Date, n int) Date {
	t := d.Time()
	last := monthEnd(n)(t)
	return NewDate(last.Year(), last.Month(), min(t.Day(), last.Day()))
}
