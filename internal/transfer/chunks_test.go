package transfer

import (
	"context"
	"errors"
	"strconv"
	"strings"
	"testing"
)

// counted is a file of so many rows, with something wrong behind them.
type counted struct {
	rows int
	end  func() error
}

func (c counted) Rows(ctx context.Context, each func(n int, cells []string) error) error {
	cells := []string{""}
	for n := range c.rows {
		cells[0] = strconv.Itoa(n)
		if err := each(n, cells); err != nil {
			return err
		}
	}
	return c.end()
}

func taken(t *testing.T, rows Rows, fail error) (seen int, err error) {
	t.Helper()
	im := &Importer{Rows: rows}
	err = im.inChunks(t.Context(), func(all []line) error {
		for _, l := range all {
			if l.n != seen || l.cells[0] != strconv.Itoa(seen) {
				t.Fatalf("row %d is %v", seen, l)
			}
			seen++
		}
		return fail
	})
	return seen, err
}

func TestChunksAreTheRowsInTheirOrder(t *testing.T) {
	for _, n := range []int{0, 1, batchRows, 3*batchRows + 7} {
		seen, err := taken(t, counted{n, func() error { return nil }}, nil)
		if err != nil || seen != n {
			t.Errorf("%d of %d rows, %v", seen, n, err)
		}
	}
}

func TestChunksEndWithTheFirstError(t *testing.T) {
	bad := errors.New("bad")
	if seen, err := taken(t, counted{9 * batchRows, func() error { return nil }}, bad); err != bad || seen != batchRows {
		t.Errorf("%d rows, %v", seen, err)
	}
	if seen, err := taken(t, counted{batchRows + 1, func() error { return bad }}, nil); err != bad || seen != batchRows {
		t.Errorf("%d rows, %v", seen, err)
	}
	if _, err := taken(t, counted{3, func() error { panic("workbook") }}, nil); err == nil || !strings.Contains(err.Error(), "workbook") {
		t.Errorf("a reader's panic gave %v", err)
	}
}
