package table

import (
	"dealbox/internal/query"
	"dealbox/internal/schema"
	"dealbox/internal/value"
)

// column holds the values of one field. Callers see to the lock, and that row numbers
// lie below the number that grow was last told.
type column interface {
	grow(n int)                         // makes room for n rows, the new ones empty
	put(row int, v any) (changed bool)  // v as in record.Row, of the field's kind; nil empties
	get(row int) any                    // as in record.Row; of long texts true or nil
	filled(mask bitmap)                 // keeps the rows that have a value
	filter(b *query.Bound, mask bitmap) // keeps the rows that pass a test of the field
	encode(w *writer)
	decode(r *reader, n int) // of n rows; the reader keeps the first error
}

// newColumn makes the column of a field.
func newColumn(d *schema.Def) column {
	switch d.Kind {
	case value.LongText, value.Markdown:
		return &presence{}
	case value.Integer, value.Duration:
		return &numbers[int64]{typed: func(n int64) any { return n }}
	case value.Number, value.Percent:
		return &numbers[int64]{typed: func(n int64) any { return value.Decimal(n) }}
	case value.Time:
		return &numbers[int64]{typed: func(n int64) any { return value.Moment(n) }}
	case value.Day:
		return &numbers[int32]{typed: func(n int64) any { return value.Date(n) }}
	case value.Bool:
		return &flags{}
	case value.Amount:
		return &money{dict: stringDict[value.Currency]()}
	case value.Choice:
		return newCoded(optionDict(), wantOptions)
	case value.Choices:
		return newSets(optionDict(), wantOptions)
	case value.Link, value.Member:
		return newCoded(idDict(), wantIDs)
	case value.Links:
		return newSets(idDict(), wantIDs)
	case value.Tags:
		return newSets(stringDict[string](), wantTags)
	}
	return &texts{kind: d.Kind}
}
