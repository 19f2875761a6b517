package source

import (
	"bufio"
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"sync/atomic"
)

// jsonReader reads a list of objects, an object that holds such a list, or objects one
// behind the other. Each object is a row; the first is row 1.
type jsonReader struct {
	name     string
	data     *io.SectionReader
	encoding Encoding
	columns  map[string]int
}

func (j *jsonReader) size() int64 { return j.data.Size() }

// mostObjectBytes bounds one object.
const mostObjectBytes = mostRowBytes

// prepareJSON reads all objects once for their keys, in order of appearance.
func (f *File) prepareJSON() error {
	enc := cmp.Or(f.options.Encoding, f.found)
	j := &jsonReader{f.info.Name, f.data, enc, map[string]int{}}
	f.info.Encoding, f.info.Exact, f.reader = enc, true, j
	var done atomic.Int64
	err := j.objects(context.Background(), &done, func(_ int, o []pair) error {
		f.info.Rows++
		for _, p := range o {
			if _, ok := j.columns[p.key]; !ok {
				j.columns[p.key] = len(f.info.Columns)
				f.info.Columns = append(f.info.Columns, p.key)
			}
		}
		if len(f.info.Columns) > mostColumns {
			return ErrWide.With("row", f.info.Rows).With("max", mostColumns)
		}
		return nil
	})
	if err == nil && len(f.info.Columns) == 0 {
		return ErrNoRows.With("name", f.info.Name)
	}
	return err
}

func (j *jsonReader) read(ctx context.Context, progress *atomic.Int64, row func(int, []string) error) error {
	cells := make([]string, len(j.columns))
	return j.objects(ctx, progress, func(n int, o []pair) error {
		clear(cells)
		for _, p := range o {
			cells[j.columns[p.key]] = p.value
		}
		return row(n, cells)
	})
}

// objects calls back for each object with its values by key.
func (j *jsonReader) objects(ctx context.Context, progress *atomic.Int64, object func(n int, o []pair) error) error {
	r, err := decoded(&counter{io.NewSectionReader(j.data, 0, j.data.Size()), progress}, j.encoding)
	if err != nil {
		return err
	}
	in := bufio.NewReader(r)
	limited := &limiter{r: in, left: mostObjectBytes}
	d := json.NewDecoder(limited)
	d.UseNumber()
	inList, err := enterList(d, in)
	if err != nil {
		return j.fault(err)
	}
	for n := 1; ; n++ {
		if n%256 == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		limited.left = mostObjectBytes
		if inList && !d.More() {
			return nil
		}
		var raw json.RawMessage
		switch err := d.Decode(&raw); {
		case errors.Is(err, io.EOF) && !inList:
			return nil
		case err != nil:
			return j.fault(fmt.Errorf("row %d: %w", n, err))
		}
		pairs, err := flatten(raw)
		if err != nil {
			return j.fault(fmt.Errorf("row %d: %w", n, err))
		}
		if err := object(n, pairs); err != nil {
			return err
		}
	}
}

func (j *jsonReader) fault(err error) error {
	return ErrJSON.Wrap(err).With("name", j.name).With("cause", err)
}

// enterList goes to the first object: into a list, or into an object's list of rows.
// Objects one behind the other need no way in.
func enterList(d *json.Decoder, in *bufio.Reader) (inList bool, err error) {
	start, err := in.Peek(4096)
	if err != nil && !errors.Is(err, io.EOF) {
		return false, err
	}
	start = bytes.TrimSpace(start)
	if bytes.HasPrefix(start, []byte("[")) {
		_, err := d.Token()
		return true, err
	}
	list := listKey(start)
	if list == "" {
		return false, nil
	}
	if _, err := d.Token(); err != nil {
		return false, err
	}
	for d.More() {
		key, err := d.Token()
		if err != nil {
			return false, err
		}
		if key == list {
			_, err := d.Token()
			return true, err
		}
		if err := skipValue(d); err != nil {
			return false, err
		}
	}
	return false, errors.New("no list of rows")
}

