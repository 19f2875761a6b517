package text

import (
	_ "embed"
	"encoding/binary"
	"sync"
	"unicode"
)

//go:embed pinyin.bin
var pinyinTable []byte

// run is a stretch of characters with the numbers of their syllables.
type run struct {
	first   rune
	numbers []byte // two bytes each, little endian
}

type readings struct {
	syllables []string // by number; with the tone: "zhong4"; number 0 is none
	numbers   map[string]uint16
	runs      []run
}

// table reads the embedded table once; package gen says how it is written.
var table = sync.OnceValue(func() *readings {
	b := pinyinTable
	count := int(binary.LittleEndian.Uint16(b))
	t := &readings{syllables: make([]string, 1, count+1), numbers: make(map[string]uint16, count)}
	b = b[2:]
	for i := range count {
		n := int(b[0])
		s := string(b[1 : 1+n])
		t.syllables, t.numbers[s] = append(t.syllables, s), uint16(i+1)
		b = b[1+n:]
	}
	for len(b) > 0 {
		first, n := binary.LittleEndian.Uint32(b), 2*int(binary.LittleEndian.Uint32(b[4:]))
		t.runs = append(t.runs, run{rune(first), b[8 : 8+n]})
		b = b[8+n:]
	}
	return t
})

// number gives the number of a character's first reading, 0 when it has none.
func (t *readings) number(r rune) uint16 {
	from, to := 0, len(t.runs)
	for from < to {
		mid := (from + to) / 2
		if t.runs[mid].first <= r {
			from = mid + 1
		} else {
			to = mid
		}
	}
	if from == 0 {
		return 0
	}
	hit := t.runs[from-1]
	at := 2 * int(r-hit.first)
	if at >= len(hit.numbers) {
		return 0
	}
	return binary.LittleEndian.Uint16(hit.numbers[at:])
}

// plainSyllable is a syllable without its tone.
func plainSyllable(s string) string {
	if n := len(s); n > 1 && s[n-1] <= '9' {
		return s[:n-1]
	}
	return s
}

func han(r rune) bool { return r >= 0x3007 && unicode.Is(unicode.Han, r) }
