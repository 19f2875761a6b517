package transfer

import (
	"io"
	"strconv"

	"dealbox/internal/schema"
	"dealbox/internal/value"

	"github.com/xuri/excelize/v2"
)

// workbook writes XLSX: numbers and days as such, everything else as text, so that a phone
// number keeps its zeros; the heading stays in sight and has filters.
type workbook struct {
	to     io.Writer
	file   *excelize.File
	stream *excelize.StreamWriter
	name   string
	rows   int
	cols   int
	bold   int
	day    int
}

func newWorkbook(to io.Writer, name string) (sheet, error) {
	w := &workbook{to: to, file: excelize.NewFile(), name: sheetName(name)}
	if err := w.file.SetSheetName("Sheet1", w.name); err != nil {
		return nil, err
	}
	var err error
	if w.bold, err = w.file.NewStyle(&excelize.Style{Font: &excelize.Font{Bold: true}}); err != nil {
		return nil, err
	}
	format := "yyyy-mm-dd"
	if w.day, err = w.file.NewStyle(&excelize.Style{CustomNumFmt: &format}); err != nil {
		return nil, err
	}
	if w.stream, err = w.file.NewStreamWriter(w.name); err != nil {
		return nil, err
	}
	return w, w.stream.SetPanes(&excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"})
}

// sheetName makes a name that a workbook takes: at most 31 characters, none of []:*?/\.
func sheetName(s string) string {
	var out []rune
	for _, r := range s {
		if len(out) < 31 && r != '[' && r != ']' && r != ':' && r != '*' && r != '?' && r != '/' && r != '\\' {
			out = append(out, r)
		}
	}
	if len(out) == 0 {
		return "Dealbox"
	}
	return string(out)
}

func (w *workbook) row(defs []*schema.Def, cells []string) error {
	w.rows++
	w.cols = len(cells)
	out := make([]any, len(cells))
	for i, c := range cells {
		switch {
		case defs == nil:
			out[i] = excelize.Cell{StyleID: w.bold, Value: c}
		case i == 0:
			out[i] = c
		default:
			out[i] = w.cell(defs[i-1], c)
		}
	}
	at, err := excelize.CoordinatesToCellName(1, w.rows)
	if err != nil {
		return err
	}
	return w.stream.SetRow(at, out)
}

func (w *workbook) cell(d *schema.Def, c string) any {
	switch d.Kind {
	case value.Integer, value.Number, value.Amount:
		if n, err := strconv.ParseFloat(c, 64); err == nil && exact(n, c) {
			return n
		}
	case value.Day:
		if v, err := value.Day.Parse(c, value.Reading{}); err == nil && v != nil {
			if t := v.(value.Date).Time(); t.Year() > 1900 {
				return excelize.Cell{StyleID: w.day, Value: t}
			}
		}
	}
	if textual(d.Kind) {
		return Neutral(c)
	}
	return c
}

// exact says that a number comes back from a workbook's float as it was written.
func exact(n float64, written string) bool {
	back := strconv.FormatFloat(n, 'f', -1, 64)
	return trimZeros(back) == trimZeros(written)
}

func trimZeros(s string) string {
	for i := range s {
		if s[i] == '.' {
			for s[len(s)-1] == '0' {
				s = s[:len(s)-1]
			}
			if s[len(s)-1] == '.' {
				s = s[:len(s)-1]
			}
			return s
		}
	}
	return s
}

func (w *workbook) close() error {
	last, err := excelize.CoordinatesToCellName(max(w.cols, 1), max(w.rows, 1))
	if err != nil {
		return err
	}
	if err := w.stream.Flush(); err != nil {
		return err
	}
	if err := w.file.AutoFilter(w.name, "A1:"+last, nil); err != nil {
		return err
	}
	if _, err := w.file.WriteTo(w.to); err != nil {
		return err
	}
	return w.file.Close()
}
