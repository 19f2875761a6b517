// Package text makes words comparable: normal forms for equality and for "contains",
// collation keys, and pinyin in full and by initials.
//
// All functions are pure and safe for concurrent use. Text that is no valid UTF-8 is
// taken as far as it goes; nothing here fails.
package text

//go:generate go run ./gen
