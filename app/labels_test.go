package app

import (
	"testing"

	"dealbox/internal/i18n"
	"dealbox/internal/schema"
)

// The name of an own field is the user's: it is never written in another way.
func TestLabelOneKeepsOwnNames(t *testing.T) {
	label := i18n.T("Budget Owner", "预算人")
	for own, want := range map[bool]string{false: "change of budget Owner", true: "change of Budget Owner"} {
		if got := labelOne(nil, &schema.Def{Label: label, Own: own}).En; got != want {
			t.Errorf("own %v: %q, want %q", own, got, want)
		}
	}
}
