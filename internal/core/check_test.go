package core_test

import (
	"context"
	"slices"
	"testing"

	"dealbox/internal/core"
	"dealbox/internal/crm"
	"dealbox/internal/crmtest"
	"dealbox/internal/i18n"
	"dealbox/internal/schema"
	"dealbox/internal/store"
	"dealbox/internal/value"
)

// stored is one value of a file.
type stored struct {
	bucket     store.Bucket
	key, value []byte
}

func TestCheckLooksIntoOwnFields(t *testing.T) {
	w := crmtest.Open(t)
	var linked value.ID
	w.Update(func(tx *core.Tx) error {
		link, err := tx.AddField(&crm.Account.Type, schema.Def{Kind: value.Link, Target: "contact", Label: i18n.T("Lawyer", "律师")})
		if err != nil {
			return err
		}
		text, err := tx.AddField(&crm.Account.Type, schema.Def{Kind: value.LongText, Label: i18n.T("Story", "经过")})
		if err != nil {
			return err
		}
		c := tx.New(&crm.Contact.Type)
		crm.Contact.Name.Set(c, "Ann")
		linked = c.ID
		r := account(tx, "A")
		r.Set(link.Num, c.ID)
		r.Set(text.Num, "It was\na long one")
		return tx.SaveAll(c, r)
	})
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	all := valuesOf(t, w.Path)
	for name, c := range map[string]struct {
		without func(stored) bool
		want    []string
	}{
		"a whole file": {func(stored) bool { return false }, nil},
		"without the linked row": {func(v stored) bool {
			return v.bucket == store.Rows(crm.Contact.Num) && string(v.key) == string(linked[:])
		}, []string{"link.dangling"}},
		"without the text": {func(v stored) bool { return v.bucket == store.Texts(crm.Account.Num) }, []string{"text.lost"}},
	} {
		if got := problems(t, all, c.without); !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", name, got, c.want)
		}
	}
}

// valuesOf gives all values of a file, in the order of a check.
func valuesOf(t *testing.T, path string) (all []stored) {
	t.Helper()
	report, err := store.Check(context.Background(), path, store.CheckOptions{Row: func(b store.Bucket, key, v []byte) error {
		all = append(all, stored{b, slices.Clone(key), slices.Clone(v)})
		return nil
	}})
	if err != nil || !report.Sound() {
		t.Fatalf("check: %v %v", err, report.Problems)
	}
	return all
}

// problems checks the values but for some.
func problems(t *testing.T, all []stored, without func(stored) bool) (keys []string) {
	t.Helper()
	rows, err := core.NewCheckRows(crm.Types())
	if err != nil {
		t.Fatal(err)
	}
	for _, v := range all {
		if without(v) {
			continue
		}
		if err := rows.Row(v.bucket, v.key, v.value); err != nil {
			t.Fatal(err)
		}
	}
	for _, p := range rows.Finish() {
		keys = append(keys, p.Kind.Key)
	}
	return keys
}
