package cli

import (
	"fmt"
	"os"
	"slices"
	"strings"

	"dealbox/app"
	"dealbox/internal/i18n"
)

type importCmd struct {
	Path          string `arg:"" help:"${path_help}" type:"path"`
	As            string `help:"${as_help}" required:"" placeholder:"TYPE"`
	Map           string `help:"${map_help}" placeholder:"TEMPLATE"`
	CreateMissing bool   `help:"${missing_help}"`
	OnDuplicate   string `help:"${dup_help}" enum:",new,update,skip,merge" default:"" placeholder:"new|update|skip|merge"`
	DryRun        bool   `help:"${dry_help}"`
	JSON          bool   `name:"json" help:"${json_help}"`
}

// answer is what programs get.
type importAnswer struct {
	app.ImportCounts
	Errors []app.ImportError `json:"errors"`
	Notes  []app.ImportError `json:"notes,omitempty"` // of rows that came in all the same
}

// Run imports a file. A workspace that is not there is made, and stays only when something
// was imported.
func (c *importCmd) Run(r *run) (err error) {
	made := false
	h, err := r.host(func(f *app.Files) (err error) { made, err = openOrCreate(f, r); return err })
	if err != nil {
		return err
	}
	defer func() {
		if made && (c.DryRun || err != nil) {
			err = first(err, os.Remove(r.file))
		}
	}()
	report, err := h.ImportFile(r.ctx, app.ImportFileInput{
		Path: c.Path, Type: c.As, Template: c.Map, CreateMissing: c.CreateMissing, OnDuplicate: c.OnDuplicate, DryRun: c.DryRun,
	})
	if err = first(err, h.Close()); err != nil {
		return err
	}
	if c.JSON {
		return r.json(importAnswer{report.Counts, report.Errors, report.Notes})
	}
	c.print(r, report)
	return nil
}

// openOrCreate opens the file, or makes it with this computer's user as its owner.
func openOrCreate(f *app.Files, r *run) (made bool, err error) {
	if _, err := os.Stat(r.file); err == nil {
		_, err := f.Open(r.file)
		return false, err
	}
	_, err = f.Create(app.NewFile{Path: r.file, Language: string(r.lang), Person: app.PersonName()})
	return err == nil, err
}

func (c *importCmd) print(r *run, report app.ImportReport) {
	n := report.Counts
	r.say(i18n.T("%d created, %d updated, %d merged, %d skipped, %d rejected", "新建 %d，更新 %d，合并 %d，跳过 %d，拒绝 %d"),
		n.Created, n.Updated, n.Merged, n.Skipped, n.Rejected)
	if n.Linked > 0 {
		r.say(i18n.T("%d linked records created", "新建关联记录 %d"), n.Linked)
	}
	if n.Criteria > 0 {
		r.say(i18n.T("%d rows lack what their stage asks for", "%d 行缺少所在阶段要求的内容"), n.Criteria)
	}
	if n.Reasons > 0 {
		r.say(i18n.T("%d lost rows gave no reason: “not given (imported)”", "%d 行输单未说明原因，记为“未说明（导入）”"), n.Reasons)
	}
	for _, e := range slices.Concat(report.Errors, report.Notes) {
		where := strings.TrimSpace(fmt.Sprint(e.Row, " ", e.Column))
		fmt.Fprintf(r.Stderr, "%s: %s\n", where, e.Message)
	}
}
