// Package generate makes up data: a workspace full of opportunities for benchmarks and
// demonstrations, and spreadsheets as dirty as real ones for tests of the import. The same
// seed gives the same data. All people and firms are invented.
package generate

import (
	"math/rand/v2"
	"time"

	"dealbox/internal/i18n"
	"dealbox/internal/value"
)

// Options say how much of what is made up.
type Options struct {
	Seed          uint64
	Opportunities int        // for ten of them: one account, two contacts, ten activities
	Lang          i18n.Lang  // of most names and texts; one firm in six has the other
	Today         value.Date // the day up to which things have happened; 0: see Workspace, Files
}

// lastDay ends the data in files where Options gives no day, so that a seed alone says
// what is in them.
var lastDay = value.NewDate(2025, time.December, 31)

// source draws for one group of records. Each group has its own, so that what is drawn for
// one does not depend on how many came before.
type source struct {
	*rand.Rand
	o Options
}

func newSource(o Options, purpose, group uint64) source {
	return source{rand.New(rand.NewPCG(o.Seed, purpose<<40|group)), o}
}

// The purposes that groups are drawn for.
const (
	forStaff uint64 = iota + 1
	forGoods
	forFirms
	forLeads
)

func pick[T any](s source, from []T) T { return from[s.IntN(len(from))] }

// chance is true for so many in a hundred.
func (s source) chance(percent int) bool { return s.IntN(100) < percent }

// between draws from lo to hi, both included.
func (s source) between(lo, hi int) int { return lo + s.IntN(hi-lo+1) }

// lang draws the language of a firm and its people.
func (s source) lang() i18n.Lang {
	if s.IntN(6) > 0 {
		return i18n.Parse(string(s.o.Lang))
	}
	if i18n.Parse(string(s.o.Lang)) == i18n.Chinese {
		return i18n.English
	}
	return i18n.Chinese
}
