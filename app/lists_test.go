package app_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"dealbox/app"
	"dealbox/internal/fault"
	"dealbox/internal/query"
)

// titles gives the titles of a span of a list; group heads as "# label count".
func (d *desk) titles(token string, start, end int) string {
	d.Helper()
	var all []string
	for _, r := range got(d.lists.Rows(token, start, end)).in(d.T).Rows {
		if r.Group != nil {
			all = append(all, fmt.Sprintf("# %s %d", r.Group.Label, r.Group.Count))
		} else {
			all = append(all, r.Title)
		}
	}
	return strings.Join(all, ", ")
}

func TestListKeepsItsRowsWhileValuesChange(t *testing.T) {
	d := open(t)
	a := d.save("account", "", map[string]any{"name": "A", "city": "Wuhan"})
	for _, name := range []string{"C", "B"} {
		d.save("account", "", map[string]any{"name": name, "city": "Wuhan"})
	}
	l := got(d.lists.Open(app.ListQuery{Type: "account", Sort: []app.SortKey{{Field: "name"}}})).in(t)
	same(t, "count", l.Count, 3)
	same(t, "rows", d.titles(l.Token, 0, 10), "A, B, C")
	d.save("account", a.ID, map[string]any{"name": "Z"})
	d.save("account", "", map[string]any{"name": "D"})
	got(d.records.Delete("account", got(d.lists.IDs(l.Token, 1, 2)).in(t))).in(t)
	same(t, "the same rows, values as they are now", d.titles(l.Token, 0, 10), "Z, B, C")
	rows := got(d.lists.Rows(l.Token, 0, 3)).in(t).Rows
	same(t, "B is marked as deleted", rows[1].Deleted, true)
	same(t, "place of A", got(d.lists.Position(l.Token, a.ID)).in(t), 0)
	fresh := got(d.lists.Open(app.ListQuery{Type: "account", Sort: []app.SortKey{{Field: "name", Desc: true}}})).in(t)
	same(t, "a new list", d.titles(fresh.Token, 0, 10), "Z, D, C")
	same(t, "a span", d.titles(fresh.Token, 1, 2), "D")
	same(t, "behind the end", d.titles(fresh.Token, 3, 9), "")
}

func TestRowsThatNoLongerBelongWhereTheyStandAreMarked(t *testing.T) {
	d := open(t)
	rows := map[string]app.Row{}
	for _, name := range []string{"A", "B", "C", "D", "E"} {
		rows[name] = d.save("account", "", map[string]any{"name": name, "city": "Wuhan"})
	}
	where := query.Cond{Op: query.OpEq, Field: "city", Value: "Wuhan"}
	ask := app.ListQuery{Type: "account", Where: &where, Sort: []app.SortKey{{Field: "name"}}}
	l := got(d.lists.Open(ask)).in(t)
	marked := func(token string) (names string) {
		for _, r := range got(d.lists.Rows(token, 0, 9)).in(t).Rows {
			if r.Changed {
				names += r.Title
			}
		}
		return names
	}
	d.save("account", rows["A"].ID, map[string]any{"phone": "110"})
	same(t, "one that only has another phone", marked(l.Token), "")
	d.save("account", rows["B"].ID, map[string]any{"name": "BB"})
	same(t, "one that keeps its place", marked(l.Token), "")
	d.save("account", rows["C"].ID, map[string]any{"name": "Z"})
	same(t, "one that goes to the end", marked(l.Token), "Z")
	d.save("account", rows["D"].ID, map[string]any{"city": "Nanjing"})
	same(t, "one that is out", marked(l.Token), "ZD")
	same(t, "a new list", marked(got(d.lists.Open(ask)).in(t).Token), "")
	got(d.records.Undo()).in(t)
	same(t, "back in", marked(l.Token), "Z")
	for name, to := range map[string]string{"A": "B2", "B": "B1"} {
		d.save("account", rows[name].ID, map[string]any{"name": to})
	}
	same(t, "two that changed places", marked(l.Token), "B1Z")
	ask.Group, ask.Open = "city", []string{"Wuhan"}
	grouped := got(d.lists.Open(ask)).in(t)
	d.save("account", rows["E"].ID, map[string]any{"city": "Nanjing"})
	same(t, "one that left its group", marked(grouped.Token), "E")
}

func TestListIsGoneAfterEightNewerOnes(t *testing.T) {
	d := open(t)
	first := got(d.lists.Open(app.ListQuery{Type: "account"})).in(t).Token
	second := got(d.lists.Open(app.ListQuery{Type: "account"})).in(t).Token
	for range 7 {
		got(d.lists.Open(app.ListQuery{Type: "account"})).in(t)
	}
	_, err := d.lists.Rows(first, 0, 1)
	refused(t, err, fault.Gone)
	got(d.lists.Rows(second, 0, 1)).in(t)
	if err := d.lists.Close(second); err != nil {
		t.Fatal(err)
	}
	_, err = d.lists.Text(second, 0, 1, []string{"name"})
	refused(t, err, fault.Gone)
	_, err = d.board.Cards(second, d.stage("New").ID, 0, 1)
	refused(t, err, fault.Gone)
}

