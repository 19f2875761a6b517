package table

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestAnArenaFindsWhatItsTextsHoldNow(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		const rows = 12
		texts := make([]string, rows)
		l := lazyArena{done: rows}
		for range rapid.IntRange(0, 40).Draw(t, "puts") {
			row := rapid.IntRange(0, rows-1).Draw(t, "row")
			texts[row] = rapid.SampledFrom([]string{"", "a", "ab", "ba", "abba", "重庆", "a b"}).Draw(t, "text")
			l.arena.put(row, texts[row])
			if rapid.IntRange(0, 9).Draw(t, "pack") == 0 {
				l.arena.pack()
			}
		}
		for _, a := range []*arena{&l.arena, copiedArena(t, &l)} {
			for _, p := range []string{"a", "ab", "\x00a", "\x00ab\x00", "b\x00", "庆", "c"} {
				found, want := newBitmap(rows), newBitmap(rows)
				a.find(p, found)
				for row, s := range texts {
					if s != "" && strings.Contains("\x00"+s+"\x00", p) {
						want.set(row)
					}
				}
				if !slices.Equal(found, want) {
					t.Fatalf("%q in %q: rows %v, want %v", p, texts, found.rows(), want.rows())
				}
			}
		}
	})
}

// copiedArena writes an arena and reads it back.
func copiedArena(t *rapid.T, l *lazyArena) *arena {
	var b bytes.Buffer
	w := &writer{w: &b}
	l.encode(w)
	var other lazyArena
	r := &reader{r: &b, size: b.Len()}
	if other.decode(r, l.done); w.err != nil || r.err != nil {
		t.Fatal(w.err, r.err)
	}
	return &other.arena
}
