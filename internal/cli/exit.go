package cli

import (
	"errors"
	"fmt"
	"log/slog"

	"dealbox/app"
	"dealbox/internal/fault"
	"dealbox/internal/i18n"
)

// Exit codes. Scripts rely on them.
const (
	exitOK       = 0
	exitInternal = 1
	exitUsage    = 2
)

var exitCodes = map[fault.Code]int{
	fault.Invalid: 3, fault.Incomplete: 3, fault.NotFound: 4, fault.Conflict: 5, fault.Gone: 5,
	fault.Denied: 6, fault.Locked: 7, fault.Damaged: 8, fault.Unsupported: 9, fault.Cancelled: 10,
}

// The ways in which a command is refused.
var (
	errNoFile  = fault.New(fault.Invalid, "cli.file", i18n.T("Say which file: --file F.dealbox", "请用 --file F.dealbox 指定文件"))
	errUnsound = fault.New(fault.Damaged, "cli.unsound", i18n.T("The file is not sound", "文件不完好"))
)

// exit tells what went wrong and gives the exit code for it.
func (r *run) exit(err error) int {
	if err == nil {
		return exitOK
	}
	slog.SetDefault(slog.New(slog.DiscardHandler)) // what Fail would log is printed here
	f := app.Fail(err, r.lang)
	fmt.Fprintln(r.Stderr, "dealbox:", f.Message)
	if f.Detail != "" && f.Detail != f.Message {
		fmt.Fprintln(r.Stderr, f.Detail)
	}
	if errors.Is(err, errNoFile) {
		return exitUsage
	}
	if code, ok := exitCodes[fault.Code(f.Code)]; ok {
		return code
	}
	return exitInternal
}
