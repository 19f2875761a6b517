package table

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"sync"
	"testing"

	"dealbox/internal/query"
	"dealbox/internal/record"
	"dealbox/internal/value"
)

var (
	cities  = []string{"重庆", "北京", "上海", "深圳", "成都", "长沙", "厦门", "苏州"}
	trades  = []string{"移动", "银行", "电力", "重工", "医药", "软件", "Acme", "Globex", "物流", "食品"}
	matters = []string{"采购项目", "升级改造", "Platform rollout", "年度框架", "GTX Pro 试点", "data centre", "运维服务"}
)

// benchRow makes a deal like those that companies have.
func benchRow(rng *rand.Rand, n, linked int) *record.Row {
	r := record.New(dealNum, benchID(n))
	pick := func(all []string) string { return all[rng.IntN(len(all))] }
	deals.Title.Set(r, pick(cities)+pick(trades)+fmt.Sprintf("%03d", rng.IntN(1000))+" "+pick(matters))
	deals.Amount.Set(r, value.Money{Minor: rng.Int64N(100_000_000), Currency: "CNY"})
	deals.Stage.Set(r, value.Option(1+rng.IntN(8)))
	deals.Firm.Set(r, benchID(rng.IntN(linked)))
	deals.Chance.Set(r, value.Decimal(rng.Int64N(11)*10_000_000))
	deals.Close.Set(r, value.DateOf(now)+value.Date(rng.IntN(730)-365))
	deals.Seen.Set(r, value.MomentOf(now)-value.Moment(rng.Int64N(1e11)))
	deals.Size.Set(r, rng.Int64N(10_000))
	deals.Score.Set(r, value.Decimal(rng.Int64N(1e8)))
	deals.Hot.Set(r, rng.IntN(5) == 0)
	deals.Took.Set(r, rng.Int64N(86_400))
	deals.Channel.Set(r, value.Option(7+2*rng.IntN(2)))
	deals.Phone.Set(r, fmt.Sprintf("13%d %04d %04d", rng.IntN(10), rng.IntN(10_000), rng.IntN(10_000)))
	deals.Mail.Set(r, fmt.Sprintf("user%d@example%d.com", rng.IntN(1_000_000), rng.IntN(500)))
	deals.Remark.Set(r, pick(trades)+pick(matters))
	if rng.IntN(3) == 0 {
		deals.Tags.Set(r, []string{"展会", "重点"})
		r.Set(1<<20, []value.Option{1, 3})
		deals.Notes.Set(r, "long")
	}
	return r
}

func benchID(n int) value.ID {
	id := testID(0)
	id[12], id[13], id[14], id[15] = byte(n>>24), byte(n>>16), byte(n>>8), byte(n)
	return id
}

var benchSets = struct {
	sync.Mutex
	made map[int]*Set
}{made: map[int]*Set{}}

// benchSet makes tables of n deals and n/10 firms, once per size.
func benchSet(b *testing.B, n int) *Set {
	benchSets.Lock()
	defer benchSets.Unlock()
	if benchSets.made[n] == nil {
		rng := rand.New(rand.NewPCG(1, 2))
		s := New(registry(b))
		for i := range n / 10 {
			r := record.New(firmNum, benchID(i))
			firms.Name.Set(r, cities[rng.IntN(8)]+trades[rng.IntN(10)]+fmt.Sprint(i)+"有限公司")
			s.Load(firmNum, r)
		}
		for i := range n {
			s.Load(dealNum, benchRow(rng, i, n/10))
		}
		s.Ready()
		s.Warm(b.Context())
		benchSets.made[n] = s
	}
	return benchSets.made[n]
}

// sizes runs a benchmark on both sizes.
func sizes(b *testing.B, run func(b *testing.B, s *Set, t *Table)) {
	for _, n := range []int{200_000, 1_000_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			s := benchSet(b, n)
			run(b, s, s.Table(dealNum))
		})
	}
}

func bound(b *testing.B, s *Set, where string) *query.Bound {
	b.Helper()
	c, err := query.Parse(where)
	if err != nil {
		b.Fatal(err)
	}
	t := s.reg.TypeNum(dealNum)
	q, err := query.Bind(c, t, s.reg, query.Env{Now: now, Base: "CNY"})
	if err != nil {
		b.Fatal(err)
	}
	return q
}

