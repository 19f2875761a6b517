package transfer_test

import (
	"testing"

	"dealbox/internal/crm"
	"dealbox/internal/crmtest"
	"dealbox/internal/fault"
	"dealbox/internal/transfer"
	"dealbox/internal/transfer/source"
)

func TestProposedTypeIsOneWhoseRowsCanBeStored(t *testing.T) {
	for columns, want := range map[string]string{
		"Account Name,Phone":                                    "account",
		"Account Name,Phone,Email":                              "account",
		"公司名称,手机,邮箱":                                            "lead", // a mobile number is no company's, and no person is named
		"Company,Mobile,Department,Job Title":                   "lead", // nobody is named: no contacts
		"姓名,公司名称,手机":                                            "contact",
		"First Name,Last Name,Company,Email":                    "contact",
		"opportunity_id,sales_agent,product,account,deal_stage": "opportunity",
		"Email,Mobile":                                          "lead", // named after either
	} {
		w := crmtest.Open(t)
		f, err := source.OpenBytes("list.csv", []byte(columns+"\n"))
		if err != nil {
			t.Fatal(err)
		}
		if got := transfer.RankTypes(w.Registry(), f.Info().Name, f.Info().Columns)[0]; got != want {
			t.Errorf("%s: proposed as %s, want %s", columns, got, want)
		}
	}
}

func TestListOfShopsComesInAsAccounts(t *testing.T) {
	w := crmtest.Open(t)
	report, rows := bring(t, w, "", "Account Name,Phone\nCorner Bakery,0755-26901234\nHill Books,0755-26905678\n", nil)
	if report.Created != 2 || count(w, "account") != 2 {
		t.Errorf("got %+v %v", report.Counts, firstError(rows))
	}
}

func TestContactWithoutANameIsRefusedAndSaysSo(t *testing.T) {
	w := crmtest.Open(t)
	report, rows := bring(t, w, "contact", "姓名,公司,手机,邮箱\n,华星,13800138000,a@huaxing.example\n王敏,华星,bob@x,b@huaxing.example\n", nil)
	if report.Created != 0 || report.Rejected != 2 {
		t.Fatalf("got %+v", report.Counts)
	}
	for i, want := range []string{"field.required", "phone.bad"} {
		if got := rows[i].Errors; len(got) != 1 || fault.From(got[0].Err).Kind.Key != want {
			t.Errorf("row %d says %v, want %s", i, got, want)
		}
	}
}

func TestRecordKeepsItsNameWhereAFileHasNone(t *testing.T) {
	w := crmtest.Open(t)
	bring(t, w, "lead", "线索名称,邮箱,公司\n华星展会,a@huaxing.example,华星\n", nil)
	bring(t, w, "lead", "邮箱,公司,联系人\na@huaxing.example,华星自动化,王敏\n", nil)
	if r := only(t, w, "lead"); crm.Lead.Name.Of(r) != "华星展会" || crm.Lead.Company.Of(r) != "华星自动化" {
		t.Errorf("the lead is called %q now, of %q", crm.Lead.Name.Of(r), crm.Lead.Company.Of(r))
	}
}
