package source_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"dealbox/internal/transfer/source"
	"dealbox/internal/value"
)

// shapeOf gives the shape of a column with a heading and values.
func shapeOf(t testing.TB, heading string, values ...string) source.Shape {
	t.Helper()
	var b strings.Builder
	fmt.Fprintf(&b, "key\t%s\n", heading)
	for i, v := range values {
		fmt.Fprintf(&b, "k%d\t\"%s\"\n", i, v)
	}
	f := open(t, "a.tsv", b.String())
	if err := f.Set(source.Options{HeaderRow: 1, Delimiter: "\t"}); err != nil {
		t.Fatal(err)
	}
	shapes, err := f.Shapes(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return shapes[1]
}

func times(n int, values ...string) []string {
	var all []string
	for range n {
		all = append(all, values...)
	}
	return all
}

func TestColumnsLookLikeWhatTheyHold(t *testing.T) {
	for _, c := range []struct {
		heading string
		values  []string
		want    source.Look
	}{
		{"x", []string{"", " "}, source.LooksBlank},
		{"name", []string{"Acme", "Betasoloin", "Cancity"}, source.LooksText},
		{"note", []string{strings.Repeat("word ", 50), "short"}, source.LooksLong},
		{"count", []string{"1", "2,000", "1.38E+10"}, source.LooksInteger},
		{"score", []string{"1", "2.5"}, source.LooksNumber},
		{"x", []string{"¥1,234.50", "￥2万"}, source.LooksMoney},
		{"revenue", []string{"1100.04", "251"}, source.LooksMoney},
		{"预计金额", []string{"5", "6"}, source.LooksMoney},
		{"x", []string{"75%", "20%"}, source.LooksPercent},
		{"Probability", []string{"75", "20"}, source.LooksPercent},
		{"when", []string{"2026-06-01", "2026/6/2"}, source.LooksDate},
		{"when", []string{"2026-06-01 10:00", "2026-06-02 11:30"}, source.LooksMoment},
		{"when", []string{"2026-06-01 00:00:00", "2026-06-02 00:00:00"}, source.LooksDate},
		{"close date", []string{"46174", "46175"}, source.LooksDate},
		{"number", []string{"46174", "46175"}, source.LooksInteger},
		{"day", []string{"20260601", "20260602"}, source.LooksDate},
		{"talk", []string{"1:30", "0:45"}, source.LooksDuration},
		{"通话时长", []string{"30", "45"}, source.LooksDuration},
		{"vip", []string{"是", "否", "是"}, source.LooksYesNo},
		{"vip", []string{"有", "无", "有"}, source.LooksYesNo},
		{"flag", times(10, "0", "1"), source.LooksYesNo},
		{"visits", []string{"0", "1", "1"}, source.LooksInteger},
		{"stage", times(5, "Won", "Lost"), source.LooksChoice},
		{"e", []string{"a@b.cn", "Li <l@b.cn>"}, source.LooksEmail},
		{"e", []string{"13800138000", "139 0013 9000"}, source.LooksPhone},
		{"手机", []string{"13800138000", "1.38E+10"}, source.LooksPhone},
		{"Phone", []string{"(212) 555-0123", "1380 0001"}, source.LooksPhone},
		{"site", []string{"https://a.cn/x", "www.b.com"}, source.LooksURL},
		{"Website", []string{"a.cn", "b.com"}, source.LooksURL},
		{"postcode", []string{"010020", "518000"}, source.LooksText},
		{"身份证", []string{"440101199001011234", "44010119900101123X"}, source.LooksText},
	} {
		if got := shapeOf(t, c.heading, c.values...); got.Looks != c.want {
			t.Errorf("%s %.60q looks like %s, want %s", c.heading, c.values, got.Looks, c.want)
		}
	}
}

func TestTheOrderOfDatesIsDecidedOverTheColumn(t *testing.T) {
	for _, c := range []struct {
		values []string
		order  value.DateOrder
		sure   bool
	}{
		{[]string{"20-10-16", "25-10-16", "01-03-17"}, value.DMY, true},
		{[]string{"10/20/2016", "01/02/2017"}, value.MDY, true},
		{[]string{"16-10-20", "16-11-25", "16-12-01", "17-01-03"}, value.YMD, true},
		{[]string{"1/2/2016", "3/4/2016"}, value.MDY, false},
		{[]string{"1.2.2016", "3.4.2016"}, value.DMY, false},
		{[]string{"2016-10-20"}, value.YMD, true},
		{[]string{"99-10-20", "98-01-02"}, value.YMD, true},
		{[]string{"1 Jun 2026"}, value.YMD, true},
	} {
		s := shapeOf(t, "date", c.values...)
		if s.Looks != source.LooksDate || s.Order != c.order || s.OrderSure != c.sure {
			t.Errorf("%v: %s, order %d, sure %v", c.values, s.Looks, s.Order, s.OrderSure)
		}
		if warned := slices.ContainsFunc(s.Warnings, func(w source.Warning) bool { return w.Key == "unsure-order" }); warned == c.sure {
			t.Errorf("%v: warnings %v", c.values, s.Warnings)
		}
	}
	mixed := shapeOf(t, "date", append(times(30, "25/12/2016", "13/1/2016"), "12/25/2016")...)
	if mixed.Order != value.DMY || mixed.Misfits != 1 || mixed.Misfit != "12/25/2016" || mixed.Warnings[len(mixed.Warnings)-1].Key != "mixed-order" {
		t.Errorf("mixed orders: %+v", mixed)
	}
}

func TestUnitsComeFromTheHeadingOnly(t *testing.T) {
	for heading, want := range map[string]struct {
		factor   int64
		currency value.Currency
	}{
		"金额(万元)": {10_000, "CNY"}, "金额（万元）": {10_000, "CNY"}, "合同额/万元": {10_000, "CNY"}, "金额（单位：元）": {0, "CNY"}, "revenue (millions)": {1_000_000, ""},
		"Revenue in millions": {1_000_000, ""}, "Amount (USD k)": {1_000, "USD"}, "Amount (USD)": {0, "USD"}, "价格($)": {0, "USD"}, "revenue": {0, ""}, "金额": {0, ""}, "Amount (net)": {0, ""}, "注册资本(亿)": {100_000_000, ""},
	} {
		s := shapeOf(t, heading, "5", "6.5")
		if s.Looks != source.LooksMoney || s.Factor != want.factor || s.Currency != want.currency {
			t.Errorf("%s: %s, factor %d, currency %q, unit %q", heading, s.Looks, s.Factor, s.Currency, s.Unit)
		}
	}
	s := shapeOf(t, "金额(万元)", "12.5", "3")
	v, err := s.Kind().Parse("12.5", s.Reading(value.Reading{Currency: "USD"}))
	if v != (value.Money{Minor: 12_500_000, Currency: "CNY"}) || err != nil {
		t.Errorf("12.5 万元 is %v, %v", v, err)
	}
	if s := shapeOf(t, "name (m)", "x", "y"); s.Factor != 0 || s.Unit != "" {
		t.Errorf("a text has the unit %q", s.Unit)
	}
}

func TestCurrencyAndDecimalSignComeFromTheValues(t *testing.T) {
	for _, c := range []struct {
		values   []string
		comma    bool
		currency value.Currency
	}{
		{[]string{"€1.234,50", "€12,5"}, true, "EUR"}, {[]string{"$1,234.50", "$2"}, false, "USD"}, {[]string{"$5", "€5"}, false, ""}, {[]string{"1,234", "¥2,345"}, false, "CNY"},
	} {
		if s := shapeOf(t, "amount", c.values...); s.Looks != source.LooksMoney || s.DecimalComma != c.comma || s.Currency != c.currency {
			t.Errorf("%v: %s, comma %v, currency %q", c.values, s.Looks, s.DecimalComma, s.Currency)
		}
	}
	if s := shapeOf(t, "Probability", "0.75", "0.2", "1"); s.Factor != 100 {
		t.Errorf("shares of one have the factor %d", s.Factor)
	}
}

func TestPlaceholdersAreNoValues(t *testing.T) {
	s := shapeOf(t, "City", append(times(10, "Mumbai", "Select"), "N/A", "请选择", "")...)
	if s.Looks != source.LooksChoice || !slices.Equal(s.Placeholders, []string{"Select", "N/A", "请选择"}) || len(s.Values) != 1 || s.Values[0] != (source.Count{Value: "Mumbai", Rows: 10}) {
		t.Errorf("shape = %+v", s)
	}
	for cell, want := range map[string]bool{"Select": true, " Select ": true, "": true, "Mumbai": false, "--": false} {
		if s.Empty(cell) != want {
			t.Errorf("Empty(%q) = %v", cell, !want)
		}
	}
	if s.Blank < 0.56 || s.Blank > 0.57 {
		t.Errorf("blank share %v", s.Blank)
	}
	if !source.Placeholder(" select ") || source.Placeholder("Mumbai") {
		t.Error("placeholders are not known by themselves")
	}
}

func TestLostDigitsAreWarnedOf(t *testing.T) {
	for _, c := range []struct{ heading, value, key string }{
		{"手机", "1.38E+10", "rounded-phone"}, {"身份证号", "4.40101E+17", "rounded-id"}, {"id", "440101199001010000", "rounded-id"}, {"id", "440101199001011234", ""}, {"电话", "13800138000", ""},
	} {
		s := shapeOf(t, c.heading, c.value, c.value)
		got := ""
		if len(s.Warnings) > 0 {
			got = s.Warnings[0].Key
		}
		if got != c.key {
			t.Errorf("%s %s warns of %q, want %q", c.heading, c.value, got, c.key)
		}
	}
}

func TestAFewMisfitsDoNotChangeALook(t *testing.T) {
	s := shapeOf(t, "n", append(times(40, "1", "2"), "unknown value")...)
	if s.Looks != source.LooksInteger || s.Misfits != 1 || s.Misfit != "unknown value" {
		t.Errorf("shape = %+v", s)
	}
	if s := shapeOf(t, "n", "1", "2", "x"); s.Looks != source.LooksText || s.Misfits != 0 {
		t.Errorf("a third of misfits: %+v", s)
	}
}

func TestValuesCountsTheWholeFile(t *testing.T) {
	f := open(t, "a.csv", "stage,n\n"+strings.Repeat("Won,1\n", 3000)+"Lost,2\nSelect,3\nLost,4\n")
	got, err := f.Values(t.Context(), []int{0}, 10)
	if err != nil {
		t.Fatal(err)
	}
	equal(t, "values", got, map[int][]source.Count{0: {{Value: "Won", Rows: 3000}, {Value: "Lost", Rows: 2}}})
}
