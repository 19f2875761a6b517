package transfer_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"dealbox/internal/core"
	"dealbox/internal/crm"
	"dealbox/internal/crmtest"
	"dealbox/internal/fault"
	"dealbox/internal/generate"
	"dealbox/internal/i18n"
	"dealbox/internal/query"
	"dealbox/internal/record"
	"dealbox/internal/schema"
	"dealbox/internal/table"
	"dealbox/internal/transfer"
	"dealbox/internal/transfer/source"
	"dealbox/internal/value"
)

// bring imports a text as Dealbox would propose it, after change has had a look.
func bring(t *testing.T, w *crmtest.Workspace, typ, text string, change func(*transfer.Mapping)) (transfer.Report, []transfer.Outcome) {
	t.Helper()
	f, err := source.OpenBytes("test.csv", []byte(text))
	if err != nil {
		t.Fatalf("open: %v", err)
	}
	return bringFile(t, w, typ, f, change)
}

func bringFile(t *testing.T, w *crmtest.Workspace, typ string, f *source.File, change func(*transfer.Mapping)) (transfer.Report, []transfer.Outcome) {
	t.Helper()
	p, err := transfer.Propose(context.Background(), w.Workspace, f, typ)
	if err != nil {
		t.Fatalf("propose: %v", err)
	}
	if change != nil {
		change(&p.Mapping)
	}
	var rows []transfer.Outcome
	im := &transfer.Importer{W: w.Workspace, Actor: w.User(), Mapping: p.Mapping, Rows: f, Each: func(o transfer.Outcome) { rows = append(rows, o) }}
	report, err := im.Run(context.Background())
	if err != nil {
		t.Fatalf("import: %v", err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	return report, rows
}

// only gives the single live record of a type.
func only(t *testing.T, w *crmtest.Workspace, typ string) *record.Row {
	t.Helper()
	typed := w.Registry().Type(typ)
	sel := w.Tables().Table(typed.Num).Select(table.Query{})
	if sel.Len() != 1 {
		t.Fatalf("%d records of type %s, want 1", sel.Len(), typ)
	}
	var row *record.Row
	err := w.View(w.User(), func(tx *core.Tx) (err error) { row, err = tx.Get(typed, sel.IDs(0, 1)[0]); return err })
	if err != nil {
		t.Fatal(err)
	}
	return row
}

func count(w *crmtest.Workspace, typ string) int {
	return w.Tables().Table(w.Registry().Type(typ).Num).Live()
}

func TestChineseHeadingsUnitsAndDatesAreUnderstood(t *testing.T) {
	w := crmtest.Open(t)
	report, rows := bring(t, w, "", "商机名称,客户名称,金额（万元）,销售阶段,预计成交日期,备注2\n产线改造,华星自动化,12.8,方案报价,2026年12月5日,要 12 台报价\n", nil)
	if report.Created != 1 {
		t.Fatalf("got %+v %v", report.Counts, rows)
	}
	r := only(t, w, "opportunity")
	o := crm.Opportunity
	if m := o.Amount.Of(r); m != (value.Money{Minor: 12800000, Currency: "CNY"}) {
		t.Errorf("amount %v", m)
	}
	if d := o.ExpectedClose.Of(r).String(); d != "2026-12-05" {
		t.Errorf("expected close %s", d)
	}
	own := w.Registry().Type("opportunity").Fields
	last := own[len(own)-1]
	if !last.Own || last.Of(r) != "要 12 台报价" {
		t.Errorf("own field %v: %v", last.Label, last.Of(r))
	}
	if acc := only(t, w, "account"); crm.Account.Name.Of(acc) != "华星自动化" || acc.ID != o.Account.Of(r) {
		t.Error("the account was not made and linked")
	}
}

func TestAColumnOfCurrenciesIsThatOfTheAmounts(t *testing.T) {
	w := crmtest.Open(t)
	report, rows := bring(t, w, "opportunity", "Opportunity Name,Amount,Currency\nA,100,EUR\nB,1.5万,人民币\nC,$7,EUR\nD,9,\nE,1,Talers\n", nil)
	if report.Created != 4 || report.Rejected != 1 {
		t.Fatalf("got %+v %v", report.Counts, rows)
	}
	if e := rows[len(rows)-1].Errors; len(e) != 1 || e[0].Row != 6 || e[0].Column != "Currency" {
		t.Errorf("errors %v", e)
	}
	want := map[string]value.Money{
		"A": {Minor: 10000, Currency: "EUR"}, "B": {Minor: 1500000, Currency: "CNY"},
		"C": {Minor: 700, Currency: "USD"}, "D": {Minor: 900, Currency: "CNY"},
	}
	o := crm.Opportunity
	tab := w.Tables().Table(o.Num)
	sel := tab.Select(table.Query{})
	for _, v := range tab.Values(sel.Rows(0, sel.Len()), []*schema.Def{&o.Name.Def, &o.Amount.Def}) {
		if name := v[0].(string); v[1] != want[name] {
			t.Errorf("%s: %v, want %v", name, v[1], want[name])
		}
	}
	for _, d := range w.Registry().Type("opportunity").Fields {
		if d.Own {
			t.Errorf("an own field %v", d.Label)
		}
	}
}

func TestOneColumnOfEndsIsExpectedWhileOpenAndTheEndOfWhatIsClosed(t *testing.T) {
	w := crmtest.Open(t)
	ends := func() (expected, closed any) {
		r := only(t, w, "opportunity")
		return crm.Opportunity.ExpectedClose.Def.Of(r), crm.Opportunity.ClosedDate.Def.Of(r)
	}
	june := value.NewDate(2026, time.June, 1)
	file := "Deal ID,Opportunity Name,Stage,Close Date\n7,Pump,%s,2026-06-01\n"
	bring(t, w, "opportunity", fmt.Sprintf(file, "New"), nil)
	if expected, closed := ends(); expected != june || closed != nil {
		t.Errorf("open: expected %v, closed %v", expected, closed)
	}
	for range 2 { // the second time nothing is left to change
		bring(t, w, "opportunity", fmt.Sprintf(file, "Won"), nil)
		if expected, closed := ends(); expected != june || closed != june {
			t.Errorf("won later: expected %v, closed %v", expected, closed)
		}
	}
	w = crmtest.Open(t)
	for range 2 {
		bring(t, w, "opportunity", fmt.Sprintf(file, "Won"), nil)
		if expected, closed := ends(); expected != nil || closed != june {
			t.Errorf("won: expected %v, closed %v", expected, closed)
		}
	}
}

func TestFaultyCellsAreNamedAndTheirRowsLeftOut(t *testing.T) {
	w := crmtest.Open(t)
	report, rows := bring(t, w, "contact", "姓名,手机,邮箱,生日\n王敏,13800138000,wang@huaxing.example,1990-01-02\n陈强,1.38E+10,chen@a.example,1991-02-03\n周洁,13900003382,not an address,1992-03-04\n李雷,13900003383,li@a.example,1993-13-45\n,13900003384,x@a.example,1994-05-06\n", nil)
	if report.Created != 1 || report.Rejected != 4 {
		t.Errorf("got %+v", report.Counts)
	}
	want := map[int]string{3: "手机", 4: "邮箱", 5: "生日", 6: "姓名"}
	for _, o := range rows {
		if column, bad := want[o.Row]; bad && (len(o.Errors) != 1 || o.Errors[0].Column != column || o.Errors[0].Row != o.Row) {
			t.Errorf("row %d: %+v, want an error on %s", o.Row, o.Errors, column)
		}
	}
}

func TestWhatARowDoesWithARecordThatIsThere(t *testing.T) {
	const first = "客户名称,城市,电话\n华星,武汉,\n"
	const second = "客户名称,城市,电话\n华 星,深圳,0755-1234567\n"
	cases := map[string]struct {
		do          string
		records     int
		city, phone string
	}{
		"update takes the file's values":     {transfer.DoUpdate, 1, "深圳", "0755-1234567"},
		"merge fills only what is empty":     {transfer.DoMerge, 1, "武汉", "0755-1234567"},
		"skip leaves the record as it is":    {transfer.DoSkip, 1, "武汉", ""},
		"new makes another one all the same": {transfer.DoNew, 2, "", ""},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			w := crmtest.Open(t)
			bring(t, w, "account", first, nil)
			bring(t, w, "account", second, func(m *transfer.Mapping) { m.OnDuplicate = c.do })
			if n := count(w, "account"); n != c.records {
				t.Fatalf("%d accounts, want %d", n, c.records)
			}
			if c.records > 1 {
				return
			}
			r := only(t, w, "account")
			if crm.Account.City.Of(r) != c.city || digits(crm.Account.Phone.Of(r)) != digits(c.phone) {
				t.Errorf("city %q phone %q", crm.Account.City.Of(r), crm.Account.Phone.Of(r))
			}
		})
	}
}