func TestGroupsStandWithTheirTotalsAndOpen(t *testing.T) {
	d := open(t)
	d.deal("A", "100", "New")
	d.deal("B", "50.5", "New")
	d.deal("C", "7", "Contacted")
	q := app.ListQuery{Type: "opportunity", Group: "stage", Sums: []string{"amount"}, Sort: []app.SortKey{{Field: "name"}}}
	l := got(d.lists.Open(q)).in(t)
	same(t, "records", l.Count, 3)
	same(t, "total", l.Sums["amount"].Amount, "157.50")
	same(t, "heads", d.titles(l.Token, 0, 10), "# New 2, # Contacted 1")
	head := got(d.lists.Rows(l.Token, 0, 1)).in(t).Rows[0].Group
	same(t, "sum of the group", head.Sums["amount"].Amount, "150.50")
	q.Open = []string{head.Key}
	l = got(d.lists.Open(q)).in(t)
	same(t, "rows", l.Total, 4)
	same(t, "with an open group", d.titles(l.Token, 0, 10), "# New 2, A, B, # Contacted 1")
	same(t, "ids without heads", len(got(d.lists.IDs(l.Token, 0, 10)).in(t)), 2)
}

func TestCopiedTextIsWhatASpreadsheetTakes(t *testing.T) {
	d := open(t)
	d.save("account", "", map[string]any{"name": "say \"hi\"\tnow", "city": "武汉"})
	l := got(d.lists.Open(app.ListQuery{Type: "account"})).in(t)
	same(t, "text", got(d.lists.Text(l.Token, 0, 10, []string{"name", "city"})).in(t),
		"Name\tCity\r\n\"say \"\"hi\"\" now\"\t武汉\r\n")
	d.deal("A", "1234567.5", "New")
	l = got(d.lists.Open(app.ListQuery{Type: "opportunity"})).in(t)
	same(t, "numbers", got(d.lists.Text(l.Token, 0, 10, []string{"amount", "probability"})).in(t),
		"Amount\tWin probability\r\n1234567.50\t10%\r\n")
	_, err := d.lists.Text(l.Token, 0, 10, []string{"colour"})
	refused(t, err, fault.NotFound)
}

func TestTickedRowsAreCopiedHoweverManyTheyAre(t *testing.T) {
	d := open(t)
	var b strings.Builder
	b.WriteString("客户名称\n")
	for i := range 3000 {
		fmt.Fprintf(&b, "A%04d\n", i)
	}
	d.done(got(d.imports.Start(d.draft("account", b.String()).ID, "")).in(t))
	l := got(d.lists.Open(app.ListQuery{Type: "account", Sort: []app.SortKey{{Field: "name"}}})).in(t)
	ids := got(d.lists.IDs(l.Token, 0, 3000)).in(t)
	in := app.TickedInput{Token: l.Token, IDs: ids[:2500], Fields: []string{"name"}}
	few := got(d.lists.Ticked(in)).in(t)
	same(t, "rows of 2,500", few.Rows, 2500)
	same(t, "lines", strings.Count(few.Text, "\r\n"), 2499)
	in.All, in.IDs = true, ids[1:3]
	rest := got(d.lists.Ticked(in)).in(t)
	same(t, "rows of all but two", rest.Rows, 2998)
	same(t, "in order", rest.Text[:12], "A0000\r\nA0003")
	in.Fields = slices.Repeat([]string{"name"}, 1000)
	most := got(d.lists.Ticked(in)).in(t)
	same(t, "a million cells", most.Rows, 1000)
	same(t, "left out", most.Left, 1998)
}

func TestListsAreFilteredByConditionsAndText(t *testing.T) {
	d := open(t)
	d.save("account", "", map[string]any{"name": "重庆机械", "city": "Chongqing"})
	d.save("account", "", map[string]any{"name": "华星", "city": "Wuhan"})
	where := query.Cond{Op: query.OpEq, Field: "city", Value: "Wuhan"}
	l := got(d.lists.Open(app.ListQuery{Type: "account", Where: &where})).in(t)
	same(t, "by condition", d.titles(l.Token, 0, 10), "华星")
	l = got(d.lists.Open(app.ListQuery{Type: "account", Text: "cq"})).in(t)
	same(t, "by initials", d.titles(l.Token, 0, 10), "重庆机械")
	_, err := d.lists.Open(app.ListQuery{Type: "nothing"})
	refused(t, err, fault.NotFound)
	_, err = d.lists.Open(app.ListQuery{Type: "account", Sums: []string{"name"}})
	refused(t, err, fault.Invalid)
}
