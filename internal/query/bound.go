package query

import (
	"slices"

	"dealbox/internal/schema"
	"dealbox/internal/value"
)

// Test says what a Bound looks at.
type Test uint8

// The tests. Every one but the first three looks at the field Def alone, Amount at Rate
// too, and none of those but Filled is true of an empty field.
const (
	And      Test = iota + 1 // every one of Subs; of none, true
	Or                       // one of Subs; of none, false
	Not                      // the contrary of Subs[0]
	Filled                   // has a value; the only test of long text
	Span                     // Lo ≤ Code(value) ≤ Hi, of whole numbers, decimals, dates, moments, yes/no
	Amount                   // money that HoldsMoney
	OneOf                    // a choice in Options; of several choices, one of them
	Linked                   // a link in IDs; of several links, one of them
	Equal                    // Normal(text) is in Words; of tags, one of them
	Contains                 // Normal(text) contains one of Words
	Starts                   // Normal(text) starts with one of Words
)

// Bound is a condition bound to a record type: a tree without any words left to
// resolve. It is immutable and safe for concurrent use. nil is always true.
type Bound struct {
	Test    Test
	Subs    []*Bound
	Def     *schema.Def
	Rate    *schema.Def // of an Amount test: where a record has a rate of its own; may be nil
	Lo, Hi  int64
	Options []value.Option
	IDs     []value.ID // ascending
	Words   []string   // each in its Normal form, never empty
	amount  *amount
}

// always is the condition without a condition.
func always() *Bound { return &Bound{Test: And} }

// never is satisfied by nothing.
func never() *Bound { return &Bound{Test: Or} }

func not(b *Bound) *Bound { return &Bound{Test: Not, Subs: []*Bound{b}} }

func filled(d *schema.Def) *Bound { return &Bound{Test: Filled, Def: d} }

// either is one of several, without a needless level.
func either(subs []*Bound) *Bound {
	if len(subs) == 1 {
		return subs[0]
	}
	return &Bound{Test: Or, Subs: subs}
}

// AllOf is true where every one of the given is. nil ones are always true.
func AllOf(bounds ...*Bound) *Bound {
	b := always()
	for _, sub := range bounds {
		if sub != nil {
			b.Subs = append(b.Subs, sub)
		}
	}
	return b
}

func linked(d *schema.Def, ids []value.ID) *Bound {
	ids = slices.Clone(ids)
	slices.SortFunc(ids, value.ID.Compare)
	return &Bound{Test: Linked, Def: d, IDs: slices.Compact(ids)}
}
