package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
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

func must(err error) {
	if err != nil {
		panic(err)
	}
}

func main() {
	n := flag.Int("n", 30000, "")
	prof := flag.String("prof", "", "")
	mem := flag.String("mem", "", "")
	flag.Parse()
	dir, _ := os.MkdirTemp("", "perf")
	defer os.RemoveAll(dir)
	_, err := generate.Files(dir, generate.Options{Seed: 1, Opportunities: *n})
	must(err)
	h := app.NewHost(app.Options{ConfigDir: dir + "/c", CacheDir: dir + "/k", Folder: dir, Language: "en"})
	var files *app.Files
	for _, s := range app.Services(h) {
		if f, ok := s.(*app.Files); ok {
			files = f
		}
	}
	_, err = files.Create(app.NewFile{Path: filepath.Join(dir, "x.dealbox"), Language: "en", Person: "Me"})
	must(err)
	for _, f := range [][2]string{{"products", "product"}, {"sales_teams", "member"}, {"accounts", "account"}} {
		_, err := h.ImportFile(context.Background(), app.ImportFileInput{Path: dir + "/sales/" + f[0] + ".csv", Type: f[1], CreateMissing: true})
		must(err)
	}
	if *prof != "" {
		f, _ := os.Create(*prof)
		must(pprof.StartCPUProfile(f))
	}
	var m0, m1 runtime.MemStats
	runtime.ReadMemStats(&m0)
	c0, t0 := cpu(), time.Now()
	r, err := h.ImportFile(context.Background(), app.ImportFileInput{Path: dir + "/sales/sales_pipeline.csv", Type: "opportunity", CreateMissing: true})
	must(err)
	c := cpu() - c0
	runtime.ReadMemStats(&m1)
	pprof.StopCPUProfile()
	fmt.Printf("%d rows: cpu %v wall %v, %.0f rows/cpu-s, alloc %d MB %d objs/row, heap sys %d MB; %+v\n", *n, c, time.Since(t0), float64(*n)/c.Seconds(), (m1.TotalAlloc-m0.TotalAlloc)>>20, (m1.Mallocs-m0.Mallocs)/uint64(*n), m1.HeapSys>>20, r.Counts)
	if *mem != "" {
		f, _ := os.Create(*mem)
		pprof.Lookup("allocs").WriteTo(f, 0)
		f.Close()
	}
	must(h.Close())
	c0 = cpu()
	_, err = files.Open(filepath.Join(dir, "x.dealbox"))
	must(err)
	fmt.Println("open with snapshot cpu", cpu()-c0)
	h.Close()
	m, _ := filepath.Glob(dir + "/k/*.columns")
	for _, f := range m {
		os.Remove(f)
	}
	c0 = cpu()
	_, err = files.Open(filepath.Join(dir, "x.dealbox"))
	must(err)
	fmt.Println("open without snapshot cpu", cpu()-c0)
	h.Close()
}
