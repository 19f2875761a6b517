package crm

import (
	"dealbox/internal/core"
	"dealbox/internal/i18n"
	"dealbox/internal/record"
	"dealbox/internal/schema"
	"dealbox/internal/value"
)

type opportunityContact struct {
	schema.Type
	Opportunity *schema.Field[value.ID]     `key:"opportunity" num:"16"`
	Contact     *schema.Field[value.ID]     `key:"contact" num:"17"`
	Role        *schema.Field[value.Option] `key:"role" num:"18"`
	Name        *schema.Field[string]       `key:"name" num:"19"`
}

// OpportunityContact is the part that a contact plays in an opportunity.
var OpportunityContact = schema.Declare(&opportunityContact{
	Type: schema.Type{Key: "opportunity_contact", Num: 7, Label: i18n.T("Contact role", "联系人角色"), Plural: i18n.T("Contact roles", "联系人角色"),
		Icon: "users", Title: "name", Parent: "opportunity"},
	Opportunity: schema.Link[opportunity](wordOpportunity, schema.Required, schema.Inverse(i18n.T("Contacts", "联系人"))),
	Contact:     schema.Link[contact](wordContact, schema.Required, schema.Listed, schema.Quick, schema.Inverse(i18n.T("Opportunities", "商机"))),
	Role: schema.Choice(i18n.T("Role", "角色"), []schema.Option{
		schema.Opt(1, "decision_maker", i18n.T("Decision maker", "决策人")),
		schema.Opt(2, "influencer", i18n.T("Influencer", "影响人")),
		schema.Opt(3, "user", i18n.T("User", "使用人")),
		schema.Opt(4, "gatekeeper", i18n.T("Gatekeeper", "把关人")),
		schema.Opt(5, "other", i18n.T("Other", "其他")),
	}, schema.Listed, schema.Tracked, schema.Quick),
	Name: schema.String(wordName, schema.ReadOnly),
})

// Derive names the role after the contact.
func (o *opportunityContact) Derive(tx *core.Tx, c *record.Change) error {
	who, err := nameOf(tx, &Contact.Type, o.Contact.Of(c.After))
	if who != "" {
		o.Name.Set(c.After, who)
	}
	return err
}
