package schema

import "dealbox/internal/value"

// Numbers of fields and choices that users make are drawn at random from 2²⁰ to 2²⁹ − 1,
// so that two copies of a file never give one number to two things.
const (
	ownFirst = 1 << 20
	ownEnd   = 1 << 29
)

// OwnNumber makes a number for a user's own field or choice of 32 random bits.
func OwnNumber(random uint32) uint32 { return ownFirst + random%(ownEnd-ownFirst) }

// OwnOption draws the number of a user's own choice, one that none of the given choices
// has. random gives 32 random bits at each call.
func OwnOption(taken []Option, random func() uint32) value.Option {
	d := Def{Options: taken}
	for {
		n := value.Option(OwnNumber(random()))
		if _, there := d.Option(n); !there {
			return n
		}
	}
}
