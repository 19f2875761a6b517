package value

import (
	"strings"
	"time"
)

// readMoment reads a day with the time behind or before it, in lower case and half
// width. Without a time it is midnight; a time alone is today's where that is allowed.
func readMoment(s string, o Reading, alone bool) (Date, clock, bool) {
	if d, ok := readDay(s, o); ok {
		return d, clock{}, true
	}
	for _, at := range clockStarts(s) {
		c, ok := readClock(strings.TrimSpace(strings.TrimPrefix(s[at:], "t")))
		if !ok {
			continue
		}
		if at == 0 {
			return o.today(), c, alone && !o.Now.IsZero()
		}
		if d, ok := readDay(strings.TrimRight(s[:at], " ,"), o); ok {
			return d, c, true
		}
	}
	return 0, clock{}, false
}

// clockStarts lists where the time of a moment may begin: at the front, behind a blank,
// at the T of ISO 8601, behind 日 or 号, at a word for a part of the day.
func clockStarts(s string) []int {
	starts := []int{0}
	for at, r := range s {
		if at > 0 && (r == ' ' || r == 't' || atHalf(s[at:]) || behindDay(s[:at])) {
			starts = append(starts, at)
		}
	}
	return starts
}

func atHalf(s string) bool {
	for _, h := range dayHalves {
		if strings.HasPrefix(s, h.word) {
			return true
		}
	}
	return false
}

func behindDay(s string) bool {
	_, ok := cutAny(s, "日", "号", "天")
	return ok
}

// moment puts day and time together in the zone of the reading, or in the clock's own.
func (c clock) moment(d Date, o Reading) Moment {
	zone := o.zone()
	if c.zone != nil {
		zone = c.zone
	}
	y, m, day := d.Time().Date()
	return MomentOf(time.Date(y, m, day, c.hour, c.minute, c.second, c.nano, zone))
}
