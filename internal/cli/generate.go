package cli

import (
	"dealbox/app"
	"dealbox/internal/generate"
	"dealbox/internal/i18n"
)

type generateCmd struct {
	Opportunities int    `help:"${opps_help}" default:"5000"`
	Seed          uint64 `help:"${seed_help}" default:"1"`
	Sheets        string `help:"${sheets_help}" placeholder:"FOLDER" type:"path"`
	JSON          bool   `name:"json" help:"${json_help}"`
}

// Run makes data: into a new workspace, or as spreadsheets.
func (c *generateCmd) Run(r *run) error {
	o := generate.Options{Seed: c.Seed, Opportunities: c.Opportunities, Lang: r.lang}
	if c.Sheets != "" {
		totals, err := generate.Files(c.Sheets, o)
		if err != nil {
			return err
		}
		if c.JSON {
			return r.json(totals)
		}
		r.say(i18n.T("Spreadsheets written to %s", "表格已写入 %s"), c.Sheets)
		return nil
	}
	h, err := r.host(func(f *app.Files) error { _, err := openOrCreate(f, r); return err })
	if err != nil {
		return err
	}
	w, err := h.Workspace()
	if err == nil {
		err = generate.Workspace(r.ctx, w, o, nil)
	}
	if err = first(err, h.Close()); err != nil {
		return err
	}
	if c.JSON {
		return r.json(map[string]int{"opportunities": c.Opportunities})
	}
	r.say(i18n.T("%d opportunities generated", "已生成 %d 个商机"), c.Opportunities)
	return nil
}
