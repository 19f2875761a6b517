package transfer

import (
	"context"
	"errors"
)

// limited is the first rows of a file; limit 0 is all of them.
type limited struct {
	all   Rows
	limit int
}

// Rows gives them.
func (l limited) Rows(ctx context.Context, each func(n int, cells []string) error) error {
	seen := 0
	err := l.all.Rows(ctx, func(n int, cells []string) error {
		if l.limit > 0 && seen == l.limit {
			return errEnough
		}
		seen++
		return each(n, cells)
	})
	if errors.Is(err, errEnough) {
		return nil
	}
	return err
}

var errEnough = errors.New("enough rows")
