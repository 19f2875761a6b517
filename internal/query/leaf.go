package query

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"

	"dealbox/internal/schema"
	"dealbox/internal/value"
)

// read gives the value of the condition as one of the field's kind. Text is read as
// people write it, all else as JSON. Nothing is refused: "empty" asks for that.
func (l leaf) read(k value.Kind) (any, error) {
	v := l.cond.Value
	var err error
	if s, ok := v.(string); ok {
		v, err = k.Parse(s, l.env.reading())
	} else if k == value.Amount {
		v, err = l.readMoney(v)
	} else {
		v, err = k.FromJSON(v)
	}
	if err == nil && v == nil {
		err = value.ErrType.Err()
	}
	if err != nil {
		return nil, l.bad(err)
	}
	return v, nil
}

// readMoney takes a bare number as an amount in the base currency.
func (l leaf) readMoney(v any) (any, error) {
	switch n := v.(type) {
	case float64:
		return value.ParseMoney(strconv.FormatFloat(n, 'f', -1, 64), l.env.Base)
	case int64, int:
		return value.ParseMoney(fmt.Sprint(n), l.env.Base)
	case json.Number:
		return value.ParseMoney(n.String(), l.env.Base)
	}
	return value.Amount.FromJSON(v)
}

// ordered says whether the operator compares in order, or for equality.
func (l leaf) ordered() bool {
	switch l.cond.Op {
	case OpEq, OpLt, OpLe, OpGt, OpGe:
		return true
	}
	return false
}

func (l leaf) money() (*Bound, error) {
	if !l.ordered() {
		return nil, l.refuse()
	}
	v, err := l.read(value.Amount)
	if err != nil {
		return nil, err
	}
	m, ok := v.(value.Money)
	if !ok {
		return nil, l.bad(value.ErrType.Err())
	}
	return &Bound{Test: Amount, Def: l.def, Rate: l.typ.RateOf(l.def), amount: &amount{op: l.cond.Op, than: m, env: l.env}}, nil
}

// number binds whole numbers, decimals, durations and yes or no.
func (l leaf) number() (*Bound, error) {
	if !l.ordered() {
		return nil, l.refuse()
	}
	v, err := l.read(l.def.Kind)
	if err != nil {
		return nil, err
	}
	n, ok := Code(v)
	if !ok {
		return nil, l.bad(value.ErrType.Err())
	}
	return l.span(n, n), nil
}

func (l leaf) span(lo, hi int64) *Bound {
	b := &Bound{Test: Span, Def: l.def}
	b.Lo, b.Hi = span(l.cond.Op, lo, hi)
	return b
}

// choice binds one or several choices: by number, key, or words in either language;
// "contains" by a part of the words.
func (l leaf) choice() (*Bound, error) {
	b := &Bound{Test: OneOf, Def: l.def}
	switch l.cond.Op {
	case OpContains:
		if l.def.Kind == value.Choices {
			if o, err := l.option(); err == nil {
				b.Options = []value.Option{o}
				return b, nil
			}
		}
		part := Normal(value.Text, fmt.Sprint(l.cond.Value))
		b.Options = optionsWith(l.def, part)
		return b, nil
	case OpEq:
		o, err := l.option()
		b.Options = []value.Option{o}
		return b, err
	}
	return nil, l.refuse()
}

func (l leaf) option() (value.Option, error) {
	v := l.cond.Value
	if s, ok := v.(string); ok {
		if o, ok := l.def.OptionNamed(s); ok {
			return o, nil
		}
		n, err := strconv.ParseUint(strings.TrimPrefix(s, "#"), 10, 32)
		if err != nil {
			return 0, l.bad(value.ErrChoice.With("value", s))
		}
		v = int64(n)
	}
	o, err := value.Choice.FromJSON(v)
	if err != nil || o == nil {
		return 0, l.bad(err)
	}
	return o.(value.Option), nil
}

func optionsWith(d *schema.Def, part string) []value.Option {
	var all []value.Option
	for _, o := range d.Options {
		for _, words := range []string{o.Label.En, o.Label.Zh, o.Key} {
			if strings.Contains(Normal(value.Text, words), part) {
				all = append(all, o.Num)
				break
			}
		}
	}
	return all
}

// link binds links by id, "me", or the text of a record: its title, code or phone.
func (l leaf) link() (*Bound, error) {
	if l.cond.Op != OpEq && l.cond.Op != OpContains {
		return nil, l.refuse()
	}
	v, err := l.read(value.Link)
	if err != nil {
		return nil, err
	}
	switch v := v.(type) {
	case value.ID:
		return linked(l.def, []value.ID{v}), nil
	case value.Unresolved:
		return l.named(string(v))
	}
	return nil, l.bad(value.ErrType.Err())
}

func (l leaf) named(s string) (*Bound, error) {
	if isMe(s) && !l.env.Me.IsZero() {
		return linked(l.def, []value.ID{l.env.Me}), nil
	}
	if l.env.Find == nil {
		return nil, l.bad(value.ErrID.With("value", s))
	}
	ids, err := l.env.Find(l.def.Target, s, l.cond.Op)
	if err != nil {
		return nil, err
	}
	return linked(l.def, ids), nil
}

func isMe(s string) bool { return strings.EqualFold(s, "me") || s == "我" || s == "本人" }

// words binds texts and tags. Of tags, "contains" and "eq" both mean "has that tag".
func (l leaf) words() (*Bound, error) {
	s, ok := l.cond.Value.(string)
	if !ok {
		s = fmt.Sprint(l.cond.Value)
	}
	word := Normal(l.def.Kind, s)
	if word == "" || l.cond.Value == nil {
		return nil, l.bad(value.ErrType.Err())
	}
	b := &Bound{Def: l.def, Words: []string{word}}
	switch l.cond.Op {
	case OpEq:
		b.Test = Equal
	case OpContains:
		b.Test = Contains
		if l.def.Kind == value.Tags {
			b.Test = Equal
		}
	case OpStarts:
		b.Test = Starts
	default:
		return nil, l.refuse()
	}
	return b, nil
}
