package app

import (
	"slices"
	"sync"

	"dealbox/internal/core"
	"dealbox/internal/crm"
	"dealbox/internal/query"
	"dealbox/internal/schema"
	"dealbox/internal/table"
	"dealbox/internal/value"
)

// Board shows the opportunities of a pipeline by stage.
type Board struct{ h *Host }

// board is an open board: the cards of each stage, listed when they are first asked for.
type board struct {
	ask    *asking
	mu     sync.Mutex
	stages map[value.ID]*table.Selection
}

// Pipelines lists the pipelines that are in use, with their stages in order.
func (s *Board) Pipelines() (all []PipelineInfo, err error) {
	defer guard(&err)
	all = []PipelineInfo{}
	o, err := s.h.current()
	if err != nil {
		return all, err
	}
	for _, id := range o.ids(&crm.Pipeline.Type, crm.Pipeline.Position.Key) {
		p := o.pipeline(id)
		if p.ID != "" {
			all = append(all, p)
		}
	}
	return all, nil
}

// ids lists the live records of a type by a position field.
func (o *opened) ids(t *schema.Type, by string) []value.ID {
	t = o.w.Registry().Type(t.Key)
	sel := o.w.Tables().Table(t.Num).Select(table.Query{Sort: []table.Sort{{Def: t.Field(by)}}, Env: o.env()})
	return sel.IDs(0, sel.Len())
}

func (o *opened) pipeline(id value.ID) PipelineInfo {
	p := PipelineInfo{ID: id.String(), Name: o.nameOf(&crm.Pipeline.Type, id), Stages: []StageInfo{}}
	for _, st := range o.ids(&crm.Stage.Type, crm.Stage.Position.Key) {
		if info := o.stage(st); info.Pipeline == p.ID {
			p.Stages = append(p.Stages, info)
		}
	}
	return p
}

// Open opens a board, of the first pipeline when none is named.
func (s *Board) Open(q BoardQuery) (info BoardInfo, err error) {
	defer guard(&err)
	o, err := s.h.current()
	if err != nil {
		return info, err
	}
	pipelines, err := s.Pipelines()
	if err != nil || len(pipelines) == 0 {
		return info, cmpErr(err, core.ErrNoRecord.Err())
	}
	info.Pipeline = pipelines[0]
	for _, p := range pipelines {
		if p.ID == q.Pipeline {
			info.Pipeline = p
		}
	}
	t := o.w.Registry().Type(crm.Opportunity.Key)
	cond := query.Cond{Op: "eq", Field: crm.Opportunity.Pipeline.Key, Value: info.Pipeline.ID}
	if q.Where != nil && q.Where.Op != "" {
		cond = query.All(cond, *q.Where)
	}
	a, err := o.ask(t, ListQuery{Type: t.Key, Where: &cond, Text: q.Text, Sort: q.Sort}, s.h.Lang())
	if err != nil {
		return info, err
	}
	info.Token = o.tokens.put(&board{ask: a, stages: map[value.ID]*table.Selection{}})
	return info, a.columns(&info)
}

func cmpErr(err, otherwise error) error {
	if err != nil {
		return err
	}
	return otherwise
}

// columns adds the totals of the stages, and of all open ones.
func (a *asking) columns(info *BoardInfo) error {
	amount := a.t.Field(crm.Opportunity.Amount.Key)
	measures := []table.Measure{{Def: amount}, {Def: amount, Weight: a.t.Field(crm.Opportunity.Probability.Key)}}
	byStage := map[string]table.GroupRow{}
	for _, g := range a.tab.Group(a.where, a.text, a.t.Field(crm.Opportunity.Stage.Key), measures, a.env) {
		if id, ok := g.Key.(value.ID); ok {
			byStage[id.String()] = g
		}
	}
	for _, st := range info.Pipeline.Stages {
		col := BoardColumn{Stage: st}
		if g, ok := byStage[st.ID]; ok {
			col.Count, col.Sum, col.Weighted = g.Count, a.o.sum(g.Sums[0]), a.o.sum(g.Sums[1])
		} else {
			zero := a.o.zero()
			col.Sum, col.Weighted = zero, zero
		}
		info.Columns = append(info.Columns, col)
	}
	return a.totals(info, measures)
}

func (o *opened) zero() Sum {
	base := o.w.Config().Base
	return Sum{Amount: value.Money{Currency: base}.Plain(), Currency: string(base)}
}

// totals counts and sums what is open and not on hold.
func (a *asking) totals(info *BoardInfo, m []table.Measure) error {
	cond := query.All(*a.cond, openNotHeld())
	where, err := a.o.w.Bind(a.o.session.Actor(), &cond, a.t)
	if err != nil {
		return err
	}
	info.Count = a.tab.Count(where, a.text)
	info.Sum = a.o.sum(a.tab.Sum(where, a.text, m[0], a.env))
	info.Weighted = a.o.sum(a.tab.Sum(where, a.text, m[1], a.env))
	return nil
}

// Cards gives the cards of a stage from start to before end.
func (s *Board) Cards(token, stage string, start, end int) (page CardPage, err error) {
	defer guard(&err)
	page.Cards = []Card{}
	o, err := s.h.current()
	if err != nil {
		return page, err
	}
	b, err := list[*board](&o.tokens, token)
	if err != nil {
		return page, err
	}
	sel, err := b.of(stage)
	if err != nil {
		return page, err
	}
	today := value.DateOf(o.w.Now().In(o.w.Config().Location()))
	rows := sel.Rows(max(start, 0), min(end, sel.Len()))
	for _, r := range o.pageOf(b.ask.t, b.ask.cardFields(), rows, s.h.Lang()) {
		page.Cards = append(page.Cards, Card{Row: r, AgeDays: ageDays(r, today)})
	}
	return page, nil
}

// cardFields lists what a card shows, and what the board is sorted by: the page puts a card
// that was moved into its place. A board of a thousand cards sends no more than that.
func (a *asking) cardFields() (defs []*schema.Def) {
	f := crm.Opportunity
	shown := []string{
		f.Account.Key, f.Amount.Key, f.ExpectedClose.Key, f.ClosedDate.Key, f.LostReason.Key,
		f.NextStep.Key, f.NextStepDate.Key, f.Owner.Key, f.StageSince.Key,
	}
	for _, s := range a.sort {
		shown = append(shown, s.Def.Key)
	}
	for _, d := range a.o.visible(a.t) {
		if slices.Contains(shown, d.Key) {
			defs = append(defs, d)
		}
	}
	return defs
}

func (b *board) of(stage string) (*table.Selection, error) {
	id, err := value.ParseID(stage)
	if err != nil {
		return nil, err
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	if sel := b.stages[id]; sel != nil {
		return sel, nil
	}
	c := query.All(*b.ask.cond, query.Cond{Op: "eq", Field: crm.Opportunity.Stage.Key, Value: stage})
	where, err := b.ask.o.w.Bind(b.ask.o.session.Actor(), &c, b.ask.t)
	if err != nil {
		return nil, err
	}
	sel := b.ask.tab.Select(b.ask.query(where))
	b.stages[id] = sel
	return sel, nil
}

func ageDays(r Row, today value.Date) int {
	s, _ := r.Values[crm.Opportunity.StageSince.Key].(string)
	v, err := value.Day.FromJSON(s)
	since, ok := v.(value.Date)
	if err != nil || !ok {
		return 0
	}
	return max(0, int(today-since))
}
