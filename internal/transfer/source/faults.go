package source

import (
	"errors"
	"io/fs"
	"os"

	"dealbox/internal/fault"
	"dealbox/internal/i18n"
)

// The ways in which a file is refused.
var (
	ErrMissing   = fault.New(fault.NotFound, "source.missing", i18n.T("There is no file “{name}”", "找不到文件「{name}」"))
	ErrDenied    = fault.New(fault.Denied, "source.denied", i18n.T("“{name}” cannot be opened: another program may be using it, or you may not read it", "无法打开「{name}」：可能正被其他程序使用，或没有读取权限"))
	ErrFolder    = fault.New(fault.Invalid, "source.folder", i18n.T("“{name}” is a folder, not a file", "「{name}」是文件夹，不是文件"))
	ErrEmpty     = fault.New(fault.Invalid, "source.empty", i18n.T("“{name}” is empty", "「{name}」是空文件"))
	ErrNoRows    = fault.New(fault.Invalid, "source.norows", i18n.T("“{name}” has no rows", "「{name}」中没有数据行"))
	ErrOldExcel  = fault.New(fault.Unsupported, "source.xls", i18n.T("“{name}” is in the old .xls format. Open it in Excel or WPS, save it as .xlsx, and choose that file", "「{name}」是旧的 .xls 格式。请用 Excel 或 WPS 打开，另存为 .xlsx 后再选择"))
	ErrBinXLSB   = fault.New(fault.Unsupported, "source.xlsb", i18n.T("“{name}” is a binary workbook (.xlsb). Save it as .xlsx and choose that file", "「{name}」是二进制工作簿 (.xlsb)。请另存为 .xlsx 后再选择"))
	ErrWebPage   = fault.New(fault.Unsupported, "source.html", i18n.T("“{name}” is a web page or XML, not a spreadsheet. Open it in Excel or WPS, save it as .xlsx, and choose that file", "「{name}」其实是网页或 XML，不是表格。请用 Excel 或 WPS 打开，另存为 .xlsx 后再选择"))
	ErrEncrypted = fault.New(fault.Unsupported, "source.encrypted", i18n.T("“{name}” is protected by a password. Open it in Excel, remove the password, and save it", "「{name}」设有密码。请用 Excel 打开，取消密码并保存"))
	ErrBinary    = fault.New(fault.Unsupported, "source.binary", i18n.T("“{name}” is not a table: CSV, TSV, text, XLSX and JSON can be read", "「{name}」不是表格文件：可读取 CSV、TSV、TXT、XLSX 和 JSON"))
	ErrDamaged   = fault.New(fault.Damaged, "source.damaged", i18n.T("“{name}” is damaged or cut off", "「{name}」已损坏或不完整"))
	ErrHuge      = fault.New(fault.Invalid, "source.huge", i18n.T("“{name}” unpacks to more than is sound for a spreadsheet", "「{name}」解压后过大，不像正常的表格"))
	ErrQuote     = fault.New(fault.Invalid, "source.quote", i18n.T("Row {row}: a quotation mark is opened and never closed", "第 {row} 行：引号没有闭合"))
	ErrWide      = fault.New(fault.Invalid, "source.wide", i18n.T("Row {row}: too long, or more than {max} columns", "第 {row} 行：内容过长，或超过 {max} 列"))
	ErrEncoding  = fault.New(fault.Invalid, "source.encoding", i18n.T("“{value}” is not an encoding that can be read", "不支持编码「{value}」"))
	ErrSheet     = fault.New(fault.NotFound, "source.sheet", i18n.T("There is no sheet “{value}” in “{name}”", "「{name}」中没有工作表「{value}」"))
	ErrJSON      = fault.New(fault.Invalid, "source.json", i18n.T("“{name}” is no list of JSON objects: {cause}", "「{name}」不是 JSON 对象列表：{cause}"))
	ErrSurplus   = fault.New(fault.Invalid, "source.surplus", i18n.T("Row {row} has {cells} cells, the heading {columns}: the last ones were left out", "第 {row} 行有 {cells} 个单元格，表头只有 {columns} 列：多出的未导入"))
	ErrRagged    = fault.New(fault.Invalid, "source.ragged", i18n.T("Row {row} has {cells} cells, the heading {columns}", "第 {row} 行有 {cells} 个单元格，表头有 {columns} 列"))
)

// openFault says why a file cannot be opened.
func openFault(name string, err error) error {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return ErrMissing.Wrap(err).With("name", name)
	case errors.Is(err, os.ErrPermission):
		return ErrDenied.Wrap(err).With("name", name)
	}
	return ErrDenied.Wrap(err).With("name", name)
}
