package table

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"dealbox/internal/i18n"
	"dealbox/internal/query"
	"dealbox/internal/record"
	"dealbox/internal/schema"
	"dealbox/internal/text"
	"dealbox/internal/value"

	"pgregory.net/rapid"
)

type firm struct {
	schema.Type
	Name  *schema.Field[string] `key:"name" num:"16"`
	Phone *schema.Field[string] `key:"phone" num:"17"`
}

type deal struct {
	schema.Type
	Title   *schema.Field[string]        `key:"title" num:"16"`
	Amount  *schema.Field[value.Money]   `key:"amount" num:"17"`
	Stage   *schema.Field[value.Option]  `key:"stage" num:"18"`
	Firm    *schema.Field[value.ID]      `key:"firm" num:"19"`
	Chance  *schema.Field[value.Decimal] `key:"chance" num:"20"`
	Close   *schema.Field[value.Date]    `key:"close" num:"21"`
	Seen    *schema.Field[value.Moment]  `key:"seen" num:"22"`
	Size    *schema.Field[int64]         `key:"size" num:"23"`
	Score   *schema.Field[value.Decimal] `key:"score" num:"24"`
	Hot     *schema.Field[bool]          `key:"hot" num:"25"`
	Tags    *schema.Field[[]string]      `key:"tags" num:"26"`
	Phone   *schema.Field[string]        `key:"phone" num:"27"`
	Mail    *schema.Field[string]        `key:"mail" num:"28"`
	Notes   *schema.Field[string]        `key:"notes" num:"29"`
	Took    *schema.Field[int64]         `key:"took" num:"30"`
	Remark  *schema.Field[string]        `key:"remark" num:"31"`
	Channel *schema.Field[value.Option]  `key:"channel" num:"32"`
	Rate    *schema.Field[value.Decimal] `key:"rate" num:"33"`
}

var label = i18n.Same

var firms = schema.Declare(&firm{
	Type:  schema.Type{Key: "firm", Num: 1, Title: "name"},
	Name:  schema.String(label("Name")),
	Phone: schema.Phone(label("Phone")),
})

var deals = schema.Declare(&deal{
	Type:   schema.Type{Key: "deal", Num: 2, Title: "title"},
	Title:  schema.String(label("Title")),
	Amount: schema.Money(label("Amount"), schema.RateIn("rate")),
	Stage: schema.Choice(label("Stage"), []schema.Option{
		schema.Opt(3, "new", i18n.T("New", "新商机")), schema.Opt(1, "won", i18n.T("Won", "赢单")), schema.Opt(2, "lost", i18n.T("Lost", "输单")),
	}),
	Firm:   schema.Link[firm](label("Firm")),
	Chance: schema.Percent(label("Chance")),
	Close:  schema.Date(label("Close")),
	Seen:   schema.Time(label("Seen")),
	Size:   schema.Int(label("Size")),
	Score:  schema.Number(label("Score")),
	Hot:    schema.Bool(label("Hot")),
	Tags:   schema.Tags(label("Tags")),
	Phone:  schema.Phone(label("Phone")),
	Mail:   schema.Email(label("Mail"), schema.Searched),
	Notes:  schema.Long(label("Notes")),
	Took:   schema.Duration(label("Took")),
	Remark: schema.String(label("Remark")),
	Channel: schema.Choice(label("Channel"), []schema.Option{
		schema.Opt(7, "web", label("Web")), schema.Opt(9, "fair", i18n.T("Fair", "展会")),
	}),
	Rate: schema.Number(label("Rate")),
})

var ownFields = []*schema.Def{
	{Key: "areas", Num: 1 << 20, Kind: value.Choices, Label: label("Areas"), Options: []schema.Option{
		schema.Opt(1, "north", label("North")), schema.Opt(2, "south", label("South")), schema.Opt(3, "west", label("West")),
	}},
	{Key: "partners", Num: 1<<20 + 1, Kind: value.Links, Label: label("Partners"), Target: "firm"},
}