func digits(s string) string { return value.Digits(s) }

func TestBlankCellNeverErases(t *testing.T) {
	w := crmtest.Open(t)
	bring(t, w, "account", "客户名称,城市\n华星,武汉\n", nil)
	bring(t, w, "account", "客户名称,城市\n华星,\n", nil)
	if got := crm.Account.City.Of(only(t, w, "account")); got != "武汉" {
		t.Errorf("city is %q now", got)
	}
}

func TestUndoOfAnImportTakesFieldsAndLinkedRecordsBack(t *testing.T) {
	w := crmtest.Open(t)
	before := crmtest.Rows(w.Workspace)
	fields := len(w.Registry().Type("opportunity").Fields)
	report, _ := bring(t, w, "opportunity", "商机名称,客户名称,渠道标记\n甲,华星,a\n乙,蓝海,b\n", nil)
	w.Again()
	u, err := w.Undo(w.User(), report.Set, core.UndoOptions{})
	if err != nil || len(u.Conflicts) > 0 {
		t.Fatalf("undo: %+v %v", u, err)
	}
	crmtest.Same(t, before, crmtest.Rows(w.Workspace))
	if n := len(w.Registry().Type("opportunity").Fields); n != fields {
		t.Errorf("%d fields, want %d", n, fields)
	}
}

