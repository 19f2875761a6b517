package core

import "dealbox/internal/value"

// Source is what made a change. The numbers are in the log and never change.
type Source uint8

// The sources.
const (
	User        Source = 1
	Import      Source = 2
	Undo        Source = 3 // takes back or brings back: skips defaults, Derive and entry criteria
	Rule        Source = 4
	CommandLine Source = 5
	Setup       Source = 6 // defaults of a new file, sample data
)

// String gives the source's name, as the timeline has it.
func (s Source) String() string {
	switch s {
	case User:
		return "user"
	case Import:
		return "import"
	case Undo:
		return "undo"
	case Rule:
		return "rule"
	case CommandLine:
		return "cli"
	case Setup:
		return "setup"
	}
	return "unknown"
}

// Actor is who does something, and by which way.
type Actor struct {
	Member value.ID // zero before there is a member
	Source Source
}
