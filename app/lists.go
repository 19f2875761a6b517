package app

import (
	"strconv"

	"dealbox/internal/i18n"
	"dealbox/internal/query"
	"dealbox/internal/schema"
	"dealbox/internal/table"
	"dealbox/internal/value"
)

// Lists pages through records. A list is opened once and then read by its token: its rows
// and their order stay as they were, while values are as they are now.
type Lists struct{ h *Host }

// listed is an open list: spans of group heads and records.
type listed struct {
	typ   *schema.Type
	spans []span
	total int
	moves moves
}

// span is one group head (sel nil) or the records of a selection.
type span struct {
	start int
	head  *GroupRow
	sel   *table.Selection
	query table.Query // of the selection
}

func (s span) len() int {
	if s.head != nil {
		return 1
	}
	return s.sel.Len()
}

func (l *listed) add(s span) {
	s.start = l.total
	l.spans = append(l.spans, s)
	l.total += s.len()
}

// Open opens a list. Without a sort it is in the order in which records were made, newest
// first.
func (s *Lists) Open(q ListQuery) (info ListInfo, err error) {
	defer guard(&err)
	o, err := s.h.current()
	if err != nil {
		return info, err
	}
	t, err := o.typ(q.Type)
	if err != nil {
		return info, err
	}
	a, err := o.ask(t, q, s.h.Lang())
	if err != nil {
		return info, err
	}
	l := &listed{typ: t}
	info.Sums = a.sums(a.where)
	if a.group == nil {
		l.add(a.span(a.where))
		info.Count = l.total
	} else if info.Count, err = a.groups(l, q.Open); err != nil {
		return info, err
	}
	info.Total, info.Token = l.total, o.tokens.put(l)
	return info, nil
}

// asking is a list query that was checked.
type asking struct {
	o     *opened
	t     *schema.Type
	tab   *table.Table
	where *query.Bound
	cond  *query.Cond
	text  string
	sort  []table.Sort
	group *schema.Def
	sum   []*schema.Def
	env   query.Env
	lang  i18n.Lang
}

func (o *opened) ask(t *schema.Type, q ListQuery, l i18n.Lang) (a *asking, err error) {
	a = &asking{o: o, t: t, tab: o.w.Tables().Table(t.Num), cond: q.Where, text: q.Text, env: o.env(), lang: l}
	if a.where, err = o.w.Bind(o.session.Actor(), q.Where, t); err != nil {
		return nil, err
	}
	for _, k := range q.Sort {
		d, err := o.fieldOf(t, k.Field)
		if err != nil {
			return nil, err
		}
		a.sort = append(a.sort, table.Sort{Def: d, Desc: k.Desc})
	}
	if q.Group != "" {
		if a.group, err = o.fieldOf(t, q.Group); err != nil {
			return nil, err
		}
	}
	for _, key := range q.Sums {
		d, err := o.fieldOf(t, key)
		if err != nil {
			return nil, err
		}
		if !d.Kind.Numeric() {
			return nil, ErrValue.With("field", d.Label)
		}
		a.sum = append(a.sum, d)
	}
	return a, nil
}

func (a *asking) query(where *query.Bound) table.Query {
	return table.Query{Where: where, Text: a.text, Sort: a.sort, Env: a.env}
}

// span selects the records of a list, or of one of its groups.
func (a *asking) span(where *query.Bound) span {
	q := a.query(where)
	return span{sel: a.tab.Select(q), query: q}
}

func (a *asking) sums(where *query.Bound) map[string]Sum {
	all := map[string]Sum{}
	for _, d := range a.sum {
		all[d.Key] = a.o.sum(a.tab.Sum(where, a.text, table.Measure{Def: d}, a.env))
	}
	return all
}

// sum writes a total for the page.
func (o *opened) sum(s table.Sums) Sum {
	out := Sum{Count: s.Count, Missing: s.Missing, Amount: "0"}
	switch v := s.Total.(type) {
	case value.Money:
		out.Amount, out.Currency = v.Plain(), string(v.Currency)
	case value.Decimal:
		out.Amount = v.String()
	case int64:
		out.Amount = strconv.FormatInt(v, 10)
	}
	return out
}

