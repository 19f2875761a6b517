package app_test

import (
	"os"
	"path/filepath"
	"testing"

	"dealbox/app"
	"dealbox/internal/core"
	"dealbox/internal/crm"
	"dealbox/internal/fault"
)

func TestNewFileIsThereAfterClosingAndOpening(t *testing.T) {
	d := open(t)
	path := got(d.files.State()).in(t).File.Path
	same(t, "path", path, filepath.Join(d.dir, "files", "销售 2026.dealbox"))
	id := d.save("account", "", map[string]any{"name": "华星", "description": "long\ntext"}).ID
	if err := d.files.Close(); err != nil {
		t.Fatal(err)
	}
	if s := got(d.files.State()).in(t); s.File != nil || s.Problem != nil {
		t.Fatalf("after closing: %+v", s)
	}
	_, err := d.records.Get("account", id)
	refused(t, err, fault.NotFound)
	info := got(d.files.Open(path)).in(t)
	same(t, "name", info.Name, "销售 2026")
	same(t, "me", info.Me.Title, "Ann")
	same(t, "base", info.Base, "CNY")
	same(t, "accounts", info.Counts["account"], 1)
	row := got(d.records.Get("account", id)).in(t)
	same(t, "title", row.Title, "华星")
	same(t, "text", row.Values["description"], any("long\ntext"))
}

func TestNewFileNeedsANameAndAPerson(t *testing.T) {
	d := sit(t, t.TempDir())
	for name, n := range map[string]app.NewFile{
		"person": {Name: "a", Person: " "}, "name": {Person: "Ann"}, "slash": {Name: "a/b", Person: "Ann"},
		"dots": {Name: "..", Person: "Ann"}, "currency": {Name: "b", Person: "Ann", Currency: "yuan"}, "zone": {Name: "c", Person: "Ann", Zone: "Mars/North"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := d.files.Create(n)
			refused(t, err, fault.Invalid)
		})
	}
	left, err := filepath.Glob(filepath.Join(d.dir, "files", "*"))
	if err != nil || len(left) > 0 {
		t.Errorf("refused files left %v, %v", left, err)
	}
}

func TestNothingThatIsThereIsOverwritten(t *testing.T) {
	d := open(t)
	_, err := d.files.Create(app.NewFile{Name: "销售 2026", Person: "Ann"})
	refused(t, err, fault.Conflict)
	path := got(d.files.State()).in(t).File.Path
	_, err = d.files.SaveCopy(path)
	refused(t, err, fault.Conflict)
	_, err = d.files.Move(path)
	refused(t, err, fault.Conflict)
}

func TestRecentFilesAreListedNewestFirst(t *testing.T) {
	d := open(t)
	second := got(d.files.Create(app.NewFile{Name: "Second", Person: "Ann"})).in(t).Path
	all := got(d.files.Recent()).in(t)
	if len(all) != 2 || all[0].Path != second || all[0].Missing || all[1].Name != "销售 2026" {
		t.Fatalf("got %+v", all)
	}
	if err := os.Remove(all[1].Path); err != nil {
		t.Fatal(err)
	}
	missing := got(d.files.Recent()).in(t)[1]
	same(t, "missing", missing.Missing, true)
	_, err := d.files.Open(missing.Path)
	refused(t, err, fault.NotFound)
	same(t, "asked for", got(d.files.State()).in(t).File.Path, second)
	if err := d.files.Forget(missing.Path); err != nil {
		t.Fatal(err)
	}
	same(t, "files after forgetting one", len(got(d.files.Recent()).in(t)), 1)
}

func TestMissingFileShowsOnTheFirstScreen(t *testing.T) {
	d := sit(t, t.TempDir())
	path := filepath.Join(d.dir, "none.dealbox")
	d.h.OpenAtStart(path)
	s := got(d.files.State()).in(t)
	if s.File != nil || s.Problem == nil || s.Problem.Code != string(fault.NotFound) || s.Asked != path {
		t.Errorf("got %+v", s)
	}
}

func TestLastFileOpensAtStart(t *testing.T) {
	d := open(t)
	path := got(d.files.State()).in(t).File.Path
	if err := d.h.Close(); err != nil {
		t.Fatal(err)
	}
	next := sit(t, d.dir)
	next.h.OpenAtStart("")
	same(t, "file", got(next.files.State()).in(t).File.Path, path)
}

