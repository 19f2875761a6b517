package query

import (
	"strings"
	"time"

	"dealbox/internal/value"
)

// when binds dates and moments. Every value is a period, be it of one day: "eq" and
// "within" mean inside it, "lt" before its first day, "gt" after its last.
func (l leaf) when() (*Bound, error) {
	if !l.ordered() && l.cond.Op != OpWithin {
		return nil, l.refuse()
	}
	s, ok := l.cond.Value.(string)
	if ok {
		p, ok := l.env.Period(s)
		switch {
		case ok:
			return l.days(p), nil
		case l.cond.Op == OpWithin:
			return nil, ErrPeriod.With("value", s).On(l.cond.Field)
		}
	}
	if l.def.Kind == value.Time && (!ok || hasTime(s)) {
		return l.moment()
	}
	v, err := l.read(value.Day)
	if err != nil {
		return nil, err
	}
	d, ok := v.(value.Date)
	if !ok {
		return nil, l.bad(value.ErrType.Err())
	}
	return l.days(Period{d, d}), nil
}

func (l leaf) moment() (*Bound, error) {
	v, err := l.read(value.Time)
	if err != nil {
		return nil, err
	}
	n, ok := Code(v)
	if !ok {
		return nil, l.bad(value.ErrType.Err())
	}
	return l.span(n, n), nil
}

// hasTime says whether a text names a time of the day and not only a day.
func hasTime(s string) bool {
	return strings.ContainsAny(s, ":：点時时") || strings.Contains(s, "T")
}

// days binds a period of days; of moments, from the first instant of the first day to
// the last millisecond of the last one in the zone of the workspace.
func (l leaf) days(p Period) *Bound {
	if l.def.Kind == value.Day {
		return l.span(int64(p.From), int64(p.To))
	}
	return l.span(l.env.startOf(p.From), l.env.startOf(p.To+1)-1)
}

func (e Env) startOf(d value.Date) int64 {
	y, m, day := d.Time().Date()
	return int64(value.MomentOf(time.Date(y, m, day, 0, 0, 0, 0, e.zone())))
}
