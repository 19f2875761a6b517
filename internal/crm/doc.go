// Package crm holds the record types of Dealbox and the sales logic.
//
// Each type stands in a file of its own: its fields, their words in both languages and
// its rules. A rule about one record is its type's Derive (what follows) or Check (what is
// refused); package core runs both in every save. What touches several kinds of record is
// a function named as a verb.
//
// Keys and numbers of types, fields and choices are in files: they never change and are
// never used again. testdata/schema.golden guards them.
package crm

import "dealbox/internal/schema"

// Types is the one list of record types, in the order of the sidebar and of Settings.
func Types() []*schema.Type {
	return []*schema.Type{
		&Opportunity.Type, &Lead.Type, &Account.Type, &Contact.Type,
		&Product.Type, &Activity.Type, &Task.Type, &Member.Type,
		&OpportunityLine.Type, &OpportunityContact.Type, &StageEvent.Type, &ContactRole.Type,
		&Pipeline.Type, &Stage.Type, &LostReason.Type, &Team.Type, &Rate.Type,
	}
}
