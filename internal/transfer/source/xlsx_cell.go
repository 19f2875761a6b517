package source

import (
	"math"
	"strconv"
	"strings"
	"time"
)

// shown gives a cell as text: what the sheet shows, but dates as ISO, and numbers with
// all their digits.
func (w *workbook) shown(c *sheetCell) string {
	v := string(c.value)
	switch c.kind {
	case "s":
		i, err := strconv.Atoi(v)
		if err != nil {
			return ""
		}
		s, _ := w.texts.at(i)
		return s
	case "inlineStr":
		return c.text.take()
	case "str", "e":
		return unescape(v)
	case "b":
		return strings.ToUpper(strconv.FormatBool(v == "1" || v == "true"))
	case "d":
		return strings.TrimSuffix(strings.Replace(strings.TrimSuffix(v, "Z"), "T", " ", 1), " 00:00:00")
	}
	if v == "" || c.style < 0 || c.style >= len(w.styles) {
		return plainNumber(v)
	}
	return w.styles[c.style].number(v, w.date1904)
}

// number shows a number by its format.
func (s cellStyle) number(v string, date1904 bool) string {
	n, err := strconv.ParseFloat(v, 64)
	if err != nil || math.IsNaN(n) || math.IsInf(n, 0) {
		return v
	}
	switch s.form {
	case formDate, formMoment, formClock:
		return serial(n, s.form, date1904, v)
	case formElapsed:
		return elapsed(n)
	case formPercent:
		return moved(plainNumber(v), 2) + "%"
	case formPadded:
		v = padded(plainNumber(v), s.digits)
	default:
		v = plainNumber(v)
	}
	if s.before == "" && s.behind == "" {
		return v
	}
	if rest, ok := strings.CutPrefix(v, "-"); ok {
		return "-" + s.before + rest + s.behind
	}
	return s.before + v + s.behind
}

// plainNumber writes a stored number without an exponent, and with the 15 digits that
// spreadsheets show where binary fractions have made it 17: 0.1 and not
// 0.10000000000000001. What is no number stays.
func plainNumber(v string) string {
	n, err := strconv.ParseFloat(v, 64)
	exponent := strings.ContainsAny(v, "eE")
	if err != nil || math.IsInf(n, 0) || math.IsNaN(n) || !exponent && len(v) <= 16 || math.Abs(n) > 1e30 {
		return v
	}
	if n == math.Trunc(n) && math.Abs(n) < 1<<53 {
		return strconv.FormatFloat(n, 'f', -1, 64)
	}
	rounded, err := strconv.ParseFloat(strconv.FormatFloat(n, 'g', 15, 64), 64)
	if err != nil {
		return v
	}
	return strconv.FormatFloat(rounded, 'f', -1, 64)
}

// moved shifts the point of a plain number to the right.
func moved(v string, places int) string {
	sign := ""
	if rest, ok := strings.CutPrefix(v, "-"); ok {
		sign, v = "-", rest
	}
	whole, frac, _ := strings.Cut(v, ".")
	for len(frac) < places {
		frac += "0"
	}
	whole, frac = strings.TrimLeft(whole+frac[:places], "0"), strings.TrimRight(frac[places:], "0")
	if whole == "" {
		whole = "0"
	}
	if frac != "" {
		whole += "." + frac
	}
	return sign + whole
}

func padded(v string, digits int) string {
	if strings.ContainsAny(v, ".-") || len(v) >= digits {
		return v
	}
	return strings.Repeat("0", digits-len(v)) + v
}

// Days of the two ways to count, and the last day that a spreadsheet knows.
var (
	epoch1900 = time.Date(1899, time.December, 30, 0, 0, 0, 0, time.UTC)
	epoch1904 = time.Date(1904, time.January, 1, 0, 0, 0, 0, time.UTC)
)

const lastSerial = 2958465 // 9999-12-31

// serial writes a date or time that is stored as days since 1900 or 1904. Excel takes
// 1900 for a leap year: before 1 March the count is one day less.
func serial(n float64, f form, date1904 bool, stored string) string {
	if n < 0 || n >= lastSerial+1 || n < 1 && f == formDate {
		return plainNumber(stored)
	}
	epoch := epoch1900
	switch {
	case date1904:
		epoch = epoch1904
	case n >= 1 && n < 60:
		epoch = epoch.AddDate(0, 0, 1)
	}
	seconds := math.Round(n * 86400)
	t := epoch.AddDate(0, 0, int(seconds/86400)).Add(time.Duration(math.Mod(seconds, 86400)) * time.Second)
	layout := "15:04"
	if t.Second() != 0 {
		layout = "15:04:05"
	}
	switch {
	case f == formDate:
		layout = time.DateOnly
	case n >= 1:
		layout = time.DateOnly + " " + layout
	}
	return t.Format(layout)
}

func elapsed(n float64) string {
	sign, seconds := "", int64(math.Round(math.Min(math.Abs(n), 1e9)*86400))
	if n < 0 {
		sign = "-"
	}
	two := func(n int64) string { return padded(strconv.FormatInt(n, 10), 2) }
	return sign + strconv.FormatInt(seconds/3600, 10) + ":" + two(seconds/60%60) + ":" + two(seconds%60)
}
