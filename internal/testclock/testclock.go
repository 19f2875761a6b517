// Package testclock is a clock that tests set. Work in the background reads it too, so it
// is safe for concurrent use.
package testclock

import (
	"sync/atomic"
	"time"
)

// Clock stands still until it is moved.
type Clock struct{ at atomic.Pointer[time.Time] }

// New makes a clock that shows a moment.
func New(at time.Time) *Clock {
	c := &Clock{}
	c.at.Store(&at)
	return c
}

// Now is what it shows.
func (c *Clock) Now() time.Time { return *c.at.Load() }

// Add moves it.
func (c *Clock) Add(d time.Duration) { c.set(c.Now().Add(d)) }

// AddDays moves it to the same time of another day.
func (c *Clock) AddDays(n int) { c.set(c.Now().AddDate(0, 0, n)) }

func (c *Clock) set(at time.Time) { c.at.Store(&at) }
