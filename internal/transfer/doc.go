// Package transfer brings records in from other programs' files and writes them out.
//
// An import goes through four steps, each of which can be looked at: package source reads a
// file as rows of text; Propose says where each column goes; Rehearse says what every row
// would become; Run does it, in one change-set that is undone in one step. All four work
// from the declarations of the record types: no type has code of its own here, but for the
// words by which other programs call its fields (dictionary.go).
package transfer
