package value

import (
	"net/mail"
	"net/url"
	"strings"

	"dealbox/internal/fault"
	"dealbox/internal/i18n"

	"github.com/nyaruka/phonenumbers"
)

// The ways in which an address is refused.
var (
	ErrEmail = fault.New(fault.Invalid, "email.bad", i18n.T("“{value}” is not an e-mail address", "「{value}」不是邮箱地址"))
	ErrURL   = fault.New(fault.Invalid, "url.bad", i18n.T("“{value}” is not a web address", "「{value}」不是网址"))
	ErrPhone = fault.New(fault.Invalid, "phone.bad", i18n.T("“{value}” is not a phone number", "「{value}」不是电话号码"))
)

var (
	phoneOps = checkedText("phone", parsePhone)
	emailOps = checkedText("email", parseEmail)
	urlOps   = checkedText("url", parseURL)
)

// checkedText is a text whose form is checked and made uniform, however it comes in.
func checkedText(name string, tidy func(string) (string, error)) ops {
	o := textOps(name)
	read := func(s string) (any, error) {
		s = oneLine(s)
		if s == "" {
			return nil, nil
		}
		tidied, err := tidy(s)
		return textOrNil(tidied), err
	}
	o.parse = func(s string, _ Reading) (any, error) { return read(s) }
	o.unjson = func(v any) (any, error) {
		s, ok := v.(string)
		if !ok {
			return nil, ErrType.Err()
		}
		return read(s)
	}
	return o
}

// parseEmail takes the address out of "Name <a@b.c>", "mailto:a@b.c" and "a@b.c;".
func parseEmail(s string) (string, error) {
	t := strings.TrimPrefix(halfWidth(s), "mailto:")
	if from, to := strings.LastIndexByte(t, '<'), strings.LastIndexByte(t, '>'); from >= 0 && from < to {
		t = t[from+1 : to]
	}
	t = strings.Trim(t, " ,;、。")
	a, err := mail.ParseAddress(t)
	if err != nil || a.Address != t || strings.ContainsAny(t, " \"()") {
		return "", ErrEmail.With("value", s)
	}
	return t, nil
}

// parseURL keeps the address as written and puts https:// before one without a scheme.
func parseURL(s string) (string, error) {
	scheme, rest, ok := strings.Cut(s, "://")
	if !ok {
		scheme, rest = "https", s
	}
	t := strings.ToLower(scheme) + "://" + rest
	u, err := url.Parse(t)
	web := err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.User == nil
	if !web || !strings.Contains(strings.Trim(u.Hostname(), "."), ".") || strings.ContainsAny(t, " ,，<>\"") {
		return "", ErrURL.With("value", s)
	}
	return t, nil
}

// parsePhone keeps every number that may be one, as written where it is no number of
// the public plan: extensions, incomplete ones and short numbers of one's own
// switchboard are of use too. It refuses letters, and with them what a spreadsheet has
// rounded (1.38E+10), and what has too few or too many digits to be dialled.
func parsePhone(s string) (string, error) {
	t := withoutPhoneWord(halfWidth(s))
	if number, ok := strings.CutSuffix(t, ".0"); ok && digitsOnly(number) {
		t = number // a number that went through a program as a decimal
	}
	digits := Digits(t)
	if len(digits) < 3 || len(digits) > 24 || strings.ContainsFunc(withoutExtension(t), notDialled) {
		return "", ErrPhone.With("value", s)
	}
	n, err := phonenumbers.Parse(t, "CN")
	if err != nil || !phonenumbers.IsValidNumber(n) || !whole(digits, n) {
		return t, nil
	}
	if n.GetCountryCode() == 86 {
		return phonenumbers.Format(n, phonenumbers.NATIONAL), nil
	}
	return phonenumbers.Format(n, phonenumbers.INTERNATIONAL), nil
}

// whole says that a number was read to its end, and not the first of two in one cell.
func whole(digits string, n *phonenumbers.PhoneNumber) bool {
	return strings.HasSuffix(digits, phonenumbers.GetNationalSignificantNumber(n)+n.GetExtension())
}

// withoutPhoneWord drops "Tel:", "电话：", "手机" in front.
func withoutPhoneWord(s string) string {
	low := strings.ToLower(s)
	for _, w := range []string{"tel", "phone", "mobile", "电话", "手机"} {
		if strings.HasPrefix(low, w) {
			return strings.TrimLeft(s[len(w):], ".: ")
		}
	}
	return s
}

// withoutExtension replaces the words before an extension by a blank.
func withoutExtension(s string) string {
	return strings.NewReplacer("ext.", " ", "ext", " ", "x", " ", "转", " ", "分机", " ").Replace(strings.ToLower(s))
}

// notDialled says that a sign stands in no telephone number.
func notDialled(r rune) bool { return !strings.ContainsRune("0123456789 +-().,/;:#*~、", r) }

// Digits gives the digits of a text, full-width ones as half-width.
func Digits(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= '0' && r <= '9':
			return r
		case r >= '０' && r <= '９':
			return r - '０' + '0'
		}
		return -1
	}, s)
}
