package crm

import (
	"strings"
	"testing"
	"time"

	"dealbox/internal/core"
	"dealbox/internal/i18n"
	"dealbox/internal/value"

	"pgregory.net/rapid"
)

func TestCreditCodes(t *testing.T) {
	b := open(t)
	if err := checkTaxID("91350100M000100Y43"); err != nil { // the example of GB 32100-2015
		t.Error(err)
	}
	b.wants(checkTaxID("91350100M000100Y44"), ErrTaxCheck)
	b.wants(checkTaxID("91350100M000100Y4"), ErrTaxLength)
	b.wants(checkTaxID("91350100I000100Y43"), ErrTaxLetter)
	id := b.add(&Account.Type, set{&Account.Name.Def, "x"}, set{&Account.TaxID.Def, "91350100-m000100y43"})
	b.same("tidied", Account.TaxID.Of(b.get(&Account.Type, id)), "91350100M000100Y43")
}

// One wrong character is always noticed: the weights are no multiples of 31.
func TestCreditCodesShowOneWrongCharacter(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		digit := rapid.SampledFrom([]byte(taxDigits))
		body := string(rapid.SliceOfN(digit, 17, 17).Draw(rt, "body"))
		check, ok := TaxCheck(body)
		if !ok || checkTaxID(body+string(check)) != nil {
			rt.Fatalf("%s%c is refused", body, check)
		}
		i, other := rapid.IntRange(0, 16).Draw(rt, "place"), digit.Draw(rt, "other")
		if other != body[i] && checkTaxID(body[:i]+string(other)+body[i+1:]+string(check)) == nil {
			rt.Errorf("%s%c with %c at %d is taken", body, check, other, i)
		}
	})
}

func TestANewEmployerEndsTheOldJob(t *testing.T) {
	b := open(t)
	first := b.add(&Account.Type, set{&Account.Name.Def, "华星自动化"})
	second := b.add(&Account.Type, set{&Account.Name.Def, "新光电子"})
	who := b.add(&Contact.Type, set{&Contact.Name.Def, "王敏"}, set{&Contact.Account.Def, first}, set{&Contact.JobTitle.Def, "采购部经理"})
	jobs := b.all(&ContactRole.Type, &ContactRole.Contact.Def, who)
	b.same("jobs", len(jobs), 1)
	b.same("name", ContactRole.Name.Of(jobs[0]), "王敏 · 华星自动化")
	b.same("title", ContactRole.Role.Of(jobs[0]), "采购部经理")
	b.same("primary", ContactRole.Primary.Of(jobs[0]), true)
	b.same("since", ContactRole.From.Def.Of(jobs[0]), nil)
	b.sleep(10)
	b.change(&Contact.Type, who, set{&Contact.Account.Def, second}, set{&Contact.JobTitle.Def, "采购总监"})
	jobs = b.all(&ContactRole.Type, &ContactRole.Contact.Def, who)
	b.same("jobs", len(jobs), 2)
	b.same("old job ended", ContactRole.To.Of(jobs[0]), today+10)
	b.same("old job primary", ContactRole.Primary.Of(jobs[0]), false)
	b.same("new job since", ContactRole.From.Of(jobs[1]), today+10)
	b.same("new job at", ContactRole.Account.Of(jobs[1]), second)
	b.change(&Contact.Type, who, set{&Contact.Name.Def, "王小敏"}, set{&Contact.JobTitle.Def, "副总"})
	b.change(&Account.Type, second, set{&Account.Name.Def, "新光集团"})
	jobs = b.all(&ContactRole.Type, &ContactRole.Contact.Def, who)
	b.same("renamed", ContactRole.Name.Of(jobs[1]), "王小敏 · 新光集团")
	b.same("title carried", ContactRole.Role.Of(jobs[1]), "副总")
	b.same("old title kept", ContactRole.Role.Of(jobs[0]), "采购部经理")
	b.change(&Contact.Type, who, set{&Contact.Account.Def, nil})
	jobs = b.all(&ContactRole.Type, &ContactRole.Contact.Def, who)
	b.same("left", ContactRole.To.Of(jobs[1]), today+10)
	if err := b.tryDelete(&Contact.Type, who); err != nil {
		t.Fatal(err)
	}
	b.same("jobs of a deleted contact", len(b.all(&ContactRole.Type, &ContactRole.Contact.Def, who)), 0)
}