// page reads the first 50 rows of a selection with every field.
func page(s *Set, t *Table, sel *Selection) {
	t.Values(sel.Rows(0, 50), s.reg.TypeNum(dealNum).Fields)
}

func BenchmarkList(b *testing.B) {
	for _, q := range []struct{ name, where, sort string }{
		{"three conditions by amount", "stage in (new, won) and amount > 50000 and amount < 500000 and close within this quarter", "amount"},
		{"all by amount", "", "amount"},
		{"all by title", "", "title"},
		{"all by firm", "", "firm"},
		{"two conditions by time", "hot = yes and size < 5000", "seen"},
	} {
		b.Run(q.name, func(b *testing.B) {
			sizes(b, func(b *testing.B, s *Set, t *Table) {
				where := bound(b, s, q.where)
				by := []Sort{{Def: deals.Field(q.sort), Desc: true}}
				t.Select(Query{Sort: by}) // makes the order
				for b.Loop() {
					page(s, t, t.Select(Query{Where: where, Sort: by}))
				}
			})
		})
	}
}

func BenchmarkBoard(b *testing.B) {
	sizes(b, func(b *testing.B, s *Set, t *Table) {
		amount, stage := deals.Field("amount"), deals.Field("stage")
		measures := []Measure{{Def: amount}, {Def: amount, Weight: deals.Field("chance")}}
		for b.Loop() {
			t.Group(nil, "", stage, measures, query.Env{Base: "CNY"})
		}
	})
}

func BenchmarkGroupThenSort(b *testing.B) {
	sizes(b, func(b *testing.B, _ *Set, t *Table) {
		for b.Loop() {
			t.Select(Query{Group: deals.Field("stage"), Sort: []Sort{{Def: deals.Field("amount"), Desc: true}}})
		}
	})
}

func BenchmarkText(b *testing.B) {
	for _, words := range []string{"重庆", "移", "acme", "cqyd", "zhong", "8013", "1380", "银行 rollout"} {
		b.Run(words, func(b *testing.B) {
			sizes(b, func(b *testing.B, _ *Set, t *Table) {
				for b.Loop() {
					t.Select(Query{Text: words})
				}
			})
		})
	}
}

func BenchmarkFilterText(b *testing.B) {
	sizes(b, func(b *testing.B, s *Set, t *Table) {
		where := bound(b, s, "remark contains 银行")
		t.Count(where, "")
		for b.Loop() {
			t.Count(where, "")
		}
	})
}

func BenchmarkLookup(b *testing.B) {
	sizes(b, func(b *testing.B, s *Set, _ *Table) {
		name := firms.Field("name")
		s.Table(firmNum).Lookup(name, "x")
		for b.Loop() {
			s.Table(firmNum).Lookup(name, "重庆移动 17 有限公司")
		}
	})
}

// BenchmarkApply is one saved row and the list that shows it.
func BenchmarkApply(b *testing.B) {
	sizes(b, func(b *testing.B, _ *Set, t *Table) {
		rng := rand.New(rand.NewPCG(3, 4))
		for b.Loop() {
			t.set.Apply([]record.Change{{After: benchRow(rng, rng.IntN(t.rows()), 1000)}})
		}
	})
}

func BenchmarkApplyThenOrder(b *testing.B) {
	sizes(b, func(b *testing.B, _ *Set, t *Table) {
		rng := rand.New(rand.NewPCG(3, 4))
		for b.Loop() {
			t.set.Apply([]record.Change{{After: benchRow(rng, rng.IntN(t.rows()), 1000)}})
			t.Select(Query{Sort: []Sort{{Def: deals.Field("title")}}})
		}
	})
}

func BenchmarkSnapshot(b *testing.B) {
	sizes(b, func(b *testing.B, s *Set, t *Table) {
		var out bytes.Buffer
		for b.Loop() {
			out.Reset()
			if err := t.Encode(&out); err != nil {
				b.Fatal(err)
			}
		}
		b.SetBytes(int64(out.Len()))
		b.Run("decode", func(b *testing.B) {
			b.SetBytes(int64(out.Len()))
			for b.Loop() {
				if err := New(s.reg).Table(dealNum).Decode(bytes.NewReader(out.Bytes()), out.Len()); err != nil {
					b.Fatal(err)
				}
			}
		})
	})
}
