package source

import (
	"strconv"
	"strings"
)

// form is how a number format shows a number.
type form uint8

const (
	formPlain   form = iota // the number as it is
	formDate                // a day
	formMoment              // a day with a time
	formClock               // a time of day
	formElapsed             // hours beyond 24
	formPercent
	formPadded // with zeros in front: postcodes, numbers of contracts
)

// cellStyle is what a cell's number format says, as far as it changes the text.
type cellStyle struct {
	form   form
	digits int    // of formPadded
	before string // currency or other words around the number
	behind string
}

// builtin are the number formats that workbooks name by number without spelling them
// out; 27 to 58 are those of East Asia.
var builtin = map[int]form{
	9: formPercent, 10: formPercent, 14: formDate, 15: formDate, 16: formDate, 17: formDate,
	18: formClock, 19: formClock, 20: formClock, 21: formClock, 22: formMoment,
	27: formDate, 28: formDate, 29: formDate, 30: formDate, 31: formDate, 32: formClock, 33: formClock, 34: formClock, 35: formClock, 36: formDate,
	45: formClock, 46: formElapsed, 47: formClock, 50: formDate, 51: formDate, 52: formDate, 53: formDate, 54: formDate, 55: formClock, 56: formClock, 57: formDate, 58: formDate,
}

// readStyles reads the number format of each style that cells name.
func (w *workbook) readStyles() error {
	var sheet struct {
		Formats []struct {
			ID   int    `xml:"numFmtId,attr"`
			Code string `xml:"formatCode,attr"`
		} `xml:"numFmts>numFmt"`
		Styles []struct {
			Format string `xml:"numFmtId,attr"`
		} `xml:"cellXfs>xf"`
	}
	if err := w.decodePart("xl/styles.xml", &sheet); err != nil {
		return err
	}
	codes := map[int]string{}
	for _, f := range sheet.Formats {
		codes[f.ID] = f.Code
	}
	for _, s := range sheet.Styles {
		id, _ := strconv.Atoi(s.Format)
		style := cellStyle{form: builtin[id]}
		if code, ok := codes[id]; ok {
			style = styleOf(code)
		}
		w.styles = append(w.styles, style)
	}
	return nil
}

// styleOf reads a number format such as yyyy"年"m"月"d"日", [$¥-804]#,##0.00 or 00000.
func styleOf(code string) cellStyle {
	p := parseFormat(code)
	low := strings.ToLower(p.code)
	switch {
	case low == "" || low == "general" || low == "@":
		return cellStyle{}
	case p.elapsed:
		return cellStyle{form: formElapsed}
	case strings.ContainsAny(low, "ydhs") || strings.Contains(low, "m") && !strings.ContainsAny(low, "0#?"):
		return cellStyle{form: dateForm(low)}
	case strings.Contains(p.code, "%"):
		return cellStyle{form: formPercent}
	case len(p.code) > 1 && strings.Trim(p.code, "0") == "":
		return cellStyle{form: formPadded, digits: len(p.code), before: p.before, behind: p.behind}
	case p.scaled:
		return cellStyle{}
	}
	return cellStyle{before: p.before, behind: p.behind}
}

func dateForm(low string) form {
	day := strings.ContainsAny(low, "yd") || strings.Contains(low, "m") && !strings.ContainsAny(low, "hs")
	clock := strings.ContainsAny(low, "hs")
	switch {
	case day && clock:
		return formMoment
	case clock:
		return formClock
	}
	return formDate
}

// formatParts is the first section of a number format.
type formatParts struct {
	code    string // without literal text, colours and conditions
	before  string // literal text before the digits
	behind  string
	elapsed bool // [h]
	scaled  bool // shown in thousands, or with a point moved in: not as it is
}

func parseFormat(code string) formatParts {
	var p formatParts
	for i := 0; i < len(code) && code[i] != ';'; i++ {
		switch c := code[i]; c {
		case '"':
			i += p.literal(code[i+1:], '"')
		case '[':
			i += p.bracket(code[i+1:])
		case '\\', '!':
			p.scaled = p.scaled || c == '!' || strings.HasPrefix(code[i+1:], ".")
			n := len(firstRune(code[i+1:]))
			p.word(code[i+1 : i+1+n])
			i += n
		case '_', '*':
			i += len(firstRune(code[i+1:]))
		default:
			i += p.sign(code[i:]) - 1
		}
	}
	p.scaled = p.scaled || strings.HasSuffix(p.code, ",")
	p.before, p.behind = strings.TrimSpace(p.before), strings.TrimSpace(p.behind)
	return p
}

// sign takes one character that is no literal by syntax; currency signs are by meaning.
func (p *formatParts) sign(s string) int {
	r := firstRune(s)
	if r[0] >= 0x80 || strings.Contains("$()+-: ", r) {
		if strings.Contains("$¥￥€£元", r) {
			p.word(r)
		}
		return len(r)
	}
	p.code += r
	return len(r)
}

// literal takes text up to the closing sign; what it passes over is its result.
func (p *formatParts) literal(s string, end byte) int {
	at := strings.IndexByte(s, end)
	if at < 0 {
		at = len(s)
	}
	p.word(s[:at])
	return at + 1
}

// bracket takes [$¥-804] for a currency, [h] for elapsed time, and leaves out [Red].
func (p *formatParts) bracket(s string) int {
	at := strings.IndexByte(s, ']')
	if at < 0 {
		return len(s)
	}
	inner := s[:at]
	if currency, ok := strings.CutPrefix(inner, "$"); ok {
		currency, _, _ = strings.Cut(currency, "-")
		p.word(currency)
	}
	low := strings.ToLower(inner)
	if low != "" && (strings.Trim(low, "h") == "" || strings.Trim(low, "m") == "" || strings.Trim(low, "s") == "") {
		p.elapsed = true
	}
	return at + 1
}

func (p *formatParts) word(s string) {
	if strings.ContainsAny(p.code, "0#?") {
		p.behind += s
		return
	}
	p.before += s
}

func firstRune(s string) string {
	for i := range s {
		if i > 0 {
			return s[:i]
		}
	}
	return s
}
