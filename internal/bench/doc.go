// Command bench measures Dealbox on generated data, through package app as every shell
// does, and prints one table beside the bounds that the design sets.
//
// It keeps the workspaces that it makes, so that only the first run takes long. Each
// figure is the time that passed; the time of the processor stands beside it, because on
// a computer that is busy with other things the former says little.
package main
