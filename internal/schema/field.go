package schema

import (
	"reflect"

	"dealbox/internal/i18n"
	"dealbox/internal/record"
	"dealbox/internal/value"
)

// Field is a typed handle of a declared field. T is the Go type of its values.
type Field[T any] struct{ Def }

// Of gives the value in a row, the zero T when there is none.
func (f *Field[T]) Of(r *record.Row) T { v, _ := f.Get(r); return v }

// Get gives the value and whether there is one.
func (f *Field[T]) Get(r *record.Row) (T, bool) { v, ok := r.Get(f.Num).(T); return v, ok }

// Set puts a value. An empty text is no value.
func (f *Field[T]) Set(r *record.Row, v T) { r.Set(f.Num, v) }

// Clear takes the value away.
func (f *Field[T]) Clear(r *record.Row) { r.Set(f.Num, nil) }

func (f *Field[T]) def() *Def { return &f.Def }

// With sets flags and particulars: schema.String(label).With(schema.Required).
type Flag func(*Def)

func field[T any](k value.Kind, label i18n.Text, flags []Flag) *Field[T] {
	f := &Field[T]{Def{Kind: k, Label: label}}
	for _, set := range flags {
		set(&f.Def)
	}
	return f
}

// The kinds of declared field. Label in both languages, then flags.

// String is one line of text.
func String(l i18n.Text, f ...Flag) *Field[string] { return field[string](value.Text, l, f) }

// Long is text of many lines.
func Long(l i18n.Text, f ...Flag) *Field[string] { return field[string](value.LongText, l, f) }

// Int is a whole number.
func Int(l i18n.Text, f ...Flag) *Field[int64] { return field[int64](value.Integer, l, f) }

// Number is a decimal number.
func Number(l i18n.Text, f ...Flag) *Field[value.Decimal] {
	return field[value.Decimal](value.Number, l, f)
}

// Money is an amount in a currency.
func Money(l i18n.Text, f ...Flag) *Field[value.Money] { return field[value.Money](value.Amount, l, f) }

// Percent is a share; 62.5 for 62.5 %.
func Percent(l i18n.Text, f ...Flag) *Field[value.Decimal] {
	return field[value.Decimal](value.Percent, l, f)
}

// Date is a day.
func Date(l i18n.Text, f ...Flag) *Field[value.Date] { return field[value.Date](value.Day, l, f) }

// Time is a moment.
func Time(l i18n.Text, f ...Flag) *Field[value.Moment] { return field[value.Moment](value.Time, l, f) }

// Duration is a length of time in seconds.
func Duration(l i18n.Text, f ...Flag) *Field[int64] { return field[int64](value.Duration, l, f) }

// Bool is yes or no.
func Bool(l i18n.Text, f ...Flag) *Field[bool] { return field[bool](value.Bool, l, f) }

// Choice is one of a list.
func Choice(l i18n.Text, options []Option, f ...Flag) *Field[value.Option] {
	c := field[value.Option](value.Choice, l, f)
	c.Options = options
	return c
}

// Tags are free words.
func Tags(l i18n.Text, f ...Flag) *Field[[]string] { return field[[]string](value.Tags, l, f) }

// Link names one record of the type that declares T. It takes the Go type and not the
// variable, so that two types may point at each other.
func Link[T any](l i18n.Text, f ...Flag) *Field[value.ID] { return link[T](value.Link, l, f) }

// Member names a member; T is the declaring struct of members.
func Member[T any](l i18n.Text, f ...Flag) *Field[value.ID] { return link[T](value.Member, l, f) }

func link[T any](k value.Kind, l i18n.Text, f []Flag) *Field[value.ID] {
	h := field[value.ID](k, l, f)
	h.target = reflect.TypeFor[T]()
	return h
}

// Phone is a telephone number, Email an address, URL a web address.
func Phone(l i18n.Text, f ...Flag) *Field[string] { return field[string](value.Phone, l, f) }

// Email is an e-mail address.
func Email(l i18n.Text, f ...Flag) *Field[string] { return field[string](value.Email, l, f) }

// URL is a web address.
func URL(l i18n.Text, f ...Flag) *Field[string] { return field[string](value.URL, l, f) }

// Auto is a number that the program gives, such as OPP-0042.
func Auto(l i18n.Text, prefix string, f ...Flag) *Field[string] {
	h := field[string](value.Auto, l, append([]Flag{ReadOnly, Unique}, f...))
	h.Prefix = prefix
	return h
}

// The flags.
var (
	Required Flag = func(d *Def) { d.Required = true }
	Unique   Flag = func(d *Def) { d.Unique = true }
	Searched Flag = func(d *Def) { d.Searched = true }
	Tracked  Flag = func(d *Def) { d.Tracked = true }
	Listed   Flag = func(d *Def) { d.Listed = true }
	ReadOnly Flag = func(d *Def) { d.ReadOnly = true }
	Hidden   Flag = func(d *Def) { d.Hidden = true }
	Quick    Flag = func(d *Def) { d.Quick = true }
	Offered  Flag = func(d *Def) { d.Offered = true }
	Match    Flag = func(d *Def) { d.Match = true }
	Plain    Flag = func(d *Def) { d.Plain = true }
)

// In puts the field under a heading in forms.
func In(section i18n.Text) Flag { return func(d *Def) { d.Section = section } }

// Help explains the field.
func Help(t i18n.Text) Flag { return func(d *Def) { d.Help = t } }

// Inverse names the list of these records on the linked record's page.
func Inverse(t i18n.Text) Flag { return func(d *Def) { d.Inverse = t } }

// Default is the value of new records.
func Default(v any) Flag { return func(d *Def) { d.Default = v } }

// RateIn names the Number field that fixes the worth of an amount's currency for a record.
func RateIn(key string) Flag { return func(d *Def) { d.Rate = key } }

// Checked adds a check beyond the kind's own.
func Checked(f func(v any) error) Flag { return func(d *Def) { d.CheckValue = f } }

// Opt declares a choice of a closed list: number, key, words.
func Opt(n value.Option, key string, label i18n.Text) Option {
	return Option{Num: n, Key: key, Label: label}
}

// Tinted is Opt with a colour token.
func Tinted(n value.Option, key, color string, label i18n.Text) Option {
	return Option{Num: n, Key: key, Label: label, Color: color}
}
