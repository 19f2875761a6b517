package docs_test

import (
	"context"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"dealbox/internal/core"
	"dealbox/internal/crm"
	"dealbox/internal/i18n"
	"dealbox/internal/record"
	"dealbox/internal/schema"
	"dealbox/internal/store"
	"dealbox/internal/value"
)

var update = flag.Bool("update", false, "make testdata/sample.dealbox anew")

// sample is the file that the page is tried on.
var sample = filepath.Join("testdata", "sample.dealbox")

// The program made the sample and the reader knows the page only: where they disagree, one
// of them is wrong. Ids, keys and nonces are drawn anew, so contents are compared.
func TestProgramStillWritesWhatThePageSays(t *testing.T) {
	path := filepath.Join(t.TempDir(), "sample.dealbox")
	if *update {
		path = sample
	}
	writeSample(t, path)
	checkSample(t, path)
}

func TestProgramFindsTheSampleSound(t *testing.T) {
	copied := filepath.Join(t.TempDir(), "copy.dealbox")
	b, err := os.ReadFile(sample)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(copied, b, 0o600); err != nil {
		t.Fatal(err)
	}
	report, err := core.Check(context.Background(), copied, "", crm.Types(), nil)
	if err != nil || !report.Sound() {
		t.Errorf("check: %v %v", err, report.Problems)
	}
}

// Every kind of the program stands in the page's table, with the number that it has.
func TestPageNamesEveryKind(t *testing.T) {
	page := readPage(t)
	for _, k := range value.Kinds() {
		if got := page.kinds[uint64(k)].name; got != k.String() {
			t.Errorf("kind %d is %q in the page, %q in the program", k, got, k)
		}
	}
	if len(page.kinds) != len(value.Kinds()) {
		t.Errorf("the page has %d kinds, the program %d", len(page.kinds), len(value.Kinds()))
	}
}

// sampler fills the sample, a change-set after the other, an hour apart.
type sampler struct {
	t    *testing.T
	w    *core.Workspace
	now  time.Time
	me   value.ID
	deal value.ID
	old  value.ID
}

func writeSample(t *testing.T, path string) {
	t.Helper()
	dir := t.TempDir()
	s := &sampler{t: t, now: time.Date(2026, time.November, 24, 9, 30, 0, 0, time.UTC)}
	clock := func() time.Time { return s.now }
	w, err := core.Create(filepath.Join(dir, "work.dealbox"), core.Options{
		Types: crm.Types(), Rates: crm.Rates, Now: clock, Setup: s.setup, Store: store.Options{CacheDir: dir, Now: clock},
	})
	if err != nil {
		t.Fatal(err)
	}
	s.w = w
	for _, step := range []func(*core.Tx) error{s.ownFields, s.records, s.change, s.remove} {
		s.now = s.now.Add(time.Hour)
		if _, err := w.Update(core.Actor{Member: s.me, Source: core.User}, step); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.SaveCopy(t.Context(), path, nil); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
}

func (s *sampler) setup(tx *core.Tx) (err error) {
	if s.me, err = crm.Defaults(tx, i18n.Chinese, "张伟"); err != nil {
		return err
	}
	return tx.SetConfig(core.Config{Name: "样例 Sample", Base: "CNY", Zone: "Asia/Shanghai", Lang: i18n.Chinese, Owner: s.me})
}

// ownFields gives opportunities a field of each kind that people can make.
func (s *sampler) ownFields(tx *core.Tx) error {
	for _, k := range value.Kinds() {
		if k == value.Auto {
			continue
		}
		d := schema.Def{Key: "own_" + k.String(), Kind: k, Label: i18n.T("Own "+k.String(), "自有 "+k.String())}
		switch k {
		case value.Choice, value.Choices:
			d.Options = []schema.Option{{Num: 1 << 20, Label: i18n.T("Red", "红")}, {Num: 1<<20 + 7, Label: i18n.T("Blue", "蓝")}}
		case value.Link:
			d.Target = crm.Account.Key
		case value.Links:
			d.Target = crm.Contact.Key
		case value.Member:
			d.Target = crm.Member.Key
		}
		if _, err := tx.AddField(&crm.Opportunity.Type, d); err != nil {
			return err
		}
	}
	return nil
}

func (s *sampler) records(tx *core.Tx) error {
	account, old := tx.New(&crm.Account.Type), tx.New(&crm.Account.Type)
	crm.Account.Name.Set(account, "华星自动化")
	crm.Account.Name.Set(old, "旧客户 Old customer")
	crm.Account.Description.Set(old, "Will be deleted.")
	s.old = old.ID
	people := []value.ID{}
	rows := []*record.Row{account, old}
	for _, name := range []string{"王敏", "陈强"} {
		c := tx.New(&crm.Contact.Type)
		crm.Contact.Name.Set(c, name)
		crm.Contact.Account.Set(c, account.ID)
		rows, people = append(rows, c), append(people, c.ID)
	}
	slices.SortFunc(people, value.ID.Compare)
	rows = append(rows, s.opportunity(tx, account.ID, people))
	for i := range 80 { // more than one page takes
		task := tx.New(&crm.Task.Type)
		crm.Task.Title.Set(task, "任务 "+value.Integer.Format(int64(i+1), value.Writing{}))
		crm.Task.Opportunity.Set(task, s.deal)
		rows = append(rows, task)
	}
	return tx.SaveAll(rows...)
}

func (s *sampler) opportunity(tx *core.Tx, account value.ID, people []value.ID) *record.Row {
	o, r := crm.Opportunity, tx.New(&crm.Opportunity.Type)
	s.deal = r.ID
	o.Name.Set(r, "产线改造 Line retrofit")
	o.Account.Set(r, account)
	o.Amount.Set(r, value.Money{Minor: 12_800_000, Currency: "CNY"})
	o.StartDate.Set(r, value.NewDate(2026, time.January, 5))
	o.ExpectedClose.Set(r, value.NewDate(2026, time.December, 5))
	o.Tags.Set(r, []string{"展会", "重点"})
	o.Need.Set(r, strings.Repeat(needLine, needLines))
	for key, v := range map[string]any{
		"text": "a line", "longtext": "many\nlines", "markdown": "# 标题", "integer": int64(-42), "number": value.Decimal(-1_500_000),
		"money": value.Money{Minor: -99, Currency: "USD"}, "percent": value.Decimal(62_500_000), "date": value.NewDate(1969, time.December, 31),
		"time": value.Moment(1_795_512_600_123), "duration": int64(5400), "bool": false, "choice": value.Option(1<<20 + 7),
		"choices": []value.Option{1 << 20, 1<<20 + 7}, "tags": []string{"a", "乙"}, "link": account, "links": people, "member": s.me,
		"phone": "0755-1234567", "email": "wang@huaxing.example", "url": "https://huaxing.example",
	} {
		r.Set(tx.Registry().Type(o.Key).Field("own_"+key).Num, v)
	}
	return r
}

// change makes a second state of the opportunity, for the log and the clocks.
func (s *sampler) change(tx *core.Tx) error {
	o := crm.Opportunity
	r, err := tx.Get(tx.Registry().Type(o.Key), s.deal)
	if err != nil {
		return err
	}
	o.Amount.Set(r, value.Money{Minor: 13_500_050, Currency: "CNY"})
	o.Tags.Set(r, []string{"续约", "重点"})
	o.NextStep.Set(r, "发送报价")
	o.Description.Set(r, "Talked on the phone.\n电话沟通。")
	return tx.Save(r)
}

func (s *sampler) remove(tx *core.Tx) error { return tx.Delete(&crm.Account.Type, s.old) }
