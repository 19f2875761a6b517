package value

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"google.golang.org/protobuf/encoding/protowire"
)

// setOf is what a kind needs whose values are ascending lists without doubles.
type setOf[T any] struct {
	name    string
	order   func(a, b T) int
	parse   func(string, Reading) (any, error)
	format  func(T, Writing) string
	one     ops // of a single member
	append  func([]byte, T) []byte
	consume func([]byte) (T, int) // n ≤ 0: no member
}

// ops makes the operations of the kind.
func (s setOf[T]) ops() ops {
	return ops{
		name: s.name, parse: s.parseAll, format: s.formatAll, check: s.checkAll, json: s.jsonAll, unjson: s.fromJSON,
		compare: func(a, b any) int { return slices.CompareFunc(a.([]T), b.([]T), s.order) },
		wire:    protowire.BytesType, append: s.appendAll, consume: s.consumeAll,
	}
}

// clean sorts members and drops doubles; no member is nil.
func (s setOf[T]) clean(all []T) any {
	slices.SortFunc(all, s.order)
	all = slices.CompactFunc(all, func(a, b T) bool { return s.order(a, b) == 0 })
	if len(all) == 0 {
		return nil
	}
	return all
}

func (s setOf[T]) parseAll(text string, o Reading) (any, error) {
	var all []T
	for _, part := range splitSet(text) {
		v, err := s.parse(part, o)
		if err != nil {
			return nil, err
		}
		if v != nil {
			all = append(all, v.(T))
		}
	}
	return s.clean(all), nil
}

func (s setOf[T]) formatAll(v any, o Writing) string {
	var words []string
	for _, m := range v.([]T) {
		words = append(words, s.format(m, o))
	}
	return strings.Join(words, "; ")
}

func (s setOf[T]) checkAll(v any) error {
	all, ok := v.([]T)
	if !ok {
		return ErrType.Err()
	}
	for i, m := range all {
		if err := s.one.check(m); err != nil {
			return err
		}
		if i > 0 && s.order(all[i-1], m) >= 0 {
			return ErrType.Err()
		}
	}
	return nil
}

func (s setOf[T]) jsonAll(v any) any {
	var all []any
	for _, m := range v.([]T) {
		all = append(all, s.one.json(m))
	}
	return all
}

func (s setOf[T]) fromJSON(v any) (any, error) {
	list, ok := v.([]any)
	if !ok {
		return nil, ErrType.Err()
	}
	var all []T
	for _, e := range list {
		m, err := s.one.unjson(e)
		if err != nil {
			return nil, err
		}
		if m != nil {
			all = append(all, m.(T))
		}
	}
	return s.clean(all), nil
}

func (s setOf[T]) appendAll(b []byte, v any) []byte {
	var p []byte
	for _, m := range v.([]T) {
		p = s.append(p, m)
	}
	return protowire.AppendBytes(b, p)
}

func (s setOf[T]) consumeAll(b []byte) (any, error) {
	var all []T
	for len(b) > 0 {
		m, n := s.consume(b)
		if n <= 0 {
			return nil, fmt.Errorf("read %s: member %d", s.name, len(all))
		}
		all, b = append(all, m), b[n:]
	}
	return s.clean(all), nil
}

// splitSet parts "展会；价格敏感, A" into its members.
func splitSet(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool {
		return r == ';' || r == '；' || r == ',' || r == '，' || r == '、' || r == '\n' || r == '|'
	})
}

var choicesOps = wholeFirst(setOf[Option]{
	name: "choices", order: cmp.Compare[Option], parse: choiceOps.parse, format: optionWords, one: choiceOps,
	append: func(b []byte, n Option) []byte { return protowire.AppendVarint(b, uint64(n)) },
	consume: func(b []byte) (Option, int) {
		u, n := protowire.ConsumeVarint(b)
		if u == 0 || u > math.MaxUint32 {
			return 0, -1
		}
		return Option(u), n
	},
}.ops())

var tagsOps = setOf[string]{
	name: "tags", order: strings.Compare, parse: textOps("text").parse, one: textOps("text"),
	format:  func(s string, _ Writing) string { return s },
	append:  protowire.AppendString,
	consume: func(b []byte) (string, int) { p, n := protowire.ConsumeBytes(b); return string(p), n },
}.ops()

// wholeFirst takes a text that is one choice for it: the words of a choice may hold a
// sign that parts several (需求、预算).
func wholeFirst(o ops) ops {
	several := o.parse
	o.parse = func(s string, r Reading) (any, error) {
		if one, err := choiceOps.parse(s, r); err == nil && one != nil {
			return []Option{one.(Option)}, nil
		}
		return several(s, r)
	}
	return o
}
