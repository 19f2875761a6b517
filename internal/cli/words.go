package cli

import (
	"bytes"
	"strings"

	"dealbox/internal/i18n"

	"github.com/alecthomas/kong"
)

var about = i18n.T(
	"Dealbox, an offline CRM: one program, one file. Without a command it opens the window.",
	"商机匣，离线 CRM：一个程序，一个文件。不带命令时打开窗口。")

// help is the help of every command, argument and flag.
var help = map[string]i18n.Text{
	"file_help":     i18n.T("The .dealbox file to work on.", "要处理的 .dealbox 文件。"),
	"lang_help":     i18n.T("Language of what is printed: zh or en.", "输出语言：zh 或 en。"),
	"json_help":     i18n.T("Print JSON for programs.", "输出 JSON，供程序读取。"),
	"type_help":     i18n.T("Record type, such as opportunity, account, contact, lead.", "记录类型，如 opportunity、account、contact、lead，或商机、客户等。"),
	"where_help":    i18n.T("Condition, such as 'status = won and amount > 1000'.", "条件，如 'status = won and amount > 1000'。"),
	"import_help":   i18n.T("Bring in a spreadsheet (.csv .tsv .txt .xlsx .json).", "导入表格（.csv .tsv .txt .xlsx .json）。"),
	"path_help":     i18n.T("The file to read.", "要读取的文件。"),
	"as_help":       i18n.T("Record type that the rows become.", "各行导入为哪种记录。"),
	"map_help":      i18n.T("Saved mapping to use, by name.", "使用已保存的对应模板（按名称）。"),
	"missing_help":  i18n.T("Make linked records that are not there.", "自动新建缺少的关联记录。"),
	"dup_help":      i18n.T("What to do with a row whose record is there: new, update, skip or merge.", "遇到已有记录时：new 新建、update 更新、skip 跳过、merge 只补空白。"),
	"dry_help":      i18n.T("Say what would happen and change nothing.", "只说明会发生什么，不做改动。"),
	"list_help":     i18n.T("List, count or sum records.", "列出、计数或求和。"),
	"group_help":    i18n.T("Count and sum by this field.", "按此字段分组。"),
	"count_help":    i18n.T("Count only.", "只计数。"),
	"sum_help":      i18n.T("Add up this field. May be repeated.", "对此字段求和，可重复。"),
	"sort_help":     i18n.T("Order by this field; -field for the largest first. Groups: by their field, a summed one, or count.", "按此字段排序；-字段 为降序。分组可按分组字段、求和字段或 count 排序。"),
	"limit_help":    i18n.T("At most so many rows or groups.", "最多列出多少行或多少组。"),
	"export_help":   i18n.T("Write records to a file (.csv .xlsx .json) that can be imported again.", "导出为可再次导入的文件（.csv .xlsx .json）。"),
	"out_help":      i18n.T("The file to write.", "要写入的文件。"),
	"check_help":    i18n.T("Check a file through and through. Exit code 0 only when it is sound.", "彻底检查文件；完好时退出码为 0。"),
	"generate_help": i18n.T("Make data to try Dealbox on: a workspace, or spreadsheets with --sheets.", "生成试用数据：工作区，或用 --sheets 生成表格。"),
	"seed_help":     i18n.T("The same seed gives the same data.", "相同的种子生成相同的数据。"),
	"opps_help":     i18n.T("How many opportunities.", "商机数量。"),
	"sheets_help":   i18n.T("Write spreadsheets into this folder instead.", "改为在此文件夹生成表格。"),
	"serve_help":    i18n.T("Open Dealbox in a browser, on this computer only.", "在浏览器中打开商机匣（仅限本机）。"),
	"link_help":     i18n.T("Open where this link leads: dealbox://record/TYPE/ID.", "打开此链接指向的记录：dealbox://record/TYPE/ID。"),
	"address_help":  i18n.T("Loopback address and port; port 0 takes a free one.", "本机地址和端口；端口 0 表示任选空闲端口。"),
	"version_help":  i18n.T("Print the version.", "显示版本。"),
	"help_help":     i18n.T("Show help.", "显示帮助。"),
}

// misused is said of words that are no command, before what kong says of them.
var misused = i18n.T("dealbox: %v. See dealbox --help.", "dealbox：命令有误（%v）。用法见 dealbox --help。")

// frame is the words that kong puts around the help; the longest first.
var frame = []i18n.Text{
	i18n.T(`Run "dealbox <command> --help" for more information on a command.`, `用 "dealbox <command> --help" 查看某个命令的用法。`),
	i18n.T("Usage: ", "用法："),
	i18n.T("Arguments:\n", "参数：\n"),
	i18n.T("Flags:\n", "选项：\n"),
	i18n.T("Commands:\n", "命令：\n"),
}

// printer prints help with the words around it in the language too.
func printer(l i18n.Lang) kong.HelpPrinter {
	var pairs []string
	for _, t := range frame {
		pairs = append(pairs, t.En, t.In(l))
	}
	return func(o kong.HelpOptions, ctx *kong.Context) error {
		var b bytes.Buffer
		to := ctx.Stdout
		ctx.Stdout = &b
		err := kong.DefaultHelpPrinter(o, ctx)
		ctx.Stdout = to
		if err != nil {
			return err
		}
		_, err = strings.NewReplacer(pairs...).WriteString(to, b.String())
		return err
	}
}

// vars gives kong the help in a language.
func vars(l i18n.Lang) kong.Vars {
	v := kong.Vars{}
	for name, t := range help {
		v[name] = t.In(l)
	}
	return v
}

// helpOf says kong's own flag in the language too.
func helpOf(l i18n.Lang) kong.HelpValueFormatter {
	return func(v *kong.Value) string {
		if v.Name == "help" {
			return help["help_help"].In(l)
		}
		return strings.TrimSpace(kong.DefaultHelpValueFormatter(v))
	}
}
