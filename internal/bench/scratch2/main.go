package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"runtime/pprof"
	"syscall"
	"time"

	"dealbox/app"
	"dealbox/internal/generate"
)

func cpu() time.Duration {
	var r syscall.Rusage
	syscall.Getrusage(0, &r)
	return time.Duration(r.Utime.Nano() + r.Stime.Nano())
}

func main() {
	n := flag.Int("n", 20000, "")
	prof := flag.String("prof", "", "")
	flag.Parse()
	dir, _ := os.MkdirTemp("", "perf")
	defer os.RemoveAll(dir)
	h := app.NewHost(app.Options{ConfigDir: dir + "/c", CacheDir: dir + "/k", Folder: dir, Language: "zh-CN"})
	f := app.Services(h)[0].(*app.Files)
	_, err := f.Create(app.NewFile{Path: filepath.Join(dir, "x.dealbox"), Language: "zh-CN", Person: "Me"})
	if err != nil {
		panic(err)
	}
	w, _ := h.Workspace()
	if *prof != "" {
		f, _ := os.Create(*prof)
		pprof.StartCPUProfile(f)
	}
	c0, t0 := cpu(), time.Now()
	if err := generate.Workspace(context.Background(), w, generate.Options{Seed: 1, Opportunities: *n, Lang: "zh-CN"}, nil); err != nil {
		panic(err)
	}
	pprof.StopCPUProfile()
	c := cpu() - c0
	i, _ := os.Stat(filepath.Join(dir, "x.dealbox"))
	fmt.Printf("%d: cpu %v wall %v file %d MB\n", *n, c, time.Since(t0), i.Size()>>20)
	h.Close()
}
