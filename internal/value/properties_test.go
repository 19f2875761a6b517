package value_test

import (
	"encoding/json"
	"reflect"
	"testing"
	"time"

	"dealbox/internal/i18n"
	"dealbox/internal/value"
	"dealbox/internal/value/valuetest"

	"google.golang.org/protobuf/encoding/protowire"
	"pgregory.net/rapid"
)

// forEveryKind checks a property of values kind by kind, so that each gets its share.
func forEveryKind(t *testing.T, property func(t *rapid.T, k value.Kind, v any)) {
	for _, k := range value.Kinds() {
		t.Run(k.String(), func(t *testing.T) {
			rapid.Check(t, func(t *rapid.T) { property(t, k, valuetest.Any(k).Draw(t, "value")) })
		})
	}
}

func TestEveryKindReadsWhatItWroteToTheFile(t *testing.T) {
	forEveryKind(t, func(t *rapid.T, k value.Kind, v any) {
		if err := k.Check(v); err != nil {
			t.Fatalf("Check(%v): %v", v, err)
		}
		b := k.Append(nil, 17, v)
		num, wire, n := protowire.ConsumeTag(b)
		got, used, err := k.Consume(b[n:], wire)
		if err != nil || num != 17 || n+used != len(b) || !reflect.DeepEqual(got, v) {
			t.Fatalf("Consume(Append(%v)) = %v, %v", v, got, err)
		}
	})
}

func TestEveryKindReadsWhatItWroteAsJSON(t *testing.T) {
	forEveryKind(t, func(t *rapid.T, k value.Kind, v any) {
		b, err := json.Marshal(k.JSON(v))
		if err != nil {
			t.Fatal(err)
		}
		var decoded any
		if err := json.Unmarshal(b, &decoded); err != nil {
			t.Fatal(err)
		}
		got, err := k.FromJSON(decoded)
		if err != nil || !reflect.DeepEqual(got, v) {
			t.Fatalf("FromJSON(%s) = %v, %v, want %v", b, got, err, v)
		}
	})
}

// TestEveryKindReadsWhatItWroteForPeople holds what Parse promises about Format: the
// same value for every kind, moments to the minute, tags without the signs that part
// them, links where no titles are given.
func TestEveryKindReadsWhatItWroteForPeople(t *testing.T) {
	zone := time.FixedZone("", 8*3600)
	forEveryKind(t, func(t *rapid.T, k value.Kind, v any) {
		lang := rapid.SampledFrom([]i18n.Lang{i18n.English, i18n.Chinese}).Draw(t, "lang")
		s := k.Format(v, value.Writing{Lang: lang, Zone: zone, Option: func(n value.Option) i18n.Text { return valuetest.Options[n] }})
		if k == value.Choices && len(v.([]value.Option)) > 1 {
			return // words with a comma part again; a single one is read whole
		}
		got, err := k.Parse(s, value.Reading{Zone: zone, Option: optionNamed})
		if m, ok := v.(value.Moment); ok {
			zoned := m.Time().In(zone)
			if zoned.Year() > 9999 {
				return
			}
			v = value.MomentOf(zoned.Truncate(time.Minute))
		}
		if err != nil || !reflect.DeepEqual(got, v) {
			t.Fatalf("Parse(%q) = %v, %v, want %v", s, got, err, v)
		}
	})
}

func optionNamed(word string) (value.Option, bool) {
	for n, text := range valuetest.Options {
		if text.Has(word) {
			return n, true
		}
	}
	return 0, false
}

func TestEveryKindOrdersItsValues(t *testing.T) {
	forEveryKind(t, func(t *rapid.T, k value.Kind, a any) {
		b, c := valuetest.Or(k).Draw(t, "b"), valuetest.Or(k).Draw(t, "c")
		if k.Compare(a, b) != -k.Compare(b, a) {
			t.Fatalf("%v and %v: %d and %d", a, b, k.Compare(a, b), k.Compare(b, a))
		}
		if k.Compare(a, b) <= 0 && k.Compare(b, c) <= 0 && k.Compare(a, c) > 0 {
			t.Fatalf("%v ≤ %v ≤ %v, yet not", a, b, c)
		}
		if !k.Equal(a, a) || k.Compare(nil, a) != -1 || k.Equal(a, b) != reflect.DeepEqual(a, b) {
			t.Fatalf("equality of %v and %v", a, b)
		}
	})
}

