// Package core is the one way into a workspace.
//
// A Workspace is an open .dealbox file with its columns. Whoever writes does so in Update,
// through Tx.Save and Tx.Delete, which ask for permission, give defaults, run the rules of
// the record's type, check, and note what changed. When the function returns, everything
// is stored and logged in one transaction of the file; then the columns follow, and then
// the call returns: what was acknowledged is on disk and in every list.
//
// What a person does in one go is a change-set, named by the number of its first log
// entry. Undo works on change-sets. An import is a change-set that stays open over many
// transactions (Batch); none of its records is seen before it is complete.
//
// A Workspace may be used by many goroutines: views run side by side, updates one by one.
// Tx belongs to the function that got it. Rules see only *Tx, never a second view.
package core
