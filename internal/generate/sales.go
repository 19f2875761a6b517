package generate

import (
	"encoding/csv"
	"fmt"
	"strconv"

	"dealbox/internal/value"
)

func (b *books) products(w *csv.Writer) error {
	if err := w.Write([]string{"product", "series", "sales_price"}); err != nil {
		return err
	}
	for _, g := range goods {
		if err := w.Write([]string{g.name, g.series, strconv.FormatInt(g.price, 10)}); err != nil {
			return err
		}
	}
	b.totals.Products = len(goods)
	return nil
}

// teams lists who sells and under whom. Managers stand in no line of their own.
func (b *books) teams(w *csv.Writer) error {
	if err := w.Write([]string{"sales_agent", "manager", "regional_office"}); err != nil {
		return err
	}
	s := newSource(b.o, forStaff, 1)
	seen := map[string]bool{}
	bosses := make([]string, managers)
	for i := range bosses {
		bosses[i] = s.fresh(seen, func() string { return s.person(b.o.Lang) })
	}
	for i := range agents + 1 {
		name := s.fresh(seen, func() string { return s.person(b.o.Lang) })
		b.agents = append(b.agents, name)
		boss := i % managers
		if err := w.Write([]string{name, bosses[boss], regions["en"][boss/2]}); err != nil {
			return err
		}
	}
	b.totals.Agents, b.totals.Managers = len(b.agents), managers
	return nil
}

// fresh draws until something comes that was not there before.
func (s source) fresh(seen map[string]bool, draw func() string) string {
	for n := 0; ; n++ {
		name := draw()
		if n > 20 { // the words run out before the need does
			name = fmt.Sprintf("%s %d", name, len(seen))
		}
		if !seen[name] {
			seen[name] = true
			return name
		}
	}
}

// sectors are those of the reseller's accounts; one is misspelt throughout, as people do.
var sectors = []string{"retail", "retail", "medical", "finance", "marketing", "software", "tecnology", "tecnology", "entertainment", "telecommunications", "services", "employment"}

// accounts lists about one account for a hundred opportunities. Some belong to another
// one, which is given by its name and may stand further down.
func (b *books) accounts(w *csv.Writer) error {
	head := []string{"account", "sector", "year_established", "revenue", "employees", "office_location", "subsidiary_of"}
	if err := w.Write(head); err != nil {
		return err
	}
	s := newSource(b.o, forGoods, 0)
	seen := map[string]bool{}
	n := max(20, b.o.Opportunities/100)
	for range n {
		b.firms = append(b.firms, s.fresh(seen, func() string { return s.firm().name }))
	}
	parents := b.firms[n-3:]
	for i, name := range b.firms {
		parent, place := "", "United States"
		if i%6 == 5 && i < n-3 {
			parent = pick(s, parents)
		}
		if s.chance(18) {
			place = pick(s, []string{"Germany", "Japan", "Brasil", "Belgum", "Kenya", "Norway", "Philipines", "China"})
		}
		row := []string{name, pick(s, sectors), strconv.Itoa(s.between(1979, 2017)), fmt.Sprintf("%.2f", 5+11000*s.Float64()*s.Float64()), strconv.Itoa(s.between(9, 34000)), place, parent}
		if err := w.Write(row); err != nil {
			return err
		}
	}
	b.totals.Accounts = n
	return nil
}

func (b *books) pipeline(w *csv.Writer) error {
	head := []string{"opportunity_id", "sales_agent", "product", "account", "deal_stage", "engage_date", "close_date", "close_value", "engage_quarter", "close_quarter"}
	if err := w.Write(head); err != nil {
		return err
	}
	for i := range b.o.Opportunities {
		if err := w.Write(b.sale(i)); err != nil {
			return err
		}
	}
	b.totals.Opportunities = b.o.Opportunities
	return nil
}

// sale draws one line. A prospect has no dates, an open one no end and no value, a lost
// one the value 0; half of those that are open have no account yet.
func (b *books) sale(i int) []string {
	s := newSource(b.o, forFirms, uint64(i))
	g := pick(s, goods)
	row := []string{saleID(i, b.o.Seed), pick(s, b.agents), g.name, pick(s, b.firms), "", "", "", "", "", ""}
	if g.dirty != "" {
		row[2] = g.dirty
		b.totals.Misspelt++
	}
	start := b.o.Today - value.Date(s.between(0, 500))
	end := start + value.Date(s.between(1, 138))
	n := s.IntN(1000)
	switch {
	case n < 480 && end <= b.o.Today:
		price := max(1, int64(float64(g.price)*(0.7+0.6*s.Float64())))
		b.totals.Won++
		b.totals.WonValue += price
		row[4], row[7] = "Won", strconv.FormatInt(price, 10)
	case n < 760 && end <= b.o.Today:
		b.totals.Lost++
		row[4], row[7] = "Lost", "0"
	case n < 940:
		b.totals.Engaging++
		row[4] = "Engaging"
	default:
		b.totals.Prospecting++
		row[4] = "Prospecting"
	}
	open := row[7] == ""
	if row[4] != "Prospecting" {
		row[5], row[8] = dayMonthYear(start), quarter(start)
	}
	if !open {
		row[6], row[9] = dayMonthYear(end), quarter(end)
	}
	if open && s.chance(65) {
		row[3] = ""
		b.totals.WithoutAccount++
	}
	return row
}

// saleID makes eight digits and capitals that do not repeat: multiplying by an odd number
// and adding are both one to one in 2^40, which 32^8 is.
func saleID(i int, seed uint64) string {
	const digits = "0123456789ABCDEFGHJKLMNPQRSTVWXY"
	n := (uint64(i)*0x9E3779B97F + seed*0x2545F4914F + 0x5DEECE66D) & (1<<40 - 1)
	id := make([]byte, 8)
	for k := range id {
		id[k], n = digits[n&31], n>>5
	}
	return string(id)
}

func dayMonthYear(d value.Date) string { return d.Time().Format("02-01-06") }

func quarter(d value.Date) string {
	t := d.Time()
	return fmt.Sprintf("Q%d %d", (int(t.Month())+2)/3, t.Year())
}
