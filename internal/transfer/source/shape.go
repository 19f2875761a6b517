package source

import (
	"context"
	"errors"
	"slices"
	"strings"
	"unicode/utf8"

	"dealbox/internal/i18n"
	"dealbox/internal/value"
)

// Look is what the values of a column look like.
type Look string

// The looks.
const (
	LooksBlank    Look = "blank" // no value in the sample
	LooksText     Look = "text"
	LooksLong     Look = "long"
	LooksInteger  Look = "integer"
	LooksNumber   Look = "number"
	LooksMoney    Look = "money"
	LooksPercent  Look = "percent"
	LooksDate     Look = "date"
	LooksMoment   Look = "moment" // a date with a time
	LooksDuration Look = "duration"
	LooksYesNo    Look = "yesno"
	LooksChoice   Look = "choice" // few values, repeated
	LooksEmail    Look = "email"
	LooksPhone    Look = "phone"
	LooksURL      Look = "url"
)

// kindOf is the kind of field that a look makes.
var kindOf = map[Look]value.Kind{
	LooksBlank: value.Text, LooksText: value.Text, LooksLong: value.LongText, LooksInteger: value.Integer, LooksNumber: value.Number,
	LooksMoney: value.Amount, LooksPercent: value.Percent, LooksDate: value.Day, LooksMoment: value.Time, LooksDuration: value.Duration,
	LooksYesNo: value.Bool, LooksChoice: value.Choice, LooksEmail: value.Email, LooksPhone: value.Phone, LooksURL: value.URL,
}

// Bounds of a sample.
const (
	sampleRows   = 2000
	mostSamples  = 5  // values shown
	mostDistinct = 60 // values listed
)

// Shape is what a sample of its values says of a column.
type Shape struct {
	Column int    `json:"column"` // from 0
	Name   string `json:"name"`
	Looks  Look   `json:"looks"`

	Order        value.DateOrder `json:"order"`     // of dates
	OrderSure    bool            `json:"orderSure"` // a value decides it; otherwise ask
	DecimalComma bool            `json:"decimalComma,omitempty"`
	Factor       int64           `json:"factor,omitempty"`   // by the heading's unit; 0: none
	Unit         string          `json:"unit,omitempty"`     // the heading's unit as written
	Currency     value.Currency  `json:"currency,omitempty"` // of all values or of the heading

	Rows         int       `json:"rows"`           // in the sample
	Blank        float64   `json:"blank"`          // share of rows without a value, placeholders counted as such
	Samples      []string  `json:"samples"`        // different values, the first ones
	Values       []Count   `json:"values"`         // different values and how often, the commonest first
	Many         bool      `json:"many,omitempty"` // there are more than Values lists
	Placeholders []string  `json:"placeholders"`   // values that mean "nothing": Select, N/A, 无
	Misfits      int       `json:"misfits"`        // rows of the sample that do not look like the rest
	Misfit       string    `json:"misfit,omitempty"`
	Warnings     []Warning `json:"warnings,omitempty"`
}

// Count is a value and how many rows of the sample have it.
type Count struct {
	Value string `json:"value"`
	Rows  int    `json:"rows"`
}

// Warning says what has gone wrong with a column before it came here, or what is to be
// decided about it.
type Warning struct {
	Key  string    `json:"key"` // rounded-phone, rounded-id, mixed-order, unsure-order, misfits
	Text i18n.Text `json:"text"`
}

// Kind is the kind of field that the column would make.
func (s Shape) Kind() value.Kind { return kindOf[s.Looks] }

// Reading tells how to read the column's values; o gives the rest, such as the base
// currency and the zone.
func (s Shape) Reading(o value.Reading) value.Reading {
	o.Order, o.DecimalComma, o.Factor = s.Order, s.DecimalComma, s.Factor
	if s.Currency != "" {
		o.Currency = s.Currency
	}
	return o
}

// Empty says that a cell of the column has no value: it is blank, or a placeholder.
func (s Shape) Empty(cell string) bool {
	cell = strings.TrimSpace(cell)
	return blank(cell) || slices.Contains(s.Placeholders, cell)
}

