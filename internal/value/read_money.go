package value

import (
	"strings"

	"golang.org/x/text/currency"
)

// currencyWords are the words and signs that are taken for one currency, longer ones
// first where one ends another.
var currencyWords = []struct {
	word string
	code Currency
}{
	{"人民币", "CNY"}, {"rmb", "CNY"}, {"cn¥", "CNY"},
	{"新台币", "TWD"}, {"台币", "TWD"}, {"nt$", "TWD"}, {"新加坡元", "SGD"}, {"新元", "SGD"},
	{"美元", "USD"}, {"美金", "USD"}, {"us$", "USD"}, {"s$", "SGD"}, {"港元", "HKD"}, {"港币", "HKD"}, {"hk$", "HKD"},
	{"澳元", "AUD"}, {"a$", "AUD"}, {"加元", "CAD"}, {"c$", "CAD"}, {"r$", "BRL"},
	{"欧元", "EUR"}, {"€", "EUR"}, {"英镑", "GBP"}, {"£", "GBP"}, {"日元", "JPY"}, {"jp¥", "JPY"},
	{"韩元", "KRW"}, {"₩", "KRW"}, {"卢布", "RUB"}, {"₽", "RUB"}, {"₹", "INR"}, {"฿", "THB"}, {"₫", "VND"},
	{"瑞士法郎", "CHF"}, {"元整", "CNY"}, {"圆整", "CNY"}, {"元", "CNY"}, {"圆", "CNY"}, {"块", "CNY"},
	{"¥", "CNY"}, {"￥", "CNY"}, {"$", "USD"},
}

// shared signs stand for the currency of the reading where it is one of theirs.
var shared = map[string]string{
	"¥": "CNY JPY", "￥": "CNY JPY",
	"元": "CNY HKD TWD SGD", "圆": "CNY HKD TWD",
	"$": "USD HKD TWD SGD AUD CAD NZD MXN BRL ARS CLP COP",
}

// parseMoneyText reads an amount with or without its currency, before or behind it:
// "￥1.2万", "USD 300", "300 元", "-$5", "(1,234.50)". The cell's own currency wins over
// the reading's. Decimals beyond the minor unit are rounded.
func parseMoneyText(s string, o Reading) (any, error) {
	t := halfWidth(s)
	if dash(t) {
		return nil, nil
	}
	if len(t) > mostDigits {
		return nil, ErrMoney.With("value", s)
	}
	negative, t := cutSign(t)
	t, c := cutCurrency(t, o.Currency)
	plain, err := plainNumber(t, o)
	if err != nil || plain == "" {
		return nil, ErrMoney.With("value", s)
	}
	if negative {
		plain = "-" + strings.TrimPrefix(plain, "-")
	}
	m, err := ParseMoney(plain, c)
	if err != nil {
		return nil, err
	}
	return m, nil
}

// ParseCurrency reads the name of a currency: EUR, eur, €, 欧元. given is meant by a sign
// that it shares with others ("$").
func ParseCurrency(s string, given Currency) (Currency, error) {
	s = strings.TrimSpace(s)
	if c := Currency(strings.ToUpper(s)); c == given && c.Valid() || knownCode(c) {
		return c, nil
	}
	if rest, c, ok := cutOneCurrency(s, given); ok && rest == "" {
		return c, nil
	}
	return "", ErrCurrency.With("value", s)
}

// cutCurrency takes a currency away from either end, and its repetition from the other
// ("¥300元", "USD $300"). Without one the amount is in the currency given.
func cutCurrency(s string, given Currency) (string, Currency) {
	c := given
	for range 3 {
		rest, found, ok := cutOneCurrency(s, given)
		if !ok {
			break
		}
		if c == given {
			c = found
		}
		s = rest
	}
	return s, c
}

func cutOneCurrency(s string, given Currency) (string, Currency, bool) {
	low := strings.ToLower(s)
	if len(low) != len(s) {
		return s, "", false
	}
	for _, w := range currencyWords {
		n := len(w.word)
		if strings.HasPrefix(low, w.word) {
			return strings.TrimSpace(s[n:]), sharedSign(w.word, w.code, given), true
		}
		if strings.HasSuffix(low, w.word) {
			return strings.TrimSpace(s[:len(s)-n]), sharedSign(w.word, w.code, given), true
		}
	}
	return cutCode(s, given)
}

func sharedSign(word string, usual, given Currency) Currency {
	if given.Valid() && strings.Contains(shared[word], string(given)) {
		return given
	}
	return usual
}

// cutCode takes an ISO code of three letters away, in any case.
func cutCode(s string, given Currency) (string, Currency, bool) {
	if len(s) < 4 {
		return s, "", false
	}
	if c := Currency(strings.ToUpper(s[:3])); c == given || knownCode(c) {
		return strings.TrimSpace(s[3:]), c, c.Valid()
	}
	n := len(s) - 3
	if c := Currency(strings.ToUpper(s[n:])); c == given || knownCode(c) {
		return strings.TrimSpace(s[:n]), c, c.Valid()
	}
	return s, "", false
}

func knownCode(c Currency) bool {
	if !c.Valid() {
		return false
	}
	_, err := currency.ParseISO(string(c))
	return err == nil
}
