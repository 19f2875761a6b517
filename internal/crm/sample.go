package crm

import (
	"fmt"
	"slices"
	"time"

	"dealbox/internal/core"
	"dealbox/internal/i18n"
	"dealbox/internal/query"
	"dealbox/internal/record"
	"dealbox/internal/schema"
	"dealbox/internal/value"
)

// Sample adds records to look around with, in a language: twelve opportunities with their
// accounts, contacts, activities and tasks, dated around today. It returns what it added
// in the order in which it is to be deleted; parts go with their record.
func Sample(tx *core.Tx, lang i18n.Lang) ([]core.SampleRef, error) {
	s := sampler{tx: tx, lang: lang, people: map[int][]value.ID{}}
	for _, step := range []func() error{s.colleagues, s.firms, s.products, s.deals} {
		if err := step(); err != nil {
			return nil, fmt.Errorf("add sample data: %w", err)
		}
	}
	slices.Reverse(s.refs)
	return s.refs, nil
}

type sampler struct {
	tx      *core.Tx
	lang    i18n.Lang
	refs    []core.SampleRef
	members []value.ID // oneself first
	firm    []value.ID
	people  map[int][]value.ID // by firm
	goods   []value.ID
}

func (s *sampler) say(t i18n.Text) string { return t.In(s.lang) }

// add saves a record and remembers it.
func (s *sampler) add(t *schema.Type, r *record.Row) (value.ID, error) {
	if err := s.tx.Save(r); err != nil {
		return value.ID{}, err
	}
	s.refs = append(s.refs, core.SampleRef{Type: t.Key, ID: r.ID})
	return r.ID, nil
}

func (s *sampler) colleagues() error {
	s.members = []value.ID{s.tx.Actor().Member}
	for _, name := range sampleColleagues {
		m := s.tx.New(&Member.Type)
		Member.Name.Set(m, s.say(name))
		id, err := s.add(&Member.Type, m)
		if err != nil {
			return err
		}
		s.members = append(s.members, id)
	}
	return nil
}

func (s *sampler) firms() error {
	for i, f := range sampleFirms {
		a := s.tx.New(&Account.Type)
		Account.Name.Set(a, s.say(f.name))
		Account.Industry.Set(a, f.industry)
		Account.Kind.Set(a, 1)
		Account.City.Set(a, s.say(f.city))
		Account.Tags.Set(a, []string{s.say(sampleTag)})
		id, err := s.add(&Account.Type, a)
		if err != nil {
			return err
		}
		s.firm = append(s.firm, id)
		for _, p := range f.people {
			if err := s.person(i, id, p); err != nil {
				return err
			}
		}
	}
	return nil
}

func (s *sampler) person(firm int, account value.ID, p samplePerson) error {
	c := s.tx.New(&Contact.Type)
	Contact.Name.Set(c, s.say(p.name))
	Contact.Account.Set(c, account)
	Contact.JobTitle.Set(c, s.say(p.title))
	Contact.Mobile.Set(c, p.mobile)
	Contact.Email.Set(c, p.mail+"@dealbox.example")
	Contact.Tags.Set(c, []string{s.say(sampleTag)})
	id, err := s.add(&Contact.Type, c)
	s.people[firm] = append(s.people[firm], id)
	return err
}

func (s *sampler) products() error {
	goods := []struct {
		name, unit i18n.Text
		price      int64
	}{
		{i18n.T("Servo kit", "伺服套件"), i18n.T("set", "套"), 10_000},
		{i18n.T("Commissioning", "现场调试"), i18n.T("job", "项"), 8_000},
	}
	for _, g := range goods {
		p := s.tx.New(&Product.Type)
		Product.Name.Set(p, s.say(g.name))
		Product.Unit.Set(p, s.say(g.unit))
		Product.ListPrice.Set(p, s.money(g.price))
		Product.Tags.Set(p, []string{s.say(sampleTag)})
		id, err := s.add(&Product.Type, p)
		if err != nil {
			return err
		}
		s.goods = append(s.goods, id)
	}
	return nil
}

// money is an amount in whole units of the base currency.
func (s *sampler) money(whole int64) value.Money {
	m := value.Money{Minor: whole, Currency: s.tx.Env().Base}
	for range m.Currency.Digits() {
		m.Minor *= 10
	}
	return m
}

func (s *sampler) deals() error {
	p, err := FirstPipeline(s.tx)
	if err != nil {
		return err
	}
	stages, err := Stages(s.tx, p.ID)
	if err != nil {
		return err
	}
	for i, d := range sampleDeals {
		deal, err := s.deal(d, stages)
		if err != nil {
			return fmt.Errorf("opportunity %d: %w", i+1, err)
		}
		if err := s.around(d, deal); err != nil {
			return fmt.Errorf("around opportunity %d: %w", i+1, err)
		}
	}
	return s.lines(s.refs)
}

// deal saves an opportunity as often as it has moved, so that its stage events tell how it
// came where it stands.
func (s *sampler) deal(d sampleDeal, stages []*record.Row) (value.ID, error) {
	o, today := Opportunity, s.tx.Today()
	r := s.describe(d)
	day := today - value.Date(d.ended)
	for _, days := range d.path {
		day -= value.Date(days)
	}
	o.StartDate.Set(r, day)
	open := slices.DeleteFunc(slices.Clone(stages), func(st *record.Row) bool {
		return Stage.Meaning.Of(st) != Open || Stage.Hold.Of(st)
	})
	for i, days := range d.path {
		o.Stage.Set(r, open[min(i, len(open)-1)].ID)
		o.StageSince.Set(r, day)
		if err := s.tx.Save(r); err != nil {
			return r.ID, err
		}
		var err error
		if r, err = s.tx.Get(full(s.tx, &o.Type), r.ID); err != nil {
			return value.ID{}, err
		}
		day += value.Date(days)
	}
	s.refs = append(s.refs, core.SampleRef{Type: o.Key, ID: r.ID})
	if d.end == 0 {
		return r.ID, nil
	}
	return r.ID, s.close(d, r, stages, day)
}

