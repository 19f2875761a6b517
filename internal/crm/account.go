package crm

import (
	"dealbox/internal/core"
	"dealbox/internal/i18n"
	"dealbox/internal/record"
	"dealbox/internal/schema"
	"dealbox/internal/value"
)

type account struct {
	schema.Type
	Name        *schema.Field[string]       `key:"name" num:"16"`
	English     *schema.Field[string]       `key:"english" num:"17"`
	Short       *schema.Field[string]       `key:"short" num:"18"`
	Kind        *schema.Field[value.Option] `key:"type" num:"19"`
	Industry    *schema.Field[value.Option] `key:"industry" num:"20"`
	Parent      *schema.Field[value.ID]     `key:"parent" num:"21"`
	Owner       *schema.Field[value.ID]     `key:"owner" num:"22"`
	Phone       *schema.Field[string]       `key:"phone" num:"23"`
	Email       *schema.Field[string]       `key:"email" num:"24"`
	Website     *schema.Field[string]       `key:"website" num:"25"`
	Country     *schema.Field[string]       `key:"country" num:"26"`
	Province    *schema.Field[string]       `key:"province" num:"27"`
	City        *schema.Field[string]       `key:"city" num:"28"`
	District    *schema.Field[string]       `key:"district" num:"29"`
	Address     *schema.Field[string]       `key:"address" num:"30"`
	TaxID       *schema.Field[string]       `key:"tax_id" num:"31"`
	Invoice     *schema.Field[string]       `key:"invoice_title" num:"32"`
	Employees   *schema.Field[int64]        `key:"employees" num:"33"`
	Revenue     *schema.Field[value.Money]  `key:"revenue" num:"34"`
	Founded     *schema.Field[int64]        `key:"founded" num:"35"`
	Source      *schema.Field[value.Option] `key:"source" num:"36"`
	Tags        *schema.Field[[]string]     `key:"tags" num:"37"`
	Description *schema.Field[string]       `key:"description" num:"38"`
	External    *schema.Field[string]       `key:"external_id" num:"39"`
}

// Account is a company or a person that buys.
var Account = schema.Declare(&account{
	Type: schema.Type{Key: "account", Num: 1, Label: wordAccount, Plural: i18n.T("Accounts", "客户"),
		Icon: "building", Title: "name", Nav: true},
	Name:    schema.String(wordName, schema.Required, schema.Searched, schema.Listed, schema.Tracked, schema.Match, schema.Quick, schema.In(basics)),
	English: schema.String(wordEnglish, schema.Searched, schema.In(basics)),
	Short:   schema.String(i18n.T("Short name", "简称"), schema.Searched, schema.In(basics)),
	Kind: schema.Choice(i18n.T("Type", "类型"), []schema.Option{
		schema.Opt(1, "customer", i18n.T("Customer", "最终客户")),
		schema.Opt(2, "prospect", i18n.T("Prospect", "潜在客户")),
		schema.Opt(3, "reseller", i18n.T("Reseller", "代理商")),
		schema.Opt(4, "partner", i18n.T("Partner", "合作伙伴")),
		schema.Opt(5, "supplier", i18n.T("Supplier", "供应商")),
		schema.Opt(6, "investor", i18n.T("Investor", "投资方")),
		schema.Opt(7, "person", i18n.T("Person account", "个人客户")),
		schema.Opt(8, "other", i18n.T("Other", "其他")),
	}, schema.Tracked, schema.In(basics)),
	Industry:    schema.Choice(wordIndustry, industries, schema.Listed, schema.Tracked, schema.Quick, schema.In(basics)),
	Parent:      schema.Link[account](i18n.T("Parent account", "上级客户"), schema.Tracked, schema.Inverse(i18n.T("Subsidiaries", "下级客户")), schema.In(basics)),
	Owner:       schema.Member[member](wordOwner, schema.Listed, schema.Tracked, schema.Quick, schema.Inverse(i18n.T("Accounts", "客户")), schema.In(basics)),
	Phone:       schema.Phone(wordPhone, schema.Searched, schema.Listed, schema.Match, schema.Quick, schema.In(reach)),
	Email:       schema.Email(wordEmail, schema.Searched, schema.Match, schema.In(reach)),
	Website:     schema.URL(i18n.T("Website", "网址"), schema.Searched, schema.Listed, schema.In(reach)),
	Country:     schema.String(wordCountry, schema.In(place)),
	Province:    schema.String(wordProvince, schema.Listed, schema.In(place)),
	City:        schema.String(wordCity, schema.Listed, schema.In(place)),
	District:    schema.String(wordDistrict, schema.In(place)),
	Address:     schema.String(wordAddress, schema.In(place)),
	TaxID:       schema.String(i18n.T("Unified social credit code", "统一社会信用代码"), schema.Searched, schema.Match, schema.Checked(checkTaxID), schema.In(company)),
	Invoice:     schema.String(i18n.T("Invoice title", "发票抬头"), schema.In(company)),
	Employees:   schema.Int(i18n.T("Employees", "员工人数"), schema.Checked(notNegative), schema.In(company)),
	Revenue:     schema.Money(i18n.T("Annual revenue", "年营业额"), schema.Checked(notNegative), schema.In(company)),
	Founded:     schema.Int(i18n.T("Year founded", "成立年份"), schema.Plain, schema.Checked(checkYear), schema.In(company)),
	Source:      schema.Choice(wordSource, sources, schema.In(origin)),
	Tags:        schema.Tags(wordTags, schema.Searched, schema.Listed, schema.In(about)),
	Description: schema.Long(wordDescription, schema.Searched, schema.In(about)),
	External:    schema.String(wordExternal, schema.Unique, schema.Match, schema.In(origin)),
})

// Derive writes the credit code as the standard does and gives a new account its owner.
func (a *account) Derive(tx *core.Tx, c *record.Change) error {
	if given(&a.TaxID.Def, c) {
		a.TaxID.Set(c.After, tidyTaxID(a.TaxID.Of(c.After)))
	}
	mine(tx, c, a.Owner)
	return nil
}

// Check refuses an account that is its own parent, near or far.
func (a *account) Check(tx *core.Tx, c *record.Change) error {
	return noLoop(tx, &a.Type, a.Parent, c)
}

// Follow carries a new name into the jobs there.
func (a *account) Follow(tx *core.Tx, c *record.Change) error {
	if c.New() || !c.After.Live() || !a.Name.Changed(c) {
		return nil
	}
	return resave(tx, &ContactRole.Type, is(&ContactRole.Account.Def, c.After.ID))
}
