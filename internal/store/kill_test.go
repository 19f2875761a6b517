package store

import (
	"bufio"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"testing"
	"time"
)

// TestMain lets the test program be the process that is killed.
func TestMain(m *testing.M) {
	if path := os.Getenv("DEALBOX_STORE_WRITER"); path != "" {
		writeUntilKilled(path, os.Getenv("DEALBOX_STORE_CACHE"))
	}
	os.Exit(m.Run())
}

// writeUntilKilled commits entries and says each number after it is acknowledged.
func writeUntilKilled(path, cache string) {
	s, err := Open(path, Options{CacheDir: cache})
	if err != nil {
		fmt.Println("open:", err)
		os.Exit(1)
	}
	for i := int(s.Info().LogHead); ; i++ {
		if err := s.Update(func(tx *Tx) error { return writeOne(tx, i) }); err != nil {
			fmt.Println("write:", err)
			os.Exit(1)
		}
		fmt.Println(i + 1)
	}
}

func TestKilledWriterLosesNothingAcknowledged(t *testing.T) {
	o := options(t)
	s := createIn(t, memoryDir(t), o)
	must(t, s.Close())
	total := 0
	for round := range 30 {
		total += killOnce(t, s.Path(), o.CacheDir)
		again, err := Open(s.Path(), o)
		if err != nil {
			t.Fatalf("round %d: %v", round, err)
		}
		head := int(again.Info().LogHead)
		if head < total || head > total+1 {
			t.Fatalf("round %d: %d acknowledged, %d found", round, total, head)
		}
		total = head
		must(t, again.Close())
	}
	if r := sound(t, s.Path()); int(r.Entries) != total {
		t.Errorf("%d entries of %d", r.Entries, total)
	}
	left, _ := filepath.Glob(filepath.Join(filepath.Dir(s.Path()), "*"))
	if len(left) != 1 {
		t.Errorf("left behind: %v", left)
	}
	t.Logf("%d commits in 30 lives", total)
}

// killOnce lets a process write for a moment, kills it, and gives the number of
// commits that it acknowledged.
func killOnce(t *testing.T, path, cache string) int {
	exe, err := os.Executable()
	must(t, err)
	cmd := exec.Command(exe)
	cmd.Env = append(os.Environ(), "DEALBOX_STORE_WRITER="+path, "DEALBOX_STORE_CACHE="+cache)
	out, err := cmd.StdoutPipe()
	must(t, err)
	must(t, cmd.Start())
	var kill *time.Timer
	acknowledged := 0
	for lines := bufio.NewScanner(out); lines.Scan(); {
		if _, err := strconv.Atoi(lines.Text()); err != nil {
			t.Errorf("the writer said: %s", lines.Text())
			break
		}
		acknowledged++
		if kill == nil {
			kill = time.AfterFunc(time.Duration(rand.IntN(20_000))*time.Microsecond, func() { _ = cmd.Process.Kill() })
		}
	}
	_ = cmd.Process.Kill()
	_ = cmd.Wait() // says that it was killed, which is known
	return acknowledged
}
