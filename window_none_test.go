//go:build !desktop && !bindings

package main

import (
	"slices"
	"testing"
)

func TestWithoutAWindowTheBrowserShowsWhatWasAskedFor(t *testing.T) {
	for _, c := range []struct{ args, want []string }{
		{nil, []string{"serve"}},
		{[]string{"a.dealbox"}, []string{"--file", "a.dealbox", "serve"}},
		{[]string{"dealbox://record/lead/01J"}, []string{"serve", "dealbox://record/lead/01J"}},
	} {
		if got := served(c.args); !slices.Equal(got, c.want) {
			t.Errorf("%q: got %q, want %q", c.args, got, c.want)
		}
	}
}
