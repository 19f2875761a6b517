package source

import (
	"slices"
	"strings"

	"dealbox/internal/value"
)

// placeholders are what forms and exports write where nothing was chosen.
var placeholders = []string{
	"select", "select...", "please select", "-- select --", "--select--", "--none--", "-none-", "choose", "-", "--", "---", "—", "——", "/", "\\",
	"n/a", "#n/a", "na", "n.a.", "null", "(null)", "nil", "none", "(none)", "(blank)", "undefined", "nan", "?", "#value!", "#ref!", "#name?", "#div/0!",
	"无", "暂无", "空", "未知", "请选择", "请选择...", "--请选择--", "-请选择-", "未选择", "未填写", "待填写",
}

// takePlaceholders takes the values that mean "nothing" out of the column. 无 beside 有
// is an answer.
func (c *column) takePlaceholders() []string {
	taken := []string{}
	_, has := c.seen["有"]
	c.values = slices.DeleteFunc(c.values, func(v Count) bool {
		if !slices.Contains(placeholders, strings.ToLower(v.Value)) || has && v.Value == "无" {
			return false
		}
		taken = append(taken, v.Value)
		c.filled -= v.Rows
		return true
	})
	return taken
}

// yesNo are words for yes and no; 1 and 0 only where a sample of twenty has both.
func yesNo(c *column, s *Shape) bool {
	digits := c.fits(func(v string) bool { return v == "0" || v == "1" })
	if digits == c.filled && (len(c.values) < 2 || c.filled < 20) {
		return false
	}
	if digits > 0 && digits < c.filled {
		return false
	}
	ok := c.fits(reads(value.Bool)) == c.filled
	if ok {
		s.Looks = LooksYesNo
	}
	return ok
}

// reads says that a kind can read a text.
func reads(k value.Kind) func(string) bool {
	return func(s string) bool {
		v, err := k.Parse(s, value.Reading{Currency: "XXX"})
		return v != nil && err == nil
	}
}

func emails(c *column, s *Shape) bool {
	read := reads(value.Email)
	if !c.most(s, func(v string) bool { return strings.Contains(v, "@") && strings.Contains(v, ".") && read(v) }) {
		return false
	}
	s.Looks = LooksEmail
	return true
}

var urlHeadings = []string{"url", "website", "web", "homepage", "domain", "网址", "网站", "官网", "主页"}

func urls(c *column, s *Shape) bool {
	read, headed := reads(value.URL), headedBy(c.name, urlHeadings)
	pass := func(v string) bool {
		low := strings.ToLower(v)
		return (headed && !numeric(v) || strings.HasPrefix(low, "http") || strings.HasPrefix(low, "www.")) && read(v)
	}
	if !c.most(s, pass) {
		return false
	}
	s.Looks = LooksURL
	return true
}

func numeric(s string) bool { return strings.Trim(s, "0123456789.,-+ ") == "" }

var phoneHeadings = []string{"phone", "mobile", "tel", "telephone", "fax", "cell", "手机", "电话", "联系方式", "座机", "传真", "固话"}

// phones are numbers that the heading calls so, or that have the form of one: a Chinese
// mobile, a plus in front, or groups with an area code. Rounded ones are phones still.
func phones(c *column, s *Shape) bool {
	read, headed := reads(value.Phone), headedBy(c.name, phoneHeadings)
	pass := func(v string) bool {
		if headed {
			return read(v) && len(value.Digits(v)) >= 5 || exponent(v)
		}
		return phoneForm(v) && read(v)
	}
	if !c.most(s, pass) {
		return false
	}
	s.Looks = LooksPhone
	return true
}

func phoneForm(v string) bool {
	d := value.Digits(v)
	mobile := len(d) == 11 && d[0] == '1' && d[1] >= '3' && len(strings.Trim(v, "0123456789 -")) == 0
	grouped := len(d) >= 9 && len(d) <= 14 && d[0] == '0' && strings.ContainsAny(v, "- ()") && !strings.Contains(v, ".")
	return mobile || grouped || strings.HasPrefix(v, "+") && len(d) >= 8 && !strings.ContainsAny(v, ".,")
}

// headedBy says that a heading has one of the words: English ones as words of their own,
// Chinese ones anywhere.
func headedBy(name string, words []string) bool {
	tokens := headingWords(name)
	low := strings.ToLower(name)
	for _, w := range words {
		if slices.Contains(tokens, w) || w[0] >= 0x80 && strings.Contains(low, w) {
			return true
		}
	}
	return false
}

// headingWords parts "Deal_Value", "dealValue" and "Deal - Value (USD)" into lower-case
// words.
func headingWords(name string) []string {
	var b strings.Builder
	lower := false
	for _, r := range name {
		if lower && r >= 'A' && r <= 'Z' {
			b.WriteByte(' ')
		}
		lower = r >= 'a' && r <= 'z'
		b.WriteRune(r)
	}
	return strings.FieldsFunc(strings.ToLower(b.String()), func(r rune) bool {
		return r < 0x80 && (r < 'a' || r > 'z') && (r < '0' || r > '9') && r != '%'
	})
}
