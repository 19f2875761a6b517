package generate

import (
	"fmt"
	"time"

	"dealbox/internal/core"
	"dealbox/internal/crm"
	"dealbox/internal/record"
	"dealbox/internal/value"
)

// group writes one account with its contacts, opportunities and activities.
func (f *filler) group(tx *core.Tx, g int) error {
	s := newSource(f.o, forFirms, uint64(g))
	firm := s.firm()
	account, err := f.account(tx, s, firm)
	if err != nil {
		return err
	}
	var contacts [contactsOfGroup]value.ID
	for i := range contacts {
		if contacts[i], err = f.contact(tx, s, firm, account, fmt.Sprintf("p%d@firm%d.example", i+1, g)); err != nil {
			return err
		}
	}
	var deals []value.ID
	var drawn []deal
	for range min(dealsOfGroup, f.o.Opportunities-g*dealsOfGroup) {
		d := s.deal(firm, f.o.Today)
		id, err := f.deal(tx, account, d)
		if err != nil {
			return err
		}
		deals, drawn = append(deals, id), append(drawn, d)
	}
	for i := range activitiesOfGroup {
		n := i % len(deals)
		a := f.activity(tx, s, firm, drawn[n], i < textsOfGroup)
		crm.Activity.Account.Set(a, account)
		crm.Activity.Contact.Set(a, pick(s, contacts[:]))
		crm.Activity.Opportunity.Set(a, deals[n])
		if err := tx.Save(a); err != nil {
			return err
		}
	}
	return nil
}

func (f *filler) account(tx *core.Tx, s source, m firm) (value.ID, error) {
	a := tx.New(&crm.Account.Type)
	crm.Account.Name.Set(a, m.name)
	set(a, crm.Account.Short, m.short)
	crm.Account.Industry.Set(a, value.Option(m.trade.industry))
	crm.Account.Owner.Set(a, pick(s, f.members))
	set(a, crm.Account.Country, m.country)
	set(a, crm.Account.Province, m.town.province)
	set(a, crm.Account.City, m.town.city)
	set(a, crm.Account.TaxID, m.taxID)
	if m.taxID != "" {
		crm.Account.Phone.Set(a, s.landline())
	}
	crm.Account.Employees.Set(a, int64(m.employees))
	crm.Account.Founded.Set(a, int64(m.since))
	return a.ID, tx.Save(a)
}

func (f *filler) contact(tx *core.Tx, s source, m firm, account value.ID, mail string) (value.ID, error) {
	c := tx.New(&crm.Contact.Type)
	crm.Contact.Name.Set(c, s.person(m.lang))
	crm.Contact.Account.Set(c, account)
	crm.Contact.JobTitle.Set(c, pick(s, jobTitles[m.lang]))
	crm.Contact.Mobile.Set(c, s.mobile())
	crm.Contact.Email.Set(c, mail)
	crm.Contact.Owner.Set(c, pick(s, f.members))
	return c.ID, tx.Save(c)
}

func (f *filler) deal(tx *core.Tx, account value.ID, d deal) (value.ID, error) {
	o := crm.Opportunity
	r := tx.New(&o.Type)
	o.Name.Set(r, d.name)
	o.Account.Set(r, account)
	currency := f.base
	if d.foreign {
		currency = f.foreign
	}
	o.Amount.Set(r, f.money(d.amount, currency))
	o.Owner.Set(r, f.members[d.owner%len(f.members)])
	o.Source.Set(r, d.source)
	o.Need.Set(r, d.need)
	o.StartDate.Set(r, d.start)
	o.Pipeline.Set(r, f.pipeline)
	if d.tags != nil {
		o.Tags.Set(r, d.tags)
	}
	stage, ended := f.closed[d.state]
	if !ended {
		stage = f.open[d.stage%len(f.open)]
	}
	o.Stage.Set(r, stage)
	if !ended || d.state == onHold {
		o.StageSince.Set(r, d.since)
		o.ExpectedClose.Set(r, d.end)
	} else {
		o.ClosedDate.Set(r, d.end)
	}
	if ended && d.state == lost {
		o.LostReason.Set(r, f.reasons[d.reason%len(f.reasons)])
	}
	if d.next != "" {
		o.NextStep.Set(r, d.next)
		o.NextStepDate.Set(r, f.o.Today+value.Date(d.nextIn))
	}
	return r.ID, tx.Save(r)
}

// activity draws something that happened while the opportunity was open.
func (f *filler) activity(tx *core.Tx, s source, m firm, d deal, long bool) *record.Row {
	a := tx.New(&crm.Activity.Type)
	text := s.line(m.lang)
	if long {
		text = s.longText(m.lang)
		crm.Activity.Note.Set(a, text)
	} else {
		crm.Activity.Subject.Set(a, text)
	}
	crm.Activity.Kind.Set(a, value.Option(s.between(1, 5)))
	crm.Activity.Owner.Set(a, f.members[d.owner%len(f.members)])
	last := min(d.end, f.o.Today)
	day := d.start + value.Date(s.IntN(int(max(last-d.start, 0))+1))
	y, month, date := day.Time().Date()
	at := time.Date(y, month, date, s.between(8, 18), s.between(0, 59), 0, 0, f.zone)
	crm.Activity.At.Set(a, value.MomentOf(at))
	return a
}
