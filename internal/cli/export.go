package cli

import (
	"dealbox/app"
	"dealbox/internal/i18n"
)

type exportCmd struct {
	Type  string `arg:"" help:"${type_help}"`
	Path  string `arg:"" help:"${out_help}"`
	Where string `help:"${where_help}" placeholder:"COND"`
	Sort  string `help:"${sort_help}" placeholder:"FIELD"`
	JSON  bool   `name:"json" help:"${json_help}"`
}

// Run writes records to a file.
func (c *exportCmd) Run(r *run) error {
	h, err := r.opened()
	if err != nil {
		return err
	}
	n, err := h.Export(r.ctx, app.FindQuery{Type: c.Type, Where: c.Where, Sort: c.Sort}, c.Path)
	if err = first(err, h.Close()); err != nil {
		return err
	}
	if c.JSON {
		return r.json(map[string]any{"count": n, "path": c.Path})
	}
	r.say(i18n.T("%d records written to %s", "已将 %d 条记录写入 %s"), n, c.Path)
	return nil
}