func TestASecondJobBecomesThePrimaryOne(t *testing.T) {
	b := open(t)
	first := b.add(&Account.Type, set{&Account.Name.Def, "甲"})
	second := b.add(&Account.Type, set{&Account.Name.Def, "乙"})
	who := b.add(&Contact.Type, set{&Contact.Name.Def, "王敏"}, set{&Contact.Account.Def, first})
	side := b.add(&ContactRole.Type, set{&ContactRole.Contact.Def, who}, set{&ContactRole.Account.Def, second})
	b.change(&Contact.Type, who, set{&Contact.Account.Def, second})
	jobs := b.all(&ContactRole.Type, &ContactRole.Contact.Def, who)
	b.same("jobs", len(jobs), 2)
	b.same("the job beside", ContactRole.Primary.Of(b.get(&ContactRole.Type, side)), true)
	b.wants(b.tryChange(&ContactRole.Type, side, set{&ContactRole.From.Def, today}, set{&ContactRole.To.Def, today - 1}), ErrFromTo)
}

func TestTreesHaveNoLoops(t *testing.T) {
	b := open(t)
	top := b.add(&Account.Type, set{&Account.Name.Def, "集团"})
	below := b.add(&Account.Type, set{&Account.Name.Def, "子公司"}, set{&Account.Parent.Def, top})
	b.wants(b.tryChange(&Account.Type, top, set{&Account.Parent.Def, below}), ErrLoop)
	b.wants(b.tryChange(&Account.Type, top, set{&Account.Parent.Def, top}), ErrLoop)
	boss := b.add(&Member.Type, set{&Member.Name.Def, "李娜"})
	b.change(&Member.Type, b.me, set{&Member.Manager.Def, boss})
	b.wants(b.tryChange(&Member.Type, boss, set{&Member.Manager.Def, b.me}), ErrLoop)
	all := b.add(&Team.Type, set{&Team.Name.Def, "销售部"})
	b.wants(b.tryChange(&Team.Type, all, set{&Team.Parent.Def, all}), ErrLoop)
}

func TestLeadsAreNamedAndConverted(t *testing.T) {
	b := open(t)
	id := b.add(&Lead.Type, set{&Lead.Company.Def, "蓝海物流"}, set{&Lead.Person.Def, "唐宁"})
	r := b.get(&Lead.Type, id)
	b.same("name", Lead.Name.Of(r), "蓝海物流 · 唐宁")
	b.same("status", Lead.Status.Of(r), LeadNew)
	b.same("code", Lead.Code.Of(r), "LEAD-0001")
	b.change(&Lead.Type, id, set{&Lead.Status.Def, LeadConverted})
	b.same("converted", Lead.Converted.Of(b.get(&Lead.Type, id)), true)
	b.change(&Lead.Type, id, set{&Lead.Converted.Def, false})
	b.same("status", Lead.Status.Of(b.get(&Lead.Type, id)), LeadQualified)
	b.change(&Lead.Type, id, set{&Lead.Converted.Def, true})
	b.same("status", Lead.Status.Of(b.get(&Lead.Type, id)), LeadConverted)
	b.change(&Lead.Type, id, set{&Lead.Status.Def, LeadNew})
	b.same("converted", Lead.Converted.Of(b.get(&Lead.Type, id)), false)
	if _, err := b.tryAdd(&Lead.Type); err == nil {
		t.Error("a lead without any name is taken from a person")
	}
	b.source = core.Import
	r = b.get(&Lead.Type, b.add(&Lead.Type, set{&Lead.Source.Def, value.Option(2)}, set{&Lead.External.Def, "660737"}, set{&Lead.Converted.Def, true}))
	b.same("imported name", Lead.Name.Of(r), "搜索引擎 · 660737")
	b.same("imported status", Lead.Status.Of(r), LeadConverted)
	b.same("imported owner", Lead.Owner.Def.Of(r), nil)
}

