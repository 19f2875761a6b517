// Package table holds the typed columns in memory that lists, boards, filters, sorts,
// counts, groups and exact look-ups read instead of the file.
//
// A [Set] has one [Table] per record type, a Table one column per field. Columns hold no
// pointers, so that the garbage collector need not walk a million rows: whole numbers,
// dates and minor units stand as integers with a bitmap of what is there; choices and
// links as codes of a dictionary, with a bitmap per code while there are few; texts in
// one arena of bytes. Of long texts only their presence is known.
//
// A row number names one record for the life of the Set and is never given to another.
// Records in the trash are masked: only RowOf, Value and Title know them.
//
// Concurrency: many readers and one writer. Every exported method takes the lock of the
// Set itself, so none may be called inside another's callback. Apply changes everything
// or nothing for readers. What is expensive and not always needed (orders, folded texts,
// hash indexes, search arenas) is made on first use and kept up to date from then on;
// Warm makes the likely ones ahead of time, and Table.Complete what a snapshot holds of them.
package table
