package source_test

import (
	"archive/zip"
	"bytes"
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"dealbox/internal/transfer/source"

	"github.com/xuri/excelize/v2"
)

// styled puts one value in a cell with a number format: a builtin number or a code.
func styled(f *excelize.File, cell string, v any, builtin int, code string) error {
	style := &excelize.Style{NumFmt: builtin}
	if code != "" {
		style.CustomNumFmt = &code
	}
	id, err := f.NewStyle(style)
	return errors.Join(err, f.SetCellValue("Sheet1", cell, v), f.SetCellStyle("Sheet1", cell, cell, id))
}

func TestCellsComeOutAsTheSheetShowsThem(t *testing.T) {
	day := 46174.0 // 2026-06-01
	for _, c := range []struct {
		v       any
		builtin int
		code    string
		want    string
	}{
		{"text", 0, "", "text"}, {"007", 49, "", "007"}, {true, 0, "", "TRUE"}, {12.5, 0, "", "12.5"}, {0.1 + 0.2, 0, "", "0.3"},
		{13800138000.0, 0, "", "13800138000"}, {1.38e10, 11, "", "13800000000"}, {1e20, 0, "", "100000000000000000000"}, {123456789012345.0, 1, "", "123456789012345"},
		{1234.5678, 4, "", "1234.5678"}, {-5, 38, "", "-5"},
		{0.75, 9, "", "75%"}, {0.625, 10, "", "62.5%"}, {0.07, 9, "", "7%"}, {1.1, 9, "", "110%"}, {-0.005, 0, "0.0%", "-0.5%"},
		{day, 14, "", "2026-06-01"}, {day, 0, `yyyy"年"m"月"d"日"`, "2026-06-01"}, {day, 0, "d/m/yy", "2026-06-01"}, {day, 0, "[$-804]yyyy/m/d;@", "2026-06-01"}, {day, 31, "", "2026-06-01"},
		{day + 0.5, 22, "", "2026-06-01 12:00"}, {day + 1.0/86400, 0, "yyyy-mm-dd hh:mm:ss", "2026-06-01 00:00:01"}, {0.5, 20, "", "12:00"}, {1.5, 46, "", "36:00:00"}, {0.75, 0, "h:mm AM/PM", "18:00"},
		{61.0, 14, "", "1900-03-01"}, {59.0, 14, "", "1900-02-28"}, {1.0, 14, "", "1900-01-01"}, {2958465.0, 14, "", "9999-12-31"}, {2958466.0, 14, "", "2958466"}, {-1.0, 14, "", "-1"},
		{123, 0, "00000", "00123"}, {1234.5, 0, "[$¥-804]#,##0.00", "¥1234.5"}, {-1234.5, 0, `"USD "#,##0.00`, "-USD1234.5"}, {500, 0, `#,##0.00" 元"`, "500元"}, {3, 0, `0"台"`, "3台"},
		{12345, 0, `0!.0,"万"`, "12345"}, {1200000, 0, `0.0,,"M"`, "1200000"}, {5, 0, "[Red]0.00;-0.00", "5"}, {5, 0, `_ * #,##0.00_ ;_ * -#,##0.00_ `, "5"}, {5, 0, "General", "5"},
	} {
		data := build(t, func(f *excelize.File) error {
			return errors.Join(put(f, "Sheet1", "A1", []any{"h", "i"}, []any{"x"}), styled(f, "B2", c.v, c.builtin, c.code))
		})
		got := rows(t, open(t, "a.xlsx", data))
		if len(got) != 1 || got[0].cells[1] != c.want {
			t.Errorf("%v as %d %q: %v, want %q", c.v, c.builtin, c.code, got, c.want)
		}
	}
}

func TestDatesCountFrom1904WhereTheWorkbookSaysSo(t *testing.T) {
	yes := true
	data := build(t, func(f *excelize.File) error {
		return errors.Join(f.SetWorkbookProps(&excelize.WorkbookPropsOptions{Date1904: &yes}), put(f, "Sheet1", "A1", []any{"day"}), styled(f, "A2", 44712.0, 14, ""))
	})
	equal(t, "rows", rows(t, open(t, "a.xlsx", data)), []row{{2, []string{"2026-06-01"}}})
}

