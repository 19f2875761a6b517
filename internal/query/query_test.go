package query

import (
	"errors"
	"testing"
	"time"

	"dealbox/internal/fault"
	"dealbox/internal/i18n"
	"dealbox/internal/record"
	"dealbox/internal/schema"
	"dealbox/internal/value"
)

type person struct {
	schema.Type
	Name *schema.Field[string] `key:"name" num:"16"`
}

type sale struct {
	schema.Type
	Title  *schema.Field[string]        `key:"title" num:"16"`
	Amount *schema.Field[value.Money]   `key:"amount" num:"17"`
	Stage  *schema.Field[value.Option]  `key:"stage" num:"18"`
	Owner  *schema.Field[value.ID]      `key:"owner" num:"19"`
	Close  *schema.Field[value.Date]    `key:"close" num:"20"`
	Seen   *schema.Field[value.Moment]  `key:"seen" num:"21"`
	Size   *schema.Field[int64]         `key:"size" num:"22"`
	Chance *schema.Field[value.Decimal] `key:"chance" num:"23"`
	Hot    *schema.Field[bool]          `key:"hot" num:"24"`
	Tags   *schema.Field[[]string]      `key:"tags" num:"25"`
	Phone  *schema.Field[string]        `key:"phone" num:"26"`
	Notes  *schema.Field[string]        `key:"notes" num:"27"`
	Rate   *schema.Field[value.Decimal] `key:"rate" num:"28"`
}

var people = schema.Declare(&person{
	Type: schema.Type{Key: "person", Num: 1, Title: "name"},
	Name: schema.String(i18n.T("Name", "姓名")),
})

var sales = schema.Declare(&sale{
	Type:   schema.Type{Key: "sale", Num: 2, Title: "title"},
	Title:  schema.String(i18n.T("Title", "标题")),
	Amount: schema.Money(i18n.T("Amount", "金额"), schema.RateIn("rate")),
	Stage: schema.Choice(i18n.T("Stage", "阶段"), []schema.Option{
		schema.Opt(1, "new", i18n.T("New", "新商机")), schema.Opt(2, "won", i18n.T("Won", "赢单")),
	}),
	Owner:  schema.Member[person](i18n.T("Owner", "负责人")),
	Close:  schema.Date(i18n.T("Close", "预计成交")),
	Seen:   schema.Time(i18n.T("Seen", "最近跟进")),
	Size:   schema.Int(i18n.T("Size", "人数")),
	Chance: schema.Percent(i18n.T("Chance", "赢率")),
	Hot:    schema.Bool(i18n.T("Hot", "重点")),
	Tags:   schema.Tags(i18n.T("Tags", "标签")),
	Phone:  schema.Phone(i18n.T("Phone", "电话")),
	Notes:  schema.Long(i18n.T("Notes", "备注")),
	Rate:   schema.Number(i18n.T("Rate", "汇率")),
})

var (
	shanghai = time.FixedZone("CST", 8*3600)
	now      = time.Date(2026, 11, 24, 23, 30, 0, 0, shanghai) // a Tuesday
	me       = value.ID{15: 1}
	other    = value.ID{15: 2}
)

func testEnv() Env {
	return Env{
		Now: now, Zone: shanghai, Me: me, Base: "CNY",
		Rates: func(c value.Currency) (value.Decimal, bool) { return 7_200_000, c == "USD" },
		Find: func(_, text, _ string) ([]value.ID, error) {
			if text == "王伟" {
				return []value.ID{other}, nil
			}
			return nil, nil
		},
		Select: func(typ string, c Cond) ([]value.ID, error) {
			if typ != "person" || c.Field != "name" {
				return nil, ErrUnknownField.With("name", c.Field)
			}
			if c.Op == OpNe { // two people: me, and other whose name is 王伟
				return []value.ID{me}, nil
			}
			return []value.ID{other}, nil
		},
	}
}

func testRegistry(t testing.TB) *schema.Registry {
	t.Helper()
	reg, err := schema.NewRegistry(&people.Type, &sales.Type)
	if err != nil {
		t.Fatal(err)
	}
	return reg
}

