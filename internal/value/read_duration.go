package value

import (
	"strconv"
	"strings"

	"dealbox/internal/fault"
	"dealbox/internal/i18n"
)

// ErrDuration is given for text that is no length of time.
var ErrDuration = fault.New(fault.Invalid, "duration.bad", i18n.T("“{value}” is not a length of time", "「{value}」不是时长"))

// durationUnits are the words for units of time, in seconds, longer ones first.
var durationUnits = []struct {
	word    string
	seconds int64
}{
	{"minutes", 60}, {"minute", 60}, {"mins", 60}, {"min", 60}, {"个小时", 3600}, {"小时", 3600}, {"钟头", 3600},
	{"分钟", 60}, {"分", 60}, {"秒钟", 1}, {"秒", 1}, {"天", day}, {"seconds", 1}, {"second", 1}, {"secs", 1}, {"sec", 1},
	{"hours", 3600}, {"hour", 3600}, {"hrs", 3600}, {"hr", 3600}, {"时", 3600}, {"days", day}, {"day", day},
	{"h", 3600}, {"m", 60}, {"s", 1}, {"d", day},
}

// parseDuration reads a length of time in seconds: "30", "1.5" and "30 min" are minutes
// (the heading's unit multiplies a bare number), "1h30", "1:30", "1:30:00", "90分钟",
// "2 小时", "-1 h".
func parseDuration(s string, o Reading) (any, error) {
	t := strings.ToLower(halfWidth(s))
	if dash(t) {
		return nil, nil
	}
	negative, body := cutSign(t)
	n, ok := readDuration(body, o)
	if !ok || len(t) > mostDigits {
		return nil, ErrDuration.With("value", s)
	}
	if negative {
		n = -n
	}
	return boundInteger(n)
}

func readDuration(s string, o Reading) (int64, bool) {
	if n, ok := clockDuration(s); ok {
		return n, true
	}
	if plain, err := plainNumber(s, o); err == nil && !strings.ContainsAny(s, "kmbw") {
		return secondsOf(plain, 60)
	}
	total, last := int64(0), int64(0)
	for s != "" {
		n, unit, rest, ok := cutDuration(s, last)
		if !ok || last != 0 && unit >= last {
			return 0, false
		}
		total, last, s = total+n, unit, rest
	}
	return total, last != 0 && total <= MaxInteger
}

// cutDuration takes one number and its unit from the front. A number alone behind hours
// is minutes, behind minutes seconds: 1h30.
func cutDuration(s string, last int64) (seconds, unit int64, rest string, ok bool) {
	at := strings.IndexFunc(s, func(r rune) bool { return (r < '0' || r > '9') && r != '.' })
	if at < 0 {
		unit = map[int64]int64{3600: 60, 60: 1}[last]
		n, ok := secondsOf(s, unit)
		return n, unit, "", ok && unit != 0
	}
	number, tail := s[:at], strings.TrimSpace(s[at:])
	for _, u := range durationUnits {
		if rest, ok := strings.CutPrefix(tail, u.word); ok {
			n, ok := secondsOf(number, u.seconds)
			return n, u.seconds, strings.TrimLeft(rest, " ,"), ok
		}
	}
	return 0, 0, "", false
}

// secondsOf multiplies a plain number by a unit, to the nearest second.
func secondsOf(plain string, unit int64) (int64, bool) {
	d, err := ParseDecimal(plain)
	if err != nil {
		return 0, false
	}
	return mulDiv(int64(d), unit, int64(DecimalOne))
}

// clockDuration reads 1:30 and 1:30:00.
func clockDuration(s string) (int64, bool) {
	parts := strings.Split(s, ":")
	if len(parts) < 2 || len(parts) > 3 || len(parts[0]) > 5 || parts[0] == "" || !digitsOnly(parts[0]) {
		return 0, false
	}
	hours, err := strconv.Atoi(parts[0])
	total := int64(hours) * 3600
	for i, p := range parts[1:] {
		n, ok := twoDigits(p, 59)
		if !ok || len(p) != 2 {
			return 0, false
		}
		total += int64(n) * [2]int64{60, 1}[i]
	}
	return total, err == nil
}

var durationWords = []struct {
	seconds int64
	word    i18n.Text
}{{3600, i18n.T("h", "小时")}, {60, i18n.T("min", "分钟")}, {1, i18n.T("s", "秒")}}

// formatDuration writes "1 h 30 min"; days are hours, as in working time.
func formatDuration(v any, o Writing) string {
	n := v.(int64)
	if n == 0 {
		return "0 " + durationWords[1].word.In(o.Lang)
	}
	rest := abs(n)
	var parts []string
	for _, u := range durationWords {
		if count := rest / uint64(u.seconds); count > 0 {
			parts = append(parts, strconv.FormatUint(count, 10)+" "+u.word.In(o.Lang))
			rest %= uint64(u.seconds)
		}
	}
	if n < 0 {
		return "-" + strings.Join(parts, " ")
	}
	return strings.Join(parts, " ")
}
