package value_test

import (
	"math"
	"math/big"
	"strings"
	"testing"
	"time"

	"dealbox/internal/i18n"
	"dealbox/internal/value"

	"pgregory.net/rapid"
)

func TestDecimalsReadWhatTheyWrite(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := value.Decimal(rapid.Int64().Draw(t, "decimal"))
		got, err := value.ParseDecimal(d.String())
		if err != nil || got != d || strings.HasSuffix(d.String(), ".") {
			t.Fatalf("%d is written %s and read %d, %v", d, d, got, err)
		}
	})
	for _, s := range []string{"", ".", "-", "+", "1.", ".5", "+1"} {
		_, err := value.ParseDecimal(s)
		if fine := s == "1." || s == ".5" || s == "+1"; fine != (err == nil) {
			t.Errorf("ParseDecimal(%q): %v", s, err)
		}
	}
}

func TestMoneyReadsWhatItWrites(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := value.Money{Minor: rapid.Int64().Draw(t, "minor"), Currency: rapid.SampledFrom([]value.Currency{"CNY", "JPY", "KWD"}).Draw(t, "currency")}
		got, err := value.ParseMoney(m.Plain(), m.Currency)
		if err != nil || got != m {
			t.Fatalf("%v is written %s and read %v, %v", m, m.Plain(), got, err)
		}
	})
}

// TestMoneyTimesIsExact compares with arithmetic without bounds.
func TestMoneyTimesIsExact(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		minor, by := rapid.Int64().Draw(t, "minor"), rapid.Int64().Draw(t, "by")
		if rapid.Bool().Draw(t, "small") {
			minor, by = minor%1_000_000_000, by%1_000_000_000
		}
		want := new(big.Int).Mul(big.NewInt(minor), big.NewInt(by))
		half := big.NewInt(int64(value.DecimalOne) / 2)
		if want.Sign() < 0 {
			half.Neg(half)
		}
		want.Quo(want.Add(want, half), big.NewInt(int64(value.DecimalOne)))
		got, err := value.Money{Minor: minor, Currency: "CNY"}.Times(value.Decimal(by))
		inRange := want.IsInt64() && want.Int64() != math.MinInt64
		if inRange != (err == nil) || err == nil && got.Minor != want.Int64() {
			t.Fatalf("%d × %d = %v, %v, want %v", minor, by, got, err, want)
		}
	})
}

func TestCurrenciesHaveTheirMinorUnit(t *testing.T) {
	for c, want := range map[value.Currency]string{"CNY": "1.23", "JPY": "123", "KWD": "0.123"} {
		if got := (value.Money{Minor: 123, Currency: c}).Plain(); got != want || !c.Valid() {
			t.Errorf("123 minor units of %s are %s", c, got)
		}
	}
	for _, c := range []value.Currency{"", "cny", "CN", "CNYY", "C1Y", "元"} {
		if c.Valid() || value.Amount.Check(value.Money{Minor: 1, Currency: c}) == nil {
			t.Errorf("%q is a currency", c)
		}
	}
}

func TestValuesAreWrittenForPeople(t *testing.T) {
	zh := value.Writing{Lang: i18n.Chinese}
	for _, c := range []struct {
		k    value.Kind
		v    any
		o    value.Writing
		want string
	}{
		{value.Integer, int64(-1234567), zh, "-1,234,567"}, {value.Number, value.Decimal(1_234_500_000), zh, "1,234.5"}, {value.Percent, value.Decimal(62_500_000), zh, "62.5%"},
		{value.Amount, value.Money{Minor: 12_800_000, Currency: "CNY"}, zh, "¥128,000.00"}, {value.Amount, value.Money{Minor: -5, Currency: "AUD"}, zh, "AUD -0.05"},
		{value.Day, value.NewDate(2026, time.June, 1), zh, "2026-06-01"}, {value.Bool, true, zh, "是"}, {value.Bool, false, value.Writing{}, "No"},
		{value.Duration, int64(5400), zh, "1 小时 30 分钟"}, {value.Duration, int64(-45), value.Writing{}, "-45 s"}, {value.Duration, int64(0), value.Writing{}, "0 min"},
		{value.Tags, []string{"a", "b"}, zh, "a; b"}, {value.Choice, value.Option(7), zh, "7"}, {value.Text, nil, zh, ""},
		{value.Time, value.MomentOf(time.Date(2026, 6, 1, 7, 4, 0, 0, time.UTC)), value.Writing{Zone: time.FixedZone("", 8*3600)}, "2026-06-01 15:04"},
	} {
		if got := c.k.Format(c.v, c.o); got != c.want {
			t.Errorf("%v %v is written %q, want %q", c.k, c.v, got, c.want)
		}
	}
}

