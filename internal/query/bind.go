package query

import (
	"fmt"
	"slices"

	"dealbox/internal/schema"
	"dealbox/internal/value"
)

// MaxDepth is how deep conditions may be nested, MaxTests how many one may hold.
const (
	MaxDepth = 64
	MaxTests = 2000
)

// Bind checks a condition against a record type and resolves its words. The error is a
// fault: ErrUnknownField, ErrOperator, ErrValue, ErrPeriod, ErrPath, ErrDepth, or what
// env's functions gave.
func Bind(c Cond, t *schema.Type, reg *schema.Registry, env Env) (*Bound, error) {
	b := binder{typ: t, reg: reg, env: env}
	return b.bind(c, 0)
}

type binder struct {
	typ   *schema.Type
	reg   *schema.Registry
	env   Env
	tests int
}

func (b *binder) bind(c Cond, depth int) (*Bound, error) {
	b.tests++
	if depth > MaxDepth || b.tests > MaxTests {
		return nil, ErrDepth.Err()
	}
	switch c.Op {
	case "", OpAnd, OpOr, OpNot:
		return b.join(c, depth)
	}
	return b.test(c)
}

func (b *binder) join(c Cond, depth int) (*Bound, error) {
	if c.Field != "" {
		return nil, ErrOperator.With("op", c.Op).With("name", c.Field).On(c.Field)
	}
	var subs []*Bound
	for _, s := range c.Conds {
		sub, err := b.bind(s, depth+1)
		if err != nil {
			return nil, err
		}
		subs = append(subs, sub)
	}
	switch c.Op {
	case OpOr:
		return &Bound{Test: Or, Subs: subs}, nil
	case OpNot:
		return not(AllOf(subs...)), nil
	}
	return AllOf(subs...), nil
}

// test binds the test of one field.
func (b *binder) test(c Cond) (*Bound, error) {
	first, rest := split(c.Field)
	d := fieldNamed(b.typ, first)
	if d == nil {
		return nil, ErrUnknownField.With("name", first).On(c.Field)
	}
	leaf := leaf{binder: b, cond: c, def: d}
	if rest != "" {
		return leaf.path(rest)
	}
	switch c.Op {
	case OpFilled:
		return filled(d), nil
	case OpEmpty:
		return not(filled(d)), nil
	case OpNe:
		return leaf.contrary()
	case OpIn:
		return leaf.in()
	}
	return leaf.compare()
}

// fieldNamed finds a field by its key or, for people, by its label in either language.
func fieldNamed(t *schema.Type, name string) *schema.Def {
	if d := t.Field(name); d != nil {
		return d
	}
	i := slices.IndexFunc(t.Fields, func(d *schema.Def) bool { return d.Label.Has(name) })
	if i < 0 {
		return nil
	}
	return t.Fields[i]
}

// leaf is one test of one field on its way to be bound.
type leaf struct {
	*binder
	cond Cond
	def  *schema.Def
}

func (l leaf) refuse() error {
	return ErrOperator.With("op", l.cond.Op).With("name", l.def.Label).On(l.cond.Field)
}

func (l leaf) bad(err error) error {
	e := ErrValue.With("value", fmt.Sprint(l.cond.Value)).With("name", l.def.Label).On(l.cond.Field)
	e.Cause = err
	return e
}

// with is the same test with another operator and value.
func (l leaf) with(op string, v any) leaf {
	l.cond.Op, l.cond.Value = op, v
	return l
}

// contrary binds "ne". An amount without a rate stays outside it too.
func (l leaf) contrary() (*Bound, error) {
	eq, err := l.with(OpEq, l.cond.Value).compare()
	if err != nil || eq.Test != Amount {
		return not(eq), err
	}
	less, err := l.with(OpLt, l.cond.Value).compare()
	if err != nil {
		return nil, err
	}
	more, err := l.with(OpGt, l.cond.Value).compare()
	if err != nil {
		return nil, err
	}
	return either([]*Bound{not(filled(l.def)), less, more}), nil
}

// in binds "in": one of the values.
func (l leaf) in() (*Bound, error) {
	values, ok := l.cond.Value.([]any)
	if !ok {
		values = []any{l.cond.Value}
	}
	if l.tests += len(values); l.tests > MaxTests*10 {
		return nil, ErrDepth.Err()
	}
	subs := make([]*Bound, 0, len(values))
	for _, v := range values {
		sub, err := l.with(OpEq, v).compare()
		if err != nil {
			return nil, err
		}
		subs = append(subs, sub)
	}
	return merged(subs), nil
}

// merged joins tests of one field by "or", and those of the same set of choices, links
// or words into one, so that a long list is one pass over the column.
func merged(subs []*Bound) *Bound {
	if len(subs) == 0 {
		return never()
	}
	all := *subs[0]
	for _, s := range subs[1:] {
		if s.Test != all.Test || s.Test != OneOf && s.Test != Linked && s.Test != Equal {
			return either(subs)
		}
		all.Options = append(slices.Clip(all.Options), s.Options...)
		all.IDs = append(slices.Clip(all.IDs), s.IDs...)
		all.Words = append(slices.Clip(all.Words), s.Words...)
	}
	if all.Test == Linked {
		return linked(all.Def, all.IDs)
	}
	return &all
}

// path binds a test of a field of the linked record. Where the test is true of an
// empty field, it is true without a linked record too.
func (l leaf) path(rest string) (*Bound, error) {
	if !l.def.Kind.Linked() || len(rest) == 0 || l.env.Select == nil {
		return nil, ErrPath.With("name", l.cond.Field).On(l.cond.Field)
	}
	if more, _ := split(rest); more != rest {
		return nil, ErrPath.With("name", l.cond.Field).On(l.cond.Field)
	}
	ids, err := l.env.Select(l.def.Target, Cond{Op: l.cond.Op, Field: rest, Value: l.cond.Value})
	if err != nil {
		return nil, err
	}
	found := linked(l.def, ids)
	if l.cond.Op == OpNe || l.cond.Op == OpEmpty {
		return either([]*Bound{not(filled(l.def)), found}), nil
	}
	return found, nil
}

// compare binds a comparison with one value.
func (l leaf) compare() (*Bound, error) {
	switch k := l.def.Kind; {
	case k.Long():
		return nil, l.refuse()
	case k == value.Amount:
		return l.money()
	case k == value.Choice || k == value.Choices:
		return l.choice()
	case k.Linked():
		return l.link()
	case k == value.Day || k == value.Time:
		return l.when()
	case k == value.Bool || k.Numeric():
		return l.number()
	}
	return l.words()
}
