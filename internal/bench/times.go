package main

import (
	"slices"
	"time"
)

// times are the measurements of one thing.
type times struct {
	wall []time.Duration
	cpu  time.Duration // of all of them
}

// timed runs a function so many times, after one run that is not counted.
func timed(rounds int, fn func(round int) error) (times, error) {
	if err := fn(0); err != nil {
		return times{}, err
	}
	var t times
	before := processor()
	for round := range rounds {
		begun := time.Now()
		if err := fn(round + 1); err != nil {
			return t, err
		}
		t.wall = append(t.wall, time.Since(begun))
	}
	t.cpu = processor() - before
	return t, nil
}

// once is timed for what cannot be repeated without preparing it.
func (t *times) once(fn func() error) error {
	before, begun := processor(), time.Now()
	err := fn()
	t.wall = append(t.wall, time.Since(begun))
	t.cpu += processor() - before
	return err
}

// at gives the time below which so many in a hundred are, in milliseconds.
func (t times) at(percent int) float64 {
	if len(t.wall) == 0 {
		return 0
	}
	sorted := slices.Sorted(slices.Values(t.wall))
	return ms(sorted[min(len(sorted)*percent/100, len(sorted)-1)])
}

// each is the processor's time for one of them, in milliseconds.
func (t times) each() float64 { return ms(t.cpu) / float64(max(len(t.wall), 1)) }

func ms(d time.Duration) float64 { return float64(d) / float64(time.Millisecond) }
