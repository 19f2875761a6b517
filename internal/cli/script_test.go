package cli_test

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"slices"
	"strconv"
	"strings"

	"dealbox/app"

	"github.com/rogpeppe/go-internal/testscript"
)

// commands are what scripts can do beside what testscript knows.
var commands = map[string]func(ts *testscript.TestScript, neg bool, args []string){
	"exits":    exits,
	"damage":   damage,
	"held":     held,
	"template": template,
	"agree":    agree,
	"starts":   starts,
}

// exits N COMMAND…: the command ends with exit code N.
func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits N command [args…]")
	}
	if got := exitCode(ts.Exec(args[1], args[2:]...)); strconv.Itoa(got) != args[0] {
		ts.Fatalf("exit code %d, want %s", got, args[0])
	}
}

// damage FILE HOW: cut (only five pages are left), flip (a bit in each page), empty,
// workbook (it begins as one of Excel 97).
func damage(ts *testscript.TestScript, _ bool, args []string) {
	path := ts.MkAbs(args[0])
	b, err := os.ReadFile(path)
	ts.Check(err)
	switch args[1] {
	case "cut":
		b = b[:5*16384]
	case "empty":
		b = nil
	case "workbook":
		b = []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + string(b))
	case "flip":
		for at := 2*16384 + 300; at < len(b); at += 16384 {
			b[at] ^= 1
		}
	default:
		ts.Fatalf("no such damage: %s", args[1])
	}
	ts.Check(os.WriteFile(path, b, 0o600))
}

// held FILE [LINK]: another dealbox has the file, as a browser's server, until the script
// ends. The address that it prints is kept as $ADDRESS.
func held(ts *testscript.TestScript, _ bool, args []string) {
	program, err := exec.LookPath("dealbox")
	ts.Check(err)
	cmd := exec.Command(program, append([]string{"--file", ts.MkAbs(args[0]), "serve"}, args[1:]...)...)
	cmd.Env = os.Environ()
	for _, v := range []string{"HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "LANG"} {
		cmd.Env = append(cmd.Env, v+"="+ts.Getenv(v))
	}
	out, err := cmd.StdoutPipe()
	ts.Check(err)
	ts.Check(cmd.Start())
	ts.Defer(func() {
		_ = cmd.Process.Kill()
		_ = cmd.Wait() // killed: its error says so
	})
	link, err := bufio.NewReader(out).ReadString('\n') // it has the file before it says where
	ts.Check(err)
	ts.Logf("held by %s", link)
	ts.Setenv("ADDRESS", strings.TrimSpace(link))
}

// template FILE NAME PATH TYPE KEY=TARGET…: the window keeps a mapping under a name: as
// proposed, with columns of these names put elsewhere.
func template(ts *testscript.TestScript, _ bool, args []string) {
	dir := ts.Getenv("XDG_CONFIG_HOME")
	h := app.NewHost(app.Options{ConfigDir: dir, CacheDir: dir})
	services := app.Services(h)
	_, err := services[0].(*app.Files).Open(ts.MkAbs(args[0]))
	ts.Check(err)
	at := slices.IndexFunc(services, func(s any) bool { _, ok := s.(*app.Import); return ok })
	im := services[at].(*app.Import)
	d, err := im.Draft(app.ImportInput{Source: app.ImportSource{Path: ts.MkAbs(args[2])}, Type: args[3]})
	ts.Check(err)
	for _, pair := range args[4:] {
		name, target, _ := strings.Cut(pair, "=")
		for i := range d.Columns {
			if d.Columns[i].Name == name {
				d.Columns[i].Target = target
			}
		}
	}
	_, err = im.Draft(app.ImportInput{Draft: d.ID, Type: args[3], Columns: d.Columns})
	ts.Check(err)
	_, err = im.Start(d.ID, args[1])
	ts.Check(err)
	ts.Check(h.Close()) // cancels the import itself or waits for it; the template stays
}

// agree FILE KEY PATH: what the last command printed as JSON has at PATH (sum.amount) what
// the JSON file has under KEY. Whole amounts may be written with or without decimals.
func agree(ts *testscript.TestScript, neg bool, args []string) {
	want := lookUp(ts, ts.ReadFile(args[0]), args[1])
	got := lookUp(ts, ts.ReadFile("stdout"), args[2])
	if same := strings.TrimSuffix(got, ".00") == want; same == neg {
		ts.Fatalf("%s is %s, %s is %s", args[1], want, args[2], got)
	}
}

func lookUp(ts *testscript.TestScript, text, path string) string {
	var v any
	d := json.NewDecoder(strings.NewReader(text))
	d.UseNumber()
	ts.Check(d.Decode(&v))
	for _, key := range strings.Split(path, ".") {
		m, ok := v.(map[string]any)
		if !ok {
			ts.Fatalf("no %s in %s", path, text)
		}
		v = m[key]
	}
	return fmt.Sprint(v)
}

// starts FILE TEXT: the file begins with these bytes, written as in Go.
func starts(ts *testscript.TestScript, neg bool, args []string) {
	want, err := strconv.Unquote(`"` + args[1] + `"`)
	ts.Check(err)
	b, err := os.ReadFile(ts.MkAbs(args[0]))
	ts.Check(err)
	if bytes.HasPrefix(b, []byte(want)) == neg {
		ts.Fatalf("%s begins with %q", args[0], b[:min(len(b), len(want))])
	}
}
