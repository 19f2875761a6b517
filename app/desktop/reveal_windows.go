//go:build desktop || bindings

package desktop

import (
	"os/exec"
	"syscall"
)

// reveal opens Explorer with the file chosen. Explorer reads its command line by rules of
// its own and always ends with 1, so the line is written by hand and the end not waited for.
func reveal(path string) error {
	cmd := exec.Command("explorer.exe")
	cmd.SysProcAttr = &syscall.SysProcAttr{CmdLine: `explorer.exe /select,"` + path + `"`}
	return start(cmd)
}
