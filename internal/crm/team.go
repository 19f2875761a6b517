package crm

import (
	"dealbox/internal/core"
	"dealbox/internal/i18n"
	"dealbox/internal/record"
	"dealbox/internal/schema"
	"dealbox/internal/value"
)

type team struct {
	schema.Type
	Name   *schema.Field[string]   `key:"name" num:"16"`
	Parent *schema.Field[value.ID] `key:"parent" num:"17"`
	Lead   *schema.Field[value.ID] `key:"lead" num:"18"`
}

// Team is a group of members; teams form a tree.
var Team = schema.Declare(&team{
	Type: schema.Type{Key: "team", Num: 13, Label: i18n.T("Team", "团队"), Plural: i18n.T("Teams", "团队"),
		Icon: "users-group", Title: "name", Setup: true},
	Name:   schema.String(wordName, schema.Required, schema.Searched, schema.Listed, schema.Match, schema.Quick),
	Parent: schema.Link[team](i18n.T("Parent team", "上级团队"), schema.Listed, schema.Quick, schema.Inverse(i18n.T("Teams", "下级团队"))),
	Lead:   schema.Member[member](i18n.T("Team lead", "团队主管"), schema.Listed, schema.Quick, schema.Inverse(i18n.T("Leads these teams", "所带团队"))),
})

// Check refuses a team that stands below itself.
func (t *team) Check(tx *core.Tx, c *record.Change) error { return noLoop(tx, &t.Type, t.Parent, c) }
