package source_test

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"dealbox/internal/fault"
	"dealbox/internal/i18n"
	"dealbox/internal/transfer/source"

	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"
)

// row is a data row with its number.
type row struct {
	n     int
	cells []string
}

func open(t testing.TB, name, data string) *source.File {
	t.Helper()
	f, err := source.OpenBytes(name, []byte(data))
	if err != nil {
		t.Fatalf("open %s: %v", name, err)
	}
	return f
}

func rows(t testing.TB, f *source.File) []row {
	t.Helper()
	var all []row
	err := f.Rows(context.Background(), func(n int, cells []string) error {
		all = append(all, row{n, append([]string(nil), cells...)})
		return nil
	})
	if err != nil {
		t.Fatalf("read rows: %v", err)
	}
	return all
}

func equal(t testing.TB, what string, got, want any) {
	t.Helper()
	if !reflect.DeepEqual(got, want) {
		t.Errorf("%s:\ngot  %#v\nwant %#v", what, got, want)
	}
}

const chinese = "客户名称,电话\n华星自动化（集团）,0755-26901234\n\"多行,\n名称\",13800138000\n"

func encodings(t testing.TB) map[source.Encoding][]byte {
	t.Helper()
	must := func(b []byte, err error) []byte {
		if err != nil {
			t.Fatal(err)
		}
		return b
	}
	return map[source.Encoding][]byte{
		source.UTF8:    []byte(chinese),
		source.GB18030: must(simplifiedchinese.GB18030.NewEncoder().Bytes([]byte(chinese))),
		source.UTF16LE: must(unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM).NewEncoder().Bytes([]byte(chinese))),
		source.UTF16BE: must(unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM).NewEncoder().Bytes([]byte(chinese))),
	}
}

func TestTheSameTableComesOutOfEveryEncoding(t *testing.T) {
	marks := map[source.Encoding]string{source.UTF8: "\xef\xbb\xbf", source.UTF16LE: "\xff\xfe", source.UTF16BE: "\xfe\xff"}
	for enc, data := range encodings(t) {
		for _, mark := range []string{"", marks[enc]} {
			f := open(t, "客户.csv", mark+string(data))
			equal(t, string(enc)+" found", f.Info().Encoding, enc)
			equal(t, string(enc)+" columns", f.Info().Columns, []string{"客户名称", "电话"})
			equal(t, string(enc)+" rows", rows(t, f), []row{{2, []string{"华星自动化（集团）", "0755-26901234"}}, {3, []string{"多行,\n名称", "13800138000"}}})
		}
	}
}

func TestTheEncodingCanBeOverruled(t *testing.T) {
	gb := string(encodings(t)[source.GB18030])
	f := open(t, "a.csv", gb)
	if err := f.Set(source.Options{Encoding: source.Windows1252}); err != nil || f.Info().Encoding != source.Windows1252 {
		t.Errorf("encoding %v, %v", f.Info().Encoding, err)
	}
	before := f.Info()
	if err := f.Set(source.Options{Encoding: "ebcdic"}); !errors.Is(err, source.ErrEncoding) {
		t.Errorf("an unknown encoding gives %v", err)
	}
	equal(t, "after a refused setting", f.Info(), before)
}

func TestALateByteDecidesTheEncoding(t *testing.T) {
	late := "name,city\n" + strings.Repeat("a,b\n", 200_000)
	if f := open(t, "a.csv", late+"c,\xc9\xee\xdb\xda\n"); f.Info().Encoding != source.GB18030 {
		t.Errorf("taken for %v", f.Info().Encoding)
	}
	if f := open(t, "a.csv", late+"c,深圳\n"); f.Info().Encoding != source.UTF8 {
		t.Errorf("taken for %v", f.Info().Encoding)
	}
}

func TestWesternLettersAreNoChinese(t *testing.T) {
	f := open(t, "kunden.csv", "Name;Stadt;Umsatz\nM\xfcller;K\xf6ln;1.234,50\nGro\xdf;Z\xfcrich;12,5\n")
	equal(t, "info", []any{f.Info().Encoding, f.Info().Delimiter}, []any{source.Windows1252, ";"})
	equal(t, "first row", rows(t, f)[0].cells, []string{"Müller", "Köln", "1.234,50"})
}

