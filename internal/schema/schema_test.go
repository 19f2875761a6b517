package schema_test

import (
	"encoding/json"
	"strings"
	"sync"
	"testing"

	"dealbox/internal/i18n"
	"dealbox/internal/record"
	"dealbox/internal/schema"
	"dealbox/internal/value"
)

// firm and deal link to each other, as the real types do.
type firm struct {
	schema.Type
	Name *schema.Field[string]   `key:"name" num:"16"`
	Main *schema.Field[value.ID] `key:"main_deal" num:"17"`
}

type deal struct {
	schema.Type
	Title  *schema.Field[string]       `key:"title" num:"16"`
	Firm   *schema.Field[value.ID]     `key:"firm" num:"17"`
	Amount *schema.Field[value.Money]  `key:"amount" num:"18"`
	Source *schema.Field[value.Option] `key:"source" num:"19"`
	notes  int
}

func newFirm() *firm {
	return schema.Declare(&firm{
		Type: schema.Type{Key: "firm", Num: 1, Title: "name"},
		Name: schema.String(i18n.T("Name", "名称"), schema.Required, schema.Unique),
		Main: schema.Link[deal](i18n.T("Main deal", "主要商机")),
	})
}

func newDeal() *deal {
	return schema.Declare(&deal{
		Type:   schema.Type{Key: "deal", Num: 2, Title: "title"},
		Title:  schema.String(i18n.T("Title", "名称"), schema.Checked(noBang)),
		Firm:   schema.Link[firm](i18n.T("Firm", "公司")),
		Amount: schema.Money(i18n.T("Amount", "金额")),
		Source: schema.Choice(i18n.T("Source", "来源"), []schema.Option{schema.Opt(1, "web", i18n.T("Web site", "官网")), schema.Tinted(2, "fair", "success", i18n.T("Fair", "展会"))}),
		notes:  1,
	})
}

func noBang(v any) error {
	if strings.Contains(v.(string), "!") {
		return value.ErrTextBad.Err()
	}
	return nil
}

func registry(t *testing.T) (*schema.Registry, *deal) {
	t.Helper()
	d := newDeal()
	reg, err := schema.NewRegistry(&newFirm().Type, &d.Type)
	if err != nil {
		t.Fatal(err)
	}
	return reg, d
}

func TestDeclarationsAreFoundByKeyAndNumber(t *testing.T) {
	reg, d := registry(t)
	if reg.Type("deal") != &d.Type || reg.TypeNum(2) != &d.Type || reg.Type("none") != nil || len(reg.Types()) != 2 {
		t.Error("types are not found")
	}
	if d.Field("amount") != &d.Amount.Def || d.FieldNum(18) != &d.Amount.Def || d.Field("x") != nil || d.TitleField() != &d.Title.Def {
		t.Error("fields are not found")
	}
	if d.Rules() != any(d) || len(d.Fields) != 4 || d.Fields[0].Key != "title" {
		t.Errorf("fields = %v", d.Fields)
	}
	if k, ok := d.KindOf(18); k != value.Amount || !ok {
		t.Errorf("kind of 18 is %v", k)
	}
	if _, ok := d.KindOf(99); ok {
		t.Error("there is a field 99")
	}
}

func TestTypesMayLinkToEachOther(t *testing.T) {
	reg, d := registry(t)
	if d.Firm.Target != "firm" || reg.Type("firm").Field("main_deal").Target != "deal" {
		t.Errorf("targets are %q and %q", d.Firm.Target, reg.Type("firm").Field("main_deal").Target)
	}
}

func TestHandlesReadAndWriteTypedValues(t *testing.T) {
	_, d := registry(t)
	r := record.New(2, value.ID{1})
	if _, ok := d.Amount.Get(r); ok || d.Title.Of(r) != "" {
		t.Error("an empty row has values")
	}
	d.Title.Set(r, "Big one")
	d.Amount.Set(r, value.Money{Minor: 5, Currency: "CNY"})
	if d.Title.Of(r) != "Big one" || d.Amount.Def.Of(r) != (value.Money{Minor: 5, Currency: "CNY"}) {
		t.Error("values are lost")
	}
	c := &record.Change{After: r}
	if !c.New() || !d.Title.Changed(c) || d.Source.Changed(c) || c.Row() != r {
		t.Error("the change is not seen")
	}
	d.Title.Clear(r)
	if r.Get(d.Title.Num) != nil {
		t.Error("the title is still there")
	}
}

func TestFieldsCheckKindAndMore(t *testing.T) {
	_, d := registry(t)
	if d.Title.Check("fine") != nil || d.Title.Check(nil) != nil {
		t.Error("good values are refused")
	}
	for _, bad := range []any{"no!", 5, strings.Repeat("x", value.MaxText+1)} {
		if d.Title.Check(bad) == nil {
			t.Errorf("%.20v is taken", bad)
		}
	}
}

