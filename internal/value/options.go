package value

import (
	"time"

	"dealbox/internal/i18n"
)

// DateOrder is the order of day, month and year in dates of digits.
type DateOrder uint8

// The orders. YMD is taken whenever the year comes first with four digits.
const (
	YMD DateOrder = iota
	DMY
	MDY
)

// Reading says how to understand what was written. The zero value reads plain forms.
type Reading struct {
	Order        DateOrder // of "03-04-05"
	DecimalComma bool      // "1.234,50" is 1234.5
	Factor       int64     // unit of the heading: 10000 for 万元; 0 is 1
	Currency     Currency  // of amounts that name none
	Zone         *time.Location
	Now          time.Time                        // for words such as 下周五; zero: words are refused
	Option       func(word string) (Option, bool) // finds a choice by its words; nil: numbers only
}

func (o Reading) zone() *time.Location {
	if o.Zone == nil {
		return time.UTC
	}
	return o.Zone
}

func (o Reading) factor() int64 {
	if o.Factor == 0 {
		return 1
	}
	return o.Factor
}

// Writing says how to write for people. The zero value writes English.
type Writing struct {
	Lang   i18n.Lang
	Zone   *time.Location
	Option func(n Option) i18n.Text // words of a choice
	Title  func(id ID) string       // title of a linked record
	Plain  bool                     // whole numbers without signs between thousands: a year
}

func (o Writing) zone() *time.Location {
	if o.Zone == nil {
		return time.UTC
	}
	return o.Zone
}
