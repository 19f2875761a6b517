// Package app is all that a shell may ask of Dealbox. The window binds its services, the
// HTTP server calls them by reflection, the command line calls them directly; there is no
// second surface. It knows no Wails.
//
// A service is a struct whose exported methods take and give plain data: no context, no
// Wails type, at most one result and an error. Errors that a person is told about are
// faults; Format writes them for the page. Ids, sequence numbers, money and decimals are
// strings over the wire, moments RFC 3339 in UTC, days "2026-12-05".
package app
