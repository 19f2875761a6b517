package query

import (
	"dealbox/internal/fault"
	"dealbox/internal/i18n"
)

// The ways in which a condition is refused.
var (
	ErrSyntax = fault.New(fault.Invalid, "query.syntax", i18n.T(
		"The condition cannot be read at character {position}: {expected} expected",
		"条件在第 {position} 个字符处无法理解：应为{expected}"))
	ErrDepth = fault.New(fault.Invalid, "query.depth", i18n.T(
		"The condition is too long or nested too deeply", "条件过长或嵌套过深"))
	ErrUnknownField = fault.New(fault.Invalid, "query.field", i18n.T(
		"There is no field “{name}”", "没有「{name}」这个字段"))
	ErrOperator = fault.New(fault.Invalid, "query.operator", i18n.T(
		"“{op}” does not work with the field “{name}”", "字段「{name}」不支持「{op}」"))
	ErrPath = fault.New(fault.Invalid, "query.path", i18n.T(
		"“{name}” leads nowhere: one link and one of its fields can be named",
		"「{name}」无法解析：只能写一个关联字段和其下的一个字段"))
	ErrValue = fault.New(fault.Invalid, "query.value", i18n.T(
		"“{value}” cannot be compared with the field “{name}”", "「{value}」不能与字段「{name}」比较"))
	ErrPeriod = fault.New(fault.Invalid, "query.period", i18n.T(
		"“{value}” is not a period such as this month or last 7 days", "「{value}」不是时间范围，例如 本月、近7天"))
)
