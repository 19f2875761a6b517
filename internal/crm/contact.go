package crm

import (
	"dealbox/internal/core"
	"dealbox/internal/i18n"
	"dealbox/internal/record"
	"dealbox/internal/schema"
	"dealbox/internal/value"
)

type contact struct {
	schema.Type
	Name        *schema.Field[string]       `key:"name" num:"16"`
	Account     *schema.Field[value.ID]     `key:"account" num:"17"`
	JobTitle    *schema.Field[string]       `key:"title" num:"18"`
	Department  *schema.Field[string]       `key:"department" num:"19"`
	ReportsTo   *schema.Field[value.ID]     `key:"reports_to" num:"20"`
	Owner       *schema.Field[value.ID]     `key:"owner" num:"21"`
	Mobile      *schema.Field[string]       `key:"mobile" num:"22"`
	Phone       *schema.Field[string]       `key:"phone" num:"23"`
	Email       *schema.Field[string]       `key:"email" num:"24"`
	WeChat      *schema.Field[string]       `key:"wechat" num:"25"`
	QQ          *schema.Field[string]       `key:"qq" num:"26"`
	DoNotCall   *schema.Field[bool]         `key:"do_not_call" num:"27"`
	Gender      *schema.Field[value.Option] `key:"gender" num:"28"`
	Birthday    *schema.Field[value.Date]   `key:"birthday" num:"29"`
	Country     *schema.Field[string]       `key:"country" num:"30"`
	Province    *schema.Field[string]       `key:"province" num:"31"`
	City        *schema.Field[string]       `key:"city" num:"32"`
	District    *schema.Field[string]       `key:"district" num:"33"`
	Address     *schema.Field[string]       `key:"address" num:"34"`
	Source      *schema.Field[value.Option] `key:"source" num:"35"`
	Tags        *schema.Field[[]string]     `key:"tags" num:"36"`
	Description *schema.Field[string]       `key:"description" num:"37"`
	External    *schema.Field[string]       `key:"external_id" num:"38"`
}

// Contact is a person, today at one account; ContactRole says where else and before.
var Contact = schema.Declare(&contact{
	Type: schema.Type{Key: "contact", Num: 2, Label: wordContact, Plural: i18n.T("Contacts", "联系人"),
		Icon: "user", Title: "name", Nav: true},
	Name:       schema.String(i18n.T("Name", "姓名"), schema.Required, schema.Searched, schema.Listed, schema.Tracked, schema.Quick, schema.In(basics)),
	Account:    schema.Link[account](wordAccount, schema.Listed, schema.Tracked, schema.Quick, schema.Inverse(i18n.T("Contacts", "联系人")), schema.In(basics)),
	JobTitle:   schema.String(wordJobTitle, schema.Listed, schema.Tracked, schema.Quick, schema.In(basics)),
	Department: schema.String(i18n.T("Department", "部门"), schema.In(basics)),
	ReportsTo:  schema.Link[contact](i18n.T("Reports to", "直属上级"), schema.Inverse(i18n.T("Reports", "下属")), schema.In(basics)),
	Owner:      schema.Member[member](wordOwner, schema.Listed, schema.Tracked, schema.Inverse(i18n.T("Contacts", "联系人")), schema.In(basics)),
	Mobile:     schema.Phone(wordMobile, schema.Searched, schema.Listed, schema.Tracked, schema.Match, schema.Quick, schema.In(reach)),
	Phone:      schema.Phone(wordPhone, schema.Searched, schema.Match, schema.In(reach)),
	Email:      schema.Email(wordEmail, schema.Searched, schema.Listed, schema.Tracked, schema.Match, schema.Quick, schema.In(reach)),
	WeChat:     schema.String(i18n.T("WeChat", "微信"), schema.Searched, schema.Listed, schema.In(reach)),
	QQ:         schema.String(i18n.T("QQ number", "QQ号"), schema.Searched, schema.In(reach)),
	DoNotCall:  schema.Bool(i18n.T("Do not call", "请勿致电"), schema.Tracked, schema.In(reach)),
	Gender: schema.Choice(i18n.T("Gender", "性别"), []schema.Option{
		schema.Opt(1, "male", i18n.T("Male", "男")),
		schema.Opt(2, "female", i18n.T("Female", "女")),
		schema.Opt(3, "other", i18n.T("Other", "其他")),
	}, schema.In(basics)),
	Birthday:    schema.Date(i18n.T("Birthday", "生日"), schema.In(basics)),
	Country:     schema.String(wordCountry, schema.In(place)),
	Province:    schema.String(wordProvince, schema.In(place)),
	City:        schema.String(wordCity, schema.In(place)),
	District:    schema.String(wordDistrict, schema.In(place)),
	Address:     schema.String(wordAddress, schema.In(place)),
	Source:      schema.Choice(wordSource, sources, schema.In(origin)),
	Tags:        schema.Tags(wordTags, schema.Searched, schema.Listed, schema.In(about)),
	Description: schema.Long(wordDescription, schema.Searched, schema.In(about)),
	External:    schema.String(wordExternal, schema.Unique, schema.Match, schema.In(origin)),
})

