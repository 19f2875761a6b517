package value

import (
	"strings"
	"testing"

	"dealbox/internal/fault"
)

func TestNumbersAreReadAsPeopleWriteThem(t *testing.T) {
	for s, want := range map[string]string{
		"1234.5": "1234.5", "1,234.50": "1234.5", "1.234,50": "1234.5", "1,234,567": "1234567", "1.234.567": "1234567",
		"１２３": "123", "12,34,567.8": "1234567.8", "1 234 567": "1234567", "1'234.5": "1234.5", "1\u00a0234": "1234",
		"1.2万": "12000", "3亿": "300000000", "128K": "128000", "1.2m": "1200000", "5w": "50000", "2 千": "2000", "1.5bn": "1500000000",
		"(500)": "-500", "-500": "-500", "500-": "-500", "−5": "-5", "+5": "5", "(1,234.50)": "-1234.5",
		"1.38E+10": "13800000000", "1e-3": "0.001", "1.5e0": "1.5", "007": "7", ".5": "0.5", "5.": "5", "0": "0", "-0": "0",
	} {
		got, err := Number.Parse(s, Reading{})
		if err != nil || got.(Decimal).String() != want {
			t.Errorf("Parse(%q) = %v, %v, want %s", s, got, err, want)
		}
	}
}

func TestDecimalCommaTurnsTheSignsRound(t *testing.T) {
	for s, want := range map[string]string{
		"1.234,50": "1234.5", "1.234": "1234", "1,5": "1.5", "1.5": "1.5", "1.234.567": "1234567", "1 234,5": "1234.5", "1,234.50": "1234.5",
	} {
		got, err := Number.Parse(s, Reading{DecimalComma: true})
		if err != nil || got.(Decimal).String() != want {
			t.Errorf("Parse(%q) = %v, %v, want %s", s, got, err, want)
		}
	}
}

func TestBlanksAndDashesAreNoNumber(t *testing.T) {
	for _, s := range []string{"", " ", "-", "--", "—", "\u3000", "－"} {
		for _, k := range []Kind{Number, Integer, Amount, Percent, Day, Time, Duration} {
			if got, err := k.Parse(s, Reading{Currency: "CNY"}); got != nil || err != nil {
				t.Errorf("%v.Parse(%q) = %v, %v", k, s, got, err)
			}
		}
	}
}

func TestWhatIsNoNumberIsRefusedWithItsWords(t *testing.T) {
	for _, s := range []string{"abc", "1,5", "12,3456", "1,23", "1..2", "1.2.3", "e5", "1e99", "--5", "万", "1.2.万", "(", "()", "5 kg",
		"0x10", "1_000", "NaN", "Inf", strings.Repeat("9", 65), "9223372036855", "0.1234567"} {
		_, err := Number.Parse(s, Reading{})
		f := fault.From(err)
		if err == nil || f.Kind.Code != fault.Invalid {
			t.Errorf("Parse(%q): %v", s, err)
		}
	}
}

func TestTheUnitOfTheHeadingCountsUnlessTheCellHasOne(t *testing.T) {
	o := Reading{Factor: 10_000, Currency: "CNY"}
	for s, want := range map[string]string{"12.5": "125000.00", "3亿": "300000000.00", "1.2万": "12000.00", "(0.0001)": "-1.00"} {
		got, err := Amount.Parse(s, o)
		if err != nil || got.(Money).Plain() != want {
			t.Errorf("Parse(%q) = %v, %v, want %s", s, got, err, want)
		}
	}
}

func TestIntegersAreExactOrRefused(t *testing.T) {
	for s, want := range map[string]int64{"1.38E+10": 13_800_000_000, "5.0": 5, "9007199254740991": MaxInteger, "1.5k": 1500} {
		if got, err := Integer.Parse(s, Reading{}); err != nil || got != want {
			t.Errorf("Parse(%q) = %v, %v", s, got, err)
		}
	}
	for _, s := range []string{"1.5", "9007199254740992", "99999999999999999999"} {
		if got, err := Integer.Parse(s, Reading{}); err == nil {
			t.Errorf("Parse(%q) = %v", s, got)
		}
	}
}

func TestMoneyIsReadWithItsCurrencyOnEitherSide(t *testing.T) {
	for s, want := range map[string]Money{
		"￥1.2万": {1_200_000, "CNY"}, "USD 300": {30_000, "USD"}, "300 元": {30_000, "CNY"}, "3万元": {3_000_000, "CNY"},
		"-$5": {-500, "USD"}, "$-5": {-500, "USD"}, "(¥500)": {-50_000, "CNY"}, "¥(500)": {-50_000, "CNY"}, "US$1,234.50": {123_450, "USD"},
		"5 US$": {500, "USD"}, "€1.234,50": {123_450, "EUR"}, "300usd": {30_000, "USD"}, "JPY 500": {500, "JPY"}, "500日元": {500, "JPY"},
		"HK$ 20": {2_000, "HKD"}, "¥300元": {30_000, "CNY"}, "1000": {100_000, "CNY"}, "KWD 1.2345": {1_235, "KWD"},
		"0.005": {1, "CNY"}, "-0.005": {-1, "CNY"}, "0.0049999": {0, "CNY"}, "人民币 5": {500, "CNY"}, "5美元": {500, "USD"},
	} {
		if got, err := Amount.Parse(s, Reading{Currency: "CNY"}); err != nil || got != want {
			t.Errorf("Parse(%q) = %v, %v, want %v", s, got, err, want)
		}
	}
}

func TestSharedCurrencySignsFollowTheReading(t *testing.T) {
	for s, c := range map[string]Currency{"$5": "AUD", "¥5": "JPY", "5元": "HKD"} {
		if got, err := Amount.Parse(s, Reading{Currency: c}); err != nil || got.(Money).Currency != c {
			t.Errorf("Parse(%q) in %s = %v, %v", s, c, got, err)
		}
	}
}

func TestMoneyRefusesWhatIsNone(t *testing.T) {
	for _, s := range []string{"abc", "¥", "USD", "5 ABC", "1.2.3", "92233720368547758.08", "5 6 7"} {
		if got, err := Amount.Parse(s, Reading{Currency: "CNY"}); err == nil {
			t.Errorf("Parse(%q) = %v", s, got)
		}
	}
	if _, err := Amount.Parse("5", Reading{}); err == nil {
		t.Error("an amount without any currency is taken")
	}
	for _, s := range []string{"", ".", "-", "1.23x", "x", "1.2.3", "+-1"} {
		if got, err := ParseMoney(s, "CNY"); err == nil {
			t.Errorf("ParseMoney(%q) = %v", s, got)
		}
	}
	if got, err := ParseMoney("92233720368547758.075", "CNY"); err == nil {
		t.Errorf("rounding up past the largest amount gives %v", got)
	}
}

func TestPercentIsReadWithAndWithoutItsSign(t *testing.T) {
	for s, want := range map[string]string{"75%": "75", "75": "75", "0.75%": "0.75", "62.5 ％": "62.5", "-3%": "-3"} {
		if got, err := Percent.Parse(s, Reading{}); err != nil || got.(Decimal).String() != want {
			t.Errorf("Parse(%q) = %v, %v", s, got, err)
		}
	}
}
