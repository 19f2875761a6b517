package app_test

import (
	"slices"
	"testing"
	"time"

	"dealbox/app"
	"dealbox/internal/crm"
	"dealbox/internal/fault"
	"dealbox/internal/value"
)

func TestMoveThatLacksSomethingNamesTheFields(t *testing.T) {
	d := open(t)
	deal := d.deal("A", "", "New")
	move := func(values map[string]any) error {
		_, err := d.records.Save(app.SaveInput{Type: "opportunity", ID: deal.ID, Values: values})
		return err
	}
	f := refused(t, move(map[string]any{"stage": d.stage("Qualified").ID}), fault.Incomplete)
	if !slices.Equal(f.Fields, []string{"need"}) {
		t.Errorf("asked for %v", f.Fields)
	}
	if err := move(map[string]any{"stage": d.stage("Qualified").ID, "need": "12 kits"}); err != nil {
		t.Fatal(err)
	}
	f = refused(t, move(map[string]any{"stage": d.stage("Lost").ID}), fault.Incomplete)
	if !slices.Equal(f.Fields, []string{"lost_reason"}) {
		t.Errorf("asked for %v", f.Fields)
	}
	reason := got(d.records.Suggest(app.SuggestInput{Type: "lost_reason", Text: "Price", Limit: 5})).in(t)[0]
	row := d.save("opportunity", deal.ID, map[string]any{"stage": d.stage("Lost").ID, "lost_reason": reason.ID})
	same(t, "reason", row.Values["lost_reason"].(app.Ref).Title, "Price")
}

func TestFaultyValuesNameTheirField(t *testing.T) {
	d := open(t)
	for name, c := range map[string]struct {
		values map[string]any
		field  string
		code   fault.Code
	}{
		"no name":        {map[string]any{"city": "Wuhan"}, "name", fault.Invalid},
		"bad mail":       {map[string]any{"name": "A", "email": "no mail"}, "email", fault.Invalid},
		"bad money":      {map[string]any{"name": "A", "revenue": map[string]any{"amount": "many"}}, "revenue", fault.Invalid},
		"unknown field":  {map[string]any{"name": "A", "colour": "red"}, "", fault.NotFound},
		"unknown record": {map[string]any{"name": "A", "parent": "01ARZ3NDEKTSV4RRFFQ69G5FAV"}, "parent", fault.Invalid},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := d.records.Save(app.SaveInput{Type: "account", Values: c.values})
			same(t, "field", refused(t, err, c.code).Field, c.field)
		})
	}
	same(t, "accounts", got(d.files.State()).in(t).File.Counts["account"], 0)
}

func TestNamesInEnglishAreSaidAndFound(t *testing.T) {
	d := open(t)
	stage := app.SaveInput{Type: "stage", Values: map[string]any{"name": "试用", "english": "Trial"}}
	in := app.SaveInput{Type: "pipeline", Values: map[string]any{"name": "渠道流程", "english": "Channel"}, Children: []app.SaveInput{stage}}
	made := got(d.records.Save(in)).in(t).Row
	undo := got(d.records.Stack()).in(t).Undo.Label
	same(t, "in English", undo.En, "create pipeline “Channel”")
	same(t, "in Chinese", undo.Zh, "新建销售流程「渠道流程」")
	find := func(typ, text string) []app.Ref {
		return got(d.records.Suggest(app.SuggestInput{Type: typ, Text: text, Limit: 5})).in(t)
	}
	if refs := find("pipeline", "chan"); len(refs) != 1 || refs[0].ID != made.ID {
		t.Errorf("pipelines by name in English: %v", refs)
	}
	if refs := find("stage", "tria"); len(refs) != 1 {
		t.Errorf("stages by name in English: %v", refs)
	}
}

