// Command gen writes pinyin.bin, the table of first readings that package text embeds.
// Run it by "go generate ./internal/text" after a new version of go-pinyin.
package main

import (
	"encoding/binary"
	"log"
	"maps"
	"os"
	"slices"

	"github.com/mozillazg/go-pinyin"
)

func main() {
	if err := os.WriteFile("pinyin.bin", table(), 0o644); err != nil {
		log.Fatalf("write the table: %v", err)
	}
}

// table lists the syllables with their tone ("an1"), ascending, each behind its length
// and the whole behind a count; then runs of characters: first, count, and for each
// character the number of its syllable from 1, 0 for none. All numbers are little endian.
func table() []byte {
	first := readings()
	syllables := slices.Sorted(maps.Values(first))
	syllables = slices.Compact(syllables)
	b := binary.LittleEndian.AppendUint16(nil, uint16(len(syllables)))
	number := map[string]uint16{}
	for i, s := range syllables {
		number[s] = uint16(i + 1)
		b = append(append(b, byte(len(s))), s...)
	}
	runes := slices.Sorted(maps.Keys(first))
	for len(runes) > 0 {
		n := runLength(runes)
		b = appendRun(b, runes[0], runes[n-1], func(r int) uint16 { return number[first[r]] })
		runes = runes[n:]
	}
	return b
}

// runLength counts the characters that stand close enough together for one run.
func runLength(runes []int) int {
	for i := 1; i < len(runes); i++ {
		if runes[i]-runes[i-1] > 32 {
			return i
		}
	}
	return len(runes)
}

func appendRun(b []byte, from, to int, number func(int) uint16) []byte {
	b = binary.LittleEndian.AppendUint32(b, uint32(from))
	b = binary.LittleEndian.AppendUint32(b, uint32(to-from+1))
	for r := from; r <= to; r++ {
		b = binary.LittleEndian.AppendUint16(b, number(r))
	}
	return b
}

func readings() map[int]string {
	args := pinyin.NewArgs()
	args.Style = pinyin.Tone3
	first := map[int]string{}
	for r := range pinyin.PinyinDict {
		if p := pinyin.SinglePinyin(rune(r), args); len(p) > 0 && plain(p[0]) {
			first[r] = p[0]
		}
	}
	return first
}

// plain says that a reading is letters a to z, then perhaps a tone: some rare
// characters have readings such as "ê" that nobody types.
func plain(s string) bool {
	for i, c := range []byte(s) {
		tone := i > 0 && i == len(s)-1 && c >= '1' && c <= '4'
		if !tone && (c < 'a' || c > 'z') {
			return false
		}
	}
	return len(s) < 16 && s != ""
}
