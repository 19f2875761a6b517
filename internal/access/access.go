// Package access says who may do what. Permissions read as sentences: may this actor do
// this to this type, this row, this field. For now there is one policy, in which every
// member of the workspace may do everything; every call and every list asks all the same.
package access

import (
	"dealbox/internal/query"
	"dealbox/internal/record"
	"dealbox/internal/schema"
	"dealbox/internal/value"
)

// Action is something that an actor does to records.
type Action uint8

// The actions.
const (
	Read Action = iota + 1
	Create
	Update
	Delete
)

// Policy decides. It is safe for concurrent use.
type Policy interface {
	// May says whether the member may do this to the row of the type. For an update it
	// is asked for the row before and for the row after.
	May(member value.ID, a Action, t *schema.Type, row *record.Row) bool
	// Sees says whether the member may see a field, hence filter, sort and sum by it.
	Sees(member value.ID, t *schema.Type, d *schema.Def) bool
	// Filter is the condition that every list of the type is narrowed by; nil for none.
	Filter(member value.ID, t *schema.Type) *query.Cond
}

// Everyone is the policy of a workspace without roles.
type Everyone struct{}

// May allows everything.
func (Everyone) May(value.ID, Action, *schema.Type, *record.Row) bool { return true }

// Sees shows everything but internal fields.
func (Everyone) Sees(_ value.ID, _ *schema.Type, d *schema.Def) bool { return !d.Hidden }

// Filter leaves lists as they are.
func (Everyone) Filter(value.ID, *schema.Type) *query.Cond { return nil }

var _ Policy = Everyone{}