func TestDeleteUndoAndRedo(t *testing.T) {
	d := open(t)
	a := d.save("account", "", map[string]any{"name": "A"})
	count := func() int { return got(d.files.State()).in(t).File.Counts["account"] }
	got(d.records.Delete("account", []string{a.ID})).in(t)
	same(t, "after deleting", count(), 0)
	same(t, "still readable", got(d.records.Get("account", a.ID)).in(t).Deleted, true)
	u := got(d.records.Undo()).in(t)
	same(t, "what was undone", u.Label.En, "delete account")
	same(t, "records", u.Done, 1)
	same(t, "after undo", count(), 1)
	same(t, "next redo", got(d.records.Stack()).in(t).Redo.Label.En, "delete account")
	got(d.records.Redo()).in(t)
	same(t, "after redo", count(), 0)
	got(d.records.Undo()).in(t)
	got(d.records.Undo()).in(t)
	same(t, "the creation undone", count(), 0)
	same(t, "nothing more", got(d.records.Undo()).in(t).Done, 0)
	_, err := d.records.Delete("account", []string{a.ID})
	refused(t, err, fault.NotFound)
}

func TestUndoOfAnEarlierChangeKeepsTheLaterOne(t *testing.T) {
	d := open(t)
	a := d.save("account", "", map[string]any{"name": "A", "city": "Wuhan"})
	first := got(d.records.Save(app.SaveInput{Type: "account", ID: a.ID, Values: map[string]any{"name": "B", "city": "Shenzhen"}})).in(t).Change
	d.save("account", a.ID, map[string]any{"name": "C"})
	u := got(d.records.UndoChange(first.ID)).in(t)
	if len(u.Conflicts) != 1 || u.Conflicts[0].Field != "name" || u.Conflicts[0].Record.Title != "C" {
		t.Errorf("conflicts %+v", u.Conflicts)
	}
	row := got(d.records.Get("account", a.ID)).in(t)
	same(t, "name", row.Title, "C")
	same(t, "city", row.Values["city"], any("Wuhan"))
	_, err := d.records.UndoChange("no number")
	refused(t, err, fault.NotFound)
}

func TestSeveralRecordsChangeInOneStep(t *testing.T) {
	d := open(t)
	a, b := d.save("account", "", map[string]any{"name": "A"}), d.save("account", "", map[string]any{"name": "B"})
	in := []app.SaveInput{
		{Type: "account", ID: a.ID, Values: map[string]any{"city": "Wuhan"}}, {Type: "account", ID: b.ID, Values: map[string]any{"email": "no mail"}},
	}
	_, err := d.records.SaveMany(in)
	refused(t, err, fault.Invalid)
	same(t, "nothing was changed", got(d.records.Get("account", a.ID)).in(t).Values["city"], any(nil))
	in[1].Values = map[string]any{"city": "Wuhan"}
	got(d.records.SaveMany(in)).in(t)
	same(t, "undone together", got(d.records.Undo()).in(t).Done, 2)
}

func TestChildrenAreSavedWithTheirParent(t *testing.T) {
	d := open(t)
	product := d.save("product", "", map[string]any{"name": "Servo kit"})
	res := got(d.records.Save(app.SaveInput{Type: "opportunity", Values: map[string]any{"name": "A"}, Children: []app.SaveInput{
		{Type: "opportunity_line", Values: map[string]any{"product": product.ID, "quantity": "2", "unit_price": "10"}},
	}})).in(t)
	for _, l := range got(d.records.Related("opportunity", res.Row.ID)).in(t) {
		if l.Relation.Type == "opportunity_line" {
			same(t, "lines", l.Count, 1)
			same(t, "product", l.Rows[0].Values["product"].(app.Ref).Title, "Servo kit")
		}
	}
	got(d.records.Undo()).in(t)
	same(t, "the opportunity is gone", got(d.records.Get("opportunity", res.Row.ID)).in(t).Deleted, true)
}

