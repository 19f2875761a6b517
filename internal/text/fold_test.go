package text

import (
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"
)

func TestKeyIsEqualForSpellingsOfOneName(t *testing.T) {
	for _, same := range [][]string{
		{"GTXPro", "GTX Pro", "gtx-pro", "ＧＴＸ　ＰＲＯ", " G.T.X. Pro "},
		{"华星（集团）有限公司", "华星(集团)有限公司", "华星 （集团） 有限公司"},
		{"O'Brien & Sons", "O’Brien &  Sons"},
		{"ﬁn", "FIN"},
		{"e\u0301tude", "Étude"},
	} {
		for _, s := range same[1:] {
			if Key(s) != Key(same[0]) {
				t.Errorf("Key(%q) = %q, but Key(%q) = %q", s, Key(s), same[0], Key(same[0]))
			}
		}
	}
}

func TestKeyTellsNamesApart(t *testing.T) {
	names := []string{"C", "C++", "C#", "华星有限公司", "华星", "GTX Plus", "GTX Pro", "!", "?", ""}
	keys := map[string]string{}
	for _, n := range names {
		if other, there := keys[Key(n)]; there {
			t.Errorf("Key(%q) = Key(%q)", n, other)
		}
		keys[Key(n)] = n
	}
}

func TestFoldKeepsWordsApart(t *testing.T) {
	for s, want := range map[string]string{
		"  GTX\u3000 Pro\t№5 ": "gtx pro no5",
		"Straße\u200b １２":      "straße 12",
		"plain text":           "plain text",
		"a\x00b":               "ab",
		"\xff":                 "\ufffd",
	} {
		if got := Fold(s); got != want {
			t.Errorf("Fold(%q) = %q, want %q", s, got, want)
		}
	}
}

func TestSortKeyOrdersNamesAsPeopleDo(t *testing.T) {
	want := []string{"(a)", "1", "2", "Ábel", "Zoe", "Ωmega", "阿里", "安", "昂", "北京", "长沙", "陈", "重庆", "王二", "王一", "曾国藩", "张三", "左"}
	got := slices.Clone(want)
	slices.Reverse(got)
	slices.SortStableFunc(got, func(a, b string) int {
		ka, kb := SortKey(a), SortKey(b)
		switch {
		case ka < kb:
			return -1
		case ka > kb:
			return 1
		}
		return 0
	})
	if !slices.Equal(got, want) {
		t.Errorf("got  %v\nwant %v", got, want)
	}
	if SortKey("Ábel") != SortKey("abel") {
		t.Error("accents and case count")
	}
}

func TestMatchFindsWordsPinyinAndDigits(t *testing.T) {
	for _, c := range []struct {
		q, title string
		want     bool
	}{
		{"华星", "深圳华星自动化", true},
		{"huaxing", "深圳华星自动化", true},
		{"hxzdh", "深圳华星自动化", true},
		{"shenzhen 自动", "深圳华星自动化", true},
		{"shenzhen 北京", "深圳华星自动化", false},
		{"PRO gtx", "GTX Pro", true},
		{"cq", "重庆", true},
		{"zq", "重庆", false},
		{"", "anything", true},
	} {
		if got := Match(c.q, c.title); got != c.want {
			t.Errorf("Match(%q, %q) = %v", c.q, c.title, got)
		}
	}
	w := Words("138-0013 8000")
	if len(w) != 1 || !w[0].InPhone("13800138000") || w[0].InPhone("13900138000") {
		t.Errorf("phone words = %v", w)
	}
	if Words("12")[0].Digits != "" {
		t.Error("two digits are looked for in phones")
	}
}

func TestThePlainKeyIsTheKey(t *testing.T) {
	for c := range rune(0x80) {
		s := "a" + string(c) + "Z"
		got, ok := plainKey(s)
		if want := norm.NFKC.String(strings.Map(unpunctuated, Fold(s))); !ok || got != want {
			t.Errorf("plainKey(%q) = %q, %v; want %q", s, got, ok, want)
		}
	}
	for _, s := range []string{"", "!", " ", "é"} {
		if got, ok := plainKey(s); ok {
			t.Errorf("plainKey(%q) = %q", s, got)
		}
	}
}
