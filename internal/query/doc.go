// Package query is the one condition language of Dealbox: of lists, saved views,
// rules, permissions, reports and the command line.
//
// A condition is written by people ([Parse]) or by programs ([Cond] as JSON). [Bind]
// checks it against a record type and resolves every word in it (me, this quarter,
// a name of an account) to plain numbers, so that what remains, a [Bound], is a pure
// function of one row. [Bound.Match] is that function and the specification of what
// package table does on columns.
//
// Two rules hold everywhere. A comparison never matches an empty field; "ne" is the
// contrary of "eq" and so does. And amounts compare in the base currency, at the rate of
// the day or at that which their record has fixed; an amount without a rate matches no
// comparison, "ne" included.
package query
