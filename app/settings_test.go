package app_test

import (
	"testing"

	"dealbox/app"
	"dealbox/internal/fault"
	"dealbox/internal/i18n"
	"dealbox/internal/query"
)

func TestViewsAreInTheFileAndInOrder(t *testing.T) {
	d := open(t)
	where := query.Cond{Op: query.OpEq, Field: "city", Value: "Wuhan"}
	second := got(d.views.Save(app.View{Type: "account", Name: " In Wuhan ", Where: &where, Position: 2})).in(t)
	got(d.views.Save(app.View{Type: "account", Name: "All", Position: 1})).in(t)
	got(d.views.Save(app.View{Type: "contact", Name: "Other", Position: 1})).in(t)
	path := got(d.files.State()).in(t).File.Path
	if err := d.files.Close(); err != nil {
		t.Fatal(err)
	}
	got(d.files.Open(path)).in(t)
	all := got(d.views.List("account")).in(t)
	if len(all) != 2 || all[0].Name != "All" || all[1].Name != "In Wuhan" || all[1].Where.Field != "city" {
		t.Fatalf("got %+v", all)
	}
	if err := d.views.Delete(second.ID); err != nil {
		t.Fatal(err)
	}
	same(t, "after deleting", len(got(d.views.List("account")).in(t)), 1)
	undo := got(d.records.Stack()).in(t).Undo.Label
	same(t, "what is undone", undo, i18n.T("delete view “In Wuhan”", "删除视图「In Wuhan」"))
	got(d.records.Undo()).in(t)
	same(t, "after undo", len(got(d.views.List("account")).in(t)), 2)
	_, err := d.views.Save(app.View{Type: "account", Name: " "})
	same(t, "field", refused(t, err, fault.Invalid).Field, "name")
}

func TestPreferencesStayWithTheUser(t *testing.T) {
	d := sit(t, t.TempDir())
	p := got(d.settings.Preferences()).in(t)
	same(t, "theme", p.Theme, "system")
	p.Theme, p.Density = "dark", "compact"
	if err := d.settings.SavePreferences(p); err != nil {
		t.Fatal(err)
	}
	same(t, "in the next run", got(sit(t, d.dir).settings.Preferences()).in(t), p)
}

func TestSetupIsChangedAndChecked(t *testing.T) {
	d := open(t)
	s := got(d.settings.Setup()).in(t)
	same(t, "setup", s, app.Setup{Base: "CNY", Zone: "Asia/Shanghai", Name: "销售 2026"})
	got(d.settings.SaveSetup(app.Setup{Base: "usd", Zone: "Europe/London", Name: ""})).in(t)
	same(t, "changed", got(d.settings.Setup()).in(t), app.Setup{Base: "USD", Zone: "Europe/London", Name: "销售 2026"})
	_, err := d.settings.SaveSetup(app.Setup{Base: "USD", Zone: "Mars/North"})
	refused(t, err, fault.Invalid)
	got(d.records.Undo()).in(t)
	same(t, "undone", got(d.settings.Setup()).in(t), s)
}

func TestWhatDependsOnTheBaseCurrencyIsCounted(t *testing.T) {
	d := open(t)
	same(t, "in a new file", got(d.settings.BaseUse()).in(t), app.BaseUse{})
	d.save("rate", "", map[string]any{"currency": "USD", "date": "2026-01-01", "rate": "7.1"})
	deal := d.deal("A", "100", "New")
	d.save("opportunity", deal.ID, map[string]any{"amount": map[string]any{"amount": "5", "currency": "USD"}, "stage": d.stage("Won").ID})
	d.deal("B", "100", "New")
	d.save("account", "", map[string]any{"name": "C", "revenue": map[string]any{"amount": "5", "currency": "EUR"}})
	use := got(d.settings.BaseUse()).in(t)
	if use.Amounts < 3 || use.Rates != 1 || use.Fixed != 1 {
		t.Errorf("with amounts: %+v", use)
	}
}

func TestMemberThatOneIsActsFromThenOn(t *testing.T) {
	d := open(t)
	bo := d.save("member", "", map[string]any{"name": "Bo"})
	if err := d.settings.BeMember(bo.ID); err != nil {
		t.Fatal(err)
	}
	same(t, "me", got(d.files.State()).in(t).File.Me.Title, "Bo")
	same(t, "owner", d.deal("A", "", "New").Values["owner"].(app.Ref).Title, "Bo")
	path := got(d.files.State()).in(t).File.Path
	if err := d.files.Close(); err != nil {
		t.Fatal(err)
	}
	same(t, "me after opening again", got(d.files.Open(path)).in(t).Me.Title, "Bo")
	refused(t, d.settings.BeMember("01ARZ3NDEKTSV4RRFFQ69G5FAV"), fault.NotFound)
}

