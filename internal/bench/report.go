package main

import (
	"fmt"
	"io"
)

// line is one row of the table.
type line struct {
	size, what    string
	p50, p95, cpu string
	bound         string
	met           string // see met; – where the design sets no bound
}

// report gathers the table.
type report struct{ lines []line }

const noBound = "–"

// times adds a measurement whose 95th percentile has a bound in milliseconds; 0 is none.
func (r *report) times(b *bench, what string, t times, bound float64) {
	l := line{size: b.size.name, what: what, p50: millis(t.at(50)), p95: millis(t.at(95)), cpu: millis(t.each()), bound: noBound, met: noBound}
	if bound > 0 {
		l.bound, l.met = "≤ "+millis(bound), met(t.at(95) <= bound, t.each() <= bound)
	}
	r.add(l)
}

// add adds a line and says it at once.
func (r *report) add(l line) {
	r.lines = append(r.lines, l)
	say("%s  %s  p50 %s  p95 %s  cpu %s  bound %s  %s", l.size, l.what, l.p50, l.p95, l.cpu, l.bound, l.met)
}

// met marks a bound: met by the time that passed, or only by the processor's time, as on
// a computer that is busy with other things.
func met(passed, processor bool) string {
	switch {
	case passed:
		return "✓"
	case processor:
		return "(✓)"
	}
	return "✗"
}

func millis(n float64) string {
	switch {
	case n >= 1000:
		return fmt.Sprintf("%.2f s", n/1000)
	case n >= 100:
		return fmt.Sprintf("%.0f ms", n)
	}
	return fmt.Sprintf("%.2f ms", n)
}

// print writes the table as Markdown.
func (r *report) print(to io.Writer) {
	fmt.Fprintln(to, "| data | what | p50 | p95 | processor, each | bound | met |")
	fmt.Fprintln(to, "| --- | --- | --- | --- | --- | --- | --- |")
	for _, l := range r.lines {
		fmt.Fprintf(to, "| %s | %s | %s | %s | %s | %s | %s |\n", l.size, l.what, l.p50, l.p95, l.cpu, l.bound, l.met)
	}
}
