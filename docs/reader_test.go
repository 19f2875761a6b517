package docs_test

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"strings"
)

// Sections 3, 5 and 7 to 9: what stands in the buckets.

// file is an opened workspace.
type file struct {
	page    page
	numbers numbers
	keys    *keys
	sealed  map[string][]pair            // buckets as they stand in the file
	opened  map[string]map[string][]byte // values by bucket and key
	customs map[string]map[string]uint64 // numbers of own fields by type and key
	tally   []field
}

func readFile(path string, p page, n numbers) (*file, error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	d, err := openDatabase(b)
	if err != nil {
		return nil, err
	}
	f := &file{page: p, numbers: n, opened: map[string]map[string][]byte{}, customs: map[string]map[string]uint64{}}
	if f.sealed, err = d.buckets(); err != nil {
		return nil, err
	}
	for _, step := range []func() error{f.readFormat, f.openAll, f.readMeta, f.readCustoms} {
		if err := step(); err != nil {
			return nil, err
		}
	}
	return f, nil
}

func (f *file) plain(bucket, key string) []byte {
	for _, p := range f.sealed[bucket] {
		if string(p.key) == key {
			return p.value
		}
	}
	return nil
}

func (f *file) readFormat() (err error) {
	if string(f.plain("format", "magic")) != "dealbox\n" {
		return errors.New("no magic")
	}
	if v := binary.BigEndian.Uint32(f.plain("format", "min-reader")); v > 1 {
		return fmt.Errorf("needs a reader of version %d", v)
	}
	f.keys, err = readKeys(f.sealed["keys"], f.plain("format", "workspace"))
	return err
}

func (f *file) openAll() error {
	for name, all := range f.sealed {
		if name == "format" || name == "keys" {
			continue
		}
		number, ok := f.page.bucket(name)
		if !ok {
			return fmt.Errorf("the page knows no bucket %q", name)
		}
		f.opened[name] = map[string][]byte{}
		for _, p := range all {
			v, err := f.keys.open(uint32(number), name, p)
			if err != nil {
				return fmt.Errorf("open %s %x: %w", name, p.key, err)
			}
			f.opened[name][string(p.key)] = v
		}
	}
	return nil
}

// readMeta compares what the file says of itself with what it holds.
func (f *file) readMeta() (err error) {
	identity, err := message(f.opened["meta"]["identity"])
	if err != nil {
		return err
	}
	if !bytes.Equal(one(identity, 1).bytes, f.keys.workspace) {
		return errors.New("identity and format differ")
	}
	if f.tally, err = message(f.opened["meta"]["tally"]); err != nil {
		return err
	}
	counts, err := every(f.tally, 7)
	if err != nil {
		return err
	}
	noted := map[uint64][]field{}
	for _, c := range counts {
		noted[one(c, 1).u] = c
	}
	for name := range f.opened {
		if name == "meta" {
			continue
		}
		if err := f.compare(name, noted); err != nil {
			return err
		}
	}
	if len(noted) != len(f.opened)-1 {
		return fmt.Errorf("%d buckets are noted, %d there", len(noted), len(f.opened)-1)
	}
	return nil
}

func (f *file) compare(name string, noted map[uint64][]field) error {
	number, _ := f.page.bucket(name)
	c, ok := noted[number]
	sum, err := f.keys.digest(f.sealed[name])
	if err != nil {
		return err
	}
	if !ok || one(c, 2).u != uint64(len(f.sealed[name])) || !bytes.Equal(one(c, 3).bytes, sum[:]) {
		return fmt.Errorf("bucket %s holds %d values, digest %x; noted: %v", name, len(f.sealed[name]), sum, c)
	}
	return nil
}

// readCustoms adds the users' own fields to the numbers.
func (f *file) readCustoms() error {
	for key, v := range f.opened["schema"] {
		var c struct {
			Type   string
			Fields []struct {
				Key  string
				Num  uint64
				Kind uint64
			}
		}
		if err := json.Unmarshal(v, &c); err != nil {
			return err
		}
		if key != "customs/"+c.Type {
			return fmt.Errorf("customs of %s stand under %s", c.Type, key)
		}
		f.customs[c.Type] = map[string]uint64{}
		for _, d := range c.Fields {
			f.customs[c.Type][d.Key] = d.Num
			f.numbers.kinds[c.Type][d.Num] = f.page.kinds[d.Kind].name
		}
	}
	return nil
}