func TestJSONRefusesWhatIsOfAnotherKind(t *testing.T) {
	for _, c := range []struct {
		k value.Kind
		v any
	}{
		{value.Text, 5.0}, {value.Integer, 1.5}, {value.Integer, 1e300}, {value.Integer, true}, {value.Integer, math.NaN()}, {value.Number, "x"}, {value.Number, []any{}},
		{value.Amount, "5"}, {value.Amount, map[string]any{"amount": 5.0, "currency": "CNY"}}, {value.Amount, map[string]any{"amount": "5"}}, {value.Amount, map[string]any{"amount": "x", "currency": "CNY"}},
		{value.Day, "2026-13-01"}, {value.Day, "0000-01-01"}, {value.Day, 5.0}, {value.Time, "2026-06-01"}, {value.Bool, "yes"}, {value.Choice, -1.0}, {value.Choice, 1e12}, {value.Choice, "x"},
		{value.Choices, 1.0}, {value.Choices, []any{"x"}}, {value.Tags, "a"}, {value.Tags, []any{1.0}}, {value.Link, "x"}, {value.Link, 1.0}, {value.Links, []any{"x"}}, {value.Email, "x"}, {value.Phone, 1.0},
	} {
		if got, err := c.k.FromJSON(c.v); err == nil {
			t.Errorf("%v takes %v as %v", c.k, c.v, got)
		}
	}
	for _, k := range value.Kinds() {
		for _, nothing := range []any{nil, ""} {
			if got, err := k.FromJSON(nothing); got != nil || err != nil {
				t.Errorf("%v takes %v as %v, %v", k, nothing, got, err)
			}
		}
	}
}

func TestCheckRefusesWhatTheFileCannotHold(t *testing.T) {
	for _, c := range []struct {
		k value.Kind
		v any
	}{
		{value.Text, 5}, {value.Text, strings.Repeat("x", value.MaxText+1)}, {value.Text, "\xff"}, {value.LongText, strings.Repeat("x", value.MaxLong+1)},
		{value.Integer, int64(value.MaxInteger + 1)}, {value.Integer, 5}, {value.Number, 5.0}, {value.Day, value.NewDate(10000, 1, 1)}, {value.Day, value.NewDate(0, 1, 1)},
		{value.Time, value.Moment(math.MaxInt64)}, {value.Choice, value.Option(0)}, {value.Choices, []value.Option{2, 1}}, {value.Choices, []value.Option{1, 1}}, {value.Choices, []value.Option{0}},
		{value.Tags, []string{"b", "a"}}, {value.Link, "x"}, {value.Bool, "x"}, {value.Amount, int64(5)},
	} {
		if c.k.Check(c.v) == nil {
			t.Errorf("%v takes %.20v", c.k, c.v)
		}
	}
}

func TestKindsKeepTheirNumbersAndNames(t *testing.T) {
	want := "text longtext markdown integer number money percent date time duration bool choice choices tags link links member phone email url auto"
	var names []string
	for i, k := range value.Kinds() {
		names = append(names, k.String())
		if named, ok := value.KindNamed(k.String()); !ok || named != k || int(k) != i+1 {
			t.Errorf("kind %d is named %v", k, k)
		}
	}
	if got := strings.Join(names, " "); got != want {
		t.Errorf("kinds are %s", got)
	}
	if value.Kind(99).Known() || value.Kind(0).Known() || value.Kind(22).Known() || value.Kind(99).String() != "kind99" {
		t.Error("unknown kinds are known")
	}
	if _, ok := value.KindNamed("rating"); ok {
		t.Error("a kind that does not exist has a name")
	}
}

func TestTagsAndChoicesPartAtTheirSigns(t *testing.T) {
	got, err := value.Tags.Parse("展会；价格敏感, A、展会|b\nc;;", value.Reading{})
	if err != nil || value.Tags.Format(got, value.Writing{}) != "A; b; c; 价格敏感; 展会" {
		t.Errorf("tags are %v, %v", got, err)
	}
	several, err := value.Choices.Parse("赢单; new", value.Reading{Option: optionNamed})
	if err != nil || value.Choices.Compare(several, []value.Option{1, 3}) != 0 {
		t.Errorf("choices are %v, %v", several, err)
	}
	if _, err := value.Choices.Parse("赢单; nothing", value.Reading{Option: optionNamed}); err == nil {
		t.Error("an unknown choice is taken")
	}
}

func TestTextIsCleanedAsItComesIn(t *testing.T) {
	for s, want := range map[string]any{" a\r\nb ": "a  b", "\ufeffa\x00b\u3000": "ab", "\u00a0": nil, "\n": nil} {
		if got, err := value.Text.Parse(s, value.Reading{}); err != nil || got != want {
			t.Errorf("text %q is %q, %v", s, got, err)
		}
	}
	for s, want := range map[string]any{"\n\na\r\nb\r\tc \n \n": "a\nb\n\tc", "\ufeffx\n\ufeff \n": "x", " \n": nil, "  a": "  a", "a\x00b": "ab", "\xffa": "\ufffda"} {
		if got, err := value.LongText.Parse(s, value.Reading{}); err != nil || got != want {
			t.Errorf("long text %q is %q, %v", s, got, err)
		}
	}
}

func TestIDsAscendAndReadBack(t *testing.T) {
	now := time.Now()
	last := value.ID{}
	for range 1000 {
		id := value.NewID(now)
		if id.Compare(last) <= 0 || id.IsZero() {
			t.Fatalf("%v is not after %v", id, last)
		}
		if back, err := value.ParseID(id.String()); err != nil || back != id {
			t.Fatalf("%v reads back as %v, %v", id, back, err)
		}
		last = id
	}
	var id value.ID
	if err := id.UnmarshalText([]byte("x")); err == nil {
		t.Error("x is an id")
	}
	unresolved, err := value.Link.Parse(" Acme Corporation ", value.Reading{})
	if unresolved != value.Unresolved("Acme Corporation") || err != nil {
		t.Errorf("a name is %v, %v", unresolved, err)
	}
	known, err := value.Link.Parse(last.String(), value.Reading{})
	if known != last || err != nil {
		t.Errorf("an id is %v, %v", known, err)
	}
}
