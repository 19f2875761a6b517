package core

import (
	"dealbox/internal/fault"
	"dealbox/internal/i18n"
)

// The ways in which a change is refused.
var (
	ErrDenied      = fault.New(fault.Denied, "access.denied", i18n.T("You may not do this", "你没有权限这样做"))
	ErrNoRecord    = fault.New(fault.NotFound, "record.none", i18n.T("This record is not there any more", "这条记录已不存在"))
	ErrRequired    = fault.New(fault.Invalid, "field.required", i18n.T("{field} must be filled in", "请填写{field}"))
	ErrUnique      = fault.New(fault.Invalid, "field.unique", i18n.T("{field} “{value}” is taken by “{title}”", "{field}「{value}」已被「{title}」使用"))
	ErrLinked      = fault.New(fault.Invalid, "field.link", i18n.T("{field} names a record that is not there", "{field}指向的记录不存在"))
	ErrReadOnly    = fault.New(fault.Invalid, "field.readonly", i18n.T("{field} is kept by Dealbox and cannot be set", "{field}由程序维护，不能修改"))
	ErrNoType      = fault.New(fault.NotFound, "type.none", i18n.T("There is no record type “{type}”", "没有「{type}」这种记录"))
	ErrNoField     = fault.New(fault.NotFound, "field.none", i18n.T("There is no field “{field}”", "没有「{field}」这个字段"))
	ErrNoChange    = fault.New(fault.NotFound, "change.none", i18n.T("This change cannot be found in the log", "日志中找不到这次改动"))
	ErrBusy        = fault.New(fault.Conflict, "batch.busy", i18n.T("Another import is running. Try again when it is done.", "另一个导入正在进行，完成后再试。"))
	ErrFileRead    = fault.New(fault.Denied, "file.readonly", i18n.T("The file is open for reading only", "文件以只读方式打开，不能修改"))
	ErrLostText    = fault.New(fault.Damaged, "text.lost", i18n.T("A text of this record is missing from the file", "这条记录的一段文字在文件中丢失"))
	ErrLostRow     = fault.New(fault.Damaged, "row.lost", i18n.T("A record that lists know is missing from the file", "列表里的一条记录在文件中丢失"))
	ErrTooDeep     = fault.New(fault.Internal, "rules.deep", i18n.T("The rules of this record run in a circle", "这条记录的规则互相循环"))
	ErrBadSequence = fault.New(fault.Internal, "log.sequence", i18n.T("The log counts {got} where {want} was expected", "日志序号是 {got}，应为 {want}"))
	ErrCancelled   = fault.New(fault.Cancelled, "cancelled", i18n.T("Cancelled. Nothing was changed.", "已取消，没有任何改动。"))
	ErrDangling    = fault.New(fault.Damaged, "link.dangling", i18n.T("Record {from} links to record {to}, which is not there", "记录 {from} 指向不存在的记录 {to}"))
	ErrBadSchema   = fault.New(fault.Invalid, "schema.bad", i18n.T("This field cannot be added: {why}", "不能添加这个字段：{why}"))
)