func TestSheetsAreListedAndTheFirstFilledOneIsRead(t *testing.T) {
	data := build(t, func(f *excelize.File) error {
		_, err1 := f.NewSheet("Hidden")
		_, err2 := f.NewSheet("客户")
		_, err3 := f.NewSheet("More")
		return errors.Join(err1, err2, err3, f.SetSheetVisible("Hidden", false), put(f, "Hidden", "A1", []any{"secret"}, []any{"x"}),
			put(f, "客户", "A1", []any{"名称", "电话"}, []any{"华星", "1"}), put(f, "More", "A1", []any{"a"}, []any{"b"}))
	})
	f := open(t, "a.xlsx", data)
	equal(t, "sheets", []any{f.Info().Sheets, f.Info().Sheet, f.Info().Columns}, []any{[]string{"Sheet1", "Hidden", "客户", "More"}, "客户", []string{"名称", "电话"}})
	if err := f.Set(source.Options{Sheet: "More"}); err != nil {
		t.Fatal(err)
	}
	equal(t, "chosen", rows(t, f), []row{{2, []string{"b"}}})
	if err := f.Set(source.Options{Sheet: "None"}); !errors.Is(err, source.ErrSheet) {
		t.Errorf("no such sheet: %v", err)
	}
	if err := f.Set(source.Options{Sheet: "Sheet1"}); !errors.Is(err, source.ErrNoRows) {
		t.Errorf("an empty sheet: %v", err)
	}
	equal(t, "after refused choices", f.Info().Sheet, "More")
}

func TestMergedAndOffsetHeadingsAreFound(t *testing.T) {
	data := build(t, func(f *excelize.File) error {
		return errors.Join(
			put(f, "Sheet1", "B2", []any{"客户与商机一览表"}),
			put(f, "Sheet1", "B4", []any{"客户", nil, "金额", nil, "备注"}, []any{"名称", "电话", "合同", "回款", nil}, []any{"华星", "1", 5, 3, "x"}, []any{nil, "2", 6, 4, nil}, []any{"合计", nil, 11, 7, nil}),
			f.MergeCell("Sheet1", "B2", "F2"), f.MergeCell("Sheet1", "B4", "C4"), f.MergeCell("Sheet1", "D4", "E4"), f.MergeCell("Sheet1", "F4", "F5"), f.MergeCell("Sheet1", "B6", "B7"), f.MergeCell("Sheet1", "B8", "C8"))
	})
	f := open(t, "a.xlsx", data)
	equal(t, "headings", []any{f.Info().HeaderRow, f.Info().Columns}, []any{5, []string{"名称", "电话", "合同", "回款", "备注"}})
	want := []row{{6, []string{"华星", "1", "5", "3", "x"}}, {7, []string{"华星", "2", "6", "4", ""}}, {8, []string{"合计", "", "11", "7", ""}}}
	equal(t, "rows", rows(t, f), want)
	equal(t, "rows again", rows(t, f), want)
}

func TestHiddenRowsStayAndEmptyOnesAreDropped(t *testing.T) {
	data := build(t, func(f *excelize.File) error {
		style, err := f.NewStyle(&excelize.Style{Font: &excelize.Font{Bold: true}})
		return errors.Join(err, put(f, "Sheet1", "A1", []any{"a", "b"}, []any{"1", "2"}, []any{"3", "4"}, []any{nil, nil}, []any{"5", " "}),
			f.SetRowVisible("Sheet1", 3, false), f.SetCellStyle("Sheet1", "A1", "B900", style))
	})
	equal(t, "rows", rows(t, open(t, "a.xlsx", data)), []row{{2, []string{"1", "2"}}, {3, []string{"3", "4"}}, {5, []string{"5", " "}}})
}

