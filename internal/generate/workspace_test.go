package generate

import (
	"context"
	"testing"
	"unicode/utf8"

	"dealbox/internal/core"
	"dealbox/internal/crm"
	"dealbox/internal/crmtest"
	"dealbox/internal/i18n"
	"dealbox/internal/query"
	"dealbox/internal/record"
)

func fill(t testing.TB, o Options) *core.Workspace {
	t.Helper()
	w := crmtest.Open(t).Workspace
	if err := Workspace(context.Background(), w, o, nil); err != nil {
		t.Fatal(err)
	}
	return w
}

func TestProportions(t *testing.T) {
	w := fill(t, Options{Seed: 1, Opportunities: 1205, Lang: i18n.Chinese})
	for key, want := range map[string]int{
		"opportunity": 1205, "account": 121, "contact": 242, "contact_role": 242, "activity": 1210, "stage_event": 1205,
		"member": 41, "product": 7,
	} {
		if got := w.Tables().Table(w.Registry().Type(key).Num).Live(); got != want {
			t.Errorf("%d of %s, want %d", got, key, want)
		}
	}
}

// each calls f for every live record of a type.
func each(t *testing.T, w *core.Workspace, key string, f func(r *record.Row)) {
	t.Helper()
	err := w.View(core.Actor{}, func(tx *core.Tx) error {
		typ := tx.Registry().Type(key)
		ids, err := tx.Find(typ, query.Cond{})
		for _, id := range ids {
			r, err := tx.Get(typ, id)
			if err != nil {
				return err
			}
			f(r)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestWhatIsMadeUpIsSound(t *testing.T) {
	for _, l := range []i18n.Lang{i18n.Chinese, i18n.English} {
		w := fill(t, Options{Seed: 7, Opportunities: 600, Lang: l})
		status := map[string]int{}
		each(t, w, "opportunity", func(r *record.Row) {
			o := crm.Opportunity
			word := o.Field("status").Words(o.Status.Of(r)).En
			status[word]++
			if closed := o.ClosedDate.Def.Of(r) != nil; closed != (word != "Open") {
				t.Errorf("%s is %s, closed date is there: %v", o.Name.Of(r), word, closed)
			}
			if o.Owner.Of(r).IsZero() || o.StageSince.Of(r) < o.StartDate.Of(r) {
				t.Errorf("%s: owner %v, start %v, in stage since %v", o.Name.Of(r), o.Owner.Of(r), o.StartDate.Of(r), o.StageSince.Of(r))
			}
		})
		for _, word := range []string{"Open", "Won", "Lost", "Invalid"} {
			if status[word] == 0 {
				t.Errorf("none of 600 opportunities is %s", word)
			}
		}
		texts := 0
		each(t, w, "activity", func(r *record.Row) {
			if n := utf8.RuneCountInString(crm.Activity.Note.Of(r)); n > 0 {
				texts++
				if n < leastText || n > mostText {
					t.Errorf("a text of %d characters", n)
				}
			}
		})
		if texts != 60*textsOfGroup {
			t.Errorf("%d activities have a text, want %d", texts, 60*textsOfGroup)
		}
	}
}

// The ids differ from one file to the next; everything else is the seed's.
func TestTheSameSeedMakesTheSame(t *testing.T) {
	names := func(seed uint64) (all []string) {
		w := fill(t, Options{Seed: seed, Opportunities: 100, Lang: i18n.English})
		each(t, w, "activity", func(r *record.Row) {
			all = append(all, crm.Activity.Subject.Of(r)+crm.Activity.Note.Of(r)+crm.Activity.At.Of(r).String())
		})
		each(t, w, "account", func(r *record.Row) { all = append(all, crm.Account.Name.Of(r)+crm.Account.TaxID.Of(r)) })
		return all
	}
	a, b, c := names(3), names(3), names(4)
	same := 0
	for i := range a {
		if a[i] != b[i] {
			t.Fatalf("record %d differs: %q and %q", i, a[i], b[i])
		}
		if a[i] == c[i] {
			same++
		}
	}
	if same > len(a)/4 {
		t.Errorf("%d of %d records are the same under another seed", same, len(a))
	}
}

func TestACancelledFillingLeavesWholeBatches(t *testing.T) {
	w := crmtest.Open(t).Workspace
	ctx, cancel := context.WithCancel(context.Background())
	err := Workspace(ctx, w, Options{Seed: 1, Opportunities: 2000}, func(int64, int64) { cancel() })
	if err == nil {
		t.Fatal("no error after cancel")
	}
	if n := w.Tables().Table(crm.Opportunity.Num).Live(); n != 0 {
		t.Errorf("%d opportunities are there", n)
	}
}

func BenchmarkWorkspace(b *testing.B) {
	for range b.N {
		fill(b, Options{Seed: 1, Opportunities: 5000, Lang: i18n.Chinese})
	}
}
