package crm

import (
	"dealbox/internal/core"
	"dealbox/internal/i18n"
	"dealbox/internal/record"
	"dealbox/internal/schema"
	"dealbox/internal/value"
)

// Languages a member may read.
const (
	readsChinese value.Option = 1
	readsEnglish value.Option = 2
)

type member struct {
	schema.Type
	Name     *schema.Field[string]       `key:"name" num:"16"`
	Email    *schema.Field[string]       `key:"email" num:"17"`
	Phone    *schema.Field[string]       `key:"phone" num:"18"`
	JobTitle *schema.Field[string]       `key:"title" num:"19"`
	Manager  *schema.Field[value.ID]     `key:"manager" num:"20"`
	Team     *schema.Field[value.ID]     `key:"team" num:"21"`
	Region   *schema.Field[string]       `key:"region" num:"22"`
	Active   *schema.Field[bool]         `key:"active" num:"23"`
	Language *schema.Field[value.Option] `key:"language" num:"24"`
	External *schema.Field[string]       `key:"external_id" num:"25"`
}

// Member is a colleague who works in this file.
var Member = schema.Declare(&member{
	Type: schema.Type{Key: "member", Num: 12, Label: i18n.T("Member", "成员"), Plural: i18n.T("Members", "成员"),
		Icon: "users", Title: "name", Nav: true},
	Name:     schema.String(i18n.T("Name", "姓名"), schema.Required, schema.Searched, schema.Listed, schema.Tracked, schema.Match, schema.Quick, schema.In(basics)),
	Email:    schema.Email(wordEmail, schema.Searched, schema.Listed, schema.Match, schema.Quick, schema.In(basics)),
	Phone:    schema.Phone(wordPhone, schema.Searched, schema.Listed, schema.Match, schema.Quick, schema.In(basics)),
	JobTitle: schema.String(wordJobTitle, schema.Listed, schema.Quick, schema.In(basics)),
	Manager:  schema.Member[member](i18n.T("Manager", "上级"), schema.Listed, schema.Tracked, schema.Quick, schema.Inverse(i18n.T("Reports", "下属")), schema.In(basics)),
	Team:     schema.Link[team](i18n.T("Team", "团队"), schema.Listed, schema.Tracked, schema.Inverse(i18n.T("Members", "成员")), schema.In(basics)),
	Region:   schema.String(i18n.T("Region", "区域"), schema.Listed, schema.Quick, schema.In(basics)),
	Active:   schema.Bool(wordActive, schema.Listed, schema.Tracked, schema.Offered, schema.Default(true), schema.In(basics)),
	Language: schema.Choice(i18n.T("Language", "语言"), []schema.Option{
		schema.Opt(readsChinese, "zh-CN", i18n.T("Chinese", "中文")),
		schema.Opt(readsEnglish, "en", i18n.T("English", "英文")),
	}, schema.In(basics)),
	External: schema.String(wordExternal, schema.Unique, schema.Match, schema.In(origin)),
})

// Check refuses a member who is their own manager, near or far.
func (m *member) Check(tx *core.Tx, c *record.Change) error {
	return noLoop(tx, &m.Type, m.Manager, c)
}
