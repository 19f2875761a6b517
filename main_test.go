package main

import (
	"os"
	"strings"
	"testing"
)

func TestVersionIsTheSameEverywhere(t *testing.T) {
	for file, want := range map[string]string{
		"wails.json":   `"productVersion": "` + version + `"`,
		"CHANGELOG.md": "## [" + version + "]",
	} {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(string(text), want) {
			t.Errorf("%s lacks %s", file, want)
		}
	}
}

func TestWantsWindowTellsADoubleClickFromACommand(t *testing.T) {
	cases := map[string]struct {
		args []string
		want bool
	}{
		"plain start":     {nil, true},
		"double click":    {[]string{"/home/li/销售 2026.dealbox"}, true},
		"capital letters": {[]string{`C:\A.DEALBOX`}, true},
		"link":            {[]string{"dealbox://opportunity/01J"}, true},
		"command":         {[]string{"serve"}, false},
		"file of command": {[]string{"--file", "a.dealbox", "check"}, false},
		"help":            {[]string{"--help"}, false},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			if got := wantsWindow(c.args); got != c.want {
				t.Errorf("got %v, want %v", got, c.want)
			}
		})
	}
}
