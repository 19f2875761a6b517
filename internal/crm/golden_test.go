package crm

import (
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"dealbox/internal/schema"
)

var update = flag.Bool("update", false, "write testdata/schema.golden")

// Keys and numbers are in files: a change to what stands in the golden file breaks them.
// Only lines that are added are harmless.
func TestKeysAndNumbersStay(t *testing.T) {
	const path = "testdata/schema.golden"
	reg, err := schema.NewRegistry(Types()...)
	if err != nil {
		t.Fatal(err)
	}
	got := describe(reg.Types())
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("the schema is not what %s says; if that is meant, run go test -update\n%s", path, diff(string(want), got))
	}
}

// describe lists types by number: the order of the sidebar is no matter of the file.
func describe(types []*schema.Type) string {
	types = slices.Clone(types)
	slices.SortFunc(types, func(a, b *schema.Type) int { return int(a.Num) - int(b.Num) })
	var b strings.Builder
	for _, t := range types {
		fmt.Fprintf(&b, "%s %d\n", t.Key, t.Num)
		for _, d := range t.Fields {
			fmt.Fprintln(&b, strings.TrimRight(fmt.Sprintf("  %s %d %v %s", d.Key, d.Num, d.Kind, d.Target), " "))
			for _, o := range d.Options {
				fmt.Fprintf(&b, "    %s %d\n", o.Key, o.Num)
			}
		}
	}
	return b.String()
}

func diff(want, got string) string {
	var b strings.Builder
	w, g := strings.Split(want, "\n"), strings.Split(got, "\n")
	for i := range max(len(w), len(g)) {
		if i >= len(w) || i >= len(g) || w[i] != g[i] {
			fmt.Fprintf(&b, "line %d: want %q, got %q\n", i+1, at(w, i), at(g, i))
			break
		}
	}
	return b.String()
}

func at(lines []string, i int) string {
	if i < len(lines) {
		return lines[i]
	}
	return "the end"
}

func TestDeclarationsAreWhole(t *testing.T) {
	for _, typ := range Types() {
		listed := 0
		for _, d := range typ.Fields {
			if d.Label.En == "" || d.Label.Zh == "" {
				t.Errorf("%s.%s lacks words in one language", typ.Key, d.Key)
			}
			if d.Listed {
				listed++
			}
			if d.Kind.Long() && (d.Listed || d.Unique || d.Match) {
				t.Errorf("%s.%s is long text: it is in no column", typ.Key, d.Key)
			}
		}
		if listed > 8 {
			t.Errorf("%s lists %d columns, at most 8 fit", typ.Key, listed)
		}
		required := 0
		for _, d := range typ.Fields {
			if d.Required && d.Default == nil {
				required++
			}
		}
		if typ.Nav && required != 1 {
			t.Errorf("%s asks for %d fields, quick create for one", typ.Key, required)
		}
		for i, d := range typ.Fields {
			if d.Num != uint32(16+i) {
				t.Errorf("%s.%s has number %d, want %d", typ.Key, d.Key, d.Num, 16+i)
			}
		}
	}
}
