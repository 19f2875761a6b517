//go:build desktop || bindings

package desktop

import (
	"runtime"
	"slices"
	"strings"

	"github.com/wailsapp/wails/v2/pkg/menu"
	"github.com/wailsapp/wails/v2/pkg/menu/keys"

	"dealbox/internal/i18n"
)

// Menu is what the menu depends on.
type Menu struct {
	Language i18n.Lang
	Open     bool     // a file is open
	Recent   []string // absolute paths, newest first
}

// same says whether two menus look alike.
func (m Menu) same(o Menu) bool {
	return m.Language == o.Language && m.Open == o.Open && slices.Equal(m.Recent, o.Recent)
}

// entry is a line of the menu. Its id is a command of the page, or of the window itself
// where the window has a function for it.
type entry struct {
	id    string
	label i18n.Text
	key   *keys.Accelerator
	file  bool // only while a file is open
}

// There is no key on undo and redo: the menu would take them away from text fields, whose
// own undo comes first. The page has one registry of keys and does the right thing.
var (
	fileEntries = []entry{
		{id: "file.new", label: i18n.T("New…", "新建…")},
		{id: "file.open", label: i18n.T("Open…", "打开…"), key: keys.CmdOrCtrl("o")},
	}
	openFileEntries = []entry{
		{id: "file.copy", label: i18n.T("Save a copy…", "另存一份副本…"), file: true},
		{id: "file.move", label: i18n.T("Move to…", "移动到…"), file: true},
		{id: "file.reveal", label: i18n.T("Show in folder", "在文件夹中显示"), file: true},
	}
	editEntries = []entry{
		{id: "edit.undo", label: i18n.T("Undo", "撤销"), file: true},
		{id: "edit.redo", label: i18n.T("Redo", "重做"), file: true},
	}
	quitEntry       = entry{id: "window.quit", label: i18n.T("Quit", "退出")}
	fullscreenEntry = entry{id: "window.fullscreen", label: i18n.T("Full screen", "全屏"), key: keys.Key("f11")}
	aboutEntry      = entry{id: "app.about", label: i18n.T("About Dealbox", "关于商机匣")}

	fileLabel   = i18n.T("File", "文件")
	recentLabel = i18n.T("Open recent", "最近的文件")
	editLabel   = i18n.T("Edit", "编辑")
	viewLabel   = i18n.T("View", "显示")
	helpLabel   = i18n.T("Help", "帮助")
)

// bar builds the menu bar. Do runs a command by its id, in a goroutine that may block.
// Nothing is greyed: what does not work without a file is not there without one.
func (m Menu) bar(system string, do func(id string)) *menu.Menu {
	b := menuBuilder{Menu: m, do: do}
	bar := menu.NewMenu()
	if system == "darwin" {
		bar.Append(menu.AppMenu())
	}
	b.files(bar.AddSubmenu(b.say(fileLabel)), system)
	switch {
	case system == "darwin": // the system's own, for its text fields; only there do roles exist
		bar.Append(menu.EditMenu())
	case m.Open:
		b.add(bar.AddSubmenu(b.say(editLabel)), editEntries...)
	}
	b.add(bar.AddSubmenu(b.say(viewLabel)), fullscreenEntry)
	if system == "darwin" {
		bar.Append(menu.WindowMenu())
	}
	b.add(bar.AddSubmenu(b.say(helpLabel)), aboutEntry)
	return bar
}

type menuBuilder struct {
	Menu
	do func(id string)
}

func (b menuBuilder) say(t i18n.Text) string { return t.In(b.Language) }

// files fills the menu File. On macOS the menu of the program has Quit.
func (b menuBuilder) files(to *menu.Menu, system string) {
	b.add(to, fileEntries...)
	if len(b.Recent) > 0 {
		recent := to.AddSubmenu(b.say(recentLabel))
		for _, path := range b.Recent {
			recent.AddText(literal(path), nil, b.run("file.recent:"+path))
		}
	}
	if b.Open {
		to.AddSeparator()
		b.add(to, openFileEntries...)
	}
	if system != "darwin" {
		to.AddSeparator()
		b.add(to, quitEntry)
	}
}

func (b menuBuilder) add(to *menu.Menu, entries ...entry) {
	for _, e := range entries {
		if !e.file || b.Open {
			to.AddText(b.say(e.label), e.key, b.run(e.id))
		}
	}
}

// run leaves the thread of the window at once: Windows waits for the callback, and a
// dialog opened from inside it would wait for Windows.
func (b menuBuilder) run(id string) menu.Callback {
	return func(*menu.CallbackData) { go b.do(id) }
}

// literal keeps an ampersand in a path from becoming an access key on Windows.
func literal(label string) string {
	if runtime.GOOS == "windows" {
		return strings.ReplaceAll(label, "&", "&&")
	}
	return label
}
