// Package fault holds errors that a person is told about.
//
// A Kind is declared once, beside the code that can fail, with a stable key and the
// sentence in both languages. Code makes an Error of it with the particulars; the edge
// of the program (window, command line, HTTP) turns it into words. An error that is no
// fault is internal: it is logged, and its text is never shown.
package fault

import (
	"errors"
	"fmt"
	"strings"

	"dealbox/internal/i18n"
)

// Code says what sort of failure it is, for programs.
type Code string

// The codes. The command line gives each an exit code of its own.
const (
	Invalid     Code = "invalid"     // what was given cannot be used
	NotFound    Code = "not_found"   // no such thing
	Conflict    Code = "conflict"    // someone or something changed it meanwhile
	Denied      Code = "denied"      // not allowed
	Locked      Code = "locked"      // another process has the file
	Damaged     Code = "damaged"     // the file is not sound
	Unsupported Code = "unsupported" // made by a newer version, or not for this program
	Incomplete  Code = "incomplete"  // fields are asked for first; Error.Fields names them
	Cancelled   Code = "cancelled"   // stopped by the user
	Gone        Code = "gone"        // a list token that has expired: ask again
	Internal    Code = "internal"    // a defect or the system: see the log
)

// Kind is one way to fail: its code, a stable key and the sentence.
// Words in braces, as in "{value}", are filled from the arguments.
type Kind struct {
	Code Code
	Key  string
	Text i18n.Text
}

// New declares a way to fail. Keys are lower case with a dot: "number.bad".
func New(code Code, key string, text i18n.Text) *Kind {
	return &Kind{Code: code, Key: key, Text: text}
}

// Error makes a Kind usable as an error and as a target of errors.Is.
func (k *Kind) Error() string { return k.Text.En }

// With makes an error of this kind with one argument for the sentence.
func (k *Kind) With(name string, v any) *Error { return k.Err().With(name, v) }

// On makes an error of this kind about a field, by its key.
func (k *Kind) On(field string) *Error { return k.Err().On(field) }

// Wrap makes an error of this kind with its cause.
func (k *Kind) Wrap(err error) *Error { e := k.Err(); e.Cause = err; return e }

// Err makes an error of this kind without particulars.
func (k *Kind) Err() *Error { return &Error{Kind: k} }

// Error is one failure. Methods that add particulars change and return it.
type Error struct {
	Kind   *Kind
	Args   []Arg
	Field  string   // key of the field that it is about, or ""
	Fields []string // keys of the fields that are asked for (Incomplete)
	Cause  error
}

// Arg is one named particular.
type Arg struct {
	Name  string
	Value any
}

// With adds an argument for the sentence. An i18n.Text is said in the reader's language.
func (e *Error) With(name string, v any) *Error {
	e.Args = append(e.Args, Arg{name, v})
	return e
}

// On says which field it is about.
func (e *Error) On(field string) *Error { e.Field = field; return e }

// Asks says which fields are to be filled first.
func (e *Error) Asks(fields ...string) *Error { e.Fields = fields; return e }

// Error gives the English sentence and the cause, for logs.
func (e *Error) Error() string {
	s := e.In(i18n.English)
	if e.Field != "" {
		s = e.Field + ": " + s
	}
	if e.Cause != nil {
		s += ": " + e.Cause.Error()
	}
	return s
}

// Unwrap gives the cause.
func (e *Error) Unwrap() error { return e.Cause }

// Is matches the Kind, so errors.Is(err, ErrNumber) works.
func (e *Error) Is(target error) bool { k, ok := target.(*Kind); return ok && k == e.Kind }

// In gives the sentence in a language.
func (e *Error) In(l i18n.Lang) string {
	pairs := make([]string, 0, 2*len(e.Args))
	for _, a := range e.Args {
		pairs = append(pairs, "{"+a.Name+"}", say(a.Value, l))
	}
	return strings.NewReplacer(pairs...).Replace(e.Kind.Text.In(l))
}

func say(v any, l i18n.Lang) string {
	switch v := v.(type) {
	case i18n.Text:
		return v.In(l)
	case *Error:
		return v.In(l)
	}
	return fmt.Sprint(v)
}

// From finds the fault in an error, or makes an internal one of it.
// It returns nil for nil.
func From(err error) *Error {
	if err == nil {
		return nil
	}
	var e *Error
	if errors.As(err, &e) {
		return e
	}
	var k *Kind
	if errors.As(err, &k) {
		return &Error{Kind: k, Cause: err}
	}
	return ErrInternal.Wrap(err)
}

// ErrInternal is said of every error that is no fault.
var ErrInternal = New(Internal, "internal", i18n.T(
	"Something went wrong inside Dealbox. Nothing was changed. The log has the details.",
	"程序内部出错，数据没有改动。详情见日志。"))
