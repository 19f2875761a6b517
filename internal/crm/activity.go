package crm

import (
	"cmp"
	"strings"

	"dealbox/internal/core"
	"dealbox/internal/i18n"
	"dealbox/internal/record"
	"dealbox/internal/schema"
	"dealbox/internal/value"
)

// What an activity is.
const (
	Call    value.Option = 1
	Visit   value.Option = 2
	Meeting value.Option = 3
	Mail    value.Option = 4
	Note    value.Option = 5
)

type activity struct {
	schema.Type
	Subject     *schema.Field[string]       `key:"subject" num:"16"`
	Kind        *schema.Field[value.Option] `key:"type" num:"17"`
	At          *schema.Field[value.Moment] `key:"at" num:"18"`
	Account     *schema.Field[value.ID]     `key:"account" num:"19"`
	Contact     *schema.Field[value.ID]     `key:"contact" num:"20"`
	Opportunity *schema.Field[value.ID]     `key:"opportunity" num:"21"`
	Lead        *schema.Field[value.ID]     `key:"lead" num:"22"`
	Outcome     *schema.Field[value.Option] `key:"outcome" num:"23"`
	Owner       *schema.Field[value.ID]     `key:"owner" num:"24"`
	Note        *schema.Field[string]       `key:"note" num:"25"`
	External    *schema.Field[string]       `key:"external_id" num:"26"`
}

// Activity is something that was done or said: one timeline for calls, visits, meetings,
// e-mails and notes.
var Activity = schema.Declare(&activity{
	Type: schema.Type{Key: "activity", Num: 10, Label: i18n.T("Activity", "跟进"), Plural: i18n.T("Activities", "跟进记录"),
		Icon: "activity", Title: "subject", Nav: true},
	Subject: schema.String(i18n.T("Subject", "主题"), schema.Required, schema.Searched, schema.Listed, schema.Tracked, schema.Quick, schema.In(basics)),
	Kind: schema.Choice(i18n.T("Type", "方式"), []schema.Option{
		schema.Opt(Call, "call", i18n.T("Call", "电话")),
		schema.Opt(Visit, "visit", i18n.T("Visit", "拜访")),
		schema.Opt(Meeting, "meeting", i18n.T("Meeting", "会议")),
		schema.Opt(Mail, "email", i18n.T("E-mail", "邮件")),
		schema.Opt(Note, "note", i18n.T("Note", "备注")),
	}, schema.Listed, schema.Tracked, schema.Quick, schema.Default(Note), schema.In(basics)),
	At:          schema.Time(i18n.T("Time", "时间"), schema.Listed, schema.Tracked, schema.Quick, schema.In(basics)),
	Account:     schema.Link[account](wordAccount, schema.Listed, schema.Quick, schema.Inverse(i18n.T("Activities", "跟进记录")), schema.In(related)),
	Contact:     schema.Link[contact](wordContact, schema.Listed, schema.Inverse(i18n.T("Activities", "跟进记录")), schema.In(related)),
	Opportunity: schema.Link[opportunity](wordOpportunity, schema.Listed, schema.Inverse(i18n.T("Activities", "跟进记录")), schema.In(related)),
	Lead:        schema.Link[lead](wordLead, schema.Inverse(i18n.T("Activities", "跟进记录")), schema.In(related)),
	Outcome: schema.Choice(i18n.T("Outcome", "结果"), []schema.Option{
		schema.Opt(1, "progress", i18n.T("Moved forward", "有进展")),
		schema.Opt(2, "reached", i18n.T("Reached", "已联系上")),
		schema.Opt(3, "no_answer", i18n.T("No answer", "未接通")),
		schema.Opt(4, "declined", i18n.T("Declined", "被拒绝")),
	}, schema.Listed, schema.Tracked, schema.In(basics)),
	Owner:    schema.Member[member](wordOwner, schema.Listed, schema.Tracked, schema.Inverse(i18n.T("Activities", "跟进记录")), schema.In(basics)),
	Note:     schema.Long(i18n.T("Text", "内容"), schema.Searched, schema.Quick, schema.In(about)),
	External: schema.String(wordExternal, schema.Unique, schema.Match, schema.In(origin)),
})

// maxSubject is the longest subject, in characters, that is taken from a text.
const maxSubject = 60

// Derive takes the subject from the first line of the text, gives time and owner, and
// links the account of the opportunity or contact, so that it is in the account's
// timeline too.
func (a *activity) Derive(tx *core.Tx, c *record.Change) error {
	r := c.After
	if s := firstLine(a.Note.Of(r), maxSubject); a.Subject.Of(r) == "" && s != "" {
		a.Subject.Set(r, s)
	}
	if c.New() && a.At.Def.Of(r) == nil && !by(tx, core.Import) {
		a.At.Set(r, value.MomentOf(tx.Now()))
	}
	mine(tx, c, a.Owner)
	return inheritAccount(tx, c, a.Account, a.Opportunity, a.Contact)
}

// firstLine gives the first line with words, cut after so many characters.
func firstLine(text string, most int) string {
	line, _, _ := strings.Cut(strings.TrimSpace(text), "\n")
	if runes := []rune(strings.TrimSpace(line)); len(runes) > most {
		return strings.TrimSpace(string(runes[:most-1])) + "…"
	}
	return strings.TrimSpace(line)
}

// inheritAccount gives a new record without an account that of its opportunity, else of
// its contact.
func inheritAccount(tx *core.Tx, c *record.Change, own, opp, person *schema.Field[value.ID]) error {
	if !c.New() || !own.Of(c.After).IsZero() {
		return nil
	}
	deal, err := get(tx, &Opportunity.Type, opp.Of(c.After))
	if err != nil {
		return err
	}
	who, err := get(tx, &Contact.Type, person.Of(c.After))
	if err != nil {
		return err
	}
	if id := cmp.Or(Opportunity.Account.Of(deal), Contact.Account.Of(who)); !id.IsZero() {
		own.Set(c.After, id)
	}
	return nil
}