// Shapes looks at the first 2,000 rows of the file.
func (f *File) Shapes(ctx context.Context) ([]Shape, error) {
	columns := make([]column, len(f.info.Columns))
	for i, name := range f.info.Columns {
		columns[i] = column{name: name, seen: map[string]int{}}
	}
	rows := 0
	err := f.Rows(ctx, func(_ int, cells []string) error {
		if rows == sampleRows {
			return errEnough
		}
		rows++
		for i, c := range cells {
			columns[i].add(c)
		}
		return nil
	})
	if err != nil && !errors.Is(err, errEnough) {
		return nil, err
	}
	shapes := make([]Shape, len(columns))
	for i := range columns {
		shapes[i] = columns[i].shape(i, rows)
	}
	return shapes, nil
}

// column gathers the values of a sample.
type column struct {
	name   string
	values []Count // in order of appearance
	seen   map[string]int
	filled int
}

func (c *column) add(cell string) {
	cell = strings.TrimSpace(cell)
	if blank(cell) {
		return
	}
	c.filled++
	at, ok := c.seen[cell]
	if !ok {
		at = len(c.values)
		c.seen[cell] = at
		c.values = append(c.values, Count{Value: cell})
	}
	c.values[at].Rows++
}

// shape decides what the column looks like.
func (c *column) shape(i, rows int) Shape {
	s := Shape{Column: i, Name: c.name, Rows: rows, Placeholders: c.takePlaceholders(), Samples: []string{}, Values: []Count{}}
	s.Unit, s.Factor, s.Currency = headingUnit(c.name)
	if rows > 0 {
		s.Blank = 1 - float64(c.filled)/float64(rows)
	}
	for _, v := range c.values[:min(mostSamples, len(c.values))] {
		s.Samples = append(s.Samples, v.Value)
	}
	c.decide(&s)
	s.Values = slices.Clone(c.values)
	slices.SortStableFunc(s.Values, func(a, b Count) int { return b.Rows - a.Rows })
	if s.Many = len(s.Values) > mostDistinct; s.Many {
		s.Values = s.Values[:mostDistinct]
	}
	s.warnOfRounding(c)
	return s
}

// decide tries the looks, the stricter ones first.
func (c *column) decide(s *Shape) {
	if c.filled == 0 {
		s.Looks = LooksBlank
		return
	}
	for _, try := range []func(*column, *Shape) bool{yesNo, emails, urls, percents, dates, durations, phones, numbers, longTexts, choices} {
		if try(c, s) {
			c.settleUnit(s)
			return
		}
	}
	s.Looks = LooksText
	c.settleUnit(s)
}

// settleUnit drops the heading's unit where the values are nothing that has one.
func (c *column) settleUnit(s *Shape) {
	switch s.Looks {
	case LooksMoney, LooksNumber, LooksInteger, LooksDuration, LooksPercent:
		return
	}
	s.Unit, s.Factor, s.Currency = "", 0, ""
}

// fits counts the rows whose value passes.
func (c *column) fits(pass func(string) bool) int {
	n := 0
	for _, v := range c.values {
		if pass(v.Value) {
			n += v.Rows
		}
	}
	return n
}

// most says whether nearly all values pass, 19 of 20; the others are kept as misfits.
func (c *column) most(s *Shape, pass func(string) bool) bool {
	n := c.fits(pass)
	if n*20 < c.filled*19 || n == 0 {
		return false
	}
	if s.Misfits = c.filled - n; s.Misfits > 0 {
		i := slices.IndexFunc(c.values, func(v Count) bool { return !pass(v.Value) })
		s.Misfit = c.values[i].Value
		s.Warnings = append(s.Warnings, Warning{"misfits", i18n.T("A few values do not fit, such as “"+s.Misfit+"”", "少数值不符合，例如「"+s.Misfit+"」")})
	}
	return true
}

// longTexts are texts of several lines, or long ones.
func longTexts(c *column, s *Shape) bool {
	long := c.fits(func(v string) bool { return strings.Contains(v, "\n") || utf8.RuneCountInString(v) > 120 })
	if long*10 < c.filled {
		return false
	}
	s.Looks = LooksLong
	return true
}

// Bounds of a choice.
const (
	mostChoices   = 50
	longestChoice = 60 // characters
)

// choices are few short values that come again and again.
func choices(c *column, s *Shape) bool {
	few := len(c.values) <= mostChoices && c.filled >= 6 && c.filled >= 2*len(c.values)
	long := c.fits(func(v string) bool { return utf8.RuneCountInString(v) > longestChoice })
	if !few || long > 0 {
		return false
	}
	s.Looks = LooksChoice
	return true
}
