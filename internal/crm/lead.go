package crm

import (
	"cmp"

	"dealbox/internal/core"
	"dealbox/internal/i18n"
	"dealbox/internal/record"
	"dealbox/internal/schema"
	"dealbox/internal/value"
)

// Choices of a lead's status that rules ask for.
const (
	LeadNew       value.Option = 1
	LeadQualified value.Option = 4
	LeadConverted value.Option = 5
)

type lead struct {
	schema.Type
	Name        *schema.Field[string]       `key:"name" num:"16"`
	Code        *schema.Field[string]       `key:"code" num:"17"`
	Company     *schema.Field[string]       `key:"company" num:"18"`
	Person      *schema.Field[string]       `key:"person" num:"19"`
	JobTitle    *schema.Field[string]       `key:"title" num:"20"`
	Status      *schema.Field[value.Option] `key:"status" num:"21"`
	Owner       *schema.Field[value.ID]     `key:"owner" num:"22"`
	Mobile      *schema.Field[string]       `key:"mobile" num:"23"`
	Phone       *schema.Field[string]       `key:"phone" num:"24"`
	Email       *schema.Field[string]       `key:"email" num:"25"`
	WeChat      *schema.Field[string]       `key:"wechat" num:"26"`
	Website     *schema.Field[string]       `key:"website" num:"27"`
	DoNotCall   *schema.Field[bool]         `key:"do_not_call" num:"28"`
	DoNotEmail  *schema.Field[bool]         `key:"do_not_email" num:"29"`
	Industry    *schema.Field[value.Option] `key:"industry" num:"30"`
	Employees   *schema.Field[int64]        `key:"employees" num:"31"`
	Amount      *schema.Field[value.Money]  `key:"amount" num:"32"`
	Country     *schema.Field[string]       `key:"country" num:"33"`
	Province    *schema.Field[string]       `key:"province" num:"34"`
	City        *schema.Field[string]       `key:"city" num:"35"`
	District    *schema.Field[string]       `key:"district" num:"36"`
	Address     *schema.Field[string]       `key:"address" num:"37"`
	Need        *schema.Field[string]       `key:"need" num:"38"`
	Source      *schema.Field[value.Option] `key:"source" num:"39"`
	Converted   *schema.Field[bool]         `key:"converted" num:"40"`
	Tags        *schema.Field[[]string]     `key:"tags" num:"41"`
	Description *schema.Field[string]       `key:"description" num:"42"`
	External    *schema.Field[string]       `key:"external_id" num:"43"`
}

