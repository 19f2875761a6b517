package cli_test

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"testing/fstest"

	"dealbox/internal/cli"

	"github.com/rogpeppe/go-internal/testscript"
)

// TestMain makes the test a program too: scripts run it as dealbox.
func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"dealbox": dealbox})
}

func dealbox() {
	os.Exit(cli.Run(os.Args[1:], cli.Env{
		Stdin: os.Stdin, Stdout: os.Stdout, Stderr: os.Stderr, Version: "1.2.3",
		Dist: fstest.MapFS{"frontend/dist/index.html": {Data: []byte("<title>Dealbox</title>")}},
	}))
}

// TestScripts runs testdata/script/*.txtar. In them $DATA is the folder with the real
// files; where it is not there the condition [real] is false.
func TestScripts(t *testing.T) {
	data := realData(t)
	testscript.Run(t, testscript.Params{
		Dir:                 filepath.Join("testdata", "script"),
		RequireExplicitExec: true,
		Setup: func(e *testscript.Env) error {
			for _, v := range []string{"HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME"} {
				e.Setenv(v, filepath.Join(e.WorkDir, ".user"))
			}
			e.Setenv("LANG", "en_US.UTF-8")
			e.Setenv("DATA", data)
			return nil
		},
		Condition: func(name string) (bool, error) {
			if name == "real" {
				return data != "", nil
			}
			return false, errors.New("unknown condition " + name)
		},
		Cmds: commands,
	})
}

// realData is the folder with files that people really keep, "" where it is not there.
func realData(t *testing.T) string {
	t.Helper()
	dir := os.Getenv("DEALBOX_DATA")
	if dir == "" {
		dir = filepath.Join("..", "..", "..", "shared", "data")
	}
	abs, err := filepath.Abs(dir)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(abs); err != nil {
		t.Logf("the real files are not here: no folder %s (set DEALBOX_DATA)", dir)
		return ""
	}
	return abs
}

// exitCode is that of a command that was run, -1 where it did not come to an end.
func exitCode(err error) int {
	var failed *exec.ExitError
	switch {
	case err == nil:
		return 0
	case errors.As(err, &failed):
		return failed.ExitCode()
	}
	return -1
}
