package transfer_test

import (
	"testing"

	"dealbox/internal/crmtest"
)

func TestFirstRowIsNotLostWhereTheHeadingsAreOdd(t *testing.T) {
	for text, want := range map[string]int{
		"name,name,industry\nAcme,Beta,software\n":          1,
		"name,,industry,\nAcme,foo,software,bar\n":          1,
		"name,,industry,\nAcme,foo,software,bar\nB,1,c,2\n": 2,
		"name,industry\nAcme,software,extra,more\nBeta\n":   2,
		"name\nAcme,software,extra\nBeta,x,y\n":             2,
		"客户列表,,\n名称,行业,城市\n华星,软件,武汉\n":                      1,
		"客户,,\n名称,行业,城市\n华星,软件,武汉\n":                        1,
		"客户,,电话,\n名称,城市,电话,网址\n华星,武汉,1,x\n":                 1,
	} {
		w := crmtest.Open(t)
		report, rows := bring(t, w, "account", text, nil)
		if report.Created != want || report.Rejected != 0 {
			t.Errorf("%q: %+v %+v", text, report.Counts, rows)
		}
	}
}

func TestSurplusCellsAreTold(t *testing.T) {
	w := crmtest.Open(t)
	report, _ := bring(t, w, "account", "name,industry\nAcme,software,extra,more\nBeta\n", nil)
	if len(report.Notes) != 1 || report.Notes[0].Row != 2 || report.Notes[0].Err == nil {
		t.Errorf("notes %+v", report.Notes)
	}
}
