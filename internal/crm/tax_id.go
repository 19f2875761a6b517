package crm

import (
	"strings"

	"dealbox/internal/fault"
	"dealbox/internal/i18n"
)

// The ways in which a unified social credit code is refused.
var (
	ErrTaxLength = fault.New(fault.Invalid, "tax_id.length", i18n.T("A unified social credit code has 18 characters, this one has {count}", "统一社会信用代码应为 18 位，当前 {count} 位"))
	ErrTaxLetter = fault.New(fault.Invalid, "tax_id.letter", i18n.T("A unified social credit code has digits and capitals without I, O, S, V, Z; “{value}” is none of them", "统一社会信用代码只含数字和大写字母（不含 I、O、S、V、Z），「{value}」不合规"))
	ErrTaxCheck  = fault.New(fault.Invalid, "tax_id.check", i18n.T("The last character should be {want} by the check rule: is one mistyped?", "校验位不符，最后一位应为 {want}，请核对是否录错"))
)

// taxDigits are the characters of GB 32100-2015 by their value.
const taxDigits = "0123456789ABCDEFGHJKLMNPQRTUWXY"

// TaxCheck gives the check character of the first 17 characters of a unified social
// credit code, as GB 32100-2015 computes it: each character's value times 3 to the power
// of its place, modulo 31. ok is false when a character cannot stand in such a code.
func TaxCheck(body string) (check byte, ok bool) {
	sum, weight := 0, 1
	for i := range len(body) {
		n := strings.IndexByte(taxDigits, body[i])
		if n < 0 {
			return 0, false
		}
		sum += n * weight
		weight = weight * 3 % 31
	}
	return taxDigits[(31-sum%31)%31], true
}

func checkTaxID(v any) error {
	s := v.(string)
	for _, r := range s {
		if !strings.ContainsRune(taxDigits, r) {
			return ErrTaxLetter.With("value", string(r))
		}
	}
	if len(s) != 18 {
		return ErrTaxLength.With("count", len(s))
	}
	if want, _ := TaxCheck(s[:17]); want != s[17] {
		return ErrTaxCheck.With("want", string(want))
	}
	return nil
}

// tidyTaxID writes a code in capitals without spaces and dashes.
func tidyTaxID(s string) string {
	return strings.NewReplacer(" ", "", "-", "").Replace(strings.ToUpper(s))
}