func (s *sampler) close(d sampleDeal, r *record.Row, stages []*record.Row, day value.Date) error {
	i := slices.IndexFunc(stages, func(st *record.Row) bool { return Stage.Meaning.Of(st) == d.end })
	if i < 0 {
		return nil // the user's pipeline has no such end: it stays open
	}
	Opportunity.Stage.Set(r, stages[i].ID)
	Opportunity.ClosedDate.Set(r, day)
	Opportunity.NextStep.Clear(r)
	if d.end == Lost {
		id, err := s.reason(d.reason)
		if err != nil {
			return err
		}
		Opportunity.LostReason.Set(r, id)
	}
	return s.tx.Save(r)
}

// reason finds a lost reason, or adds it where the user has removed it.
func (s *sampler) reason(name i18n.Text) (value.ID, error) {
	known, err := find(s.tx, &LostReason.Type, query.Cond{Op: query.OpEq, Field: LostReason.Name.Key, Value: name.Zh})
	if err != nil || len(known) > 0 {
		return first(known), err
	}
	r := s.tx.New(&LostReason.Type)
	LostReason.Name.Set(r, name.Zh)
	LostReason.English.Set(r, name.En)
	return s.add(&LostReason.Type, r)
}

func first(rows []*record.Row) value.ID {
	if len(rows) == 0 {
		return value.ID{}
	}
	return rows[0].ID
}

// describe fills in everything but where the opportunity stands.
func (s *sampler) describe(d sampleDeal) *record.Row {
	o, today := Opportunity, s.tx.Today()
	r := s.tx.New(&o.Type)
	o.Name.Set(r, s.say(d.name))
	o.Account.Set(r, s.firm[d.firm])
	o.Amount.Set(r, s.money(d.amount))
	o.Source.Set(r, d.source)
	o.ExpectedClose.Set(r, today+value.Date(d.close))
	if owner := s.members[d.owner]; !owner.IsZero() {
		o.Owner.Set(r, owner)
	}
	if !d.next.Empty() {
		o.NextStep.Set(r, s.say(d.next))
		o.NextStepDate.Set(r, today+value.Date(d.nextIn))
	}
	if !d.need.Empty() {
		o.Need.Set(r, s.say(d.need))
	}
	words := []string{s.say(sampleTag)}
	for _, t := range d.tags {
		words = append(words, s.say(t))
	}
	slices.Sort(words)
	o.Tags.Set(r, words)
	return r
}

// around adds what hangs on an opportunity: contact roles, activities, the next step as a
// task.
func (s *sampler) around(d sampleDeal, deal value.ID) error {
	for i, who := range s.people[d.firm] {
		role := s.tx.New(&OpportunityContact.Type)
		OpportunityContact.Opportunity.Set(role, deal)
		OpportunityContact.Contact.Set(role, who)
		OpportunityContact.Role.Set(role, sampleFirms[d.firm].people[i].role)
		if err := s.tx.Save(role); err != nil {
			return err
		}
	}
	for i, n := range d.notes {
		a := s.tx.New(&Activity.Type)
		Activity.Kind.Set(a, n.kind)
		Activity.Note.Set(a, s.say(n.text))
		Activity.At.Set(a, s.at(-n.days, 9+2*i))
		Activity.Opportunity.Set(a, deal)
		Activity.Contact.Set(a, s.people[d.firm][0])
		if _, err := s.add(&Activity.Type, a); err != nil {
			return err
		}
	}
	if d.end != 0 || d.next.Empty() {
		return nil
	}
	t := s.tx.New(&Task.Type)
	Task.Title.Set(t, s.say(d.next))
	Task.Due.Set(t, s.tx.Today()+value.Date(d.nextIn))
	Task.Opportunity.Set(t, deal)
	_, err := s.add(&Task.Type, t)
	return err
}

// at is an hour of a day, counted from today, but not later than now.
func (s *sampler) at(days, hour int) value.Moment {
	y, m, d := (s.tx.Today() + value.Date(days)).Time().Date()
	return value.MomentOf(minTime(time.Date(y, m, d, hour, 30, 0, 0, zone(s.tx)), s.tx.Now()))
}

func minTime(a, b time.Time) time.Time {
	if a.Before(b) {
		return a
	}
	return b
}

// lines says what the first opportunity is about: twelve servo kits and their commissioning.
func (s *sampler) lines(refs []core.SampleRef) error {
	i := slices.IndexFunc(refs, func(r core.SampleRef) bool { return r.Type == Opportunity.Key })
	for n, p := range s.goods {
		l := s.tx.New(&OpportunityLine.Type)
		OpportunityLine.Opportunity.Set(l, refs[i].ID)
		OpportunityLine.Product.Set(l, p)
		OpportunityLine.Quantity.Set(l, []value.Decimal{12, 1}[n]*value.DecimalOne)
		if err := s.tx.Save(l); err != nil {
			return err
		}
	}
	return nil
}