// num is the number of a field, declared or own.
func (f *file) num(typ, key string) uint64 {
	if n, ok := f.numbers.fields[typ][key]; ok {
		return n
	}
	return f.customs[typ][key]
}

// row is a record with its values by key.
type row struct {
	id      string
	header  []field
	clocks  [][]field
	values  map[string]any
	deleted bool
}

// rows reads all records of a type, those in the trash too.
func (f *file) rows(typ string) (all []row, err error) {
	name := fmt.Sprintf("rows/%d", f.numbers.types[typ])
	for _, p := range f.sealed[name] {
		r, err := f.row(typ, p.key, f.opened[name][string(p.key)])
		if err != nil {
			return nil, fmt.Errorf("%s %x: %w", typ, p.key, err)
		}
		all = append(all, r)
	}
	return all, nil
}

func (f *file) row(typ string, id, b []byte) (r row, err error) {
	fields, err := message(b)
	if err != nil {
		return r, err
	}
	r.id = string(id)
	if r.header, err = message(one(fields, 1).bytes); err != nil {
		return r, err
	}
	if r.clocks, err = every(fields, 2); err != nil {
		return r, err
	}
	r.deleted = one(r.header, 5).u != 0
	r.values, err = f.values(typ, fields, func(num uint64, n apart) (any, error) {
		key := binary.BigEndian.AppendUint32(bytes.Clone(id), uint32(num))
		text, ok := f.opened[fmt.Sprintf("texts/%d", f.numbers.types[typ])][string(key)]
		if !ok || len(text) != int(n) {
			return nil, fmt.Errorf("text of field %d: %d bytes, not %d", num, len(text), n)
		}
		return string(text), nil
	})
	return r, err
}

// values decodes the fields of a record by key. long gives a text that is kept apart;
// without it texts stand in full, as in the log.
func (f *file) values(typ string, fields []field, long func(num uint64, n apart) (any, error)) (map[string]any, error) {
	out := map[string]any{}
	last := uint64(0)
	for _, fd := range fields {
		if fd.num < 16 {
			continue
		}
		if fd.num <= last {
			return nil, fmt.Errorf("field %d after %d", fd.num, last)
		}
		last = fd.num
		k := f.numbers.kinds[typ][fd.num]
		v, err := f.value(k, fd, long)
		if err != nil {
			return nil, fmt.Errorf("field %d, %s: %w", fd.num, k, err)
		}
		out[f.keyOf(typ, fd.num)] = v
	}
	return out, nil
}

func (f *file) value(kindName string, fd field, long func(num uint64, n apart) (any, error)) (any, error) {
	if long != nil && (kindName == "longtext" || kindName == "markdown") {
		return long(fd.num, apart(fd.u))
	}
	for _, k := range f.page.kinds {
		if k.name != kindName {
			continue
		}
		if (f.page.wire[k.form] == "LEN") != (fd.bytes != nil) {
			return nil, fmt.Errorf("form %s is not of wire type %s", k.form, f.page.wire[k.form])
		}
		return decode(k.form, fd)
	}
	return nil, errors.New("the page knows no such kind")
}

func (f *file) keyOf(typ string, num uint64) string {
	for _, all := range []map[string]uint64{f.numbers.fields[typ], f.customs[typ]} {
		for key, n := range all {
			if n == num {
				return key
			}
		}
	}
	return ""
}

// find gives the one record of a type whose title begins so.
func (f *file) find(typ, title string) (found row, err error) {
	all, err := f.rows(typ)
	n := 0
	for _, r := range all {
		if s, _ := r.values["name"].(string); strings.HasPrefix(s, title) {
			found, n = r, n+1
		}
	}
	if err == nil && n != 1 {
		err = fmt.Errorf("%d records of type %s are called %s", n, typ, title)
	}
	return found, err
}
