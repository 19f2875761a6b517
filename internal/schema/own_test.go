package schema

import (
	"testing"

	"dealbox/internal/value"

	"pgregory.net/rapid"
)

func TestOwnOptionAvoidsNumbersThatAreTaken(t *testing.T) {
	draws := []uint32{7, 7, 8, 9}
	random := func() uint32 { n := draws[0]; draws = draws[1:]; return n }
	taken := []Option{{Num: 1}, {Num: value.Option(OwnNumber(7))}, {Num: value.Option(OwnNumber(8)), Retired: true}}
	if got, want := OwnOption(taken, random), value.Option(OwnNumber(9)); got != want {
		t.Errorf("got %d, want %d: a retired choice keeps its number", got, want)
	}
}

func TestOwnOptionNeverMeetsADeclaredChoice(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := OwnOption(nil, func() uint32 { return rapid.Uint32().Draw(t, "random") })
		if n < 1<<20 || n >= 1<<29 {
			t.Fatalf("%d is no number of a user's own choice", n)
		}
	})
}