func TestTimelineTellsMovesChangesAndActivities(t *testing.T) {
	d := open(t)
	deal := d.deal("A", "100", "New")
	d.save("opportunity", deal.ID, map[string]any{"stage": d.stage("Contacted").ID})
	d.save("opportunity", deal.ID, map[string]any{"next_step": "Call"})
	d.save("activity", "", map[string]any{"subject": "Phoned", "opportunity": deal.ID})
	d.save("task", "", map[string]any{"title": "Send offer", "opportunity": deal.ID})
	kinds := map[string]int{}
	entries := got(d.records.Timeline("opportunity", deal.ID)).in(t)
	for _, e := range entries {
		kinds[e.Kind]++
		for _, c := range e.Changes {
			if c.Field == "next_step" {
				same(t, "before and after", c.Before+"→"+c.After, "→Call")
			}
		}
	}
	if !entries[0].Planned || entries[0].Row.Title != "Send offer" {
		t.Errorf("on top stands %+v, not what is planned", entries[0])
	}
	for kind, n := range map[string]int{"task": 1, "activity": 1, "stage": 2, "created": 1} {
		same(t, kind, kinds[kind], n)
	}
	if kinds["changed"] == 0 {
		t.Error("no change of fields is told")
	}
}

func TestFinishedTasksStandWhereTheyWereFinished(t *testing.T) {
	d := open(t)
	deal := d.deal("A", "100", "New")
	at := map[string]string{}
	for end, status := range map[string]value.Option{"Done": crm.TaskDone, "Cancelled": crm.TaskCancelled} {
		task := d.save("task", "", map[string]any{"title": end, "opportunity": deal.ID, "due": "2027-03-01"})
		d.clock.Add(time.Hour)
		d.save("task", task.ID, map[string]any{"status": float64(status)})
		at[end] = d.clock.Now().Format("2006-01-02T15:04")
	}
	for _, e := range got(d.records.Timeline("opportunity", deal.ID)).in(t) {
		if e.Kind == "task" {
			same(t, e.Row.Title+" is planned", e.Planned, false)
			same(t, e.Row.Title, e.At[:16], at[e.Row.Title])
		}
	}
}

func TestTypedTextIsRead(t *testing.T) {
	d := open(t)
	account := d.save("account", "", map[string]any{"name": "华星自动化"})
	for _, c := range []struct{ field, text, shown string }{
		{"amount", "12.8万", "¥128,000.00"}, {"expected_close", "2026-12-05", "2026-12-05"}, {"account", "华 星自动化", "华星自动化"},
		{"expected_close", "tomorrow", "2026-11-25"}, {"tags", "a; b", "a; b"},
	} {
		t.Run(c.field+" "+c.text, func(t *testing.T) {
			same(t, "shown", got(d.records.Parse(app.ParseInput{Type: "opportunity", Field: c.field, Text: c.text})).in(t).Shown, c.shown)
		})
	}
	_, err := d.records.Parse(app.ParseInput{Type: "opportunity", Field: "account", Text: "nobody"})
	same(t, "field", refused(t, err, fault.Invalid).Field, "account")
	same(t, "suggested", got(d.records.Suggest(app.SuggestInput{Type: "account", Text: "hx", Limit: 5})).in(t)[0].ID, account.ID)
	same(t, "blank owner", got(d.records.Blank("opportunity")).in(t).Values["owner"].(app.Ref).Title, "Ann")
}

// TestWhatIsNotInUseIsNotOffered: a reason that was switched off is no choice any more, but
// lists can still be filtered by it.
func TestWhatIsNotInUseIsNotOffered(t *testing.T) {
	d := open(t)
	reasons := func(all bool) []app.Ref {
		return got(d.records.Suggest(app.SuggestInput{Type: "lost_reason", Limit: 50, All: all})).in(t)
	}
	before := reasons(false)
	d.save("lost_reason", before[0].ID, map[string]any{"active": false})
	if after := reasons(false); !slices.Equal(after, before[1:]) {
		t.Errorf("offered %v", after)
	}
	same(t, "to filter by", len(reasons(true)), len(before))
}
