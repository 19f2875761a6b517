package transfer

import (
	"path/filepath"
	"slices"
	"strings"

	"dealbox/internal/schema"
	"dealbox/internal/text"
)

// heading is a column's heading in the form in which headings are compared: without
// signs, spaces, case and what stands in brackets, such as a unit.
func heading(s string) string {
	s = strings.TrimSpace(strings.Trim(s, "*＊ "))
	for _, pair := range [][2]string{{"(", ")"}, {"（", "）"}, {"[", "]"}, {"【", "】"}} {
		if i := strings.Index(s, pair[0]); i > 0 && strings.HasSuffix(s, pair[1]) {
			s = s[:i]
		}
	}
	return text.Key(s)
}

// currencyHeadings are those of a column with the currency of the amounts beside it.
var currencyHeadings = func() map[string]bool {
	all := map[string]bool{}
	for _, s := range []string{
		"币种", "货币", "币别", "货币代码", "交易币种", "Currency", "Currency Code", "Currency ISO Code",
		"Deal - Currency", "Deal Currency", "Deal currency code", "amountCurrency", "Amount Currency", "Transaction Currency",
	} {
		all[heading(s)] = true
	}
	return all
}()

// found is a field that a heading fits, with how sure that is, in percent.
type found struct {
	target string
	sure   int
}

// Confidence of the ways in which a heading is known.
const (
	sureOwnWords  = 99
	sureKnown     = 97
	sureContained = 75
)

// lookUp finds the field that a heading names: by the field's own words or key, by what
// other programs call it, or by a word that it contains.
func lookUp(t *schema.Type, name string) found {
	h := heading(name)
	if h == "" {
		return found{}
	}
	for _, d := range t.Fields {
		if d.Hidden || d.Retired {
			continue
		}
		if text.Key(d.Label.En) == h || text.Key(d.Label.Zh) == h || text.Key(d.Key) == h {
			return found{d.Key, sureOwnWords}
		}
	}
	best := found{}
	for target, words := range dictionary[t.Key] {
		for _, w := range words {
			if k := heading(w); k == h {
				return found{target, sureKnown}
			} else if len(k) > 7 && strings.Contains(h, k) && len(h) < 2*len(k) && best.sure < sureContained {
				best = found{target, sureContained}
			}
		}
	}
	return best
}

// knownHeading says that a text names a field of any type, exactly.
func knownHeading(reg *schema.Registry, name string) bool {
	return slices.ContainsFunc(reg.Types(), func(t *schema.Type) bool { return t.Nav && lookUp(t, name).sure >= sureKnown })
}

// marks are fields that say clearly what a file holds, by type.
var marks = map[string][]string{
	"opportunity": {"stage", "amount", "expected_close", "opportunity_line.product"},
	"lead":        {"converted", "status"},
	"member":      {"manager", "region"},
	"product":     {"list_price", "series", "code"},
	"contact":     {"mobile", "phone", "email", "birthday", "title", "department", "account"},
	"account":     {"industry", "employees", "revenue", "founded", "tax_id", "parent"},
	"activity":    {"at", "note"},
	"task":        {"due", "priority"},
}

// RankTypes orders the record types by how well a file fits them, best first. One whose
// rows would all be refused, because no column gives them a name, comes after all others.
func RankTypes(reg *schema.Registry, fileName string, columns []string) []string {
	type ranked struct {
		key   string
		score int
	}
	var all []ranked
	for _, t := range reg.Types() {
		if !t.Nav {
			continue
		}
		s := score(t, columns) + nameScore(t.Key, fileName)
		if !sufficient(t, columns) {
			s -= insufficient
		}
		all = append(all, ranked{t.Key, s})
	}
	slices.SortStableFunc(all, func(a, b ranked) int { return b.score - a.score })
	keys := make([]string, len(all))
	for i, r := range all {
		keys[i] = r.key
	}
	return keys
}

// insufficient outweighs whatever else columns say.
const insufficient = 1 << 20

// sufficient says that columns fill, or let Dealbox make up, all that a record of the type
// must have.
func sufficient(t *schema.Type, columns []string) bool {
	filled := map[string]bool{}
	for _, c := range columns {
		filled[lookUp(t, c).target] = true
		filled[byNumber] = filled[byNumber] || numberHeading(c)
	}
	has := func(target string) bool { return filled[target] }
	return !slices.ContainsFunc(t.Fields, func(d *schema.Def) bool {
		made := d.Key == t.Title && titleLine(t.Key, has) != nil
		return d.Required && !d.Retired && d.Default == nil && !filled[d.Key] && !made
	})
}

func score(t *schema.Type, columns []string) (sum int) {
	seen := map[string]bool{}
	for _, c := range columns {
		f := lookUp(t, c)
		if f.target == "" || seen[f.target] {
			continue
		}
		seen[f.target] = true
		sum += f.sure / 20
		if slices.Contains(marks[t.Key], f.target) {
			sum += 4
		}
		// The heading says the type itself: Lead Number, Sales Agent's opportunity_id.
		if k := heading(c); strings.Contains(k, text.Key(t.Label.En)) || strings.Contains(k, text.Key(t.Label.Zh)) {
			sum += 3
		}
	}
	if seen[t.Title] {
		sum += 3
	}
	return sum
}

func nameScore(typ, fileName string) int {
	name := strings.ToLower(strings.TrimSuffix(filepath.Base(fileName), filepath.Ext(fileName)))
	for _, w := range fileWords[typ] {
		if strings.Contains(name, w) {
			return 12
		}
	}
	return 0
}

// linkable says whether records that a column names are made when they are missing: what
// is set up in Settings is not.
func linkable(reg *schema.Registry, d *schema.Def) bool {
	t := reg.Type(d.Target)
	return d.Kind.Linked() && t != nil && (!t.Setup || t.Key == "lost_reason" || t.Key == "team")
}
