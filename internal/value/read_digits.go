package value

import "strings"

// separated parts a number without sign into the digits before and behind its decimal
// sign. Where both a point and a comma occur the last one is the decimal sign; alone, a
// sign that occurs twice parts thousands, a comma is decimal only where decimalComma
// says so, and a point is decimal unless decimalComma makes it a group of thousands.
// "1,5" without decimalComma is refused: it may be a half or a slip.
func separated(s string, decimalComma bool) (whole, frac string, ok bool) {
	decimal := decimalSign(s, decimalComma)
	whole = s
	if at := strings.LastIndexByte(s, decimal); decimal != 0 && at >= 0 {
		whole, frac = s[:at], s[at+1:]
	}
	whole, ok = ungrouped(whole)
	if !ok || !digitsOnly(frac) || whole+frac == "" {
		return "", "", false
	}
	return whole, frac, true
}

// decimalSign tells which sign of a number is decimal, 0 for none.
func decimalSign(s string, decimalComma bool) byte {
	points, commas := strings.Count(s, "."), strings.Count(s, ",")
	switch {
	case points > 0 && commas > 0:
		return lastOf(s)
	case points > 1 || commas > 1:
		return 0
	case points == 1 && decimalComma && thousands(s[strings.IndexByte(s, '.')+1:]):
		return 0
	case points == 1:
		return '.'
	case commas == 1 && decimalComma:
		return ','
	}
	return 0
}

func lastOf(s string) byte {
	if strings.LastIndexByte(s, '.') > strings.LastIndexByte(s, ',') {
		return '.'
	}
	return ','
}

func thousands(s string) bool { return len(s) == 3 && digitsOnly(s) }

// ungrouped takes separators of thousands out: one sort of comma, point, blank or
// apostrophe; the last group has three digits, the others two (as in India) or three.
func ungrouped(s string) (string, bool) {
	at := strings.IndexAny(s, ",. '’")
	if at < 0 {
		return s, digitsOnly(s)
	}
	sep := s[at : at+1]
	if strings.HasPrefix(s[at:], "’") {
		sep = "’"
	}
	groups := strings.Split(s, sep)
	for i, g := range groups {
		fits := len(g) == 3 || i < len(groups)-1 && len(g) == 2 || i == 0 && len(g) == 1
		if !fits || !digitsOnly(g) {
			return "", false
		}
	}
	return strings.Join(groups, ""), true
}

func digitsOnly(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return true
}
