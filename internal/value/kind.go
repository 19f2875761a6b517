package value

import (
	"fmt"

	"google.golang.org/protobuf/encoding/protowire"
)

// Kind is the kind of a field. Its number is in files and never changes.
type Kind uint8

// The kinds, and the Go type of their values.
const (
	Text     Kind = 1  // string, one line
	LongText Kind = 2  // string, kept apart from the row
	Markdown Kind = 3  // string, kept apart from the row
	Integer  Kind = 4  // int64
	Number   Kind = 5  // Decimal
	Amount   Kind = 6  // Money
	Percent  Kind = 7  // Decimal, 62.5 for 62.5 %
	Day      Kind = 8  // Date
	Time     Kind = 9  // Moment
	Duration Kind = 10 // int64, seconds
	Bool     Kind = 11 // bool
	Choice   Kind = 12 // Option
	Choices  Kind = 13 // []Option, ascending
	Tags     Kind = 14 // []string, ascending
	Link     Kind = 15 // ID
	Links    Kind = 16 // []ID, ascending
	Member   Kind = 17 // ID of a member
	Phone    Kind = 18 // string
	Email    Kind = 19 // string
	URL      Kind = 20 // string
	Auto     Kind = 21 // string, given by the program, such as OPP-0042
	// 22 file, 23 rating and 24 formula have their place kept.
)

// ops is what one kind can do. A file per family of kinds fills it in.
type ops struct {
	name    string
	parse   func(s string, o Reading) (any, error)
	format  func(v any, o Writing) string
	compare func(a, b any) int
	check   func(v any) error
	json    func(v any) any
	unjson  func(v any) (any, error)
	wire    protowire.Type
	append  func(b []byte, v any) []byte
	consume func(b []byte) (any, error) // wire type bytes: the payload
	fromInt func(u uint64) (any, error) // wire type varint
}

var kinds = [...]ops{
	Text: textOps("text"), LongText: longOps("longtext"), Markdown: longOps("markdown"),
	Integer: integerOps, Number: numberOps, Amount: moneyOps, Percent: percentOps,
	Day: dateOps, Time: momentOps, Duration: durationOps, Bool: boolOps,
	Choice: choiceOps, Choices: choicesOps, Tags: tagsOps,
	Link: linkOps("link"), Links: linksOps, Member: linkOps("member"),
	Phone: phoneOps, Email: emailOps, URL: urlOps, Auto: textOps("auto"),
}

// Kinds lists every kind that exists, in the order of their numbers.
func Kinds() []Kind {
	var all []Kind
	for k := range kinds {
		if kinds[k].name != "" {
			all = append(all, Kind(k))
		}
	}
	return all
}

// KindNamed finds a kind by its name, such as "text".
func KindNamed(name string) (Kind, bool) {
	for _, k := range Kinds() {
		if k.String() == name {
			return k, true
		}
	}
	return 0, false
}

// Known says whether this program knows the kind; a newer file may have others.
func (k Kind) Known() bool { return int(k) < len(kinds) && kinds[k].name != "" }

// String gives the kind's name, as schemas over JSON spell it.
func (k Kind) String() string {
	if !k.Known() {
		return fmt.Sprintf("kind%d", uint8(k))
	}
	return kinds[k].name
}

// Long says that values are kept apart from the row and are in no column.
func (k Kind) Long() bool { return k == LongText || k == Markdown }

// Linked says that the value names other records.
func (k Kind) Linked() bool { return k == Link || k == Links || k == Member }

// Set says that the value is a set, whose members merge one by one.
func (k Kind) Set() bool { return k == Choices || k == Tags || k == Links }

// Numeric says that the value can be summed.
func (k Kind) Numeric() bool {
	return k == Integer || k == Number || k == Amount || k == Percent || k == Duration
}

// Parse reads what a person or a spreadsheet wrote. Blank gives nil. The error is a
// fault that says what is wrong with the text.
// Links cannot be read by a kind alone: their text comes back as Unresolved.
func (k Kind) Parse(s string, o Reading) (any, error) { return kinds[k].parse(s, o) }

// Format writes a value for people. nil gives "".
//
// Parse reads it back as the same value, with a Reading and a Writing of one zone and one
// set of choices, except: a moment comes back to the minute, tags and several choices
// part at the signs between them, a link's title comes back as Unresolved, and the sign
// "$" or "¥" alone is read as the reading's currency where that shares it.
func (k Kind) Format(v any, o Writing) string {
	if v == nil {
		return ""
	}
	return kinds[k].format(v, o)
}

// Compare orders two values of the kind, nil before all others.
// Text is compared by code points; lists order it by the collation key of package text.
func (k Kind) Compare(a, b any) int {
	switch {
	case a == nil && b == nil:
		return 0
	case a == nil:
		return -1
	case b == nil:
		return 1
	}
	return kinds[k].compare(a, b)
}

// Equal says whether two values of the kind are the same.
func (k Kind) Equal(a, b any) bool { return k.Compare(a, b) == 0 }

// Check refuses a value that the kind cannot hold: its Go type, its size, its range.
func (k Kind) Check(v any) error {
	if v == nil {
		return nil
	}
	return kinds[k].check(v)
}

// JSON gives the value's form over JSON: money and decimals are objects and strings,
// dates are "2026-12-05", moments RFC 3339 in UTC, links ids.
func (k Kind) JSON(v any) any {
	if v == nil {
		return nil
	}
	return kinds[k].json(v)
}

// FromJSON reads what JSON gives, as decoded by encoding/json into any.
// null, "" and an empty list give nil.
func (k Kind) FromJSON(v any) (any, error) {
	if v == nil || v == "" {
		return nil, nil
	}
	return kinds[k].unjson(v)
}

// Nothing says that a value stands for no value: nil, the empty text, an empty list,
// option 0, the zero id. Zero numbers, dates and "no" are values.
func Nothing(v any) bool {
	switch v := v.(type) {
	case nil:
		return true
	case string:
		return v == ""
	case Option:
		return v == 0
	case ID:
		return v.IsZero()
	case []Option:
		return len(v) == 0
	case []string:
		return len(v) == 0
	case []ID:
		return len(v) == 0
	}
	return false
}

// Append adds the value to a message as the field num, in protobuf wire format.
func (k Kind) Append(b []byte, num protowire.Number, v any) []byte {
	if v == nil {
		return b
	}
	b = protowire.AppendTag(b, num, kinds[k].wire)
	return kinds[k].append(b, v)
}

// Consume reads one value that Append wrote, behind its tag. n is the number of bytes
// used. A wire type that the kind does not write is an error.
func (k Kind) Consume(b []byte, t protowire.Type) (v any, n int, err error) {
	if !k.Known() || t != kinds[k].wire {
		return nil, 0, fmt.Errorf("read %v: wire type %d", k, t)
	}
	if t == protowire.VarintType {
		u, n := protowire.ConsumeVarint(b)
		if n < 0 {
			return nil, 0, fmt.Errorf("read %v: %w", k, protowire.ParseError(n))
		}
		v, err = kinds[k].fromInt(u)
		return v, n, err
	}
	p, n := protowire.ConsumeBytes(b)
	if n < 0 {
		return nil, 0, fmt.Errorf("read %v: %w", k, protowire.ParseError(n))
	}
	v, err = kinds[k].consume(p)
	return v, n, err
}
