package crm

import (
	"slices"
	"strings"

	"dealbox/internal/core"
	"dealbox/internal/fault"
	"dealbox/internal/i18n"
	"dealbox/internal/query"
	"dealbox/internal/record"
	"dealbox/internal/schema"
	"dealbox/internal/value"
)

type contactRole struct {
	schema.Type
	Contact *schema.Field[value.ID]   `key:"contact" num:"16"`
	Account *schema.Field[value.ID]   `key:"account" num:"17"`
	Role    *schema.Field[string]     `key:"role" num:"18"`
	From    *schema.Field[value.Date] `key:"from" num:"19"`
	To      *schema.Field[value.Date] `key:"to" num:"20"`
	Primary *schema.Field[bool]       `key:"primary" num:"21"`
	Name    *schema.Field[string]     `key:"name" num:"22"`
}

// ContactRole is a contact's position at an account, now or before. The primary one
// follows the contact's own account.
var ContactRole = schema.Declare(&contactRole{
	Type: schema.Type{Key: "contact_role", Num: 3, Label: i18n.T("Job", "任职"), Plural: i18n.T("Jobs", "任职经历"),
		Icon: "briefcase", Title: "name", Parent: "contact"},
	Contact: schema.Link[contact](wordContact, schema.Required, schema.Listed, schema.Inverse(i18n.T("Jobs", "任职经历"))),
	Account: schema.Link[account](wordAccount, schema.Required, schema.Listed, schema.Quick, schema.Inverse(i18n.T("Contacts, now and before", "历任联系人"))),
	Role:    schema.String(wordJobTitle, schema.Listed, schema.Quick),
	From:    schema.Date(i18n.T("From", "开始日期"), schema.Listed, schema.Quick),
	To:      schema.Date(i18n.T("To", "结束日期"), schema.Listed, schema.Quick),
	Primary: schema.Bool(i18n.T("Primary", "主要"), schema.Listed, schema.ReadOnly),
	Name:    schema.String(wordName, schema.ReadOnly),
})

// ErrFromTo refuses a job that ends before it begins.
var ErrFromTo = fault.New(fault.Invalid, "job.dates", i18n.T("It cannot end before it begins", "结束日期不能早于开始日期"))

// Derive names the job after the contact and the account.
func (j *contactRole) Derive(tx *core.Tx, c *record.Change) error {
	who, err := nameOf(tx, &Contact.Type, j.Contact.Of(c.After))
	if err != nil {
		return err
	}
	where, err := nameOf(tx, &Account.Type, j.Account.Of(c.After))
	if err != nil {
		return err
	}
	j.Name.Set(c.After, joined(" · ", who, where))
	return nil
}

// Check refuses a job that ends before it begins.
func (j *contactRole) Check(_ *core.Tx, c *record.Change) error {
	from, begun := j.From.Get(c.After)
	to, ended := j.To.Get(c.After)
	if c.After.Live() && begun && ended && to < from {
		return ErrFromTo.On(j.To.Key)
	}
	return nil
}

// currentJobs gives the jobs of a contact that have not ended.
func currentJobs(tx *core.Tx, contact value.ID) ([]*record.Row, error) {
	return find(tx, &ContactRole.Type, is(&ContactRole.Contact.Def, contact),
		query.Cond{Op: query.OpEmpty, Field: ContactRole.To.Key})
}

// endJob ends a primary job today; jobs beside it go on.
func endJob(tx *core.Tx, job *record.Row) error {
	if !ContactRole.Primary.Of(job) {
		return nil
	}
	ContactRole.Primary.Set(job, false)
	ContactRole.To.Set(job, max(tx.Today(), ContactRole.From.Of(job)))
	return tx.Save(job)
}

// joined puts a separator between those words that are there.
func joined(sep string, words ...string) string {
	return strings.Join(slices.DeleteFunc(words, func(w string) bool { return w == "" }), sep)
}
