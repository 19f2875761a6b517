//go:build desktop || bindings

package desktop

import "os/exec"

// start runs a program of the system beside ours and forgets it. Waiting in the background
// only keeps its process entry from staying behind.
func start(cmd *exec.Cmd) error {
	if err := cmd.Start(); err != nil {
		return err
	}
	go func() { _ = cmd.Wait() }()
	return nil
}
