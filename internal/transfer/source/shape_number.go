package source

import (
	"strings"

	"dealbox/internal/i18n"
	"dealbox/internal/value"
)

var (
	moneyHeadings = []string{"amount", "price", "revenue", "value", "cost", "budget", "fee", "salary", "acv", "arr", "mrr",
		"金额", "价格", "单价", "总价", "售价", "费用", "预算", "收入", "营收", "营业额", "销售额", "合同额", "回款", "应收", "成本", "货款", "注册资本"}
	percentHeadings  = []string{"percent", "percentage", "probability", "%", "百分比", "占比", "比例", "概率", "可能性", "折扣率", "完成率", "转化率", "成功率", "毛利率", "税率"}
	durationHeadings = []string{"duration", "时长", "耗时", "通话时间"}
)

// percents are values with their sign, or numbers whose heading says so.
func percents(c *column, s *Shape) bool {
	signed := c.fits(func(v string) bool { return strings.HasSuffix(v, "%") || strings.HasSuffix(v, "％") })
	headed := headedBy(c.name, percentHeadings)
	if signed*2 < c.filled && !headed {
		return false
	}
	c.findComma(s)
	o := s.Reading(value.Reading{})
	if !c.most(s, func(v string) bool { _, err := value.Percent.Parse(v, o); return err == nil }) {
		return false
	}
	shares := c.fits(func(v string) bool {
		n, err := value.Number.Parse(v, o)
		d, ok := n.(value.Decimal)
		return err == nil && ok && d >= 0 && d <= value.DecimalOne
	})
	parts := c.fits(func(v string) bool { return strings.ContainsAny(v, ".,") })
	if shares == c.filled && signed == 0 && parts > 0 { // 0.75 for 75 %
		s.Factor = 100
	}
	s.Looks = LooksPercent
	return true
}

// durations are lengths of time in words or with a colon, or numbers whose heading says
// so.
func durations(c *column, s *Shape) bool {
	read, headed := reads(value.Duration), headedBy(c.name, durationHeadings)
	pass := func(v string) bool {
		if numeric(v) {
			return headed && read(v)
		}
		return read(v) && (strings.Contains(v, ":") || !reads(value.Number)(v))
	}
	if c.fits(numeric) == c.filled && !headed || !c.most(s, pass) {
		return false
	}
	s.Looks = LooksDuration
	s.Factor = durationFactor(c.name)
	return true
}

// durationFactor gives the minutes of the heading's unit.
func durationFactor(name string) int64 {
	if headedBy(name, []string{"hours", "hour", "hrs", "小时"}) {
		return 60
	}
	return 0
}

// numbers are integers, decimals, and amounts of money by sign or heading.
func numbers(c *column, s *Shape) bool {
	if c.identifiers() {
		return false
	}
	c.findComma(s)
	o := s.Reading(value.Reading{Currency: "XXX"})
	if !c.most(s, func(v string) bool { m, err := value.Amount.Parse(v, o); return m != nil && err == nil }) {
		return false
	}
	currency, signed := c.currency(o)
	whole := c.fits(func(v string) bool { _, err := value.Integer.Parse(v, o); return err == nil })
	switch {
	case signed || s.Currency != "" || headedBy(c.name, moneyHeadings):
		s.Looks = LooksMoney
		if signed {
			s.Currency = currency
		}
	case whole+s.Misfits >= c.filled:
		s.Looks = LooksInteger
	default:
		s.Looks = LooksNumber
	}
	return true
}

// currency gives the currency that the values write, if it is one, and whether any do.
func (c *column) currency(o value.Reading) (one value.Currency, any bool) {
	for _, v := range c.values {
		m, err := value.Amount.Parse(v.Value, o)
		money, ok := m.(value.Money)
		if err != nil || !ok || money.Currency == "XXX" || money.Currency == o.Currency && numeric(v.Value) {
			continue
		}
		if any && one != money.Currency {
			return "", true
		}
		one, any = money.Currency, true
	}
	return one, any
}

// identifiers says that digits are no numbers: they begin with zeros, or are so long
// that a number cannot hold them.
func (c *column) identifiers() bool {
	zeros := c.fits(func(v string) bool { return len(v) > 1 && v[0] == '0' && strings.Trim(v, "0123456789") == "" })
	long := c.fits(func(v string) bool { return len(v) > 15 && strings.Trim(v, "0123456789Xx") == "" })
	return zeros > 0 || long*2 > c.filled
}

// findComma decides whether the comma is the decimal sign: some value can only be read
// so, and none only the other way.
func (c *column) findComma(s *Shape) {
	comma := c.fits(func(v string) bool { return onlyWith(v, ',', '.') })
	point := c.fits(func(v string) bool { return onlyWith(v, '.', ',') })
	s.DecimalComma = comma > 0 && point == 0
}

// onlyWith says that a number makes sense only with the sign as its decimal sign: it
// stands last, once, and what follows is no group of three.
func onlyWith(v string, sign, other byte) bool {
	v = strings.Trim(v, "¥￥$€£%+-() \u00a0元万亿KkMm")
	at := strings.LastIndexByte(v, sign)
	if at < 0 || strings.Count(v, string(rune(sign))) > 1 || strings.Trim(v, "0123456789., '") != "" {
		return false
	}
	behind := v[at+1:]
	if strings.IndexByte(behind, other) >= 0 || behind == "" {
		return false
	}
	return len(behind) != 3 || strings.IndexByte(v[:at], other) >= 0 || at > 3 || v[:at] == "0"
}

// exponent says that a spreadsheet has written a number in short: 1.38E+10.
func exponent(v string) bool {
	m, e, ok := strings.Cut(strings.ToUpper(v), "E+")
	return ok && m != "" && e != "" && strings.Trim(m, "0123456789.") == "" && strings.Trim(e, "0123456789") == ""
}

// warnOfRounding tells of digits that a spreadsheet has lost before the file came here.
func (s *Shape) warnOfRounding(c *column) {
	short := c.fits(exponent)
	long := c.fits(func(v string) bool {
		return len(v) > 15 && strings.Trim(v, "0123456789") == "" && strings.HasSuffix(v, strings.Repeat("0", len(v)-15))
	})
	switch {
	case short > 0 && s.Looks == LooksPhone:
		s.Warnings = append(s.Warnings, Warning{"rounded-phone", i18n.T("Some numbers were rounded by a spreadsheet (1.38E+10): digits are lost", "部分号码已被表格软件四舍五入（如 1.38E+10），数字已丢失")})
	case short > 0 || long > 0:
		s.Warnings = append(s.Warnings, Warning{"rounded-id", i18n.T("Some long numbers were rounded by a spreadsheet: the last digits may be lost", "部分长数字已被表格软件四舍五入，末尾数字可能已丢失")})
	}
}
