package value

import (
	"strconv"
	"strings"
	"time"
)

// clock is a time of day. zone is nil unless it was written.
type clock struct {
	hour, minute, second, nano int
	zone                       *time.Location
}

// parseMomentText reads a moment: the forms of days with "15:04[:05]", 下午3点, 3pm, or
// RFC 3339. Without a zone of its own it is in the reading's; without a time it is
// midnight; a time alone is today's, where Reading.Now says what day that is.
func parseMomentText(s string, o Reading) (any, error) {
	t := strings.ToLower(halfWidth(s))
	if dash(t) {
		return nil, nil
	}
	if len(t) <= mostDate {
		if d, c, ok := readMoment(t, o, true); ok {
			if m := c.moment(d, o); checkMoment(m) == nil {
				return m, nil
			}
		}
	}
	return nil, ErrTime.With("value", s)
}

// dayHalves are the words for a part of the day, and what they add to hours below 12.
var dayHalves = []struct {
	word string
	add  int
}{
	{"凌晨", 0}, {"早上", 0}, {"早晨", 0}, {"上午", 0}, {"中午", 12}, {"下午", 12}, {"傍晚", 12}, {"晚上", 12}, {"晚", 12},
	{"a.m.", 0}, {"p.m.", 12}, {"am", 0}, {"pm", 12},
}

// readClock reads a time of day in lower case.
func readClock(s string) (clock, bool) {
	s, zone, ok := cutZone(s)
	if !ok {
		return clock{}, false
	}
	s, add, half := cutHalf(s)
	c, ok := readHours(s, half != "")
	c.zone = zone
	if !ok {
		return clock{}, false
	}
	c.hour, ok = onDay(c.hour, add, half)
	return c, ok
}

// onDay gives the hour of the day for one that a word or am, pm stands by. Midnight is
// 12 am; 下午15:00 is fifteen; 晚上12点 may be either end of the day and is refused.
func onDay(hour, add int, half string) (int, bool) {
	switch {
	case half == "":
		return hour, true
	case add == 0 && hour == 12:
		return 0, true
	case add == 0:
		return hour, hour < 12
	case half == "中午" && hour == 11, hour >= 12:
		return hour, !strings.HasPrefix(half, "晚") || hour > 12
	}
	return hour + add, hour > 0
}

// cutZone takes "z", "utc", "+08:00" and "+0800" away.
func cutZone(s string) (string, *time.Location, bool) {
	for _, utc := range []string{"z", "utc", "gmt"} {
		if rest, ok := strings.CutSuffix(s, utc); ok {
			return strings.TrimSpace(rest), time.UTC, true
		}
	}
	at := strings.LastIndexAny(s, "+-")
	if at < 0 {
		return s, nil, true
	}
	offset := strings.Replace(s[at+1:], ":", "", 1)
	n, err := strconv.Atoi(offset)
	if err != nil || !digitsOnly(offset) || len(offset) != 4 || n/100 > 14 || n%100 > 59 {
		return "", nil, false
	}
	seconds := n/100*3600 + n%100*60
	if s[at] == '-' {
		seconds = -seconds
	}
	return strings.TrimSpace(s[:at]), time.FixedZone("", seconds), true
}

func cutHalf(s string) (rest string, add int, half string) {
	for _, h := range dayHalves {
		if rest, ok := strings.CutPrefix(s, h.word); ok {
			return strings.TrimSpace(rest), h.add, h.word
		}
		if rest, ok := strings.CutSuffix(s, h.word); ok {
			return strings.TrimSpace(rest), h.add, h.word
		}
	}
	return s, 0, ""
}

// readHours reads 15:04, 15:04:05.999, 3点, 3点半, 3点一刻, 3点20分; an hour alone only
// where am, pm or a word says that it is one.
func readHours(s string, half bool) (clock, bool) {
	if !strings.Contains(s, ":") {
		return spokenHours(s, half)
	}
	s, frac, has := strings.Cut(s, ".")
	parts := strings.Split(s, ":")
	nano, ok := nanos(frac)
	if len(parts) > 3 || has && len(parts) < 3 || has != (frac != "") || !ok {
		return clock{}, false
	}
	c := clock{nano: nano}
	for i, into := range []*int{&c.hour, &c.minute, &c.second}[:len(parts)] {
		n, ok := twoDigits(parts[i], [3]int{23, 59, 59}[i])
		if !ok || i > 0 && len(parts[i]) != 2 {
			return c, false
		}
		*into = n
	}
	return c, true
}

// nanos reads the digits behind the point of a second.
func nanos(frac string) (int, bool) {
	if len(frac) > 9 || !digitsOnly(frac) {
		return 0, false
	}
	n, err := strconv.Atoi(frac + strings.Repeat("0", 9-len(frac)))
	return n, err == nil
}

func twoDigits(s string, most int) (int, bool) {
	n, err := strconv.Atoi(s)
	return n, err == nil && digitsOnly(s) && len(s) <= 2 && n <= most
}

func spokenHours(s string, half bool) (clock, bool) {
	hour, rest, spoken := strings.Cut(s, "点")
	if !spoken {
		hour, rest, spoken = strings.Cut(s, "时")
	}
	h, ok := smallNumber(hour)
	if !ok || h > 23 || !spoken && !half {
		return clock{}, false
	}
	rest = strings.TrimPrefix(rest, "钟")
	minutes := map[string]int{"": 0, "整": 0, "半": 30, "一刻": 15, "三刻": 45}
	if m, ok := minutes[rest]; ok {
		return clock{hour: h, minute: m}, true
	}
	m, ok := twoDigits(strings.TrimSuffix(rest, "分"), 59)
	return clock{hour: h, minute: m}, ok
}
