// Package value holds the kinds of field and the values that they carry.
//
// A kind knows how to parse what people write, format for them, compare, check, encode
// for the file and for JSON. Everything generic in Dealbox (list, form, import, export,
// filter, history) is built from kinds; nothing else looks inside a value.
//
// Values are plain Go values of one type per kind (see the constants), and nil for
// "nothing there". They are immutable: whoever changes one makes a new one.
package value
