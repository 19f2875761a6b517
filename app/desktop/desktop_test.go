//go:build desktop || bindings

package desktop

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/wailsapp/wails/v2/pkg/menu"

	"dealbox/app"
	"dealbox/internal/i18n"
)

func TestInboxKeepsOrderUntilThePageIsReady(t *testing.T) {
	var b inbox
	b.put("file.recent:/a")
	b.put("link:dealbox://x")
	var got []string
	take := func(c Command) { got = append(got, c.ID) }
	b.ready(take)
	b.put("file.open")
	b.ready(take) // the page was loaded again: nothing comes twice
	want := []string{"file.recent:/a", "link:dealbox://x", "file.open"}
	if !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestReadTargetFindsFileOrLink(t *testing.T) {
	dir := t.TempDir()
	cases := map[string]struct {
		args []string
		want target
	}{
		"nothing":       {nil, target{}},
		"other words":   {[]string{"-x", "a.csv"}, target{}},
		"relative file": {[]string{"a/../b.DEALBOX"}, target{path: filepath.Join(dir, "b.DEALBOX")}},
		"absolute file": {[]string{filepath.Join(dir, "客户.dealbox")}, target{path: filepath.Join(dir, "客户.dealbox")}},
		"link":          {[]string{"Dealbox://opportunity/1"}, target{link: "Dealbox://opportunity/1"}},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			if got := readTarget(c.args, dir); got != c.want {
				t.Errorf("got %+v, want %+v", got, c.want)
			}
		})
	}
}

func TestPlaceComesBackAsItWasKept(t *testing.T) {
	file := filepath.Join(t.TempDir(), "Dealbox", "window.json")
	want := place{Width: 1400, Height: 900, X: 12, Y: 34, Placed: true}
	if err := want.write(file); err != nil {
		t.Fatal(err)
	}
	if got := readPlace(file); got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
}

func TestSpoiltPlaceGivesTheUsualSize(t *testing.T) {
	for name, text := range map[string]string{"cut off": `{"width":`, "tiny": `{"width":10,"height":10}`, "empty": ""} {
		t.Run(name, func(t *testing.T) {
			file := filepath.Join(t.TempDir(), "window.json")
			if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
				t.Fatal(err)
			}
			if got := readPlace(file); got.Width != baseWidth || got.Height != baseHeight || got.Placed {
				t.Errorf("got %+v", got)
			}
		})
	}
}

func TestPlaceIsRefusedWhereTheMouseCannotReachIt(t *testing.T) {
	one, two := []screen{{1920, 1080}}, []screen{{1920, 1080}, {1920, 1080}}
	cases := map[string]struct {
		x, y    int
		screens []screen
		want    bool
	}{
		"in the middle":               {300, 200, one, true},
		"partly off to the left":      {-1000, 0, one, true},
		"on a screen that is gone":    {2200, 100, one, false},
		"on the second screen":        {2200, 100, two, true},
		"on a second one to the left": {-1800, 100, two, true},
		"title bar above the screen":  {300, -40, one, false},
		"no screen told":              {300, 200, nil, false},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			p := place{Width: baseWidth, Height: baseHeight, X: c.x, Y: c.y, Placed: true}
			if got := p.reachable(c.screens); got != c.want {
				t.Errorf("got %v", got)
			}
		})
	}
}

// labels lists the lines of a menu with those below them.
func labels(m *menu.Menu) []string {
	var out []string
	for _, item := range m.Items {
		if item.Label != "" {
			out = append(out, item.Label)
		}
		if item.SubMenu != nil {
			out = append(out, labels(item.SubMenu)...)
		}
	}
	return out
}

func TestMenuWithoutAFileOffersOnlyWhatWorks(t *testing.T) {
	got := labels(Menu{Language: i18n.English}.bar("windows", func(string) {}))
	want := []string{"File", "New…", "Open…", "Quit", "View", "Full screen", "Help", "About Dealbox"}
	if !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestMenuWithAFileIsWholeInChinese(t *testing.T) {
	m := Menu{Language: i18n.Chinese, Open: true, Recent: []string{"/家/2026.dealbox"}}
	got := labels(m.bar("linux", func(string) {}))
	want := []string{"文件", "新建…", "打开…", "最近的文件", "/家/2026.dealbox", "另存一份副本…", "移动到…",
		"在文件夹中显示", "退出", "编辑", "撤销", "重做", "显示", "全屏", "帮助", "关于商机匣"}
	if !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestMenuAtStartCountsTheFileToComeWhereItStays(t *testing.T) {
	host := app.NewHost(app.Options{ConfigDir: t.TempDir()})
	file := target{path: "/a.dealbox"}
	cases := []struct {
		first  target
		system string
		want   bool
	}{{file, "linux", true}, {target{}, "linux", false}, {file, "windows", false}}
	for _, c := range cases {
		if got := menuAtStart(host, c.first, c.system).Open; got != c.want {
			t.Errorf("%+v on %s gives %v", c.first, c.system, got)
		}
	}
}

func TestMenuRunsItsCommand(t *testing.T) {
	ran := make(chan string, 1)
	m := Menu{Language: i18n.English, Recent: []string{"/a.dealbox"}}
	bar := m.bar("linux", func(id string) { ran <- id })
	recent := bar.Items[0].SubMenu.Items[2].SubMenu.Items[0]
	recent.Click(&menu.CallbackData{MenuItem: recent})
	if got := <-ran; got != "file.recent:/a.dealbox" {
		t.Errorf("ran %q", got)
	}
}

func TestSafeLinkOpensOnlyWebMailAndTelephone(t *testing.T) {
	good := map[string]string{
		"https://example.com/a?b=1&c=(2)": "https://example.com/a?b=1&c=%282%29",
		"mailto:li@example.com":           "mailto:li@example.com",
		"tel:+8613800138000":              "tel:+8613800138000",
	}
	for in, want := range good {
		if got, err := safeLink(in); err != nil || got != want {
			t.Errorf("%s gives %q, %v; want %q", in, got, err, want)
		}
	}
	for _, in := range []string{"file:///etc/passwd", "javascript:alert(1)", "calc.exe", "https://", "", "://"} {
		if _, err := safeLink(in); !errors.Is(err, ErrLink) {
			t.Errorf("%q gives %v, want ErrLink", in, err)
		}
	}
}

func TestProposalBeginsInTheFolderThatIsThere(t *testing.T) {
	dir := t.TempDir() + string(filepath.Separator)
	cases := map[string][2]string{
		dir + "客户 2026.dealbox":   {dir, "客户 2026.dealbox"},
		dir + "gone/2026.dealbox": {"", "2026.dealbox"},
		"2026.dealbox":            {"", "2026.dealbox"},
	}
	for name, want := range cases {
		if gotDir, gotBase := proposal(name); gotDir != want[0] || gotBase != want[1] {
			t.Errorf("%s gives %q and %q", name, gotDir, gotBase)
		}
	}
}

func TestCompleteAddsTheEndingAndRefusesToOverwrite(t *testing.T) {
	filters := []app.Filter{{Name: "CSV", Patterns: []string{"*.csv"}}}
	path := filepath.Join(t.TempDir(), "leads")
	if got, err := complete(path, filters); err != nil || got != path+".csv" {
		t.Fatalf("got %q, %v", got, err)
	}
	if err := os.WriteFile(path+".csv", nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := complete(path, filters); !errors.Is(err, ErrExists) {
		t.Errorf("got %v, want ErrExists", err)
	}
	if got, err := complete("", filters); got != "" || err != nil {
		t.Errorf("a cancelled dialog gives %q, %v", got, err)
	}
}
