// Package source reads files from outside (CSV, TSV, text, XLSX, JSON, and what is pasted)
// as rows of text, one at a time, without holding the file in memory.
//
// It finds out by itself how a file is written: encoding, delimiter, sheet, row of the
// headings, and what each column looks like. All of it can be overruled. It knows nothing
// of records; what a column becomes is decided elsewhere.
package source
