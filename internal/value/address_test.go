package value

import "testing"

func TestPhonesKeepWhateverMayBeDialled(t *testing.T) {
	for s, want := range map[string]string{
		"13800138000": "138 0013 8000", "+86 138-0013-8000": "138 0013 8000", "１３８００１３８０００": "138 0013 8000", "13800138000.0": "138 0013 8000",
		"+1 (212) 555-0123": "+1 212-555-0123", "0755-26901234": "0755 2690 1234", "1380 0001": "1380 0001", "8801": "8801", "110": "110",
		"电话：1380 0001": "1380 0001", "13800138000/13900139000": "13800138000/13900139000", "400-820-8820": "400 820 8820",
	} {
		if got, err := Phone.Parse(s, Reading{}); err != nil || got != want {
			t.Errorf("Parse(%q) = %v, %v, want %s", s, got, err, want)
		}
	}
	for _, s := range []string{"1.38E+10", "1.38e10", "n/a", "12", "call me", "1-800-FLOWERS", "1234567890123456789012345", "a@b.c 12345"} {
		if got, err := Phone.Parse(s, Reading{}); err == nil {
			t.Errorf("Parse(%q) = %v", s, got)
		}
	}
	if got, err := Phone.Parse("0755-26901234 转 801", Reading{}); err != nil || Digits(got.(string)) != "075526901234801" {
		t.Errorf("an extension comes out as %v, %v", got, err)
	}
}

func TestEmailsAreTakenOutOfWhatStandsAround(t *testing.T) {
	for s, want := range map[string]string{
		"a@b.c": "a@b.c", "Name <a@b.c>": "a@b.c", "Li, Na <na@x.com>": "na@x.com", "张三 <zs@x.com>": "zs@x.com", "mailto:a@b.c": "a@b.c", "a@b.c;": "a@b.c", "zs＠x.com": "zs@x.com",
	} {
		if got, err := Email.Parse(s, Reading{}); err != nil || got != want {
			t.Errorf("Parse(%q) = %v, %v", s, got, err)
		}
	}
	for _, s := range []string{"a", "a@", "@b", "a b@c.d", `"a b"@c.d`, "a@b.c, d@e.f", "a@b.c (Bob)"} {
		if got, err := Email.Parse(s, Reading{}); err == nil {
			t.Errorf("Parse(%q) = %v", s, got)
		}
	}
}

func TestWebAddressesAreKeptAsWritten(t *testing.T) {
	for s, want := range map[string]string{
		"example.com": "https://example.com", "HTTP://Example.com/路径?q=1": "http://Example.com/路径?q=1", "www.例子.中国": "https://www.例子.中国", "https://a.b:8080/x": "https://a.b:8080/x",
	} {
		if got, err := URL.Parse(s, Reading{}); err != nil || got != want {
			t.Errorf("Parse(%q) = %v, %v", s, got, err)
		}
	}
	for _, s := range []string{"n/a", "localhost", "javascript:alert(1)", "javascript://x.y", "ftp://a.b", "a@b.c", "a b.c", "https://", "https://."} {
		if got, err := URL.Parse(s, Reading{}); err == nil {
			t.Errorf("Parse(%q) = %v", s, got)
		}
	}
}