func TestUndoOfAnImportKeepsWhatWasEditedSince(t *testing.T) {
	w := crmtest.Open(t)
	report, rows := bring(t, w, "account", "客户名称\n甲\n乙\n", nil)
	edited := rows[0].Values.ID
	w.Update(func(tx *core.Tx) error {
		r, err := tx.Get(&crm.Account.Type, edited)
		crm.Account.City.Set(r, "武汉")
		return errors.Join(err, tx.Save(r))
	})
	u, err := w.Undo(w.User(), report.Set, core.UndoOptions{})
	if err != nil || len(u.Conflicts) != 1 || u.Conflicts[0].ID != edited {
		t.Fatalf("got %+v %v, want the edited record named", u, err)
	}
	if n := count(w, "account"); n != 1 {
		t.Errorf("%d accounts, want the edited one", n)
	}
}

func TestCancelledImportLeavesNothing(t *testing.T) {
	w := crmtest.Open(t)
	before := crmtest.Rows(w.Workspace)
	var b strings.Builder
	b.WriteString("客户名称,城市\n")
	for i := range 5000 {
		fmt.Fprintf(&b, "客户%d,武汉\n", i)
	}
	f, err := source.OpenBytes("a.csv", []byte(b.String()))
	if err != nil {
		t.Fatal(err)
	}
	p, err := transfer.Propose(context.Background(), w.Workspace, f, "account")
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	im := &transfer.Importer{W: w.Workspace, Actor: w.User(), Mapping: p.Mapping, Rows: f, Counted: func(transfer.Counts) { cancel() }}
	_, err = im.Run(ctx)
	if fault.From(err).Kind.Code != fault.Cancelled {
		t.Errorf("got %v, want it cancelled", err)
	}
	crmtest.Same(t, before, crmtest.Rows(w.Workspace))
}

func TestParentsFurtherDownInTheFileAreFound(t *testing.T) {
	w := crmtest.Open(t)
	report, rows := bring(t, w, "account", "account,subsidiary_of\nSmall,Big Corp\nBig Corp,\nOther,Bigg\n", func(m *transfer.Mapping) {
		for i := range m.Columns {
			m.Columns[i].CreateMissing = false
		}
	})
	if report.Created != 3 {
		t.Fatalf("got %+v", report.Counts)
	}
	small, err := findOne(w, "account", "Small")
	if err != nil {
		t.Fatal(err)
	}
	big, err := findOne(w, "account", "Big Corp")
	if err != nil || crm.Account.Parent.Of(small) != big.ID {
		t.Errorf("parent of Small is %v, %v", crm.Account.Parent.Of(small), err)
	}
	last := rows[len(rows)-1]
	if len(last.Errors) != 1 || last.Errors[0].Column != "subsidiary_of" || last.Row != 4 {
		t.Errorf("the missing parent is told as %+v", last)
	}
}

