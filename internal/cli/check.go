package cli

import (
	"fmt"

	"dealbox/app"
	"dealbox/internal/i18n"
)

type checkCmd struct {
	JSON bool `name:"json" help:"${json_help}"`
}

// Run checks a file that nobody has open.
func (c *checkCmd) Run(r *run) error {
	if r.file == "" {
		return errNoFile.Err()
	}
	h := app.NewHost(app.Options{Language: r.lang})
	report, err := h.Check(r.ctx, r.file)
	if err != nil {
		return err
	}
	if c.JSON {
		if err := r.json(report); err != nil {
			return err
		}
	} else {
		c.print(r, report)
	}
	if !report.Sound {
		return errUnsound.Err()
	}
	return nil
}

func (c *checkCmd) print(r *run, report app.CheckReport) {
	if report.Sound {
		r.say(i18n.T("The file is sound: %d values, %d log entries", "文件完好：%d 个值，%d 条日志"), report.Values, report.Entries)
		return
	}
	for _, p := range report.Problems {
		fmt.Fprintln(r.Stdout, p)
	}
}
