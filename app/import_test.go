package app_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dealbox/app"
	"dealbox/internal/fault"
)

const contacts = "姓名,客户名称,手机,渠道\n王敏,华星,13800138000,展会\n陈强,华星,1.38E+10,电话\n李雷,,13900003383,展会\n"

// draft opens a text as pasted from a spreadsheet.
func (d *desk) draft(typ, text string) app.ImportDraft {
	d.Helper()
	return got(d.imports.Draft(app.ImportInput{Source: app.ImportSource{Text: text}, Type: typ})).in(d.T)
}

func TestImportFromDraftToUndo(t *testing.T) {
	d := open(t)
	draft := d.draft("", contacts)
	same(t, "type", draft.Type, "contact")
	same(t, "rows", draft.Rows, 3)
	same(t, "would be created", draft.Counts.Created, 2)
	same(t, "would be rejected", draft.Counts.Rejected, 1)
	if p := draft.Preview; len(p) != 3 || p[1].Result != "reject" || p[1].Cells[2].Error == "" || p[0].Cells[0].Shown != "王敏" {
		t.Fatalf("preview %+v", p)
	}
	same(t, "nothing was changed", got(d.files.State()).in(t).File.Counts["contact"], 0)

	j := d.done(got(d.imports.Start(draft.ID, "")).in(t))
	same(t, "state", j.State, "done")
	same(t, "created", j.Counts.Created, 2)
	same(t, "contacts", got(d.files.State()).in(t).File.Counts["contact"], 2)
	report := got(d.imports.Report(j.Result)).in(t)
	if len(report.Errors) != 1 || report.Errors[0].Row != 3 || report.Errors[0].Column != "手机" || !report.Undoable || report.Rejects != 1 {
		t.Errorf("report %+v", report)
	}
	_, err := d.imports.Draft(app.ImportInput{Draft: draft.ID})
	refused(t, err, fault.Gone)
	d.undoImport(report.ID)
}

// undoImport takes an import back after a restart.
func (d *desk) undoImport(id string) {
	d.Helper()
	path := got(d.files.State()).in(d.T).File.Path
	if err := d.files.Close(); err != nil {
		d.Fatal(err)
	}
	got(d.files.Open(path)).in(d.T)
	same(d.T, "state", d.done(got(d.imports.Undo(id, nil)).in(d.T)).State, "done")
	info := got(d.files.State()).in(d.T).File
	same(d.T, "contacts after undo", info.Counts["contact"], 0)
	same(d.T, "linked accounts after undo", info.Counts["account"], 0)
	list := got(d.imports.List()).in(d.T)
	if len(list) != 1 || !list[0].Undone || list[0].Undoable {
		d.Errorf("imports %+v", list)
	}
}

func TestRejectedRowsAreAFileWithReasons(t *testing.T) {
	d := open(t)
	j := d.done(got(d.imports.Start(d.draft("contact", contacts).ID, "")).in(t))
	want := "\ufeff姓名,客户名称,手机,渠道,Row,Reason\n陈强,华星,1.38E+10,电话,3,手机: “1.38E+10” is not a phone number\n"
	same(t, "content", got(d.imports.SaveRejects(j.Result, "")).in(t), want)
	path := filepath.Join(d.dir, "rejects.csv")
	got(d.imports.SaveRejects(j.Result, path)).in(t)
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	same(t, "file", string(b), want)
}

func TestEditedRecordsStayWhenAnImportIsUndone(t *testing.T) {
	d := open(t)
	j := d.done(got(d.imports.Start(d.draft("account", "客户名称\n甲\n乙\n").ID, "")).in(t))
	edited := got(d.records.Suggest(app.SuggestInput{Type: "account", Text: "甲", Limit: 1})).in(t)[0]
	d.save("account", edited.ID, map[string]any{"city": "武汉"})
	d.done(got(d.imports.Undo(j.Result, nil)).in(t))
	report := got(d.imports.Report(j.Result)).in(t)
	if len(report.Edited) != 1 || report.Edited[0].ID != edited.ID {
		t.Errorf("left: %+v", report.Edited)
	}
	same(t, "accounts", got(d.files.State()).in(t).File.Counts["account"], 1)
}

func TestImportCannotBeUndoneAfterThirtyDays(t *testing.T) {
	d := open(t)
	j := d.done(got(d.imports.Start(d.draft("account", "客户名称\n甲\n").ID, "")).in(t))
	d.clock.AddDays(31)
	same(t, "undoable", got(d.imports.Report(j.Result)).in(t).Undoable, false)
}

func TestCancelledImportLeavesNothing(t *testing.T) {
	d := open(t)
	var b strings.Builder
	b.WriteString("客户名称,城市\n")
	for i := range 6000 {
		fmt.Fprintf(&b, "客户%d,武汉\n", i)
	}
	j := got(d.imports.Start(d.draft("account", b.String()).ID, "")).in(t)
	if err := d.jobs.Cancel(j.ID); err != nil {
		t.Fatal(err)
	}
	same(t, "state", d.done(j).State, "cancelled")
	same(t, "accounts", got(d.files.State()).in(t).File.Counts["account"], 0)
	same(t, "reports", len(got(d.imports.List()).in(t)), 0)
	refused(t, d.jobs.Cancel("job-99"), fault.NotFound)
}