// groups fills a list with group heads, and the records of those that are open.
func (a *asking) groups(l *listed, open []string) (count int, err error) {
	isOpen := map[string]bool{}
	for _, k := range open {
		isOpen[k] = true
	}
	measures := make([]table.Measure, len(a.sum))
	for i, d := range a.sum {
		measures[i] = table.Measure{Def: d}
	}
	for _, g := range a.o.inOrder(a.group, a.tab.Group(a.where, a.text, a.group, measures, a.env)) {
		head := a.head(g)
		head.Open = isOpen[head.Key]
		count += g.Count
		l.add(span{head: head})
		if !head.Open {
			continue
		}
		where, err := a.within(g.Key)
		if err != nil {
			return 0, err
		}
		l.add(a.span(where))
	}
	return count, nil
}

func (a *asking) head(g table.GroupRow) *GroupRow {
	h := &GroupRow{Count: g.Count, Sums: map[string]Sum{}}
	if g.Key != nil {
		h.Label = a.group.Kind.Format(g.Key, a.o.writing(a.group, a.lang))
		h.Key = a.group.Kind.Format(g.Key, value.Writing{})
	}
	for i, d := range a.sum {
		h.Sums[d.Key] = a.o.sum(g.Sums[i])
	}
	return h
}

// within narrows the list to one group.
func (a *asking) within(key any) (*query.Bound, error) {
	c := query.Cond{Op: "empty", Field: a.group.Key}
	if key != nil {
		c = query.Cond{Op: "eq", Field: a.group.Key, Value: a.group.Kind.JSON(key)}
	}
	if a.cond != nil && a.cond.Op != "" {
		c = query.All(*a.cond, c)
	}
	return a.o.w.Bind(a.o.session.Actor(), &c, a.t)
}

// Rows gives the rows from start to before end.
func (s *Lists) Rows(token string, start, end int) (page ListPage, err error) {
	defer guard(&err)
	page.Rows = []ListRow{}
	o, l, err := s.find(token)
	if err != nil {
		return page, err
	}
	moved := l.moved(o.w.Tables().Table(l.typ.Num))
	for _, sp := range l.spans {
		from, to := max(start, sp.start)-sp.start, min(end, sp.start+sp.len())-sp.start
		if from >= to {
			continue
		}
		if sp.head != nil {
			page.Rows = append(page.Rows, ListRow{Group: sp.head, Row: Row{Type: l.typ.Key, Values: map[string]any{}}})
			continue
		}
		rows := sp.sel.Rows(from, to)
		for i, r := range o.page(l.typ, rows, s.h.Lang()) {
			page.Rows = append(page.Rows, ListRow{Row: r, Changed: moved[rows[i]]})
		}
	}
	return page, nil
}

func (s *Lists) find(token string) (*opened, *listed, error) {
	o, err := s.h.current()
	if err != nil {
		return nil, nil, err
	}
	l, err := list[*listed](&o.tokens, token)
	return o, l, err
}

// IDs gives the records from start to before end; group heads are left out.
func (s *Lists) IDs(token string, start, end int) (ids []string, err error) {
	defer guard(&err)
	ids = []string{}
	_, l, err := s.find(token)
	if err != nil {
		return ids, err
	}
	for _, sp := range l.spans {
		from, to := max(start, sp.start)-sp.start, min(end, sp.start+sp.len())-sp.start
		if sp.head != nil || from >= to {
			continue
		}
		for _, id := range sp.sel.IDs(from, to) {
			ids = append(ids, id.String())
		}
	}
	return ids, nil
}

// Position says where a record stands in a list, -1 when it does not.
func (s *Lists) Position(token, id string) (n int, err error) {
	defer guard(&err)
	_, l, err := s.find(token)
	if err != nil {
		return -1, err
	}
	want, err := value.ParseID(id)
	if err != nil {
		return -1, err
	}
	for _, sp := range l.spans {
		if sp.head != nil {
			continue
		}
		for i, got := range sp.sel.IDs(0, sp.sel.Len()) {
			if got == want {
				return sp.start + i, nil
			}
		}
	}
	return -1, nil
}

// Close forgets a list before newer ones push it out.
func (s *Lists) Close(token string) (err error) {
	defer guard(&err)
	o, err := s.h.current()
	if err != nil {
		return err
	}
	o.tokens.drop(token)
	return nil
}
