package app

import (
	"encoding/json"
	"log/slog"

	"dealbox/internal/fault"
	"dealbox/internal/i18n"
)

// The ways in which a call is refused before it reaches the core.
var (
	ErrNoFile  = fault.New(fault.NotFound, "file.none_open", i18n.T("No file is open", "还没有打开文件"))
	ErrNoShell = fault.New(fault.Unsupported, "shell.none", i18n.T("This works only in the Dealbox window", "此功能只在商机匣窗口中可用"))
	ErrGone    = fault.New(fault.Gone, "list.gone", i18n.T("This list has expired", "列表已过期"))
	ErrValue   = fault.New(fault.Invalid, "value.bad", i18n.T("This value does not fit the field {field}", "这个值不适合字段{field}"))
)

// Fail writes an error as the page gets it, in a language. Errors that are no faults are
// logged, and only said to be internal.
func Fail(err error, l i18n.Lang) *Failure {
	if err == nil {
		return nil
	}
	f := fault.From(err)
	out := &Failure{Code: string(f.Kind.Code), Key: f.Kind.Key, Message: f.In(l), Field: f.Field, Fields: f.Fields}
	if f.Kind.Code == fault.Internal || f.Kind.Code == fault.Damaged {
		slog.Error("call failed", "key", f.Kind.Key, "error", err.Error())
		out.Detail = err.Error()
	}
	return out
}

// Format is the text of an error over Wails and HTTP alike: a Failure as JSON.
func (h *Host) Format(err error) string {
	b, e := json.Marshal(Fail(err, h.Lang()))
	if e != nil {
		return `{"code":"internal"}`
	}
	return string(b)
}
