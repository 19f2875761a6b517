package core

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"

	"dealbox/internal/fault"
	"dealbox/internal/record"
	"dealbox/internal/schema"
	"dealbox/internal/store"
	"dealbox/internal/value"
)

// CheckRows gives the check that a file's rows, texts and links make sense to this program,
// for store.Check: every row decodes, its texts are there, its links name rows. It is to be
// called for each key in order, and Finish at the end.
type CheckRows struct {
	reg   *schema.Registry
	own   []schema.Customs // what users added, until the first row comes
	rows  map[recordKey]bool
	links map[recordKey]recordKey // linked → one that links to it
	texts map[string]bool         // that rows say they have
}

// NewCheckRows prepares a check with the declared types. What users added to them is read
// from the file, where it comes before the rows.
func NewCheckRows(types []*schema.Type) (*CheckRows, error) {
	reg, err := schema.NewRegistry(types...)
	return &CheckRows{reg: reg, rows: map[recordKey]bool{}, links: map[recordKey]recordKey{}, texts: map[string]bool{}}, err
}

// Row looks at one stored value.
func (c *CheckRows) Row(b store.Bucket, key, v []byte) error {
	if b == store.Schema {
		return c.custom(key, v)
	}
	n, texts, ok := b.Type()
	if !ok {
		return nil
	}
	if err := c.extend(); err != nil {
		return err
	}
	t := c.reg.TypeNum(n)
	if t == nil {
		return nil
	}
	if texts {
		delete(c.texts, fmt.Sprint(n)+string(key))
		return nil
	}
	if len(key) != len(value.ID{}) {
		return ErrLostRow.Err()
	}
	r, err := record.Decode(n, value.ID(key), v, t)
	if err != nil {
		return ErrLostRow.Wrap(err)
	}
	c.note(t, r)
	return nil
}

// custom takes what users added to a type.
func (c *CheckRows) custom(key, v []byte) error {
	if !strings.HasPrefix(string(key), keyCustom) {
		return nil
	}
	var own schema.Customs
	if err := json.Unmarshal(v, &own); err != nil {
		return ErrBadSchema.Wrap(err).With("why", string(key))
	}
	c.own = append(c.own, own)
	return nil
}

// extend adds to the declared types what users added, once. Where that is faulty, the rows
// are looked at without it.
func (c *CheckRows) extend() error {
	own := c.own
	c.own = nil
	if len(own) == 0 {
		return nil
	}
	reg, err := c.reg.With(own)
	if err != nil {
		return ErrBadSchema.With("why", err)
	}
	c.reg = reg
	return nil
}

func (c *CheckRows) note(t *schema.Type, r *record.Row) {
	self := recordKey{t.Num, r.ID}
	c.rows[self] = true
	for num, v := range r.All() {
		d := t.FieldNum(num)
		if _, apart := v.(record.Apart); apart {
			c.texts[fmt.Sprint(t.Num)+string(textKey(r.ID, num))] = true
		}
		if target := c.reg.Type(d.Target); target != nil {
			switch v := v.(type) {
			case value.ID:
				c.links[recordKey{target.Num, v}] = self
			case []value.ID:
				for _, id := range v {
					c.links[recordKey{target.Num, id}] = self
				}
			}
		}
	}
}

// Finish gives what is missing after all rows were seen.
func (c *CheckRows) Finish() (problems []*fault.Error) {
	for to, from := range c.links {
		if !c.rows[to] {
			problems = append(problems, ErrDangling.With("from", from.id).With("to", to.id))
		}
	}
	for range c.texts {
		problems = append(problems, ErrLostText.Err())
	}
	return problems
}

// Check walks a file that is not open and says whether it is sound.
func Check(ctx context.Context, path string, cacheDir string, types []*schema.Type, progress func(done, total int64)) (store.Report, error) {
	rows, err := NewCheckRows(types)
	if err != nil {
		return store.Report{}, err
	}
	report, err := store.Check(ctx, path, store.CheckOptions{CacheDir: cacheDir, Row: rows.Row, Progress: progress})
	if err != nil {
		return report, err
	}
	report.Problems = append(report.Problems, rows.Finish()...)
	return report, nil
}