// registry has the two types, the second with own fields of kinds that have no handle.
func registry(t fataler) *schema.Registry {
	t.Helper()
	plain, err := schema.NewRegistry(&firms.Type, &deals.Type)
	if err != nil {
		t.Fatal(err)
	}
	reg, err := plain.With([]schema.Customs{{Type: "deal", Fields: ownFields}})
	if err != nil {
		t.Fatal(err)
	}
	return reg
}

// fataler is what tests and rapid checks have in common.
type fataler interface {
	Helper()
	Fatal(args ...any)
}

const firmNum, dealNum = 1, 2

var now = time.Date(2026, 11, 24, 15, 0, 0, 0, time.UTC)

// model is what the tables must equal: rows in the order in which they came to be.
type model struct {
	reg  *schema.Registry
	rows map[uint32][]*record.Row // a purged record leaves nil values and gone
	gone map[ref]bool
}

// ref names a record of a type.
type ref struct {
	typ uint32
	id  value.ID
}

func newModel(t fataler) *model {
	return &model{reg: registry(t), rows: map[uint32][]*record.Row{}, gone: map[ref]bool{}}
}

func (m *model) at(typ uint32, id value.ID) int {
	return slices.IndexFunc(m.rows[typ], func(r *record.Row) bool { return r.ID == id })
}

func (m *model) apply(c record.Change) {
	r := c.Row()
	i := m.at(r.Type, r.ID)
	after := c.After
	if after == nil || after.Head.Purged {
		if i < 0 {
			return
		}
		m.gone[ref{r.Type, r.ID}] = true
		after = record.New(r.Type, r.ID)
	} else {
		m.gone[ref{r.Type, r.ID}] = false
	}
	if i < 0 {
		m.rows[r.Type] = append(m.rows[r.Type], after.Clone())
	} else {
		m.rows[r.Type][i] = after.Clone()
	}
}

func (m *model) live(r *record.Row) bool { return r.Live() && !m.gone[ref{r.Type, r.ID}] }

// set loads the rows of the model into new tables.
func (m *model) set() *Set {
	s := New(m.reg)
	for typ, rows := range m.rows {
		for _, r := range rows {
			s.Load(typ, r)
			if m.gone[ref{r.Type, r.ID}] {
				s.Apply([]record.Change{{Before: r}})
			}
		}
	}
	s.Ready()
	return s
}

func (m *model) env() query.Env {
	return query.Env{
		Now: now, Base: "CNY", Me: testID(1),
		Rates: func(c value.Currency) (value.Decimal, bool) {
			rate, ok := map[value.Currency]value.Decimal{"USD": 7_200_000, "JPY": 48_300}[c]
			return rate, ok
		},
		Select: func(typ string, c query.Cond) ([]value.ID, error) {
			t := m.reg.Type(typ)
			b, err := query.Bind(c, t, m.reg, query.Env{Now: now, Base: "CNY"})
			if err != nil {
				return nil, err
			}
			return m.ids(m.filter(t.Num, b, "")), nil
		},
	}
}

func (m *model) ids(rows []*record.Row) []value.ID {
	ids := []value.ID{}
	for _, r := range rows {
		ids = append(ids, r.ID)
	}
	return ids
}

// filter is the plain form of Select without an order.
func (m *model) filter(typ uint32, b *query.Bound, words string) []*record.Row {
	var all []*record.Row
	for _, r := range m.rows[typ] {
		if m.live(r) && b.Match(r) && hasWords(m.reg.TypeNum(typ), r, words) {
			all = append(all, r)
		}
	}
	return all
}

func hasWords(t *schema.Type, r *record.Row, words string) bool {
	for _, w := range text.Words(words) {
		found := slices.ContainsFunc(t.Fields, func(d *schema.Def) bool {
			s, _ := d.Of(r).(string)
			named := d.Key == t.Title || d.Searched
			return s != "" && (named && !d.Kind.Long() && w.In(s) || d.Kind == value.Phone && w.InPhone(value.Digits(s)))
		})
		if !found {
			return false
		}
	}
	return true
}

