//go:build !desktop && !bindings

package main

import "dealbox/internal/cli"

// openWindow serves the same program on a loopback address and prints the link: there is
// no window in this build.
func openWindow(args []string) int { return cli.Run(served(args), environment()) }

// served is the command that shows in a browser what the arguments of a window ask for.
func served(args []string) []string {
	switch {
	case len(args) > 0 && isFile(args[0]):
		return []string{"--file", args[0], "serve"}
	case len(args) > 0:
		return []string{"serve", args[0]}
	}
	return []string{"serve"}
}
