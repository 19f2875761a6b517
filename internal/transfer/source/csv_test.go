package source_test

import (
	"bytes"
	"encoding/csv"
	"errors"
	"strings"
	"testing"

	"dealbox/internal/transfer/source"

	"pgregory.net/rapid"
)

func TestDelimitersAreFoundByTheirRegularity(t *testing.T) {
	for data, want := range map[string]string{
		"a,b,c\n1,2,3\n":                          ",",
		"a;b;c\n1,5;2;3\n2,5;3;4\n":               ";",
		"a\tb\n1,2\t3\n":                          "\t",
		"a|b|c\nx, y|2|3\n":                       "|",
		"a\nb\nc\n":                               "",
		"sep=;\na;b,c\n1;2\n":                     ";",
		"name;note\nx;\"one, two; three\"\ny;z\n": ";",
		"name\nLi, Na\nWang\nZhao\nSun\n":         "",
	} {
		f := open(t, "a.csv", data)
		if got := f.Info().Delimiter; got != want {
			t.Errorf("%q: delimiter %q, want %q", data, got, want)
		}
	}
	f := open(t, "a.csv", "a;b,c\n1;2,3\n")
	if err := f.Set(source.Options{Delimiter: ";"}); err != nil {
		t.Fatal(err)
	}
	equal(t, "chosen delimiter", f.Info().Columns, []string{"a", "b,c"})
}

func TestRowsKeepTheNumbersOfASpreadsheet(t *testing.T) {
	f := open(t, "a.csv", "name,note\n\nfirst,\"two\r\nlines\"\n,\nsecond,\"say \"\"hi\"\"\"\r\nthird,x")
	equal(t, "rows", rows(t, f), []row{{3, []string{"first", "two\nlines"}}, {5, []string{"second", `say "hi"`}}, {6, []string{"third", "x"}}})
	equal(t, "count", []any{f.Info().Rows, f.Info().Exact}, []any{3, true})
}

func TestDirtIsReadAndNoted(t *testing.T) {
	f := open(t, "a.csv", "a,b,c\n1,2\n1,2,3,4\n1,2,3,\n5\" pipe,\"5\" screen\",=\"0012\"\r1,2,3\n")
	equal(t, "rows", rows(t, f), []row{
		{2, []string{"1", "2", ""}}, {3, []string{"1", "2", "3"}}, {4, []string{"1", "2", "3"}}, {5, []string{`5" pipe`, `5 screen"`, "0012"}}, {6, []string{"1", "2", "3"}},
	})
	notes := f.Notes()
	if len(notes) != 2 || notes[0].Row != 2 || notes[1].Row != 3 || !errors.Is(notes[0].Err, source.ErrRagged) || notes[0].Lost || !notes[1].Lost {
		t.Errorf("notes = %v", notes)
	}
}

func TestTheHeadingsAreFoundBelowTitles(t *testing.T) {
	for data, want := range map[string]struct {
		row     int
		columns []string
	}{
		"Sales report 2026,,\n,,\nName,Amount,Date\nA,1,2026-01-01\nB,2,2026-01-02\n": {3, []string{"Name", "Amount", "Date"}},
		"*客户名称,电话＊, 邮箱 \nA,1,a@b.c\n":                                                 {1, []string{"客户名称", "电话", "邮箱"}},
		"A,1,2026-01-01\nB,2,2026-01-02\n":                                            {0, []string{"A", "B", "C"}},
		"Product,2016,2017\nGTX,5,6\nMG,7,8\n":                                        {1, []string{"Product", "2016", "2017"}},
		"name,name,industry\nAcme,Beta,software\n":                                    {1, []string{"name", "name", "industry"}},
		"foo,,bar,\nAcme,x,1,2001-02-03\n":                                            {1, []string{"foo", "", "bar", ""}},
		"foo,bar\nAcme,x,extra,more\nBeta\n":                                          {1, []string{"foo", "bar"}},
		"Report,sales,,\nName,Team,Amount,Note\nA,b,5,c\n":                            {2, []string{"Name", "Team", "Amount", "Note"}},
		"name\nA\nB\n":            {1, []string{"name"}},
		"a,b,,\n1,2,,\n":          {1, []string{"a", "b"}},
		"a,,c\n1,2,3\n4,5,6\n":    {1, []string{"a", "", "c"}},
		"only,headings\n":         {1, []string{"only", "headings"}},
		"\"two\nlines\",b\n1,2\n": {1, []string{"two lines", "b"}},
	} {
		i := open(t, "a.csv", data).Info()
		if i.HeaderRow != want.row {
			t.Errorf("%q: headings in row %d, want %d", data, i.HeaderRow, want.row)
		}
		equal(t, data, i.Columns, want.columns)
	}
}

