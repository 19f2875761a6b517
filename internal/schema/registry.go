package schema

import (
	"fmt"
	"reflect"

	"dealbox/internal/value"
)

// Registry is all types of a workspace. It is immutable and safe for concurrent use.
type Registry struct {
	types []*Type
	byKey map[string]*Type
	byNum map[uint32]*Type
}

// NewRegistry lists types and resolves their links. It fails on a key or number that
// is there twice and on a link to a type that is not.
func NewRegistry(types ...*Type) (*Registry, error) {
	r := &Registry{types: types, byKey: map[string]*Type{}, byNum: map[uint32]*Type{}}
	byGo := map[reflect.Type]*Type{}
	for _, t := range types {
		if r.byKey[t.Key] != nil || r.byNum[t.Num] != nil {
			return nil, fmt.Errorf("type %s: key or number %d is there twice", t.Key, t.Num)
		}
		r.byKey[t.Key], r.byNum[t.Num] = t, t
		if t.goType != nil {
			byGo[t.goType] = t
		}
	}
	for _, t := range types {
		if err := resolve(t, byGo, r.byKey); err != nil {
			return nil, err
		}
	}
	return r, nil
}

func resolve(t *Type, byGo map[reflect.Type]*Type, byKey map[string]*Type) error {
	if len(t.byKey) != len(t.Fields) || len(t.byNum) != len(t.Fields) {
		return fmt.Errorf("type %s: a field key or number is there twice", t.Key)
	}
	for _, d := range t.Fields {
		if to := byGo[d.target]; d.target != nil && to != nil && d.Target != to.Key { // declared fields are shared: written once
			d.Target = to.Key
		}
		if d.Kind.Linked() && byKey[d.Target] == nil {
			return fmt.Errorf("type %s: field %s links to no known type", t.Key, d.Key)
		}
		if d.Rate != "" && (d.Kind != value.Amount || t.RateOf(d) == nil) {
			return fmt.Errorf("type %s: field %s has its rate in no number field", t.Key, d.Key)
		}
	}
	if t.TitleField() == nil {
		return fmt.Errorf("type %s: no title field %q", t.Key, t.Title)
	}
	return nil
}

// Types lists the types in their order of declaration.
func (r *Registry) Types() []*Type { return r.types }

// Type finds a type by key, nil when there is none.
func (r *Registry) Type(key string) *Type { return r.byKey[key] }

// TypeNum finds a type by number, nil when there is none.
func (r *Registry) TypeNum(num uint32) *Type { return r.byNum[num] }

// Customs is what a user has added to a type.
type Customs struct {
	Type    string              `json:"type"`
	Fields  []*Def              `json:"fields,omitempty"`  // own fields
	Options map[string][]Option `json:"options,omitempty"` // choices of declared fields, by field key, in full
}

// With makes a registry with all that users have added. Call it on the registry of
// declared types, not on one that With made. Declared types are not changed.
func (r *Registry) With(all []Customs) (*Registry, error) {
	byType := map[string]Customs{}
	for _, c := range all {
		byType[c.Type] = c
	}
	types := make([]*Type, len(r.types))
	for i, t := range r.types {
		types[i] = t.with(byType[t.Key])
	}
	return NewRegistry(types...)
}

func (t *Type) with(c Customs) *Type {
	n := *t
	n.Fields = nil
	for _, d := range t.Fields {
		if opts, ok := c.Options[d.Key]; ok {
			changed := *d
			changed.Options = opts
			d = &changed
		}
		n.Fields = append(n.Fields, d)
	}
	for _, d := range c.Fields {
		own := *d
		own.Own = true
		n.Fields = append(n.Fields, &own)
	}
	n.index()
	return &n
}