// sorted is the plain form of an order.
func (m *model) sorted(rows []*record.Row, sorts []Sort) []*record.Row {
	rows = slices.Clone(rows)
	sorts = slices.DeleteFunc(slices.Clone(sorts), func(s Sort) bool { return !Sortable(s.Def.Kind) })
	if len(sorts) > 0 && sorts[len(sorts)-1].Desc {
		slices.Reverse(rows)
	}
	slices.SortStableFunc(rows, func(a, b *record.Row) int {
		for _, s := range sorts {
			x, y := s.Def.Of(a), s.Def.Of(b)
			if x == nil || y == nil {
				if c := cmp.Compare(boolInt(x == nil), boolInt(y == nil)); c != 0 {
					return c
				}
				continue
			}
			c := m.compare(s.Def, x, y)
			if s.Def.Kind == value.Amount {
				c = m.compareWorth(a, b)
			}
			if s.Desc {
				c = -c
			}
			if c != 0 {
				return c
			}
		}
		return 0
	})
	return rows
}

func boolInt(b bool) int {
	if b {
		return 1
	}
	return 0
}

func (m *model) compare(d *schema.Def, x, y any) int {
	switch x := x.(type) {
	case string:
		return strings.Compare(text.SortKey(x), text.SortKey(y.(string)))
	case value.Option:
		place := func(o value.Option) int {
			return slices.IndexFunc(d.Options, func(p schema.Option) bool { return p.Num == o })
		}
		// -1, unknown, is the largest
		return cmp.Or(cmp.Compare(uint(place(x)), uint(place(y.(value.Option)))), cmp.Compare(x, y.(value.Option)))
	case value.ID:
		return m.compareTitles(d.Target, x, y.(value.ID))
	}
	return d.Kind.Compare(x, y)
}

// compareWorth compares the amounts of two deals that have one.
func (m *model) compareWorth(p, q *record.Row) int {
	x, y := deals.Amount.Of(p), deals.Amount.Of(q)
	a, okA := m.env().ExchangeAt(x.Currency, deals.Rate.Of(p))
	b, okB := m.env().ExchangeAt(y.Currency, deals.Rate.Of(q))
	switch {
	case okA && okB:
		return cmp.Compare(a.Of(x.Minor), b.Of(y.Minor))
	case !okA && !okB:
		return value.Amount.Compare(x, y)
	}
	return cmp.Compare(boolInt(okB), boolInt(okA))
}

func (m *model) compareTitles(target string, x, y value.ID) int {
	typ := m.reg.Type(target)
	rank := func(id value.ID) (int, string, int) {
		i := m.at(typ.Num, id)
		if i < 0 || m.gone[ref{typ.Num, id}] {
			return 2, id.String(), 0
		}
		title, ok := typ.TitleField().Of(m.rows[typ.Num][i]).(string)
		if !ok {
			return 1, "", i
		}
		return 0, text.SortKey(title), i
	}
	a, s, i := rank(x)
	b, u, k := rank(y)
	return cmp.Or(cmp.Compare(a, b), strings.Compare(s, u), cmp.Compare(i, k))
}

func testID(n int) value.ID {
	id := value.ID{5: 1}
	id[15], id[14] = byte(n), byte(n>>8)
	return id
}