// aSale has a value in every field.
func aSale() *record.Row {
	r := record.New(2, value.ID{1})
	sales.Title.Set(r, "ＧＴＸ Pro 采购")
	sales.Amount.Set(r, value.Money{Minor: 128_000_00, Currency: "CNY"})
	sales.Stage.Set(r, 2)
	sales.Owner.Set(r, me)
	sales.Close.Set(r, value.NewDate(2026, 12, 5))
	sales.Seen.Set(r, value.MomentOf(time.Date(2026, 11, 24, 0, 10, 0, 0, shanghai)))
	sales.Size.Set(r, 60)
	sales.Chance.Set(r, 62_500_000)
	sales.Hot.Set(r, true)
	sales.Tags.Set(r, []string{"VIP", "展会"})
	sales.Phone.Set(r, "138 0013 8000")
	sales.Notes.Set(r, "long")
	sales.Rate.Set(r, 7_000_000)
	return r
}

func match(t *testing.T, text string, r *record.Row) bool {
	t.Helper()
	c, err := Parse(text)
	if err != nil {
		t.Fatalf("parse %q: %v", text, err)
	}
	b, err := Bind(c, &sales.Type, testRegistry(t), testEnv())
	if err != nil {
		t.Fatalf("bind %q: %v", text, err)
	}
	return b.Match(r)
}

func TestMatchOfWhatPeopleWrite(t *testing.T) {
	for text, want := range map[string]bool{
		"":                                   true,
		"title contains gtx":                 true,
		"title = 'gtx pro 采购'":               true,
		"title starts with gtx":              true,
		"title starts pro":                   false,
		"标题 包含 采购":                           true,
		"标题 不包含 采购":                          false,
		"amount>1000":                        true,
		"amount=128000":                      true,
		"金额＞127,999.99 且 金额<=128000":         true,
		"amount > 128000":                    false,
		"stage=won":                          true,
		"阶段 = 赢单":                            true,
		"stage != won":                       false,
		"stage = 2":                          true,
		"stage in (new, 赢单)":                 true,
		"stage not in (new)":                 true,
		"owner = me":                         true,
		"负责人 是 我":                            true,
		"owner = 王伟":                         false,
		"owner.name = 王伟":                    false,
		"owner.name != 王伟":                   true,
		"close within next month":            true,
		"close within this quarter":          true,
		"close > today":                      true,
		"close = 2026-12-05":                 true,
		"close = 2026":                       true,
		"close within 2026年12月":              true,
		"close within last 7 days":           false,
		"close after 2026-12-04":             true,
		"seen = today":                       true, // 2026-11-23 in UTC
		"seen within 本周":                     true,
		"seen < 2026-11-24":                  false,
		"seen <= today":                      true,
		"size >= 60 and size<61":             true,
		"chance > 62":                        true,
		"hot = yes":                          true,
		"hot is not yes":                     false,
		"tags contains vip":                  true,
		"tags in (x, 展会)":                    true,
		"phone contains 13800138":            true,
		"phone = 138-0013-8000":              true,
		"notes is filled":                    true,
		"notes is empty":                     false,
		"备注 不为空":                             true,
		"not (stage = won or size = 1)":      false,
		"stage = new or size = 60 and hot=1": true,
		"title is GTX   Pro 采购":              true,
	} {
		if got := match(t, text, aSale()); got != want {
			t.Errorf("%q: %v, want %v", text, got, want)
		}
	}
}

func TestEmptyFieldsMatchNoComparisonButNe(t *testing.T) {
	empty := record.New(2, value.ID{1})
	for text, want := range map[string]bool{
		"amount < 5": false, "amount >= 0": false, "amount != 5": true, "size != 5": true,
		"stage in (new, won)": false, "stage != won": true, "close within this year": false,
		"title contains a": false, "tags contains vip": false, "owner.name = x": false,
		"owner.name is empty": true, "owner.name != x": true, "notes is empty": true, "hot = no": false,
	} {
		if got := match(t, text, empty); got != want {
			t.Errorf("%q: %v, want %v", text, got, want)
		}
	}
}