func TestTheHeadingsCanBeOverruled(t *testing.T) {
	f := open(t, "a.csv", "Title,\nName,City\nA,B\n")
	if err := f.Set(source.Options{HeaderRow: 1}); err != nil {
		t.Fatal(err)
	}
	equal(t, "first row", []any{f.Info().HeaderRow, f.Info().Columns}, []any{1, []string{"Title", ""}})
	if err := f.Set(source.Options{HeaderRow: -1}); err != nil {
		t.Fatal(err)
	}
	equal(t, "no headings", []any{f.Info().HeaderRow, f.Info().Columns, len(rows(t, f))}, []any{0, []string{"A", "B"}, 3})
}

func TestAPastedTableIsRead(t *testing.T) {
	f := open(t, "", "姓名\t电话\n王敏\t13800138000\n")
	equal(t, "info", []any{f.Info().Kind, f.Info().Delimiter}, []any{source.Text, "\t"})
	equal(t, "rows", rows(t, f), []row{{2, []string{"王敏", "13800138000"}}})
}

func TestLongFilesAreEstimated(t *testing.T) {
	const n = 400_000
	f := open(t, "a.csv", "name,amount\n"+strings.Repeat("somebody,12345\n", n))
	if i := f.Info(); i.Exact || i.Rows < n*9/10 || i.Rows > n*11/10 {
		t.Errorf("%d rows, exact %v", i.Rows, i.Exact)
	}
}

func TestTooLongRowsAreRefused(t *testing.T) {
	f := open(t, "a.csv", "a,b\n1,2\n"+strings.Repeat("x,y\n", 500))
	if len(rows(t, f)) != 501 {
		t.Error("rows are lost")
	}
	for _, long := range []string{strings.Repeat("x", 9<<20), strings.Repeat(",", 20_000)} {
		if _, err := source.OpenBytes("a.csv", []byte("a,b\n1,2\n"+long)); !errors.Is(err, source.ErrWide) {
			t.Errorf("a row of %d bytes: %v", len(long), err)
		}
	}
}

// TestWhatAWriterWritesIsRead: what encoding/csv writes comes back cell by cell.
func TestWhatAWriterWritesIsRead(t *testing.T) {
	cell := rapid.StringOf(rapid.RuneFrom([]rune("ab,;\t|\"\n 华1=")))
	rapid.Check(t, func(t *rapid.T) {
		width := rapid.IntRange(2, 5).Draw(t, "width")
		table := rapid.SliceOfN(rapid.SliceOfN(cell, width, width), 1, 8).Draw(t, "table")
		var b bytes.Buffer
		w := csv.NewWriter(&b)
		w.UseCRLF = rapid.Bool().Draw(t, "crlf")
		heads := make([]string, width)
		for i := range heads {
			heads[i] = "head" + source.Letter(i)
		}
		if err := w.WriteAll(append([][]string{heads}, table...)); err != nil {
			t.Fatal(err)
		}
		f, err := source.OpenBytes("a.csv", b.Bytes())
		if err == nil {
			err = f.Set(source.Options{Encoding: source.UTF8, Delimiter: ",", HeaderRow: 1})
		}
		if err != nil {
			t.Fatalf("%q: %v", b.String(), err)
		}
		var want [][]string
		for _, r := range table {
			if strings.TrimSpace(strings.Join(r, "")) != "" {
				want = append(want, r)
			}
		}
		got := rowsOf(t, f)
		if len(got) != len(want) {
			t.Fatalf("%q: %d rows, want %d", b.String(), len(got), len(want))
		}
		for i := range want {
			for k := range want[i] {
				if got[i][k] != want[i][k] && !strings.HasPrefix(want[i][k], `="`) {
					t.Fatalf("%q: cell %q, want %q", b.String(), got[i][k], want[i][k])
				}
			}
		}
	})
}

func FuzzAnyFileIsReadOrRefused(f *testing.F) {
	for _, data := range []string{chinese, "a;b\n\"x", "sep=;\n", `[{"a":1}]`, `{"rows":[{"a":{"b":[1,2]}}]}`, "{\"a\":1}\n{\"a\":2}\n", "\xff\xfea\x00", "PK\x03\x04", "\xd0\xcf\x11\xe0", "<html>", "=\"0\",1\r\r\n"} {
		for _, name := range []string{"a.csv", "a.json", ""} {
			f.Add(name, []byte(data))
		}
	}
	f.Add("a.xlsx", []byte(workbook(f, 3)))
	f.Fuzz(func(t *testing.T, name string, data []byte) {
		file, err := source.OpenBytes(name, data)
		if err != nil {
			return
		}
		width, last := len(file.Info().Columns), 0
		shapes, err := file.Shapes(t.Context())
		if err == nil && len(shapes) != width {
			t.Fatalf("%d shapes of %d columns", len(shapes), width)
		}
		err = file.Rows(t.Context(), func(n int, cells []string) error {
			if len(cells) != width || n <= last {
				t.Fatalf("row %d behind %d has %d cells of %d", n, last, len(cells), width)
			}
			last = n
			return nil
		})
		if err != nil && last == 0 {
			return
		}
	})
}
