package transfer

import (
	"context"
	"fmt"
)

// line is a row of a file with its number.
type line struct {
	n     int
	cells []string
}

// inChunks reads the file and calls take with its rows, so many at a time. The next ones are
// read meanwhile.
func (im *Importer) inChunks(ctx context.Context, take func([]line) error) error {
	ctx, stop := context.WithCancel(ctx)
	chunks, ended := make(chan []line), make(chan error, 1)
	go func() {
		defer close(chunks)
		defer func() { // of a reader of a foreign format: it must not end the program
			if r := recover(); r != nil {
				ended <- fmt.Errorf("read rows: panic: %v", r)
			}
		}()
		ended <- im.readChunks(ctx, chunks)
	}()
	var failed error
	for rows := range chunks {
		if failed == nil {
			if failed = take(rows); failed != nil {
				stop()
			}
		}
	}
	err := <-ended
	stop()
	return keepFirst(failed, err)
}

// readChunks sends the rows of the file until it, or the context, ends.
func (im *Importer) readChunks(ctx context.Context, chunks chan<- []line) error {
	var chunk []line
	send := func() error {
		if len(chunk) == 0 {
			return nil
		}
		select {
		case chunks <- chunk:
			chunk = nil
			return nil
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	err := im.Rows.Rows(ctx, func(n int, cells []string) error {
		if err := ctx.Err(); err != nil {
			return err
		}
		chunk = append(chunk, line{n, append([]string(nil), cells...)})
		if len(chunk) < batchRows {
			return nil
		}
		return send()
	})
	if err != nil {
		return err
	}
	return send()
}