func TestAmountsCompareInTheBaseCurrency(t *testing.T) {
	for _, c := range []struct {
		amount value.Money
		rate   value.Decimal
		text   string
		want   bool
	}{
		{value.Money{Minor: 100_00, Currency: "USD"}, 0, "amount = 720", true},
		{value.Money{Minor: 100_00, Currency: "USD"}, 0, "amount > 719.99", true},
		{value.Money{Minor: 100_00, Currency: "USD"}, 0, "amount < 720", false},
		{value.Money{Minor: 100_00, Currency: "EUR"}, 0, "amount > 1", false},
		{value.Money{Minor: 100_00, Currency: "EUR"}, 0, "amount <= 1", false},
		{value.Money{Minor: 100_00, Currency: "EUR"}, 0, "amount != 1", false},
		{value.Money{Minor: 100_00, Currency: "USD"}, 0, "amount != 720", false},
		{value.Money{Minor: 100_01, Currency: "USD"}, 0, "amount != 720", true},
		{value.Money{Minor: 100_00, Currency: "USD"}, 7_100_000, "amount = 710", true},
		{value.Money{Minor: 100_00, Currency: "USD"}, 7_100_000, "amount >= 720", false},
		{value.Money{Minor: 100_00, Currency: "USD"}, 7_100_000, "amount != 720", true},
		{value.Money{Minor: 100_00, Currency: "USD"}, 7_100_000, "amount = 'USD 100'", true},
		{value.Money{Minor: 100_00, Currency: "EUR"}, 7_900_000, "amount in (1, 790)", true},
		{value.Money{Minor: 100_00, Currency: "CNY"}, 7_100_000, "amount = 100", true},
	} {
		r := record.New(2, value.ID{1})
		sales.Amount.Set(r, c.amount)
		sales.Rate.Set(r, c.rate)
		if got := match(t, c.text, r); got != c.want {
			t.Errorf("%v at %v: %q: %v, want %v", c.amount, c.rate, c.text, got, c.want)
		}
	}
}

func TestConditionsAsJSON(t *testing.T) {
	for _, c := range []struct {
		cond Cond
		want bool
	}{
		{Cond{}, true},
		{All(), true},
		{Any(), false},
		{Cond{Op: OpEq, Field: "stage", Value: float64(2)}, true},
		{Cond{Op: OpIn, Field: "stage", Value: []any{float64(1), float64(2)}}, true},
		{Cond{Op: OpIn, Field: "stage", Value: []any{}}, false},
		{Cond{Op: OpGt, Field: "amount", Value: float64(1000)}, true},
		{Cond{Op: OpGt, Field: "amount", Value: map[string]any{"amount": "1000", "currency": "CNY"}}, true},
		{Cond{Op: OpEq, Field: "owner", Value: me.String()}, true},
		{Cond{Op: OpEq, Field: "owner", Value: map[string]any{"id": me.String()}}, true},
		{Cond{Op: OpEq, Field: "hot", Value: true}, true},
		{Cond{Op: OpEq, Field: "close", Value: "2026-12-05"}, true},
		{Cond{Op: OpEq, Field: "size", Value: float64(60)}, true},
	} {
		b, err := Bind(c.cond, &sales.Type, testRegistry(t), testEnv())
		if err != nil {
			t.Errorf("%v: %v", c.cond, err)
		} else if got := b.Match(aSale()); got != c.want {
			t.Errorf("%v: %v, want %v", c.cond, got, c.want)
		}
	}
}

func TestWhatCannotBeBoundIsRefused(t *testing.T) {
	deep := Cond{Op: OpEmpty, Field: "title"}
	for range MaxDepth + 2 {
		deep = None(deep)
	}
	for _, c := range []struct {
		cond Cond
		want *fault.Kind
	}{
		{Cond{Op: OpEq, Field: "nothing", Value: "x"}, ErrUnknownField},
		{Cond{Op: OpEq, Field: "notes", Value: "x"}, ErrOperator},
		{Cond{Op: OpGt, Field: "title", Value: "x"}, ErrOperator},
		{Cond{Op: OpContains, Field: "size", Value: "1"}, ErrOperator},
		{Cond{Op: "like", Field: "title", Value: "x"}, ErrOperator},
		{Cond{Op: OpAnd, Field: "title"}, ErrOperator},
		{Cond{Op: OpEq, Field: "stage", Value: "nonsense"}, ErrValue},
		{Cond{Op: OpEq, Field: "size", Value: nil}, ErrValue},
		{Cond{Op: OpEq, Field: "title", Value: ""}, ErrValue},
		{Cond{Op: OpGt, Field: "amount", Value: "x"}, ErrValue},
		{Cond{Op: OpWithin, Field: "close", Value: "someday"}, ErrPeriod},
		{Cond{Op: OpEq, Field: "title.name", Value: "x"}, ErrPath},
		{Cond{Op: OpEq, Field: "owner.name.x", Value: "x"}, ErrPath},
		{deep, ErrDepth},
	} {
		if _, err := Bind(c.cond, &sales.Type, testRegistry(t), testEnv()); !errors.Is(err, c.want) {
			t.Errorf("%v: %v, want %v", c.cond, err, c.want)
		}
	}
}