// field finds a field of a type as the page gets it.
func (d *desk) field(typ, key string) (f app.FieldInfo, ok bool) {
	d.Helper()
	for _, t := range got(d.schema.Types()).in(d.T) {
		for _, f := range t.Fields {
			if t.Key == typ && f.Key == key {
				return f, true
			}
		}
	}
	return f, false
}

func TestOwnFieldsOfEveryKindHoldValues(t *testing.T) {
	d := open(t)
	a := d.save("account", "", map[string]any{"name": "A"})
	for kind, v := range map[string]any{
		"text": "x", "longtext": "x\ny", "integer": float64(7), "number": "1.5", "percent": "62.5", "date": "2026-12-05", "duration": float64(60),
		"bool": false, "tags": []any{"a"}, "link": a.ID, "links": []any{a.ID}, "phone": "0755-1234567", "email": "a@b.example", "url": "https://a.example",
	} {
		t.Run(kind, func(t *testing.T) {
			f := got(d.schema.SaveField("account", app.FieldInfo{Kind: kind, Label: i18n.T("Own "+kind, "自有"), Target: "account"})).in(t)
			if !f.Own || f.Key == "" {
				t.Fatalf("got %+v", f)
			}
			if row := d.save("account", a.ID, map[string]any{f.Key: v}); row.Values[f.Key] == nil {
				t.Errorf("%v is lost", v)
			}
		})
	}
	for _, f := range []app.FieldInfo{{Kind: "auto", Label: i18n.Same("x")}, {Kind: "text"}, {Kind: "formula", Label: i18n.Same("x")}} {
		_, err := d.schema.SaveField("account", f)
		refused(t, err, fault.Invalid)
	}
}

func TestOwnFieldIsRenamedAndRetired(t *testing.T) {
	d := open(t)
	f := got(d.schema.SaveField("account", app.FieldInfo{Kind: "text", Label: i18n.Same("Hobby")})).in(t)
	a := d.save("account", "", map[string]any{"name": "A", f.Key: "chess"})
	f.Label = i18n.T("Sport", "运动")
	same(t, "key", got(d.schema.SaveField("account", f)).in(t).Key, f.Key)
	f.Kind = "integer"
	_, err := d.schema.SaveField("account", f)
	refused(t, err, fault.Invalid)
	if err := d.schema.RetireField("account", f.Key, true); err != nil {
		t.Fatal(err)
	}
	now, _ := d.field("account", f.Key)
	same(t, "retired", now.Retired, true)
	same(t, "value", got(d.records.Get("account", a.ID)).in(t).Values[f.Key], any("chess"))
	refused(t, d.schema.RetireField("account", "city", true), fault.NotFound)
}

func TestOwnChoicesGetNumbersOfTheirOwn(t *testing.T) {
	d := open(t)
	f, _ := d.field("account", "source")
	built := len(f.Options)
	in := append(f.Options[1:], app.OptionInfo{Label: i18n.T("Radio", "电台")}, app.OptionInfo{Label: i18n.T("Poster", "海报")})
	if err := d.schema.SaveOptions("account", "source", in); err != nil {
		t.Fatal(err)
	}
	now, _ := d.field("account", "source")
	same(t, "choices, the one left out among them", len(now.Options), built+2)
	seen := map[uint32]bool{}
	for _, o := range now.Options {
		if seen[o.Num] {
			t.Errorf("two choices have number %d", o.Num)
		}
		seen[o.Num] = true
		own := o.Label.En == "Radio" || o.Label.En == "Poster"
		if own != (o.Num >= 1<<20 && o.Num < 1<<29) {
			t.Errorf("%s has number %d", o.Label.En, o.Num)
		}
		same(t, o.Label.En+" retired", o.Retired, o.Num == f.Options[0].Num)
	}
}

func TestAboutNamesVersionAndLicences(t *testing.T) {
	a := got(sit(t, t.TempDir()).settings.About()).in(t)
	if a.Version != "1.2.3" || len(a.Licences) == 0 || a.Licences[0].Text == "" {
		t.Errorf("got version %q and %d licences", a.Version, len(a.Licences))
	}
}
