package core

import (
	"runtime/debug"
	"runtime/metrics"
)

// A batch makes much garbage and keeps little, so the collector may come more rarely while
// one runs, as long as what lies about stays small beside what the columns take anyway.
const (
	garbageRoom = 256 << 20 // bytes
	mostPercent = 400
	leastGOGC   = 100
)

// collectLess makes the collector wait for more garbage. The function that it gives puts
// back what was set before; it may be called more than once.
func collectLess() (back func()) {
	sample := []metrics.Sample{{Name: "/memory/classes/heap/objects:bytes"}}
	metrics.Read(sample)
	live := max(sample[0].Value.Uint64(), 1<<20)
	percent := min(max(garbageRoom*100/live, leastGOGC), mostPercent)
	before := debug.SetGCPercent(int(percent))
	return func() { debug.SetGCPercent(before) }
}