func TestDraftFollowsWhatTheUserDecides(t *testing.T) {
	d := open(t)
	draft := d.draft("contact", contacts)
	for i := range draft.Columns {
		c := &draft.Columns[i]
		switch c.Name {
		case "手机":
			c.Target = "note"
		case "渠道":
			c.Target = "ignore"
		}
	}
	draft = got(d.imports.Draft(app.ImportInput{Draft: draft.ID, Type: "contact", Columns: draft.Columns})).in(t)
	same(t, "rejected now", draft.Counts.Rejected, 0)
	d.done(got(d.imports.Start(draft.ID, "到处")).in(t))
	row := got(d.records.Suggest(app.SuggestInput{Type: "contact", Text: "陈强", Limit: 1})).in(t)[0]
	same(t, "note", got(d.records.Get("contact", row.ID)).in(t).Values["description"], any("手机: 1.38E+10"))

	again := d.draft("contact", contacts)
	if len(again.Templates) != 1 || again.Templates[0].Name != "到处" {
		t.Fatalf("templates %+v", again.Templates)
	}
	again = got(d.imports.Draft(app.ImportInput{Draft: again.ID, Type: "contact", Template: again.Templates[0].ID})).in(t)
	same(t, "target by the template", again.Columns[2].Target, "note")
	same(t, "would be updated", again.Counts.Updated+again.Counts.Created, 3)
	if err := d.imports.Discard(again.ID); err != nil {
		t.Fatal(err)
	}
	if err := d.imports.DeleteTemplate(again.Template); err != nil {
		t.Fatal(err)
	}
	same(t, "templates", len(d.draft("contact", contacts).Templates), 0)
}

func TestYearsAreWrittenWithoutSignsBetweenThousands(t *testing.T) {
	d := open(t)
	draft := d.draft("account", "客户名称,成立年份,上市年份,年接待量\n华星,1986,1999,1850\n蓝海,2001,2010,12000\n")
	same(t, "preview", draft.Preview[0].Cells[1].Shown, "1986")
	d.done(got(d.imports.Start(draft.ID, "")).in(t))
	plain := map[string]bool{}
	for _, typ := range got(d.schema.Types()).in(t) {
		for _, f := range typ.Fields {
			if typ.Key == "account" {
				plain[f.Label.Zh] = f.Plain
			}
		}
	}
	if !plain["成立年份"] || !plain["上市年份"] || plain["年接待量"] || plain["员工人数"] {
		t.Errorf("plain are %v", plain)
	}
	l := got(d.lists.Open(app.ListQuery{Type: "account", Group: "founded"})).in(t)
	same(t, "group heads", d.titles(l.Token, 0, 9), "# 1986 1, # 2001 1")
}

func TestPreviewShowsWhatPartsAndNewFieldsWillBe(t *testing.T) {
	d := open(t)
	d.save("product", "", map[string]any{"name": "GTX Pro"})
	const deals = "opportunity_id,product,account,deal_stage,visited\nX1,GTXPro,Cancity,New,2026年1月5日\n"
	draft := d.draft("opportunity", deals)
	same(t, "title from", draft.TitleFrom, "product · account")
	cells := draft.Preview[0].Cells
	same(t, "product as written", cells[1].Text, "GTXPro")
	same(t, "product as it will be", cells[1].Shown, "GTX Pro")
	same(t, "day of a new field", cells[4].Shown, "2026-01-05")
	d.done(got(d.imports.Start(draft.ID, "")).in(t))
	same(t, "title", got(d.records.Suggest(app.SuggestInput{Type: "opportunity", Text: "Cancity", Limit: 1})).in(t)[0].Title, "GTX Pro · Cancity")
	same(t, "with a name", d.draft("opportunity", "Deal Name,product,account\nA,GTXPro,Cancity\n").TitleFrom, "")
	same(t, "without anything", d.draft("account", "城市\n武汉\n").TitleFrom, "")
}

func TestPreviewShowsLinksWithinTheType(t *testing.T) {
	d := open(t)
	cells := func(row int) string {
		return d.draft("account", "客户名称,上级客户\n集团,无\n子公司,集团\n").Preview[row].Cells[1].Shown
	}
	same(t, "parent that is made with it", cells(1), "集团")
	d.draft("account", "客户名称,上级客户\n集团,无\n子公司,集团\n")
	same(t, "blank", cells(0), "")
}

func TestTypeIsGuessedAnewUnlessItWasChosen(t *testing.T) {
	d := open(t)
	draft := d.draft("", "客户名称,统一社会信用代码,行业\n姓名,手机,邮箱\n张三,13800138001,z@example.com\n")
	same(t, "at first", draft.Type, "account")
	under := app.ImportInput{Draft: draft.ID, Type: draft.Type, Encoding: draft.Encoding, Delimiter: draft.Delimiter, HeaderRow: 2}
	same(t, "under other headings", got(d.imports.Draft(under)).in(t).Type, "contact")
	under.Type = "lead"
	same(t, "chosen", got(d.imports.Draft(under)).in(t).Type, "lead")
	under.HeaderRow = 1
	same(t, "still chosen", got(d.imports.Draft(under)).in(t).Type, "lead")
}

func TestUploadIsImportedAndRemoved(t *testing.T) {
	d := open(t)
	id := got(d.h.Upload(`C:\tmp\..\客户.csv`, strings.NewReader("客户名称\n甲\n"))).in(t)
	draft := got(d.imports.Draft(app.ImportInput{Source: app.ImportSource{Upload: id}})).in(t)
	same(t, "name", draft.Name, "客户.csv")
	d.done(got(d.imports.Start(draft.ID, "")).in(t))
	left, err := filepath.Glob(filepath.Join(d.dir, "cache", "uploads", "*"))
	if err != nil || len(left) > 0 {
		t.Errorf("left: %v, %v", left, err)
	}
	for _, bad := range []string{"../" + id, "..", "config"} {
		_, err := d.imports.Draft(app.ImportInput{Source: app.ImportSource{Upload: bad}})
		refused(t, err, fault.Invalid)
	}
}
