package text

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// MostReadings is the most readings that Pinyin gives of one text.
const MostReadings = 4

// personName is the most characters of a name whose first is taken for a surname.
const personName = 4

// sound is one character with its readings, with tones, the likeliest first; letters and
// digits stand for themselves, all else has none.
type sound struct {
	char     rune
	readings []string
}

// Pinyin gives how a text is typed on a Latin keyboard: each reading in full
// ("chongqing") and by first letters ("cq"), the likeliest first, at most four, without
// doubles. Letters and digits stay in place, in lower case; spaces and signs are left
// out; ü is v. A text without Chinese characters gives none: Fold finds it.
func Pinyin(s string) (full, initials []string) {
	sounds, chinese := sounded([]rune(Fold(s)), true)
	if !chinese {
		return nil, nil
	}
	for _, choice := range combinations(sounds) {
		var f, i strings.Builder
		for n, c := range sounds {
			p := plainSyllable(c.readings[choice[n]])
			f.WriteString(p)
			first, _ := utf8.DecodeRuneInString(p)
			i.WriteRune(first)
		}
		full, initials = addNew(full, f.String()), addNew(initials, i.String())
	}
	return full, initials
}

func addNew(all []string, s string) []string {
	if slices.Contains(all, s) {
		return all
	}
	return append(all, s)
}

// combinations gives the number of the reading to take for each sound, the first
// readings first, at most MostReadings of them.
func combinations(sounds []sound) [][]int {
	all := [][]int{make([]int, len(sounds))}
	for n, c := range sounds {
		for alt := 1; alt < len(c.readings); alt++ {
			for _, base := range all {
				if len(all) == MostReadings {
					return all
				}
				if base[n] == 0 {
					other := slices.Clone(base)
					other[n] = alt
					all = append(all, other)
				}
			}
		}
	}
	return all
}

// sounded gives the sounds of a folded text, and whether any is Chinese. Words of the
// phrase list are read as there; then a surname at the front of what may be a person's
// name; then each character by its first reading, and its others behind where asked.
func sounded(name []rune, alternatives bool) (sounds []sound, chinese bool) {
	person := len(name) <= personName
	for i := 0; i < len(name); {
		r, ok := phraseReadings().at(name[i:])
		if !ok && i == 0 && person {
			r, ok = surnameReadings().at(name)
		}
		if !ok {
			r = reading{name[i : i+1], nil}
		}
		for n, c := range r.word {
			one := sound{char: c}
			if ok {
				one.readings = []string{r.syllables[n]}
			}
			if !ok || len(r.word) == 1 {
				one.addTable(alternatives)
			}
			chinese = chinese || han(c)
			sounds = append(sounds, one)
		}
		i += len(r.word)
	}
	if alternatives {
		sounds = slices.DeleteFunc(sounds, func(c sound) bool { return len(c.readings) == 0 })
	}
	return sounds, chinese
}

// addTable adds the table's reading of the character and, where asked, its others.
func (c *sound) addTable(alternatives bool) {
	if !han(c.char) {
		if unicode.IsLetter(c.char) || unicode.IsDigit(c.char) {
			c.readings = []string{string(c.char)}
		}
		return
	}
	if n := table().number(c.char); n != 0 {
		c.add(table().syllables[n])
	}
	if alternatives {
		for _, r := range otherReadings()[c.char] {
			c.add(r.syllables[0])
		}
	}
}

// add adds a reading that sounds unlike those there; tones are not typed.
func (c *sound) add(syllable string) {
	same := func(s string) bool { return plainSyllable(s) == plainSyllable(syllable) }
	if !slices.ContainsFunc(c.readings, same) {
		c.readings = append(c.readings, syllable)
	}
}