// drawValue gives a value of a field, often one that others have too.
func drawValue(t *rapid.T, d *schema.Def) any {
	if rapid.IntRange(0, 3).Draw(t, "empty") == 0 {
		return nil
	}
	switch d.Kind {
	case value.Integer, value.Duration:
		return rapid.OneOf(rapid.Int64Range(-3, 3), rapid.Int64Range(-value.MaxInteger, value.MaxInteger)).Draw(t, "n")
	case value.Number, value.Percent:
		if rapid.IntRange(0, 2).Draw(t, "odd") == 0 {
			return rapid.SampledFrom([]value.Decimal{7_123_457, 48_301}).Draw(t, "n")
		}
		return value.Decimal(rapid.Int64Range(-5, 5).Draw(t, "n") * 500_000)
	case value.Amount:
		return value.Money{Minor: rapid.Int64Range(-500, 90_000).Draw(t, "minor"), Currency: rapid.SampledFrom([]value.Currency{"CNY", "CNY", "USD", "JPY", "XAU"}).Draw(t, "currency")}
	case value.Day:
		return value.DateOf(now) + value.Date(rapid.IntRange(-40, 40).Draw(t, "day"))
	case value.Time:
		return value.MomentOf(now) + value.Moment(rapid.Int64Range(-100, 100).Draw(t, "hours")*3_600_000)
	case value.Bool:
		return rapid.Bool().Draw(t, "yes")
	case value.Choice:
		return rapid.SampledFrom([]value.Option{1, 2, 3, 7, 9}).Draw(t, "option")
	case value.Choices:
		return drawSet(t, []value.Option{1, 2, 3})
	case value.Tags:
		return drawSet(t, []string{"A", "VIP", "vip", "展会"})
	case value.Link, value.Member:
		return testID(rapid.IntRange(1, 6).Draw(t, "id"))
	case value.Links:
		return drawSet(t, []value.ID{testID(1), testID(2), testID(3)})
	case value.Phone:
		return rapid.SampledFrom([]string{"138 0013 8000", "13800138000", "021-5555", "+1 650 253 0000"}).Draw(t, "phone")
	}
	return rapid.SampledFrom(samples).Draw(t, "text")
}

var samples = []string{
	"GTX Pro", "gtxpro", "重庆移动", "重庆银行", "移动通信", "王伟", "Wang Wei", "ＧＴＸ", "C++", "a", "A", "é重", "北京 移动", "x.y@z.cn", "一", "10", "9",
}

// drawSet gives some of a list that is in ascending order, nil for none.
func drawSet[T any](t *rapid.T, from []T) any {
	var some []T
	for _, m := range from {
		if rapid.Bool().Draw(t, "member") {
			some = append(some, m)
		}
	}
	if some == nil {
		return nil
	}
	return some
}

func drawRow(t *rapid.T, typ *schema.Type, id value.ID) *record.Row {
	r := record.New(typ.Num, id)
	for _, d := range typ.Fields {
		r.Set(d.Num, drawValue(t, d))
	}
	if rapid.IntRange(0, 7).Draw(t, "trash") == 0 {
		r.Head.Deleted = record.Stamp{Clock: 1}
	}
	return r
}

// drawChanges gives a commit: rows that come, change, go to the trash or for good. In
// many no row has a rate of its own, or all amounts are in one currency: the columns then
// take shorter ways.
func drawChanges(t *rapid.T, m *model) []record.Change {
	var all []record.Change
	ofDay, dollars := rapid.Bool().Draw(t, "of the day"), rapid.Bool().Draw(t, "dollars")
	for range rapid.IntRange(1, 12).Draw(t, "changes") {
		typ := m.reg.TypeNum(rapid.SampledFrom([]uint32{firmNum, dealNum, dealNum, dealNum}).Draw(t, "type"))
		most := map[uint32]int{firmNum: 6, dealNum: 90}[typ.Num]
		r := drawRow(t, typ, testID(rapid.IntRange(1, most).Draw(t, "record")))
		if ofDay && typ.Num == dealNum {
			deals.Rate.Clear(r)
		}
		if a, ok := deals.Amount.Get(r); ok && dollars && typ.Num == dealNum {
			deals.Amount.Set(r, value.Money{Minor: a.Minor, Currency: "USD"})
		}
		switch rapid.IntRange(0, 15).Draw(t, "end") {
		case 0:
			all = append(all, record.Change{Before: r})
		case 1:
			r = record.New(typ.Num, r.ID)
			r.Head.Purged = true
			all = append(all, record.Change{After: r})
		default:
			all = append(all, record.Change{After: r})
		}
	}
	return all
}
