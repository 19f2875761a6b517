package schema

// Numbers of fields that users make are drawn at random from 2²⁰ to 2²⁹ − 1, so that two
// copies of a file never give one number to two things.
const (
	ownFirst = 1 << 20
	ownEnd   = 1 << 29
)

// OwnNumber makes a field number of 32 random bits.
func OwnNumber(random uint32) uint32 { return ownFirst + random%(ownEnd-ownFirst) }