func TestCopyIsMadeWhileTheFileIsInUse(t *testing.T) {
	d := open(t)
	d.save("account", "", map[string]any{"name": "华星"})
	to := filepath.Join(d.dir, "files", "Copy 副本")
	j := d.done(got(d.files.SaveCopy(to)).in(t))
	same(t, "state", j.State, "done")
	same(t, "result", j.Result, to+".dealbox")
	d.save("account", "", map[string]any{"name": "蓝海"})
	report, err := core.Check(t.Context(), j.Result, "", crm.Types(), nil)
	if err != nil || !report.Sound() {
		t.Errorf("check of the copy: %v %v", err, report.Problems)
	}
	same(t, "accounts in the copy", got(d.files.Open(j.Result)).in(t).Counts["account"], 1)
}

func TestMovedFileIsOpenAtItsNewPlace(t *testing.T) {
	d := open(t)
	from := got(d.files.State()).in(t).File.Path
	d.save("account", "", map[string]any{"name": "华星"})
	info := got(d.files.Move(filepath.Join(d.dir, "moved.dealbox"))).in(t)
	same(t, "path", info.Path, filepath.Join(d.dir, "moved.dealbox"))
	same(t, "accounts", info.Counts["account"], 1)
	if _, err := os.Stat(from); !os.IsNotExist(err) {
		t.Errorf("the old file is still there: %v", err)
	}
	same(t, "recent files", len(got(d.files.Recent()).in(t)), 1)
	_, err := d.files.Move(filepath.Join(d.dir, "no such folder", "a.dealbox"))
	if err == nil {
		t.Fatal("moved to a folder that is not there")
	}
	same(t, "after a failed move", got(d.files.State()).in(t).File.Path, info.Path)
}

func TestFileThatAnotherHoldsSaysWhoAndOpensAsACopy(t *testing.T) {
	d := open(t)
	path := got(d.files.State()).in(t).File.Path
	d.save("account", "", map[string]any{"name": "华星"})
	other := sit(t, d.dir)
	_, err := other.files.Open(path)
	refused(t, err, fault.Locked)
	s := got(other.files.State()).in(t)
	if s.Problem == nil || s.Problem.Code != string(fault.Locked) || s.Asked != path {
		t.Fatalf("got %+v", s)
	}
	if s.Holder == nil || s.Holder.PID != os.Getpid() || s.Holder.Since != "2026-11-24T09:30:00Z" || s.Holder.Program != "dealbox" {
		t.Errorf("holder %+v", s.Holder)
	}
	info := got(other.files.OpenCopy(path)).in(t)
	same(t, "copy", filepath.Base(info.Path), "销售 2026 copy 1.dealbox")
	same(t, "accounts in the copy", info.Counts["account"], 1)
	other.save("account", "", map[string]any{"name": "only in the copy"})
	same(t, "accounts in the file", got(d.files.State()).in(t).File.Counts["account"], 1)
}

func TestSampleComesAndGoesInOneStep(t *testing.T) {
	d := open(t)
	same(t, "state", d.done(got(d.files.LoadSample()).in(t)).State, "done")
	info := got(d.files.State()).in(t).File
	if info.Sample == 0 || info.Counts["opportunity"] == 0 || info.Counts["account"] == 0 {
		t.Fatalf("got %+v", info)
	}
	own := d.save("account", "", map[string]any{"name": "my own"}).ID
	got(d.files.RemoveSample()).in(t)
	info = got(d.files.State()).in(t).File
	same(t, "sample records", info.Sample, 0)
	same(t, "accounts", info.Counts["account"], 1)
	same(t, "mine is there", got(d.records.Get("account", own)).in(t).Deleted, false)
}

func TestWhatOnlyAWindowCanIsRefusedInABrowser(t *testing.T) {
	d := open(t)
	_, err := d.files.PickOpen("import")
	refused(t, err, fault.Unsupported)
	_, err = d.files.PickSave("a.csv")
	refused(t, err, fault.Unsupported)
	refused(t, d.files.Reveal(), fault.Unsupported)
	refused(t, d.files.OpenURL("https://a.example"), fault.Unsupported)
}