// listNames are the keys under which programs put lists of rows.
var listNames = []string{"rows", "data", "records", "items", "results", "list", "objects"}

// listKey finds the key of an object's list of rows: a list of objects under a usual
// name, or as its first value. "" where the object is itself the first row.
func listKey(start []byte) string {
	d := json.NewDecoder(bytes.NewReader(start))
	if t, err := d.Token(); err != nil || t != json.Delim('{') {
		return ""
	}
	for first := true; d.More(); first = false {
		key, err := d.Token()
		if err != nil {
			return ""
		}
		name := fmt.Sprint(key)
		usual := slices.Contains(listNames, strings.ToLower(name))
		if (usual || first) && listOfObjects(d, start, usual) {
			return name
		}
		if skipValue(d) != nil {
			return ""
		}
	}
	return ""
}

// listOfObjects looks at what is behind a key without reading it.
func listOfObjects(d *json.Decoder, start []byte, orEmpty bool) bool {
	next := bytes.TrimLeft(start[d.InputOffset():], ": \t\r\n")
	inner, ok := bytes.CutPrefix(next, []byte("["))
	inner = bytes.TrimSpace(inner)
	return ok && (bytes.HasPrefix(inner, []byte("{")) || orEmpty && bytes.HasPrefix(inner, []byte("]")))
}

// skipValue passes over one value, however large.
func skipValue(d *json.Decoder) error {
	for depth := 0; ; {
		t, err := d.Token()
		if err != nil {
			return err
		}
		switch t {
		case json.Delim('{'), json.Delim('['):
			depth++
		case json.Delim('}'), json.Delim(']'):
			depth--
		}
		if depth == 0 {
			return nil
		}
	}
}

// pair is one value of an object as text.
type pair struct{ key, value string }

// flatten lists an object's values in their order: inner objects as "a.b", lists of
// plain values joined by "; ", null as "".
func flatten(raw json.RawMessage) ([]pair, error) {
	d := json.NewDecoder(bytes.NewReader(raw))
	d.UseNumber()
	t, err := d.Token()
	if err != nil {
		return nil, err
	}
	if t != json.Delim('{') {
		return nil, fmt.Errorf("%v is no object", t)
	}
	var all []pair
	err = flattenInto(&all, "", d, 0)
	return all, err
}

const mostDepth = 8

func flattenInto(all *[]pair, prefix string, d *json.Decoder, depth int) error {
	if depth > mostDepth {
		return errors.New("objects within objects too deep")
	}
	for d.More() {
		key, err := d.Token()
		if err != nil {
			return err
		}
		name := prefix + fmt.Sprint(key)
		t, err := d.Token()
		if err != nil {
			return err
		}
		switch t {
		case json.Delim('{'):
			err = flattenInto(all, name+".", d, depth+1)
		case json.Delim('['):
			var list string
			list, err = joinList(d)
			*all = append(*all, pair{name, list})
		default:
			*all = append(*all, pair{name, scalar(t)})
		}
		if err != nil {
			return err
		}
	}
	_, err := d.Token()
	return err
}

func joinList(d *json.Decoder) (string, error) {
	var parts []string
	for d.More() {
		var v any
		if err := d.Decode(&v); err != nil {
			return "", err
		}
		if m, ok := v.(map[string]any); ok {
			b, err := json.Marshal(m)
			if err != nil {
				return "", err
			}
			v = string(b)
		}
		if s := scalar(v); s != "" {
			parts = append(parts, s)
		}
	}
	_, err := d.Token()
	return strings.Join(parts, "; "), err
}

func scalar(v any) string {
	switch v := v.(type) {
	case nil:
		return ""
	case string:
		return v
	}
	return fmt.Sprint(v)
}

// limiter fails when one object is longer than it may be.
type limiter struct {
	r    io.Reader
	left int
}

func (l *limiter) Read(p []byte) (int, error) {
	if l.left <= 0 {
		return 0, errors.New("an object is too long")
	}
	n, err := l.r.Read(p[:min(len(p), 64<<10)])
	l.left -= n
	return n, err
}