func TestActivitiesTakeTheirSubjectAndAccount(t *testing.T) {
	b := open(t)
	firm := b.add(&Account.Type, set{&Account.Name.Def, "华星自动化"})
	deal := b.deal(set{&Opportunity.Account.Def, firm})
	r := b.get(&Activity.Type, b.add(&Activity.Type, set{&Activity.Opportunity.Def, deal}, set{&Activity.Note.Def, "\n 现场测节拍 \n三号线每小时停 2 次"}))
	b.same("subject", Activity.Subject.Of(r), "现场测节拍")
	b.same("account", Activity.Account.Of(r), firm)
	b.same("type", Activity.Kind.Of(r), Note)
	b.same("at", Activity.At.Of(r), value.MomentOf(b.clock.Now()))
	long := firstLine(strings.Repeat("长", 80), maxSubject)
	b.same("cut", long, strings.Repeat("长", 59)+"…")
	if _, err := b.tryAdd(&Activity.Type); err == nil {
		t.Error("an activity that says nothing is taken")
	}
}

func TestTasksKnowWhenTheyWereDoneAndAreDue(t *testing.T) {
	b := open(t)
	at := value.MomentOf(time.Date(2026, time.November, 24, 20, 0, 0, 0, time.UTC)) // the 25th in Shanghai
	id := b.add(&Task.Type, set{&Task.Title.Def, "回电"}, set{&Task.DueAt.Def, at})
	r := b.get(&Task.Type, id)
	b.same("due", Task.Due.Of(r), today+2)
	b.same("priority", Task.Priority.Of(r), priorityNormal)
	b.change(&Task.Type, id, set{&Task.Due.Def, today + 5})
	b.same("time of another day", Task.DueAt.Def.Of(b.get(&Task.Type, id)), nil)
	b.change(&Task.Type, id, set{&Task.Status.Def, TaskDone})
	b.same("done at", Task.DoneAt.Of(b.get(&Task.Type, id)), value.MomentOf(b.clock.Now()))
	b.change(&Task.Type, id, set{&Task.Status.Def, TaskOpen})
	b.same("not done", Task.DoneAt.Def.Of(b.get(&Task.Type, id)), nil)
}

func TestLinesAreComputed(t *testing.T) {
	b := open(t)
	p := b.add(&Product.Type, set{&Product.Name.Def, "伺服套件"}, set{&Product.ListPrice.Def, yuan(10_000)})
	deal := b.deal(set{&Opportunity.Amount.Def, yuan(1)})
	id := b.add(&OpportunityLine.Type, set{&OpportunityLine.Opportunity.Def, deal}, set{&OpportunityLine.Product.Def, p}, set{&OpportunityLine.Quantity.Def, percent(12)})
	r := b.get(&OpportunityLine.Type, id)
	b.same("name", OpportunityLine.Name.Of(r), "伺服套件")
	b.same("amount", OpportunityLine.Amount.Of(r), yuan(120_000))
	b.change(&OpportunityLine.Type, id, set{&OpportunityLine.Discount.Def, percent(10)})
	b.same("less 10 %", OpportunityLine.Amount.Of(b.get(&OpportunityLine.Type, id)), yuan(108_000))
	b.change(&Opportunity.Type, deal, set{&Opportunity.Amount.Def, value.Money{Minor: 100, Currency: "JPY"}})
	b.same("in yen", OpportunityLine.Amount.Of(b.get(&OpportunityLine.Type, id)), value.Money{Minor: 108_000, Currency: "JPY"})
}

