package value

import (
	"cmp"
	"fmt"
	"math"
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
