package generate

import (
	"encoding/csv"
	"fmt"
	"strconv"
	"strings"
)

// column is one column of the school's leads: how a cell is drawn.
type column struct {
	name string
	cell func(s source, n int, converted bool) string
}

// none is how the school's form says that nothing was chosen.
const none = "Select"

// choice draws one of several; so many in a hundred are blank, so many say Select.
func choice(blank, selects int, from ...string) func(source, int, bool) string {
	return func(s source, _ int, _ bool) string {
		switch n := s.IntN(100); {
		case n < blank:
			return ""
		case n < blank+selects:
			return none
		}
		return pick(s, from)
	}
}

// seldom draws Yes for so many in a thousand, else No.
func seldom(yes int) func(source, int, bool) string {
	return func(s source, _ int, _ bool) string {
		if s.IntN(1000) < yes {
			return "Yes"
		}
		return "No"
	}
}

// number draws a whole number, sometimes none.
func number(blank, lo, hi int) func(source, int, bool) string {
	return func(s source, _ int, _ bool) string {
		if s.chance(blank) {
			return ""
		}
		return strconv.Itoa(s.between(lo, hi))
	}
}

var leadColumns = []column{
	{"Prospect ID", func(s source, _ int, _ bool) string {
		return fmt.Sprintf("%08x-%04x-%04x-%04x-%012x", s.Uint32(), s.IntN(1<<16), s.IntN(1<<16), s.IntN(1<<16), s.Uint64()>>16)
	}},
	{"Lead Number", func(_ source, n int, _ bool) string { return strconv.Itoa(579000 + n) }},
	{"Lead Origin", choice(0, 0, "API", "Landing Page Submission", "Lead Add Form", "Lead Import")},
	{"Lead Source", choice(1, 0, "Google", "google", "Direct Traffic", "Live Chat", "Organic Search", "Reference", "Facebook")},
	{"Do Not Email", seldom(80)},
	{"Do Not Call", seldom(2)},
	{"Converted", func(_ source, _ int, converted bool) string { return map[bool]string{true: "1", false: "0"}[converted] }},
	{"TotalVisits", number(2, 0, 14)},
	{"Total Time Spent on Website", number(0, 0, 2200)},
	{"Page Views Per Visit", func(s source, _ int, _ bool) string {
		if s.chance(2) {
			return ""
		}
		return strings.TrimRight(strings.TrimRight(fmt.Sprintf("%.2f", 8*s.Float64()), "0"), ".")
	}},
	{"Last Activity", choice(1, 0, "Email Opened", "SMS Sent", "Live Chat Conversation", "Page Visited on Website", "Email Bounced")},
	{"Country", choice(27, 0, "India", "India", "India", "United States", "Singapore", "Australia")},
	{"Specialization", choice(15, 21, "Finance Management", "Marketing Management", "Operations Management", "Supply Chain Management", "Travel and Tourism")},
	{"How did you hear about our school", choice(24, 54, "Online Search", "Word Of Mouth", "Advertisements", "Other")},
	{"What is your current occupation", choice(29, 0, "Unemployed", "Working Professional", "Student", "Businessman", "Other")},
	{"What matters most to you in choosing a course", choice(29, 0, "Better Career Prospects", "Flexibility & Convenience", "Other")},
	{"Search", seldom(2)},
	{"Magazine", seldom(0)},
	{"Newspaper Article", seldom(1)},
	{"Alumni Forums", seldom(1)},
	{"Newspaper", seldom(1)},
	{"Digital Advertisement", seldom(1)},
	{"Through Recommendations", seldom(2)},
	{"Receive More Updates About Our Courses", seldom(0)},
	{"Tags", choice(36, 0, "Will revert after reading the email", "Ringing", "Interested in other courses", "Already a student", "Busy", "switched off")},
	{"Lead Quality", choice(52, 0, "Might be", "Not Sure", "High in Relevance", "Low in Relevance", "Worst")},
	{"Update me on Logistics Content", seldom(0)},
	{"Get updates on Marketing Content", seldom(0)},
	{"Lead Profile", choice(29, 45, "Potential Lead", "Other Leads", "Dual Specialization Student")},
	{"City", choice(15, 24, "Mumbai", "Pune & Outskirts", "Other Metro Cities", "Tier II Cities", "Other Cities")},
	{"Activity Index", choice(46, 0, "01.High", "02.Medium", "03.Low")},
	{"Profile Index", choice(46, 0, "01.High", "02.Medium", "03.Low")},
	{"Activity Score", number(46, 7, 18)},
	{"Profile Score", number(46, 11, 20)},
	{"I agree to pay the amount through cheque", seldom(0)},
	{"A free copy of the interview guide", seldom(312)},
	{"Last Notable Activity", choice(0, 0, "Modified", "Email Opened", "SMS Sent", "Page Visited on Website", "Email Link Clicked")},
}

// leads writes a few more leads than opportunities. The last column has neither name nor
// values.
func (b *books) leads(w *csv.Writer) error {
	var head []string
	for _, c := range leadColumns {
		head = append(head, c.name)
	}
	if err := w.Write(append(head, "")); err != nil {
		return err
	}
	b.totals.LeadColumns = len(leadColumns)
	b.totals.Leads = b.o.Opportunities * 21 / 20
	for n := range b.totals.Leads {
		if err := w.Write(b.lead(n)); err != nil {
			return err
		}
	}
	return nil
}

func (b *books) lead(n int) []string {
	s := newSource(b.o, forLeads, uint64(n))
	converted := s.IntN(1000) < 385
	if converted {
		b.totals.LeadsConverted++
	}
	row := make([]string, 0, len(leadColumns)+1)
	for _, c := range leadColumns {
		cell := c.cell(s, n, converted)
		if cell == none {
			b.totals.Selects++
		}
		row = append(row, cell)
	}
	return append(row, "")
}
