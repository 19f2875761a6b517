package main

import (
	"flag"
	"fmt"
	"os"
	"runtime/pprof"
	"strings"
)

// options are what the command line says.
type options struct {
	sizes  []size
	out    string // where made workspaces are kept
	only   map[string]bool
	rounds int
	memory string // file for a profile of the heap
}

// size is an amount of data, with the bounds of the design's section 10 for it.
type size struct {
	name          string
	opportunities int
	bounds        bounds
}

// The design sets no bounds for the two small ones; they have those of 200k.
var sizes = []size{
	{"5k", 5_000, smaller},
	{"50k", 50_000, smaller},
	{"200k", 200_000, smaller},
	{"1M", 1_000_000, bounds{list: 8, board: 25, typing: 50, warm: 600, cold: 4000, rows: 15_000, heap: 700}},
}

var smaller = bounds{list: 3, board: 8, typing: 12, warm: 300, cold: 1000, rows: 20_000, heap: 180}

// bounds are in milliseconds, rows a second and megabytes.
type bounds struct{ list, board, typing, warm, cold, rows, heap float64 }

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

func run() error {
	which := flag.String("size", "200k,1M", "amounts of data, parted by commas: 5k, 50k, 200k, 1M")
	out := flag.String("out", "build/bench/out", "folder where made workspaces are kept")
	only := flag.String("only", "", "parts to run, parted by commas: data, list, open, save, import; all when empty")
	rounds := flag.Int("rounds", 100, "how often each query is asked")
	memory := flag.String("memprofile", "", "file for a profile of the heap, with everything loaded")
	profile := flag.String("cpuprofile", "", "file for a profile of the processor")
	flag.Parse()
	o := options{out: *out, rounds: *rounds, memory: *memory, only: map[string]bool{}}
	for _, part := range strings.FieldsFunc(*only, comma) {
		o.only[part] = true
	}
	for _, name := range strings.FieldsFunc(*which, comma) {
		s, err := sizeNamed(name)
		if err != nil {
			return err
		}
		o.sizes = append(o.sizes, s)
	}
	if *profile != "" {
		f, err := os.Create(*profile)
		if err != nil {
			return fmt.Errorf("write profile: %w", err)
		}
		if err := pprof.StartCPUProfile(f); err != nil {
			return fmt.Errorf("write profile: %w", err)
		}
		defer pprof.StopCPUProfile()
	}
	return o.measure()
}

func comma(r rune) bool { return r == ',' }

func sizeNamed(name string) (size, error) {
	for _, s := range sizes {
		if strings.EqualFold(s.name, name) {
			return s, nil
		}
	}
	return size{}, fmt.Errorf("no size %q", name)
}

// measure runs all parts for all sizes and prints the table.
func (o options) measure() error {
	var t report
	for _, s := range o.sizes {
		b := &bench{options: o, size: s, report: &t}
		if err := b.all(); err != nil {
			return fmt.Errorf("%s: %w", s.name, err)
		}
	}
	t.print(os.Stdout)
	return nil
}

// all makes the data and measures what was asked for.
func (b *bench) all() error {
	if err := b.data(); err != nil {
		return fmt.Errorf("make data: %w", err)
	}
	for _, part := range []struct {
		name string
		run  func() error
	}{{"list", b.lists}, {"open", b.openings}, {"save", b.saves}, {"import", b.imports}} {
		if len(b.only) > 0 && !b.only[part.name] {
			continue
		}
		if err := part.run(); err != nil {
			return fmt.Errorf("%s: %w", part.name, err)
		}
	}
	return nil
}