func TestFilesThatAreNoTablesAreRefusedByName(t *testing.T) {
	ole := "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + strings.Repeat("\x00", 2000)
	for name, c := range map[string]struct {
		data string
		want *fault.Kind
	}{
		"old.xls":       {ole + "W\x00o\x00r\x00k\x00b\x00o\x00o\x00k\x00", source.ErrOldExcel},
		"locked.xlsx":   {ole + "E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e\x00", source.ErrEncrypted},
		"empty.csv":     {"", source.ErrEmpty},
		"blank.csv":     {"\xef\xbb\xbf \r\n\t", source.ErrEmpty},
		"blank16.csv":   {"\xff\xfe \x00\n\x00", source.ErrEmpty},
		"commas.csv":    {",,\n,,\n", source.ErrNoRows},
		"picture.csv":   {"\x89PNG\r\n\x1a\n" + strings.Repeat("\x00\x01\x02\xff", 100), source.ErrBinary},
		"rubbish.csv":   {strings.Repeat("\x00\x01\x02\x03\xff\xfe\xfd", 300), source.ErrBinary},
		"paper.pdf":     {"%PDF-1.7\n", source.ErrBinary},
		"page.xls":      {"<html><body><table><tr><td>a</td></tr></table></body></html>", source.ErrWebPage},
		"sheet2003.xls": {"<?xml version=\"1.0\"?><Workbook/>", source.ErrWebPage},
		"letter.docx":   {zipOf(t, "word/document.xml", "<w/>"), source.ErrBinary},
		"fast.xlsb":     {zipOf(t, "xl/workbook.bin", "x"), source.ErrBinXLSB},
		"bare.xlsx":     {zipOf(t, "xl/workbook.xml", "<workbook/>"), source.ErrDamaged},
		"cut.xlsx":      {zipOf(t, "xl/workbook.xml", strings.Repeat("<workbook/>", 99))[:80], source.ErrDamaged},
		"none.json":     {"[]", source.ErrNoRows},
		"bad.json":      {`[{"a":1},{"a":`, source.ErrJSON},
		"numbers.json":  {`[1,2]`, source.ErrJSON},
		"open.csv":      {"a,b\n1,\"never closed\n2,3\n", source.ErrQuote},
	} {
		f, err := source.OpenBytes(name, []byte(c.data))
		if !errors.Is(err, c.want) {
			t.Errorf("%s: %v, %v, want %v", name, f, err, c.want)
			continue
		}
		if f := fault.From(err); strings.Contains(f.In(i18n.Chinese), "{") || strings.Contains(f.In(i18n.English), "{") {
			t.Errorf("%s: %s", name, f.In(i18n.Chinese))
		}
	}
}

func zipOf(t testing.TB, name, content string) string {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	w, err := z.Create(name)
	if err == nil {
		_, err = w.Write([]byte(content))
	}
	if err := errors.Join(err, z.Close()); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestOpenSaysWhyAFileCannotBeOpened(t *testing.T) {
	dir := t.TempDir()
	if _, err := source.Open(filepath.Join(dir, "none.csv")); !errors.Is(err, source.ErrMissing) {
		t.Errorf("no file: %v", err)
	}
	if _, err := source.Open(dir); !errors.Is(err, source.ErrFolder) {
		t.Errorf("a folder: %v", err)
	}
	path := filepath.Join(dir, "a.csv")
	if err := os.WriteFile(path, []byte(chinese), 0o600); err != nil {
		t.Fatal(err)
	}
	f, err := source.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	equal(t, "rows", len(rows(t, f)), 2)
	if done, total := f.Progress(); done != total || total != int64(len(chinese)) {
		t.Errorf("progress %d of %d", done, total)
	}
	if err := f.Close(); err != nil {
		t.Errorf("close: %v", err)
	}
}

func TestReadingStopsWhenItIsCancelled(t *testing.T) {
	for name, data := range map[string]string{
		"a.csv":  "a,b\n" + strings.Repeat("1,2\n", 5000),
		"a.json": "[" + strings.Repeat(`{"a":1},`, 5000) + `{"a":2}]`,
		"a.xlsx": workbook(t, 5000),
	} {
		ctx, cancel := context.WithCancel(context.Background())
		n := 0
		err := open(t, name, data).Rows(ctx, func(int, []string) error {
			if n++; n == 10 {
				cancel()
			}
			return nil
		})
		if !errors.Is(err, context.Canceled) || n > 1000 {
			t.Errorf("%s: %d rows, %v", name, n, err)
		}
	}
}

func TestAnErrorOfTheCallerComesBackAsItIs(t *testing.T) {
	want := errors.New("enough")
	for name, data := range map[string]string{"a.csv": "a\nb\nc\n", "a.json": `{"a":1}`, "a.xlsx": workbook(t, 5)} {
		if err := open(t, name, data).Rows(context.Background(), func(int, []string) error { return want }); err != want {
			t.Errorf("%s: %v", name, err)
		}
	}
}
