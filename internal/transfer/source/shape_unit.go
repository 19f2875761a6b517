package source

import (
	"slices"
	"strings"

	"dealbox/internal/value"
)

// unitWords are the words for multiples in headings.
var unitWords = []struct {
	words  []string
	factor int64
}{
	{[]string{"亿", "亿元"}, 100_000_000}, {[]string{"千万", "千万元"}, 10_000_000}, {[]string{"百万", "百万元", "百万美元"}, 1_000_000},
	{[]string{"万", "万元", "万美元", "万人民币", "rmb万", "w"}, 10_000}, {[]string{"千", "千元"}, 1_000},
	{[]string{"billion", "billions", "bn"}, 1_000_000_000}, {[]string{"million", "millions", "mio", "mn", "m"}, 1_000_000},
	{[]string{"thousand", "thousands", "k", "000s"}, 1_000},
}

// headingUnit reads the unit that a heading puts in brackets, behind a slash or behind
// "in": 金额(万元), "revenue (millions)", "Amount (USD k)", 合同额/万元. The unit is given as
// written; factor is 0 without a multiple.
func headingUnit(name string) (unit string, factor int64, currency value.Currency) {
	unit = unitPart(name)
	if unit == "" {
		return "", 0, ""
	}
	words := headingWords(unit)
	joined := strings.ToLower(strings.TrimSpace(unit))
	for _, u := range unitWords {
		for _, w := range u.words {
			if joined == w || slices.Contains(words, w) {
				factor = u.factor
			}
		}
	}
	currency = unitCurrency(unit)
	if factor == 0 && currency == "" {
		return "", 0, ""
	}
	return unit, factor, currency
}

func unitPart(name string) string {
	half := strings.NewReplacer("（", "(", "）", ")", "[", "(", "]", ")", "【", "(", "】", ")", "／", "/").Replace(name)
	if at := strings.LastIndexByte(half, '('); at >= 0 {
		inner, _, _ := strings.Cut(half[at+1:], ")")
		return strings.TrimPrefix(strings.TrimSpace(strings.TrimPrefix(inner, "单位")), "：")
	}
	if _, behind, ok := strings.Cut(half, "/"); ok {
		return strings.TrimSpace(behind)
	}
	if at := strings.LastIndex(strings.ToLower(half), " in "); at >= 0 {
		return strings.TrimSpace(half[at+4:])
	}
	return ""
}

// unitCurrency finds the currency of a unit by reading an amount in it.
func unitCurrency(unit string) value.Currency {
	for _, w := range append(strings.Fields(unit), unit) {
		v, err := value.Amount.Parse("1"+w, value.Reading{Currency: "XXX"})
		if m, ok := v.(value.Money); ok && err == nil && m.Currency != "XXX" {
			return m.Currency
		}
	}
	return ""
}