// parts makes a workbook of hand-written XML.
func parts(t testing.TB, sheet, texts string) string {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, p := range [][2]string{
		{`xl\Workbook.xml`, `<x:workbook xmlns:x="u" xmlns:r="v"><x:sheets><x:sheet name="S" sheetId="1" r:id="r1"/></x:sheets></x:workbook>`},
		{"xl/_rels/workbook.xml.rels", `<Relationships><Relationship Id="r1" Type="http://x/worksheet" Target="/xl/worksheets/one.xml"/></Relationships>`},
		{"xl/worksheets/one.xml", sheet}, {"xl/sharedStrings.xml", texts},
	} {
		w, err := z.Create(p[0])
		if err == nil {
			_, err = w.Write([]byte(p[1]))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestUnusualButSoundXMLIsRead(t *testing.T) {
	sheet := `<x:worksheet xmlns:x="u"><x:sheetData><x:row><x:c t="inlineStr"><x:is><x:t>name</x:t></x:is></x:c><x:c t="s"><x:v>0</x:v></x:c><x:c t="str"><x:f>A1</x:f><x:v>f&amp;g</x:v></x:c></x:row>` +
		`<x:row r="5"><x:c r="B5" t="s"><x:v>1</x:v></x:c><x:c r="C5" t="d"><x:v>2026-06-01T00:00:00</x:v></x:c></x:row><x:row><x:c t="e"><x:v>#N/A</x:v></x:c><x:c t="s"><x:v>99</x:v></x:c></x:row></x:sheetData></x:worksheet>`
	texts := `<sst><si><r><t>ri</t></r><r><t>ch</t></r><rPh><t>no</t></rPh></si><si><t xml:space="preserve">a_x000D_&#10;b</t></si></sst>`
	f := open(t, "a.xlsx", parts(t, sheet, texts))
	equal(t, "columns", f.Info().Columns, []string{"name", "rich", "f&g"})
	equal(t, "rows", rows(t, f), []row{{5, []string{"", "a\nb", "2026-06-01"}}, {6, []string{"#N/A", "", ""}}})
}

func TestDamagedSheetsAreRefusedAndNothingHangs(t *testing.T) {
	for name, sheet := range map[string]string{
		"cut off":      `<worksheet><sheetData><row r="1"><c><v>1</v></c>`,
		"no end":       `<worksheet><sheetData><row r="1"><c><v>1</v></c></row>`,
		"row number":   `<worksheet><sheetData><row r="99999999"><c><v>1</v></c></row></sheetData></worksheet>`,
		"column":       `<worksheet><sheetData><row r="1"><c r="ZZZZ1"><v>1</v></c></row></sheetData></worksheet>`,
		"bad XML":      `<worksheet><sheetData><row r="1"><c <v>1</v></c></row></sheetData></worksheet>`,
		"endless text": `<worksheet><sheetData><row r="1"><c t="str"><v>` + strings.Repeat("x", 9<<20) + `</v></c></row></sheetData></worksheet>`,
	} {
		_, err := source.OpenBytes("a.xlsx", []byte(parts(t, sheet, "<sst/>")))
		if !errors.Is(err, source.ErrDamaged) && !errors.Is(err, source.ErrHuge) {
			t.Errorf("%s: %v", name, err)
		}
	}
	whole := workbook(t, 200)
	for cut := len(whole) - 1; cut > 4; cut -= 97 {
		if _, err := source.OpenBytes("a.xlsx", []byte(whole[:cut])); err == nil {
			t.Fatalf("a workbook of %d of %d bytes is read", cut, len(whole))
		}
	}
}

func TestALargeSheetIsReadInOneGo(t *testing.T) {
	data := build(t, func(f *excelize.File) error {
		w, err := f.NewStreamWriter("Sheet1")
		if err != nil {
			return err
		}
		err = w.SetRow("A1", []any{"name", "amount", "day"})
		day, styleErr := f.NewStyle(&excelize.Style{NumFmt: 14})
		for i := 2; i <= 20_001 && err == nil; i++ {
			cell, _ := excelize.CoordinatesToCellName(1, i)
			err = w.SetRow(cell, []any{"somebody", i, excelize.Cell{StyleID: day, Value: time.Date(2026, 6, 1, 0, 0, 0, 0, time.UTC)}})
		}
		return errors.Join(err, styleErr, w.Flush())
	})
	f := open(t, "a.xlsx", data)
	got := rows(t, f)
	equal(t, "rows", []any{len(got), got[19_999].cells}, []any{20_000, []string{"somebody", "20001", "2026-06-01"}})
	if done, total := f.Progress(); done == 0 || done > total {
		t.Errorf("progress %d of %d", done, total)
	}
	if i := f.Info(); i.Rows < 60 || !slices.Equal(i.Columns, []string{"name", "amount", "day"}) {
		t.Errorf("info = %+v", i)
	}
}
