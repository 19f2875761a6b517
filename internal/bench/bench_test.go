package main

import (
	"bytes"
	"strings"
	"testing"
	"time"
)

func TestTheSmallestSizeIsMeasuredWhole(t *testing.T) {
	var r report
	o := options{out: t.TempDir(), rounds: 1, only: map[string]bool{}}
	b := &bench{options: o, size: size{"tiny", 200, bounds{list: 1e9, rows: 1}}, report: &r}
	if err := b.all(); err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	r.print(&out)
	for _, part := range []string{"open, warm", "open, cold", "vet", "list:", "board of", "type", "heap", "fsyncs", "one save", "rows/s"} {
		if !strings.Contains(out.String(), part) {
			t.Errorf("nothing of %q in:\n%s", part, out.String())
		}
	}
	if !strings.Contains(out.String(), "✓") {
		t.Errorf("no bound is met:\n%s", out.String())
	}
}

func TestTimesAreToldByTheirPlace(t *testing.T) {
	var all times
	for n := range 100 {
		all.wall = append(all.wall, time.Duration(100-n)*time.Millisecond)
	}
	if p50, p95 := all.at(50), all.at(95); p50 != 51 || p95 != 96 {
		t.Errorf("p50 %v, p95 %v", p50, p95)
	}
	if (times{}).at(95) != 0 {
		t.Error("no times have one")
	}
}