// TestParseGivesOnlyWhatTheFileHolds: whatever is read passes the kind's check.
func TestParseGivesOnlyWhatTheFileHolds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		k := valuetest.Kind().Draw(t, "kind")
		s := rapid.OneOf(rapid.String(), rapid.StringMatching(`[-+(]?[0-9]{0,20}[.,:/ -]?[0-9]{0,8}[.,:/ -]?[0-9]{0,6}[万亿kKE%)年月日]{0,2}`)).Draw(t, "text")
		v, err := k.Parse(s, reading(uint8(rapid.IntRange(0, 255).Draw(t, "reading"))))
		checkRead(t, k, s, v, err)
	})
}

func reading(bits uint8) value.Reading {
	o := value.Reading{Order: value.DateOrder(bits % 3), DecimalComma: bits&4 != 0, Currency: "CNY", Option: optionNamed}
	if bits&8 != 0 {
		o.Factor = 10_000
	}
	if bits&16 != 0 {
		o.Now = time.Date(2026, time.November, 24, 10, 0, 0, 0, time.UTC)
	}
	return o
}

func checkRead(t interface{ Fatalf(string, ...any) }, k value.Kind, s string, v any, err error) {
	if err != nil {
		if v != nil {
			t.Fatalf("%v.Parse(%q) gives %v beside %v", k, s, v, err)
		}
		return
	}
	if _, unresolved := v.(value.Unresolved); unresolved || len(s) > value.MaxText/4 {
		return
	}
	if err := k.Check(v); err != nil {
		t.Fatalf("%v.Parse(%q) = %v: %v", k, s, v, err)
	}
	if v == nil || k == value.Time || k.Set() {
		return
	}
	again, err := k.Parse(k.Format(v, value.Writing{Option: func(n value.Option) i18n.Text { return valuetest.Options[n] }}), value.Reading{Option: optionNamed})
	if err != nil || !k.Equal(again, v) {
		t.Fatalf("%v.Parse(%q) = %v, written and read again %v, %v", k, s, v, again, err)
	}
}

func FuzzParseNeverPanics(f *testing.F) {
	for _, s := range []string{"1,234.50", "￥1.2万", "(500)", "1.38E+10", "2026年6月1日", "下周五 下午3点", "1h30", "Name <a@b.c>", "+86 138", "a;b", "=1+1", "\xff", "+7", "1:30:00"} {
		for _, k := range value.Kinds() {
			f.Add(uint8(k), uint8(len(s)), s)
		}
	}
	f.Fuzz(func(t *testing.T, kind, bits uint8, s string) {
		k := value.Kind(kind)
		if !k.Known() {
			return
		}
		v, err := k.Parse(s, reading(bits))
		checkRead(t, k, s, v, err)
	})
}

func FuzzConsumeNeverPanics(f *testing.F) {
	for _, k := range value.Kinds() {
		v := valuetest.Any(k).Example(int(k))
		f.Add(uint8(k), k.Append(nil, 16, v)[2:])
	}
	f.Fuzz(func(t *testing.T, kind uint8, b []byte) {
		k := value.Kind(kind)
		for wire := range protowire.Type(6) {
			v, n, err := k.Consume(b, wire)
			if err != nil || v == nil {
				continue
			}
			if n < 0 || n > len(b) {
				t.Fatalf("%v used %d of %d bytes", k, n, len(b))
			}
			again := k.Append(nil, 16, v)
			if back, _, err := k.Consume(again[2:], wire); err != nil || !k.Equal(back, v) {
				t.Fatalf("%v: %v, written and read again %v, %v", k, v, back, err)
			}
		}
	})
}
