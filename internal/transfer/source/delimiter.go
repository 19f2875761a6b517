package source

import (
	"cmp"
	"strings"
)

// delimiters are those that are looked for, the likelier first.
const delimiters = ",\t;|"

// delimiterRows is how many rows decide about the delimiter.
const delimiterRows = 100

// prepareText finds encoding and delimiter of a text.
func (f *File) prepareText() error {
	enc := cmp.Or(f.options.Encoding, f.found)
	sample, err := sampleText(f.data, enc, headBytes)
	if err != nil {
		return err
	}
	hinted, hint := separatorHint(sample)
	d := hinted
	if !hint {
		d = findDelimiter(sample, f.info.Kind)
	}
	if o := f.options.Delimiter; len(o) == 1 && strings.Contains(delimiters, o) {
		d = o[0]
	}
	f.info.Encoding = enc
	if d != 0 {
		f.info.Delimiter = string(rune(d))
	}
	f.reader = &textReader{f.data, enc, d, hint}
	return nil
}

// separatorHint reads Excel's first line "sep=;".
func separatorHint(sample string) (byte, bool) {
	line, _, _ := strings.Cut(sample, "\n")
	line = strings.ToLower(strings.Trim(line, "\r\" "))
	if len(line) == 5 && strings.HasPrefix(line, "sep=") && strings.Contains(delimiters, line[4:]) {
		return line[4], true
	}
	return 0, false
}

// findDelimiter takes the one that parts most rows into one and the same number of
// cells, at least two; of equals the one that makes more cells. 0: there is none.
func findDelimiter(sample string, kind Kind) byte {
	best, bestScore := byte(0), 0.0
	if kind == TSV {
		best = '\t'
	}
	for i := range len(delimiters) {
		d := delimiters[i]
		if strings.IndexByte(sample, d) < 0 {
			continue
		}
		if score := consistency(sample, d); score > bestScore {
			best, bestScore = d, score
		}
	}
	return best
}

// consistency is the share of rows that have the commonest number of cells, and a little
// for each cell; 0 where that number is one.
func consistency(sample string, d byte) float64 {
	counts, rows, blanks := map[int]int{}, 0, 0
	s := newScanner(strings.NewReader(sample), d)
	for rows < delimiterRows {
		cells, err := s.next()
		if err != nil || s.in.Buffered() == 0 && len(sample) >= headBytes-8 && rows > 0 {
			break // the last row of a sample may be cut off
		}
		blanks = max(blanks, len(cells))
		if !blankRow(cells) {
			counts[len(cells)]++
			rows++
		}
	}
	if rows == 0 && blanks > 1 { // nothing but delimiters
		return 0.1
	}
	width, most := 0, 0
	for w, n := range counts {
		if n > most || n == most && w > width {
			width, most = w, n
		}
	}
	if width < 2 {
		return 0
	}
	return float64(most)/float64(rows) + float64(min(width, 50))/500
}
