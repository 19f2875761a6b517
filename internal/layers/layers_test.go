// Package layers keeps the direction of imports: the picture in ARCHITECTURE.md, as a test.
//
// A package may import what stands on a line above it in the table below, never its own
// line and never a line further down. So siblings do not know each other, and nothing
// below app knows that there is a window, a page or a command line.
package layers

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

const module = "dealbox"

// lines is the picture, the lowest first. Paths are below internal/ unless they begin with
// a slash, which stands for the root of the module.
var lines = [][]string{
	{"i18n"},
	{"fault"},
	{"value", "text", "site"},
	{"record"},
	{"schema"},
	{"query"},
	{"table", "access", "store"},
	{"core"},
	{"schedule", "transfer/source"},
	{"crm"},
	{"search", "transfer", "report", "remind", "backup", "generate"},
	{"/app"},
	{"/app/desktop", "httpapi"},
	{"cli"},
	{"/"},
}

// apart stands beside the picture: helpers of tests, and programs that are run by hand and
// write a file of the project. Nothing in the picture imports them.
var apart = []string{"crmtest", "testclock", "value/valuetest", "text/gen", "layers", "bench", "/docs"}

// owners lists the libraries that one concern keeps to itself, and who may import them.
var owners = map[string][]string{
	"go.etcd.io/bbolt":               {"store"},
	"github.com/blevesearch/":        {"search"},
	"github.com/go-co-op/gocron":     {"schedule", "transfer/source"},
	"github.com/wailsapp/":           {"/app/desktop"},
	"github.com/alecthomas/kong":     {"cli"},
	"github.com/mozillazg/go-pinyin": {"text", "text/gen"},
}

// pkg is what go list tells of a package.
type pkg struct {
	ImportPath   string
	Imports      []string
	TestImports  []string
	XTestImports []string
}

// short writes an import path as the table does.
func short(path string) string {
	if path == module {
		return "/"
	}
	if rest, ok := strings.CutPrefix(path, module+"/internal/"); ok {
		return rest
	}
	return "/" + strings.TrimPrefix(path, module+"/")
}

// list asks for the packages as they are built with some tags.
func list(t *testing.T, tags string) []pkg {
	t.Helper()
	cmd := exec.Command("go", "list", "-tags", tags, "-json=ImportPath,Imports,TestImports,XTestImports", module+"/...")
	var failure bytes.Buffer
	cmd.Stderr = &failure
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("go list: %v\n%s", err, failure.String())
	}
	var all []pkg
	for dec := json.NewDecoder(bytes.NewReader(out)); ; {
		var p pkg
		if err := dec.Decode(&p); errors.Is(err, io.EOF) {
			return all
		} else if err != nil {
			t.Fatal(err)
		}
		all = append(all, p)
	}
}

// line gives the place of a package in the picture; the lowest is 0.
func line(name string) (int, bool) {
	for i, names := range lines {
		if slices.Contains(names, name) {
			return i, true
		}
	}
	return 0, false
}

// The tag bindings compiles what the window is made of, and needs no graphical system.
func TestImportsGoDown(t *testing.T) {
	for _, tags := range []string{"", "bindings"} {
		for _, p := range list(t, tags) {
			checkDirection(t, p)
			checkOwners(t, p)
		}
	}
}

func checkDirection(t *testing.T, p pkg) {
	t.Helper()
	name := short(p.ImportPath)
	if slices.Contains(apart, name) {
		return
	}
	own, known := line(name)
	if !known {
		t.Errorf("%s has no line in the picture: give it one in layers_test.go and ARCHITECTURE.md", name)
		return
	}
	for _, path := range p.Imports {
		if path != module && !strings.HasPrefix(path, module+"/") {
			continue
		}
		if other, known := line(short(path)); !known || other >= own {
			t.Errorf("%s imports %s, which is not below it", name, short(path))
		}
	}
}

func checkOwners(t *testing.T, p pkg) {
	t.Helper()
	name := short(p.ImportPath)
	for _, path := range slices.Concat(p.Imports, p.TestImports, p.XTestImports) {
		for library, allowed := range owners {
			if strings.HasPrefix(path, library) && !slices.Contains(allowed, name) {
				t.Errorf("%s imports %s, which belongs to %v", name, path, allowed)
			}
		}
	}
	if name != "/" && name != "/app/desktop" && slices.Contains(p.Imports, module+"/app/desktop") {
		t.Errorf("%s imports the window", name)
	}
}

// The table is read by people too: a name twice would be two places for one package.
func TestPictureNamesEachPackageOnce(t *testing.T) {
	seen := map[string]bool{}
	for _, name := range slices.Concat(append(slices.Clone(lines), apart)...) {
		if seen[name] {
			t.Errorf("%s stands in the picture twice", name)
		}
		seen[name] = true
	}
}
