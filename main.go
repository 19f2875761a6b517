// Dealbox 商机匣 is an offline CRM: one program, one .dealbox file.
//
// An argument that ends in .dealbox, a dealbox:// link, or no argument opens the window;
// anything else is a command. Built without the tag desktop it is the same program without
// a window, and needs neither cgo nor a graphical system.
package main

import (
	"embed"
	"os"
	"strings"

	"dealbox/internal/cli"
)

// version is that of the product. wails.json and CHANGELOG.md say the same.
const version = "0.1.0"

// dist is the built front end. The folder always holds .gitkeep, so that a fresh clone
// compiles before anything was built; the page says so then.
//
//go:embed all:frontend/dist
var dist embed.FS

func main() { os.Exit(run(os.Args[1:])) }

// run gives the exit code of the process.
func run(args []string) int {
	if wantsWindow(args) {
		return openWindow(args)
	}
	return cli.Run(args, environment())
}

func environment() cli.Env {
	return cli.Env{Stdin: os.Stdin, Stdout: os.Stdout, Stderr: os.Stderr, Dist: dist, Version: version}
}

// wantsWindow says whether these arguments are those of a double click, of a link or of a
// plain start. A file after other words belongs to a command.
func wantsWindow(args []string) bool { return len(args) == 0 || isFile(args[0]) || isLink(args[0]) }

func isFile(arg string) bool { return strings.HasSuffix(strings.ToLower(arg), ".dealbox") }

func isLink(arg string) bool { return strings.HasPrefix(strings.ToLower(arg), "dealbox://") }