func TestChoicesAreFoundByKeyAndWords(t *testing.T) {
	_, d := registry(t)
	for _, word := range []string{"fair", "FAIR", " 展会 "} {
		if n, ok := d.Source.OptionNamed(word); n != 2 || !ok {
			t.Errorf("OptionNamed(%q) = %d", word, n)
		}
	}
	if n, ok := d.Source.OptionNamed("web"); n != 1 || !ok {
		t.Errorf("by key: %d", n)
	}
	if _, ok := d.Source.OptionNamed(""); ok {
		t.Error("no word is a choice")
	}
	if d.Source.Words(2) != i18n.T("Fair", "展会") || d.Source.Words(9) != i18n.Same("#9") {
		t.Errorf("words are %v and %v", d.Source.Words(2), d.Source.Words(9))
	}
}

func TestOwnFieldsAndChoicesMakeANewRegistry(t *testing.T) {
	reg, d := registry(t)
	own := &schema.Def{Key: "colour", Num: schema.FirstOwn + 5, Kind: value.Text, Label: i18n.Same("Colour")}
	more, err := reg.With([]schema.Customs{{Type: "deal", Fields: []*schema.Def{own}, Options: map[string][]schema.Option{"source": {schema.Opt(7, "", i18n.Same("Other"))}}}})
	if err != nil {
		t.Fatal(err)
	}
	changed := more.Type("deal")
	if changed.Field("colour") == nil || !changed.Field("colour").Own || own.Own || changed.FieldNum(schema.FirstOwn+5) == nil {
		t.Error("the own field is not there, or is not a copy")
	}
	if n, ok := changed.Field("source").OptionNamed("other"); n != 7 || !ok || changed.Field("firm").Target != "firm" || changed.Rules() != any(d) {
		t.Error("choices, links or rules are lost")
	}
	if d.Field("colour") != nil || len(d.Source.Options) != 2 {
		t.Error("the declaration changed")
	}
}

func TestWithIsSafeBesideReaders(t *testing.T) {
	reg, d := registry(t)
	var wait sync.WaitGroup
	for range 4 {
		wait.Go(func() {
			if _, err := reg.With(nil); err != nil || d.Firm.Target != "firm" {
				t.Errorf("With: %v", err)
			}
		})
	}
	wait.Wait()
}

func TestWrongDeclarationsAreRefused(t *testing.T) {
	reg, _ := registry(t)
	for name, own := range map[string]*schema.Def{
		"number twice": {Key: "x", Num: 16, Kind: value.Text},
		"key twice":    {Key: "title", Num: schema.FirstOwn, Kind: value.Text},
		"no target":    {Key: "x", Num: schema.FirstOwn, Kind: value.Link, Target: "nowhere"},
		"rate in text": {Key: "x", Num: schema.FirstOwn, Kind: value.Amount, Rate: "title"},
		"rate of text": {Key: "x", Num: schema.FirstOwn, Kind: value.Text, Rate: "title"},
	} {
		if _, err := reg.With([]schema.Customs{{Type: "deal", Fields: []*schema.Def{own}}}); err == nil {
			t.Errorf("%s is taken", name)
		}
	}
	d := newDeal()
	if _, err := schema.NewRegistry(&d.Type, &d.Type); err == nil {
		t.Error("a type twice is taken")
	}
	d.Type.Title = "none"
	if _, err := schema.NewRegistry(&newFirm().Type, &d.Type); err == nil {
		t.Error("a type without a title is taken")
	}
}

func TestDeclarePanicsOnADefect(t *testing.T) {
	type low struct {
		schema.Type
		X *schema.Field[string] `key:"x" num:"3"`
	}
	type own struct {
		schema.Type
		X *schema.Field[string] `key:"x" num:"1048576"`
	}
	for name, declare := range map[string]func(){
		"header number": func() { schema.Declare(&low{X: schema.String(i18n.Same("x"))}) },
		"own number":    func() { schema.Declare(&own{X: schema.String(i18n.Same("x"))}) },
	} {
		t.Run(name, func(t *testing.T) {
			defer func() {
				if recover() == nil {
					t.Error("the declaration is taken")
				}
			}()
			declare()
		})
	}
}

func TestTypesAreJSON(t *testing.T) {
	reg, _ := registry(t)
	b, err := json.Marshal(reg.Type("deal"))
	if err != nil || !strings.Contains(string(b), `"key":"amount"`) {
		t.Errorf("%s, %v", b, err)
	}
}