func TestLineAmountsRoundHalfAwayFromZero(t *testing.T) {
	for _, c := range []struct {
		quantity, price, discount string
		want                      int64
	}{
		{"1", "0.005", "0", 1}, {"-1", "0.005", "0", -1}, {"1", "0.0049", "0", 0},
		{"3", "33.333333", "0", 10000}, {"1", "100", "100", 0}, {"0.5", "10.01", "0", 501},
	} {
		var d [3]value.Decimal
		for i, s := range []string{c.quantity, c.price, c.discount} {
			var err error
			if d[i], err = value.ParseDecimal(s); err != nil {
				t.Fatal(err)
			}
		}
		m, err := lineAmount(d[0], d[1], d[2], "CNY")
		if err != nil || m.Minor != c.want {
			t.Errorf("%s × %s − %s %% = %v, %v; want %d fen", c.quantity, c.price, c.discount, m, err, c.want)
		}
	}
	if _, err := lineAmount(1<<62, 1<<62, 0, "CNY"); err == nil {
		t.Error("an amount beyond all numbers is taken")
	}
}

func TestRatesAreThoseOfTheDay(t *testing.T) {
	b := open(t)
	rate := func(currency string, day value.Date, s string) error {
		d, err := value.ParseDecimal(s)
		if err != nil {
			t.Fatal(err)
		}
		_, err = b.tryAdd(&Rate.Type, set{&Rate.Currency.Def, currency}, set{&Rate.Date.Def, day}, set{&Rate.Rate.Def, d})
		return err
	}
	for day, s := range map[value.Date]string{today - 10: "7.1", today - 1: "7.2", today + 1: "7.3"} {
		if err := rate("usd", day, s); err != nil {
			t.Fatal(err)
		}
	}
	b.wants(rate("USD", today-1, "7"), ErrRateTwice)
	b.wants(rate("CNY", today, "1"), ErrRateBase)
	b.wants(rate("EUR", today, "0"), ErrNoRate)
	of := Rates(b.w, today)
	if d, ok := of("USD"); !ok || d.String() != "7.2" {
		t.Errorf("USD is %v, %v", d, ok)
	}
	if d, ok := of("CNY"); !ok || d != value.DecimalOne {
		t.Errorf("CNY is %v, %v", d, ok)
	}
	if _, ok := of("EUR"); ok {
		t.Error("EUR has a rate")
	}
	if _, ok := Rates(b.w, today-20)("USD"); ok {
		t.Error("USD has a rate before the first")
	}
}

func TestSamplesComeAndGo(t *testing.T) {
	for _, lang := range []i18n.Lang{i18n.Chinese, i18n.English} {
		b := open(t)
		var refs []core.SampleRef
		b.do(func(tx *core.Tx) (err error) {
			refs, err = Sample(tx, lang)
			return err
		})
		live := b.w.Tables().Table(Opportunity.Num).Live()
		b.same("opportunities", live, 12)
		b.do(func(tx *core.Tx) error {
			deals, err := find(tx, &Opportunity.Type)
			for _, d := range deals {
				if Opportunity.Owner.Of(d).IsZero() || Opportunity.StageSince.Of(d) > today {
					t.Errorf("%s: owner %v, in stage since %v", Opportunity.Name.Of(d), Opportunity.Owner.Of(d), Opportunity.StageSince.Of(d))
				}
			}
			return err
		})
		b.do(func(tx *core.Tx) error {
			for _, r := range refs {
				if err := tx.Delete(tx.Registry().Type(r.Type), r.ID); err != nil {
					return err
				}
			}
			return nil
		})
		for _, typ := range Types() {
			want := map[string]int{"member": 1, "pipeline": 1, "stage": 10, "lost_reason": 10}[typ.Key]
			b.same(typ.Key+" left", b.w.Tables().Table(typ.Num).Live(), want)
		}
	}
}
