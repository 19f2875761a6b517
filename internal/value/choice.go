package value

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"dealbox/internal/fault"
	"dealbox/internal/i18n"

	"google.golang.org/protobuf/encoding/protowire"
)

// Option is a choice by its number, never its words. 0 is no option.
type Option uint32

// The ways in which a choice is refused.
var (
	ErrChoice = fault.New(fault.Invalid, "choice.bad", i18n.T("“{value}” is none of the choices", "「{value}」不在选项中"))
	ErrBool   = fault.New(fault.Invalid, "bool.bad", i18n.T("“{value}” is neither yes nor no", "「{value}」不是“是”或“否”"))
)

var choiceOps = ops{
	name: "choice",
	parse: func(s string, o Reading) (any, error) {
		s = oneLine(s)
		if s == "" {
			return nil, nil
		}
		if o.Option != nil {
			if n, ok := o.Option(s); ok {
				return n, nil
			}
		}
		return nil, ErrChoice.With("value", s)
	},
	format:  func(v any, o Writing) string { return optionWords(v.(Option), o) },
	compare: func(a, b any) int { return cmp.Compare(a.(Option), b.(Option)) },
	check:   checkOption,
	json:    func(v any) any { return int64(v.(Option)) },
	unjson:  optionFromJSON,
	wire:    protowire.VarintType,
	append:  func(b []byte, v any) []byte { return protowire.AppendVarint(b, uint64(v.(Option))) },
	fromInt: func(u uint64) (any, error) {
		if u == 0 || u > math.MaxUint32 {
			return nil, fmt.Errorf("read choice: number %d", u)
		}
		return Option(u), nil
	},
}

func checkOption(v any) error {
	n, ok := v.(Option)
	if !ok {
		return ErrType.Err()
	}
	if n == 0 {
		return ErrChoice.With("value", 0)
	}
	return nil
}

func optionWords(n Option, o Writing) string {
	if o.Option == nil {
		return fmt.Sprint(uint32(n))
	}
	return o.Option(n).In(o.Lang)
}

func optionFromJSON(v any) (any, error) {
	n, err := integerFromJSON(v)
	i, ok := n.(int64)
	if err != nil || !ok || i < 0 || i > math.MaxUint32 {
		return nil, ErrChoice.With("value", v)
	}
	if i == 0 {
		return nil, nil
	}
	return Option(i), nil
}

var boolOps = ops{
	name:    "bool",
	parse:   parseBoolText,
	format:  func(v any, o Writing) string { return boolWords[v.(bool)].In(o.Lang) },
	compare: func(a, b any) int { return cmp.Compare(boolInt(a.(bool)), boolInt(b.(bool))) },
	check:   isType[bool],
	json:    func(v any) any { return v },
	unjson: func(v any) (any, error) {
		if b, ok := v.(bool); ok {
			return b, nil
		}
		return nil, ErrType.Err()
	},
	wire:    protowire.VarintType,
	append:  func(b []byte, v any) []byte { return protowire.AppendVarint(b, boolInt(v.(bool))) },
	fromInt: func(u uint64) (any, error) { return u != 0, nil },
}

var boolWords = map[bool]i18n.Text{true: i18n.T("Yes", "是"), false: i18n.T("No", "否")}

func boolInt(b bool) uint64 {
	if b {
		return 1
	}
	return 0
}

func parseBoolText(s string, _ Reading) (any, error) {
	switch strings.ToLower(oneLine(s)) {
	case "":
		return nil, nil
	case "1", "true", "yes", "y", "是", "对", "有", "√", "✓":
		return true, nil
	case "0", "false", "no", "n", "否", "不", "无", "×", "✗":
		return false, nil
	}
	return nil, ErrBool.With("value", s)
}

// set makes the operations of a kind whose values are ascending lists without doubles.
func set[T any](name string, order func(a, b T) int, parse func(string, Reading) (any, error), format func(T, Writing) string, one ops, appendOne func([]byte, T) []byte, consumeOne func([]byte) (T, int)) ops {
	clean := func(all []T) any {
		slices.SortFunc(all, order)
		all = slices.CompactFunc(all, func(a, b T) bool { return order(a, b) == 0 })
		if len(all) == 0 {
			return nil
		}
		return all
	}
	return ops{
		name: name,
		parse: func(s string, o Reading) (any, error) {
			var all []T
			for _, part := range splitSet(s) {
				v, err := parse(part, o)
				if err != nil {
					return nil, err
				}
				if v != nil {
					all = append(all, v.(T))
				}
			}
			return clean(all), nil
		},
		format: func(v any, o Writing) string {
			var words []string
			for _, m := range v.([]T) {
				words = append(words, format(m, o))
			}
			return strings.Join(words, "; ")
		},
		compare: func(a, b any) int { return slices.CompareFunc(a.([]T), b.([]T), order) },
		check: func(v any) error {
			all, ok := v.([]T)
			if !ok {
				return ErrType.Err()
			}
			for i, m := range all {
				if err := one.check(m); err != nil {
					return err
				}
				if i > 0 && order(all[i-1], m) >= 0 {
					return ErrType.Err()
				}
			}
			return nil
		},
		json: func(v any) any {
			var all []any
			for _, m := range v.([]T) {
				all = append(all, one.json(m))
			}
			return all
		},
		unjson: func(v any) (any, error) {
			list, ok := v.([]any)
			if !ok {
				return nil, ErrType.Err()
			}
			var all []T
			for _, e := range list {
				m, err := one.unjson(e)
				if err != nil {
					return nil, err
				}
				if m != nil {
					all = append(all, m.(T))
				}
			}
			return clean(all), nil
		},
		wire: protowire.BytesType,
		append: func(b []byte, v any) []byte {
			var p []byte
			for _, m := range v.([]T) {
				p = appendOne(p, m)
			}
			return protowire.AppendBytes(b, p)
		},
		consume: func(b []byte) (any, error) {
			var all []T
			for len(b) > 0 {
				m, n := consumeOne(b)
				if n <= 0 {
					return nil, fmt.Errorf("read %s: member %d", name, len(all))
				}
				all, b = append(all, m), b[n:]
			}
			return clean(all), nil
		},
	}
}

// splitSet parts "展会；价格敏感, A" into its members.
func splitSet(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool {
		return r == ';' || r == '；' || r == ',' || r == '，' || r == '、' || r == '\n' || r == '|'
	})
}

var choicesOps = wholeFirst(set("choices", cmp.Compare[Option], choiceOps.parse, optionWords, choiceOps,
	func(b []byte, n Option) []byte { return protowire.AppendVarint(b, uint64(n)) },
	func(b []byte) (Option, int) {
		u, n := protowire.ConsumeVarint(b)
		if u == 0 || u > math.MaxUint32 {
			return 0, -1
		}
		return Option(u), n
	}))

var tagsOps = set("tags", strings.Compare, textOps("text").parse, func(s string, _ Writing) string { return s }, textOps("text"),
	protowire.AppendString,
	func(b []byte) (string, int) { p, n := protowire.ConsumeBytes(b); return string(p), n })

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