// Derive gives a new contact its owner.
func (p *contact) Derive(tx *core.Tx, c *record.Change) error {
	mine(tx, c, p.Owner)
	return nil
}

// Check refuses a contact who reports to themselves, directly or not.
func (p *contact) Check(tx *core.Tx, c *record.Change) error {
	return noLoop(tx, &p.Type, p.ReportsTo, c)
}

// Follow keeps the contact's jobs in step: another account ends the old job today and
// begins a new one; a new name or job title is carried over.
func (p *contact) Follow(tx *core.Tx, c *record.Change) error {
	id := c.After.ID
	switch {
	case deleted(c):
		return drop(tx, &ContactRole.Type, &ContactRole.Contact.Def, id)
	case !c.After.Live():
		return nil
	case p.Account.Changed(c):
		if err := p.changeJob(tx, c); err != nil {
			return err
		}
	case !c.New() && p.JobTitle.Changed(c):
		if err := p.retitle(tx, c.After); err != nil {
			return err
		}
	}
	if c.New() || !p.Name.Changed(c) {
		return nil
	}
	if err := resave(tx, &ContactRole.Type, is(&ContactRole.Contact.Def, id)); err != nil {
		return err
	}
	return resave(tx, &OpportunityContact.Type, is(&OpportunityContact.Contact.Def, id))
}

// changeJob ends the job at the old account and makes the one at the new account primary.
func (p *contact) changeJob(tx *core.Tx, c *record.Change) error {
	now := p.Account.Of(c.After)
	var job *record.Row
	if !c.New() {
		jobs, err := currentJobs(tx, c.After.ID)
		if err != nil {
			return err
		}
		for _, j := range jobs {
			if ContactRole.Account.Of(j) == now {
				job = j
			} else if err := endJob(tx, j); err != nil {
				return err
			}
		}
	}
	if now.IsZero() {
		return nil
	}
	if job == nil {
		job = tx.New(&ContactRole.Type)
		ContactRole.Contact.Set(job, c.After.ID)
		ContactRole.Account.Set(job, now)
		if !c.New() && !by(tx, core.Import) { // since when is not known otherwise
			ContactRole.From.Set(job, tx.Today())
		}
	}
	ContactRole.Primary.Set(job, true)
	if title := p.JobTitle.Of(c.After); title != "" {
		ContactRole.Role.Set(job, title)
	}
	return tx.Save(job)
}

// retitle carries a new job title to the contact's primary job.
func (p *contact) retitle(tx *core.Tx, after *record.Row) error {
	jobs, err := currentJobs(tx, after.ID)
	if err != nil {
		return err
	}
	for _, j := range jobs {
		if !ContactRole.Primary.Of(j) {
			continue
		}
		j.Set(ContactRole.Role.Num, p.JobTitle.Def.Of(after))
		if err := tx.Save(j); err != nil {
			return err
		}
	}
	return nil
}
