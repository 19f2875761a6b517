package transfer_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"dealbox/internal/crmtest"
	"dealbox/internal/transfer"
	"dealbox/internal/value"
)

func TestHugeCellRejectsItsRowOnly(t *testing.T) {
	huge := strings.Repeat("长", 700_000)
	for heading, target := range map[string]string{
		"industry": "", "city": "", "website": "", "employees": "", "description": "",
		"parent": "", "mine": "", "kept": transfer.ToNote,
	} {
		w := crmtest.Open(t)
		report, rows := bring(t, w, "account", fmt.Sprintf("name,%s\nA,\nB,%s\nC,\n", heading, huge), func(m *transfer.Mapping) {
			if target != "" {
				m.Columns[1].Target = target
			}
		})
		if report.Created != 2 || report.Rejected != 1 {
			t.Errorf("%s: %+v", heading, report.Counts)
			continue
		}
		e := rows[1].Errors
		if len(e) != 1 || e[0].Row != 3 || e[0].Column != heading || !errors.Is(e[0].Err, value.ErrTextLong) {
			t.Errorf("%s: %.300v", heading, e)
		}
	}
}

func TestChoicesTooManyForOneChangeRejectTheirRows(t *testing.T) {
	var b strings.Builder
	b.WriteString("name,industry\n")
	for i := range 400 {
		fmt.Fprintf(&b, "N%d,%d %s\n", i, i, strings.Repeat("x", 900))
	}
	report, _ := bring(t, crmtest.Open(t), "account", b.String(), nil)
	if report.Created < 100 || report.Created+report.Rejected != 400 {
		t.Errorf("%+v", report.Counts)
	}
}

func TestHugeHeadingIsCut(t *testing.T) {
	report, _ := bring(t, crmtest.Open(t), "account", "name,"+strings.Repeat("长", 400_000)+"\nA,b\n", nil)
	if report.Created != 1 {
		t.Errorf("%+v", report.Counts)
	}
}
