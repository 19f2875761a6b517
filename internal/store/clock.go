package store

import "time"

// HLC is a stamp of the hybrid logical clock: milliseconds since 1970 in the upper 48
// bits, a counter below. Stamps of one file only grow, also when the computer's clock
// is set back; two stamps of different replicas are ordered by Replica when equal.
type HLC uint64

// Replica names one copy of a workspace in clocks. It is drawn at random from 1 to
// 2⁴² − 1: large enough for copies never to meet, six bytes as a varint.
type Replica uint64

// maxAhead is how far ahead of this computer a stamp made elsewhere may be.
const maxAhead = 24 * time.Hour

// HLCOf is the earliest stamp of a moment.
func HLCOf(t time.Time) HLC { return HLC(max(t.UnixMilli(), 0)) << 16 }

// Time gives the moment of a stamp, to the millisecond, in UTC.
func (c HLC) Time() time.Time { return time.UnixMilli(int64(c >> 16)).UTC() }

// next is the stamp for a transaction at now, after one that carried c.
func (c HLC) next(now time.Time) HLC { return max(HLCOf(now), c+1) }

// tooFarAhead says that a stamp cannot be believed at now.
func (c HLC) tooFarAhead(now time.Time) bool { return c.Time().Sub(now) > maxAhead }
