package table

import (
	"bytes"
	"testing"

	"pgregory.net/rapid"
)

func TestCodesAreWhatWasPutWhateverTheirSize(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		const rows = 20
		var c codes
		want := make([]uint32, rows)
		c.grow(rows / 2)
		for range rapid.IntRange(0, 30).Draw(t, "puts") {
			row := rapid.IntRange(0, rows-1).Draw(t, "row")
			c.grow(max(c.len(), row+1))
			want[row] = rapid.SampledFrom([]uint32{0, 1, 255, 256, 70_000}).Draw(t, "code")
			c.put(row, want[row])
		}
		c.grow(rows)
		var b bytes.Buffer
		c.encode(&writer{w: &b})
		other, r := codes{}, &reader{r: &b, size: b.Len()}
		if other.decode(r, rows, 70_000); r.err != nil {
			t.Fatal(r.err)
		}
		for row, code := range want {
			if c.at(row) != code || other.at(row) != code {
				t.Fatalf("row %d: %d, read back %d, want %d", row, c.at(row), other.at(row), code)
			}
		}
	})
}
