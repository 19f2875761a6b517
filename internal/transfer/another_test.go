package transfer_test

import (
	"errors"
	"testing"

	"dealbox/internal/crm"
	"dealbox/internal/crmtest"
	"dealbox/internal/transfer"
)

func asNew(m *transfer.Mapping) { m.OnDuplicate = transfer.DoNew }

func TestNewMakesAnotherRecordWithoutTheExternalID(t *testing.T) {
	const file = "External ID,name,city\nX1,Acme,Wuhan\nX2,Beta,Shenzhen\n"
	w := crmtest.Open(t)
	first, _ := bring(t, w, "account", file, asNew)
	if first.Created != 2 || len(first.Notes) != 0 {
		t.Fatalf("%+v", first)
	}
	report, rows := bring(t, w, "account", file+"X3,Gamma,Xian\n", asNew)
	if report.Created != 3 || count(w, "account") != 5 {
		t.Fatalf("%+v %+v", report.Counts, rows)
	}
	for i, o := range rows {
		if got := crm.Account.External.Of(o.Values); (got == "X3") != (i == 2) || i < 2 && got != "" {
			t.Errorf("row %d has external id %q", o.Row, got)
		}
	}
	if n := report.Notes; len(n) != 2 || n[0].Row != 2 || n[0].Column != "External ID" || !errors.Is(n[0].Err, transfer.ErrNotTaken) {
		t.Errorf("notes %+v", report.Notes)
	}
}

func TestNewMakesAnotherRecordOfAnOwnExport(t *testing.T) {
	w := crmtest.Open(t)
	bring(t, w, "account", "name\nAcme\n", nil)
	id := only(t, w, "account").ID
	report, _ := bring(t, w, "account", transfer.IDHeading+",name\n"+id.String()+",Other\n", asNew)
	if report.Created != 1 || count(w, "account") != 2 {
		t.Errorf("%+v, %d accounts", report.Counts, count(w, "account"))
	}
}
