package query

import (
	"errors"
	"reflect"
	"strings"
	"testing"

	"dealbox/internal/fault"
)

func TestParseGivesTheTree(t *testing.T) {
	eq := func(f, v string) Cond { return Cond{Op: OpEq, Field: f, Value: v} }
	for text, want := range map[string]Cond{
		"  ":                      {},
		"a=1":                     eq("a", "1"),
		"a = GTX  Pro":            eq("a", "GTX  Pro"),
		"a = 'it''s' and b='(x'":  All(eq("a", "it's"), eq("b", "(x")),
		"a=O'Brien":               eq("a", "O'Brien"),
		"a=1 or b=2 and c=3":      Any(eq("a", "1"), All(eq("b", "2"), eq("c", "3"))),
		"(a=1 或 b=2) 且 非 c=3":     All(Any(eq("a", "1"), eq("b", "2")), None(eq("c", "3"))),
		"a in(1,'2, 3',四)":        {Op: OpIn, Field: "a", Value: []any{"1", "2, 3", "四"}},
		"a is not empty":          {Op: OpFilled, Field: "a"},
		"a not contains x y":      None(Cond{Op: OpContains, Field: "a", Value: "x y"}),
		"'Expected close' < “本月”": {Op: OpLt, Field: "Expected close", Value: "本月"},
		"a>=1,000":                {Op: OpGe, Field: "a", Value: "1,000"},
		"a within last 7 days":    {Op: OpWithin, Field: "a", Value: "last 7 days"},
		"a = and":                 eq("a", "and"),
		"a.b != x":                {Op: OpNe, Field: "a.b", Value: "x"},
		"a<>x&&b==y||!c=z":        Any(All(Cond{Op: OpNe, Field: "a", Value: "x"}, eq("b", "y")), None(eq("c", "z"))),
	} {
		if got, err := Parse(text); err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("%q: %+v %v, want %+v", text, got, err, want)
		}
	}
}

func TestParseNamesThePosition(t *testing.T) {
	for text, want := range map[string]int{
		"a": 2, "=1": 1, "a =": 4, "金额 > 1 且": 9, "(a=1": 5, "a=1)": 4, "a=b=c": 4,
		"a in 1": 6, "a in (1": 8, "a in (1 = 2)": 9, "a b": 3, "a in (,)": 7,
	} {
		_, err := Parse(text)
		e := fault.From(err)
		if !errors.Is(err, ErrSyntax) || e.Args[0].Value != want {
			t.Errorf("%q: %v, want position %d", text, err, want)
		}
	}
}

func TestParseRefusesWhatIsTooLongOrTooDeep(t *testing.T) {
	for _, text := range []string{string(make([]byte, MaxLength+1)), strings.Repeat("(", 10_000), strings.Repeat("not ", 4000)} {
		if _, err := Parse(text); !errors.Is(err, ErrDepth) {
			t.Errorf("%d bytes: %v", len(text), err)
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{"a=1", "状态 = 赢单 且 (金额>=10万 或 b in (1, '2'))", "not a is empty", "“x” 不包含 y", "a=\xff", "((((", "'"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		c, err := Parse(s)
		if err != nil && !errors.Is(err, ErrSyntax) && !errors.Is(err, ErrDepth) {
			t.Fatalf("%q: %v", s, err)
		}
		if again, err2 := Parse(s); !reflect.DeepEqual(c, again) || (err == nil) != (err2 == nil) {
			t.Fatalf("%q: read twice, two answers", s)
		}
		if b, err := Bind(c, &sales.Type, testRegistry(t), testEnv()); err == nil {
			b.Match(aSale())
		}
	})
}