func findOne(w *crmtest.Workspace, typ, title string) (row *record.Row, err error) {
	t := w.Registry().Type(typ)
	ids := w.Tables().Table(t.Num).Lookup(t.TitleField(), title)
	if len(ids) != 1 {
		return nil, fmt.Errorf("%d records titled %q", len(ids), title)
	}
	err = w.View(w.User(), func(tx *core.Tx) (err error) { row, err = tx.Get(t, ids[0]); return err })
	return row, err
}

func TestExportComesBackTheSame(t *testing.T) {
	for _, ending := range []string{".csv", ".xlsx", ".json"} {
		t.Run(ending, func(t *testing.T) {
			from := crmtest.Open(t)
			fillForExport(t, from)
			want := exported(t, from, ending)
			to := crmtest.Open(t)
			dir := t.TempDir()
			for _, typ := range []string{"account", "opportunity"} {
				path := filepath.Join(dir, typ+ending)
				export(t, from, typ, path)
				f, err := source.Open(path)
				if err != nil {
					t.Fatal(err)
				}
				report, rows := bringFile(t, to, typ, f, nil)
				if report.Rejected > 0 {
					t.Fatalf("%s: %+v", typ, rows[0].Errors)
				}
			}
			if got := exported(t, to, ending); !slices.Equal(got, want) {
				t.Errorf("came back as\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
			}
		})
	}
}

func fillForExport(t *testing.T, w *crmtest.Workspace) {
	t.Helper()
	bring(t, w, "account", "客户名称,城市,电话,年营业额,标签,备注\n华星,武汉,13800138000,￥1.2万,展会;重点,\"=SUM(A1)\n第二行\"\n蓝海,深圳,,USD 300,,'=keep\n", nil)
	bring(t, w, "opportunity", "商机名称,客户名称,金额,销售阶段,开始日期,预计成交日期,输单原因\n@甲,华星,128000,需求确认,2026-01-05,2026-12-05,\n-乙,蓝海,(500),赢单,2026-01-06,2026-03-01,\n+丙,,36万,输单,2026-01-07,2026-04-01,价格\n", func(m *transfer.Mapping) {
		for i := range m.Columns {
			if m.Columns[i].Name == "金额" {
				m.Columns[i].Blank = []string{"(500)"}
			}
		}
	})
	if n := count(w, "opportunity"); n != 3 {
		t.Fatalf("%d opportunities, want 3", n)
	}
}

// exported gives the lines of an export, without the file's own ids of stages and members.
func exported(t *testing.T, w *crmtest.Workspace, ending string) (lines []string) {
	t.Helper()
	for _, typ := range []string{"account", "opportunity"} {
		path := filepath.Join(t.TempDir(), typ+".csv")
		export(t, w, typ, path)
		b, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		lines = append(lines, strings.Split(string(b), "\n")...)
	}
	return lines
}

func export(t *testing.T, w *crmtest.Workspace, typ, path string) {
	t.Helper()
	typed := w.Registry().Type(typ)
	sel := w.Tables().Table(typed.Num).Select(table.Query{Sort: []table.Sort{{Def: typed.TitleField()}}})
	e := transfer.Export{W: w.Workspace, Actor: w.User(), Type: typed, IDs: sel.IDs(0, sel.Len()), Lang: i18n.Chinese}
	if err := e.Run(context.Background(), path); err != nil {
		t.Fatalf("export: %v", err)
	}
}

// sales imports the four files of a reseller and compares what lists show with the totals.
func sales(t *testing.T, dir string, want generate.Totals) {
	w := crmtest.Open(t)
	for _, f := range []struct{ name, typ string }{
		{"accounts.csv", "account"}, {"products.csv", "product"}, {"sales_teams.csv", "member"}, {"sales_pipeline.csv", "opportunity"},
	} {
		for again := range 2 {
			file, err := source.Open(filepath.Join(dir, f.name))
			if err != nil {
				t.Fatal(err)
			}
			report, rows := bringFile(t, w, "", file, nil)
			if report.Rejected > 0 || again == 1 && report.Created > 0 {
				t.Fatalf("%s: %+v %v", f.name, report.Counts, firstError(rows))
			}
		}
	}
	got := map[string]int{
		"account": count(w, "account"), "product": count(w, "product"), "member": count(w, "member"), "opportunity": count(w, "opportunity"),
		"won": countWhere(t, w, "status = won"), "lost": countWhere(t, w, "status = lost"),
		"engaging": countWhere(t, w, "stage = Contacted"), "prospecting": countWhere(t, w, "stage = New"), "no account": countWhere(t, w, "account is empty"),
	}
	expect := map[string]int{
		"account": want.Accounts, "product": want.Products, "member": want.Agents + want.Managers + 1, "opportunity": want.Opportunities,
		"won": want.Won, "lost": want.Lost, "engaging": want.Engaging, "prospecting": want.Prospecting, "no account": want.WithoutAccount,
	}
	for k, n := range expect {
		if got[k] != n {
			t.Errorf("%s: %d, want %d", k, got[k], n)
		}
	}
	if sum := wonSum(t, w); sum != want.WonValue*100 {
		t.Errorf("won %d, want %d", sum, want.WonValue*100)
	}
}

func firstError(rows []transfer.Outcome) any {
	for _, o := range rows {
		if len(o.Errors) > 0 {
			return o.Errors[0]
		}
	}
	return nil
}

func bind(t *testing.T, w *crmtest.Workspace, where string) *query.Bound {
	t.Helper()
	c, err := query.Parse(where)
	if err != nil {
		t.Fatal(err)
	}
	b, err := w.Bind(w.User(), &c, w.Registry().Type("opportunity"))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func countWhere(t *testing.T, w *crmtest.Workspace, where string) int {
	t.Helper()
	return w.Tables().Table(crm.Opportunity.Num).Count(bind(t, w, where), "")
}

func wonSum(t *testing.T, w *crmtest.Workspace) int64 {
	t.Helper()
	s := w.Tables().Table(crm.Opportunity.Num).Sum(bind(t, w, "status = won"), "", table.Measure{Def: w.Registry().Type("opportunity").Field("amount")}, w.Env(w.User()))
	return s.Total.(value.Money).Minor
}

// realData is the folder with files that people really keep, where it is there.
func realData(t *testing.T) string {
	t.Helper()
	dir := os.Getenv("DEALBOX_DATA")
	if dir == "" {
		dir = filepath.Join("..", "..", "..", "shared", "data")
	}
	if _, err := os.Stat(dir); err != nil {
		t.Skipf("the real files are not here: no folder %s (set DEALBOX_DATA)", dir)
	}
	return dir
}

func TestRealSalesFilesComeInWhole(t *testing.T) {
	sales(t, filepath.Join(realData(t), "sales"), generate.Totals{
		Accounts: 85, Products: 7, Agents: 35, Managers: 6, Opportunities: 8800, Won: 4238, WonValue: 10005534,
		Lost: 2473, Engaging: 1589, Prospecting: 500, WithoutAccount: 1425,
	})
}

func TestGeneratedSalesFilesComeInWhole(t *testing.T) {
	dir := t.TempDir()
	totals, err := generate.Files(dir, generate.Options{Seed: 7, Opportunities: 3000})
	if err != nil {
		t.Fatal(err)
	}
	sales(t, filepath.Join(dir, "sales"), totals)
}

// leads imports a school's leads and counts the named columns that have values in lists.
func leads(t *testing.T, path string, rows, columns int) {
	w := crmtest.Open(t)
	f, err := source.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	named := 0
	for _, c := range f.Info().Columns {
		if c != "" {
			named++
		}
	}
	report, out := bringFile(t, w, "", f, nil)
	if report.Created != rows || report.Rejected > 0 || named != columns {
		t.Fatalf("got %+v and %d columns, want %d rows and %d columns: %v", report.Counts, named, rows, columns, firstError(out))
	}
	typ := w.Registry().Type("lead")
	tab := w.Tables().Table(typ.Num)
	for _, d := range typ.Fields {
		if d.Kind != value.Choice {
			continue
		}
		if _, ok := d.OptionNamed("Select"); ok {
			t.Errorf("%s: Select became a choice", d.Key)
		}
	}
	if tab.Live() != rows {
		t.Errorf("%d leads in the list", tab.Live())
	}
}

func TestRealLeadsComeInWhole(t *testing.T) {
	leads(t, filepath.Join(realData(t), "leads", "Leads.csv"), 9240, 37)
}

func TestGeneratedLeadsComeInWhole(t *testing.T) {
	dir := t.TempDir()
	totals, err := generate.Files(dir, generate.Options{Seed: 3, Opportunities: 1000})
	if err != nil {
		t.Fatal(err)
	}
	leads(t, filepath.Join(dir, "leads", "Leads.csv"), totals.Leads, totals.LeadColumns)
}
