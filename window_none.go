//go:build !desktop && !bindings

package main

import "dealbox/internal/cli"

// openWindow serves the same program on a loopback address and prints the link: there is
// no window in this build.
func openWindow(args []string) int {
	command := []string{"serve"}
	if len(args) > 0 && isFile(args[0]) {
		command = []string{"--file", args[0], "serve"}
	}
	return cli.Run(command, environment())
}
