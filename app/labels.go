package app

import (
	"strconv"

	"dealbox/internal/core"
	"dealbox/internal/i18n"
	"dealbox/internal/schema"
)

// Labels name what was done, for the toast, the menu and the status bar: "Undo move to
// Proposal".

func labelCreate(t *schema.Type, title i18n.Text) core.Label {
	return i18n.T("create "+lower(t.Label.En)+quoted(title.En, " “", "”"), "新建"+t.Label.Zh+quoted(title.Zh, "「", "」"))
}

func labelChange(t *schema.Type) core.Label {
	return i18n.T("change of "+lower(t.Label.En), "修改"+t.Label.Zh)
}

func labelOne(t *schema.Type, d *schema.Def) core.Label {
	en := d.Label.En
	if !d.Own {
		en = lower(en)
	}
	return i18n.T("change of "+en, "修改"+d.Label.Zh)
}

func labelMove(stage i18n.Text) core.Label {
	return i18n.T("move to "+stage.En, "移到「"+stage.Zh+"」")
}

func labelDelete(t *schema.Type, n int) core.Label {
	if n == 1 {
		return i18n.T("delete "+lower(t.Label.En), "删除"+t.Label.Zh)
	}
	count := strconv.Itoa(n)
	return i18n.T("delete "+count+" "+lower(t.Plural.En), "删除 "+count+" 条"+t.Plural.Zh)
}

func labelMany(n int) core.Label {
	count := strconv.Itoa(n)
	return i18n.T("change of "+count+" records", "修改 "+count+" 条记录")
}

func labelImport(name string) core.Label { return i18n.T("import of "+name, "导入 "+name) }

func labelField(l i18n.Text) core.Label {
	return i18n.T("change of field “"+l.In(i18n.English)+"”", "修改字段「"+l.In(i18n.Chinese)+"」")
}

func labelView(name string) core.Label {
	return i18n.T("change of view “"+name+"”", "修改视图「"+name+"」")
}

func labelDeleteView(name string) core.Label {
	return i18n.T("delete view"+quoted(name, " “", "”"), "删除视图"+quoted(name, "「", "」"))
}

var (
	labelSetup  = i18n.T("change of settings", "修改设置")
	labelSample = i18n.T("sample data", "示例数据")
)

func quoted(s, open, end string) string {
	if s == "" {
		return ""
	}
	if r := []rune(s); len(r) > 40 {
		s = string(r[:39]) + "…"
	}
	return open + s + end
}

// lower writes a label in the middle of an English sentence; abbreviations stay.
func lower(s string) string {
	if len(s) > 1 && s[1] >= 'A' && s[1] <= 'Z' {
		return s
	}
	if s != "" && s[0] >= 'A' && s[0] <= 'Z' {
		return string(s[0]+32) + s[1:]
	}
	return s
}
