// Package cli is the command line of Dealbox. A command is its options, a run, and two ways
// to print what came out: for people and, with --json, for programs. It calls app, as every
// shell does. What went wrong goes to the error output; each sort of failure has an exit
// code of its own (exit.go).
package cli

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"

	"dealbox/app"
	"dealbox/internal/core"
	"dealbox/internal/i18n"

	"github.com/alecthomas/kong"
)

// Env is what a command runs in.
type Env struct {
	Stdin          io.Reader
	Stdout, Stderr io.Writer
	Dist           fs.FS // the built front end
	Version        string
}

// grammar is what may be said. Help is in words.go, in both languages.
type grammar struct {
	File string `help:"${file_help}" placeholder:"F.dealbox" short:"f"`
	Lang string `help:"${lang_help}" enum:",zh,en" default:"" placeholder:"zh|en"`

	Import   importCmd   `cmd:"" help:"${import_help}"`
	List     listCmd     `cmd:"" help:"${list_help}"`
	Export   exportCmd   `cmd:"" help:"${export_help}"`
	Check    checkCmd    `cmd:"" help:"${check_help}"`
	Generate generateCmd `cmd:"" help:"${generate_help}"`
	Serve    serveCmd    `cmd:"" help:"${serve_help}"`
	Version  versionCmd  `cmd:"" help:"${version_help}"`
}

// run is one command at work.
type run struct {
	Env
	ctx  context.Context
	file string
	lang i18n.Lang
}

// Run runs a command and gives the exit code.
func Run(args []string, env Env) int {
	lang := languageOf(args)
	var g grammar
	exited := -1
	parser, err := kong.New(&g, kong.Name("dealbox"), kong.Description(about.In(lang)), vars(lang),
		kong.Writers(env.Stdout, env.Stderr), kong.Exit(func(code int) { exited = code; panic(stop{}) }),
		kong.ConfigureHelp(kong.HelpOptions{Compact: true}), kong.ValueFormatter(helpOf(lang)), kong.Help(printer(lang)))
	if err != nil {
		fmt.Fprintln(env.Stderr, err)
		return exitInternal
	}
	command, err := parse(parser, args)
	if exited >= 0 {
		return exited
	}
	if err != nil {
		fmt.Fprintf(env.Stderr, misused.In(lang)+"\n", err)
		return exitUsage
	}
	ctx, cancel := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer cancel()
	r := &run{Env: env, ctx: ctx, file: workspacePath(g.File), lang: lang}
	return r.exit(command.Run(r))
}

// workspacePath adds the ending of a workspace file where it was left out.
func workspacePath(path string) string {
	if path == "" || strings.EqualFold(filepath.Ext(path), app.Extension) {
		return path
	}
	if _, err := os.Stat(path); err == nil {
		return path
	}
	return path + app.Extension
}

// stop leaves kong after it has printed its help.
type stop struct{}

func parse(p *kong.Kong, args []string) (c *kong.Context, err error) {
	defer func() {
		if r := recover(); r != nil {
			if _, ok := r.(stop); !ok {
				panic(r)
			}
		}
	}()
	return p.Parse(args)
}

// languageOf looks for --lang before anything else is understood, since help needs it.
func languageOf(args []string) i18n.Lang {
	for i, a := range args {
		if a == "--lang" && i+1 < len(args) {
			return i18n.Parse(args[i+1])
		}
		if len(a) > 7 && a[:7] == "--lang=" {
			return i18n.Parse(a[7:])
		}
	}
	return app.NewHost(app.Options{}).Lang()
}

// host opens the file for a command that works on it.
func (r *run) host(open func(*app.Files) error) (*app.Host, error) {
	if r.file == "" {
		return nil, errNoFile.Err()
	}
	h := app.NewHost(app.Options{Version: r.Version, Language: r.lang, Source: core.CommandLine})
	return h, open(app.Services(h)[0].(*app.Files))
}

// opened opens the file that --file names.
func (r *run) opened() (*app.Host, error) {
	return r.host(func(f *app.Files) error { _, err := f.Open(r.file); return err })
}

// json prints a value for programs.
func (r *run) json(v any) error {
	e := json.NewEncoder(r.Stdout)
	e.SetEscapeHTML(false)
	return e.Encode(v)
}

func (r *run) say(t i18n.Text, args ...any) {
	fmt.Fprintf(r.Stdout, t.In(r.lang)+"\n", args...)
}
