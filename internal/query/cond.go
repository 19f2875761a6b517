package query

import "strings"

// Cond is a condition, as JSON over the wire and in saved views. The zero Cond is
// always true.
type Cond struct {
	// Op is "and", "or", "not" over Conds, or a test of Field: "eq", "ne", "lt", "le",
	// "gt", "ge", "contains", "starts", "in", "empty", "filled", "within".
	Op string `json:"op"`
	// Field is a field's key; "account.industry" goes over one link.
	Field string `json:"field,omitempty"`
	// Value is the JSON form of the field's kind, a list of such for "in", or words:
	// "me", "today", "this quarter", "last 7 days", a choice's key or label, a title.
	Value any    `json:"value,omitempty"`
	Conds []Cond `json:"conds,omitempty"`
}

// The operators of a Cond.
const (
	OpAnd      = "and"
	OpOr       = "or"
	OpNot      = "not"
	OpEq       = "eq"
	OpNe       = "ne"
	OpLt       = "lt"
	OpLe       = "le"
	OpGt       = "gt"
	OpGe       = "ge"
	OpContains = "contains"
	OpStarts   = "starts"
	OpIn       = "in"
	OpEmpty    = "empty"
	OpFilled   = "filled"
	OpWithin   = "within"
)

// All is true where every one of the conditions is; of none, always.
func All(conds ...Cond) Cond { return Cond{Op: OpAnd, Conds: conds} }

// Any is true where one of the conditions is; of none, never.
func Any(conds ...Cond) Cond { return Cond{Op: OpOr, Conds: conds} }

// None is true where the condition is not.
func None(c Cond) Cond { return Cond{Op: OpNot, Conds: []Cond{c}} }

// Fields lists the fields that a condition looks at, as they are written in it, so
// that the caller can ask whether the actor may see them.
func (c Cond) Fields() []string {
	var all []string
	if c.Field != "" {
		all = append(all, c.Field)
	}
	for _, sub := range c.Conds {
		all = append(all, sub.Fields()...)
	}
	return all
}

// split parts "account.industry" into the link and the field behind it.
func split(field string) (first, rest string) {
	first, rest, _ = strings.Cut(field, ".")
	return first, rest
}
