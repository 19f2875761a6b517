package text

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/mozillazg/go-pinyin"
	"pgregory.net/rapid"
)

func TestPinyinReadsPlacesSurnamesAndWords(t *testing.T) {
	for name, want := range map[string]string{
		"重庆长安汽车":          "chongqingchanganqiche cqcaqc",
		"单雄信":             "shanxiongxin sxx",
		"单位工程":            "danweigongcheng dwgc",
		"曾国藩":             "zengguofan zgf",
		"曾经沧海":            "cengjingcanghai cjch",
		"GTX Pro 重庆":      "gtxprochongqing gtxprocq",
		"尉迟恭":             "yuchigong ycg",
		"万俟卨":             "moqixie mqx",
		"长孙无忌":            "zhangsunwuji zswj",
		"中国银行北京支行":        "zhongguoyinhangbeijingzhihang zgyhbjzh",
		"区小明":             "ouxiaoming oxm",
		"区域经理":            "quyujingli qyjl",
		"𠮷野家":             "yejia yj",
		"绿地（集团）":          "lvdijituan ldjt",
		"长虹":              "changhong ch",
		"李娜-Anna":         "linaanna lnanna",
		"解放军第301医院":       "jiefangjundi301yiyuan jfjd301yy",
		"厦门":              "xiamen xm",
		"首钢轧机":            "shougangzhaji sgzj",
		"深圳市南山区":          "shenzhenshinanshanqu szsnsq",
		"Plain Latin, 42": "",
		"":                "",
	} {
		full, initials := Pinyin(name)
		got := ""
		if full != nil {
			got = full[0] + " " + initials[0]
		}
		if got != want {
			t.Errorf("Pinyin(%q) = %q, want %q", name, got, want)
		}
	}
}

func TestPinyinGivesOtherReadingsBehindTheLikeliest(t *testing.T) {
	for name, other := range map[string]string{"行长": "hangzhang", "乐嘉": "lejia", "单雄信": "danxiongxin", "朝阳": "zhaoyang"} {
		full, initials := Pinyin(name)
		if !slices.Contains(full, other) || len(full) > MostReadings || len(initials) > MostReadings {
			t.Errorf("Pinyin(%q) = %v %v, want %s among them", name, full, initials, other)
		}
	}
}

func TestTableHoldsTheFirstReadingOfEveryCharacter(t *testing.T) {
	args := pinyin.NewArgs()
	args.Style = pinyin.Tone3
	for r := range pinyin.PinyinDict {
		want := pinyin.SinglePinyin(rune(r), args)[0]
		got := table().syllables[table().number(rune(r))]
		if got != want && got != "" {
			t.Errorf("%c reads %s, want %s", r, got, want)
		}
	}
	for _, r := range "中国人" {
		if table().number(r) == 0 {
			t.Errorf("%c has no reading", r)
		}
	}
}

func TestListedReadingsAreSyllablesOfTheTable(t *testing.T) {
	for _, list := range []string{surnames, phrases, others} {
		seen := map[string]bool{}
		for line := range strings.SplitSeq(strings.TrimSpace(list), "\n") {
			parts := strings.Fields(line)
			if seen[line] || utf8.RuneCountInString(parts[0]) != len(parts)-1 {
				t.Errorf("%q: a double, or not a syllable for each character", line)
			}
			seen[line] = true
			for _, s := range parts[1:] {
				if _, ok := table().numbers[s]; !ok {
					t.Errorf("%q: the table has no syllable %s", line, s)
				}
			}
		}
	}
}

func TestPinyinIsLatinAndAligned(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.StringOfN(rapid.RuneFrom([]rune("重庆长行单曾乐 aZ9（-é𠮷")), 0, 12, -1).Draw(t, "name")
		full, initials := Pinyin(s)
		if len(full) > MostReadings || len(initials) > len(full) {
			t.Fatalf("Pinyin(%q) = %v %v", s, full, initials)
		}
		for _, f := range full {
			if strings.ContainsAny(f, " -（1234重") || f != strings.ToLower(f) {
				t.Fatalf("Pinyin(%q) = %v", s, full)
			}
		}
	})
}

func FuzzTextNeverPanics(f *testing.F) {
	for _, s := range []string{"重庆", "\xff重", "İ", "㍿℡", "a\u0301", "", "  ", "+86 138-0013"} {
		f.Add(s, s)
	}
	f.Fuzz(func(t *testing.T, q, s string) {
		Pinyin(s)
		SortKey(s)
		Match(q, s)
		if k := Key(s); Key(k) != k {
			t.Fatalf("Key(%q) = %q, and of that %q", s, k, Key(k))
		}
		if g := Fold(s); Fold(g) != g || !utf8.ValidString(g) {
			t.Fatalf("Fold(%q) = %q, and of that %q", s, g, Fold(g))
		}
	})
}
