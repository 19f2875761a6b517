package docs_test

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// page is what the reader takes from the tables of format.md.
type page struct {
	kinds   map[uint64]kind   // section 8, by number
	wire    map[string]string // wire type of each form
	buckets map[string]uint64 // section 2, by name; those of types without their number
}

type kind struct{ name, form string }

// rows gives the cells of the table whose heading begins with a cell.
func rowsOf(text, heading string) (rows [][]string) {
	inside := false
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		if strings.HasPrefix(line, "| "+heading+" |") {
			inside = true
			continue
		}
		if !inside || strings.HasPrefix(line, "| ---") {
			continue
		}
		if !strings.HasPrefix(line, "|") {
			return rows
		}
		cells := strings.Split(strings.Trim(line, "|"), "|")
		for i := range cells {
			cells[i] = strings.Trim(cells[i], " `")
		}
		rows = append(rows, cells)
	}
	return rows
}

func readPage(t *testing.T) page {
	t.Helper()
	b, err := os.ReadFile("format.md")
	if err != nil {
		t.Fatal(err)
	}
	p := page{map[uint64]kind{}, map[string]string{}, map[string]uint64{}}
	for _, r := range rowsOf(string(b), "kind") {
		p.kinds[number(t, r[0])] = kind{name: r[1], form: r[2]}
	}
	for _, r := range rowsOf(string(b), "form") {
		p.wire[r[0]] = r[1]
	}
	for _, r := range rowsOf(string(b), "bucket") {
		if n, err := strconv.ParseUint(r[1], 10, 32); err == nil {
			p.buckets[r[0]] = n
		}
	}
	if len(p.kinds) == 0 || len(p.wire) == 0 || len(p.buckets) == 0 {
		t.Fatalf("tables of the page are not found: %+v", p)
	}
	return p
}

func number(t *testing.T, s string) uint64 {
	t.Helper()
	n, err := strconv.ParseUint(s, 10, 32)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// bucket gives the number of a bucket by its name, ok false for a plain or unknown one.
func (p page) bucket(name string) (n uint64, ok bool) {
	if n, ok := p.buckets[name]; ok {
		return n, true
	}
	prefix, typ, _ := strings.Cut(name, "/")
	n, err := strconv.ParseUint(typ, 10, 29)
	switch {
	case err != nil || n == 0:
		return 0, false
	case prefix == "texts":
		return 8*n + 1, true
	}
	return 8 * n, prefix == "rows"
}

// numbers is the list of types and fields that the page names.
type numbers struct {
	types  map[string]uint64            // by key
	fields map[string]map[string]uint64 // of a type, by key
	kinds  map[string]map[uint64]string // name of the kind, by number of the field
}

func readNumbers(t *testing.T) numbers {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("..", "internal", "crm", "testdata", "schema.golden"))
	if err != nil {
		t.Fatal(err)
	}
	n := numbers{map[string]uint64{}, map[string]map[string]uint64{}, map[string]map[uint64]string{}}
	typ := ""
	for line := range strings.Lines(string(b)) {
		words := strings.Fields(line)
		switch indent := len(line) - len(strings.TrimLeft(line, " ")); {
		case indent == 0 && len(words) == 2:
			typ = words[0]
			n.types[typ] = number(t, words[1])
			n.fields[typ], n.kinds[typ] = map[string]uint64{}, map[uint64]string{}
		case indent == 2:
			num := number(t, words[1])
			n.fields[typ][words[0]], n.kinds[typ][num] = num, words[2]
		}
	}
	return n
}