// Lead is someone who may become a customer, before anything is sure.
var Lead = schema.Declare(&lead{
	Type: schema.Type{Key: "lead", Num: 4, Label: wordLead, Plural: i18n.T("Leads", "线索"),
		Icon: "user-plus", Title: "name", Nav: true},
	Name:     schema.String(wordName, schema.Required, schema.Searched, schema.Listed, schema.Tracked, schema.Quick, schema.In(basics)),
	Code:     schema.Auto(i18n.T("Number", "编号"), "LEAD-", schema.Searched, schema.In(basics)),
	Company:  schema.String(i18n.T("Company", "公司"), schema.Searched, schema.Listed, schema.Quick, schema.In(basics)),
	Person:   schema.String(i18n.T("Contact name", "联系人姓名"), schema.Searched, schema.Listed, schema.Quick, schema.In(basics)),
	JobTitle: schema.String(wordJobTitle, schema.In(basics)),
	Status: schema.Choice(wordStatus, []schema.Option{
		schema.Tinted(LeadNew, "new", "st-new", i18n.T("New", "新线索")),
		schema.Tinted(2, "contacted", "st-con", i18n.T("Contacted", "已联系")),
		schema.Tinted(3, "nurturing", "warning", i18n.T("Nurturing", "培育中")),
		schema.Tinted(LeadQualified, "qualified", "primary", i18n.T("Qualified", "已确认")),
		schema.Tinted(LeadConverted, "converted", "success", i18n.T("Converted", "已转化")),
		schema.Tinted(6, "unqualified", "danger", i18n.T("Unqualified", "无效")),
	}, schema.Listed, schema.Tracked, schema.Default(LeadNew), schema.In(basics)),
	Owner:       schema.Member[member](wordOwner, schema.Listed, schema.Tracked, schema.Quick, schema.Inverse(i18n.T("Leads", "线索")), schema.In(basics)),
	Mobile:      schema.Phone(wordMobile, schema.Searched, schema.Listed, schema.Match, schema.Quick, schema.In(reach)),
	Phone:       schema.Phone(wordPhone, schema.Searched, schema.Match, schema.In(reach)),
	Email:       schema.Email(wordEmail, schema.Searched, schema.Listed, schema.Match, schema.In(reach)),
	WeChat:      schema.String(i18n.T("WeChat", "微信"), schema.Searched, schema.In(reach)),
	Website:     schema.URL(i18n.T("Website", "网址"), schema.In(reach)),
	DoNotCall:   schema.Bool(i18n.T("Do not call", "请勿致电"), schema.Tracked, schema.In(reach)),
	DoNotEmail:  schema.Bool(i18n.T("Do not e-mail", "请勿发邮件"), schema.Tracked, schema.In(reach)),
	Industry:    schema.Choice(wordIndustry, industries, schema.In(company)),
	Employees:   schema.Int(i18n.T("Employees", "员工人数"), schema.Checked(notNegative), schema.In(company)),
	Amount:      schema.Money(wordAmount, schema.Tracked, schema.Checked(notNegative), schema.In(need)),
	Country:     schema.String(wordCountry, schema.In(place)),
	Province:    schema.String(wordProvince, schema.In(place)),
	City:        schema.String(wordCity, schema.In(place)),
	District:    schema.String(wordDistrict, schema.In(place)),
	Address:     schema.String(wordAddress, schema.In(place)),
	Need:        schema.Long(i18n.T("Need", "客户需求"), schema.Searched, schema.In(need)),
	Source:      schema.Choice(wordSource, sources, schema.Listed, schema.Tracked, schema.Quick, schema.In(origin)),
	Converted:   schema.Bool(i18n.T("Converted", "已转化"), schema.Tracked, schema.In(origin)),
	Tags:        schema.Tags(wordTags, schema.Searched, schema.In(about)),
	Description: schema.Long(wordDescription, schema.Searched, schema.In(about)),
	External:    schema.String(wordExternal, schema.Unique, schema.Match, schema.In(origin)),
})

// Derive names a lead that has a company or a person, keeps "converted" and the status in
// step, and gives a new lead its owner. A lead that a file brings without any name is
// named after its source and number.
func (l *lead) Derive(tx *core.Tx, c *record.Change) error {
	r := c.After
	if l.Name.Of(r) == "" {
		if title := l.title(tx, r); title != "" {
			l.Name.Set(r, title)
		}
	}
	l.settle(c)
	mine(tx, c, l.Owner)
	return nil
}

// settle makes the status follow "converted" where that was set, and the other way round.
func (l *lead) settle(c *record.Change) {
	r := c.After
	switch {
	case l.Converted.Of(r) && l.Converted.Changed(c):
		l.Status.Set(r, LeadConverted)
	case !l.Converted.Of(r) && l.Converted.Changed(c) && l.Status.Of(r) == LeadConverted && !l.Status.Changed(c):
		l.Status.Set(r, LeadQualified)
	case l.Status.Of(r) == LeadConverted:
		l.Converted.Set(r, true)
	case l.Converted.Of(r):
		l.Converted.Set(r, false)
	}
}

func (l *lead) title(tx *core.Tx, r *record.Row) string {
	title := joined(" · ", l.Company.Of(r), l.Person.Of(r))
	if title != "" || !by(tx, core.Import) {
		return title
	}
	from := ""
	if n := l.Source.Of(r); n != 0 {
		from = full(tx, &l.Type).Field(l.Source.Key).Words(n).In(tx.Lang())
	}
	return joined(" · ", from, cmp.Or(l.External.Of(r), l.Code.Of(r)))
}
