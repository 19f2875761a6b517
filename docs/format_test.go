// Package docs_test holds the page on the file format to its word: a reader written from
// format.md alone reads a file that the program made.
package docs_test

import (
	"encoding/binary"
	"encoding/json"
	"fmt"
	"go/parser"
	"go/token"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"
)

// needLine and needLines make the long text of the sample, longer than a page.
const (
	needLine  = "需要十二台伺服套件。Twelve servo kits.\n"
	needLines = 400
)

func TestSampleIsReadByThePageAlone(t *testing.T) { checkSample(t, sample) }

// The reader would prove nothing if it asked the program. Only sample_test.go, which makes
// the sample, may.
func TestReaderKnowsThePageOnly(t *testing.T) {
	files, err := filepath.Glob("*_test.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range files {
		parsed, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ImportsOnly)
		if err != nil {
			t.Fatal(err)
		}
		for _, im := range parsed.Imports {
			path := strings.Trim(im.Path.Value, `"`)
			if outside := strings.Contains(path, ".") || strings.HasPrefix(path, "dealbox"); outside && name != "sample_test.go" {
				t.Errorf("%s imports %s", name, path)
			}
		}
	}
}

// checkSample reads a sample and compares what stands in it.
func checkSample(t *testing.T, path string) {
	t.Helper()
	f, err := readFile(path, readPage(t), readNumbers(t))
	if err != nil {
		t.Fatal(err)
	}
	for name, check := range map[string]func(*testing.T, *file){
		"identity": checkIdentity, "state": checkState, "records": checkRecords, "own fields": checkOwn,
		"trash": checkTrash, "clocks": checkClocks, "log": checkLog, "counts": checkCounts,
	} {
		t.Run(name, func(t *testing.T) { check(t, f) })
	}
}

// want fails the test where two things differ.
func want(t *testing.T, what string, got, want any) {
	t.Helper()
	if !reflect.DeepEqual(got, want) {
		t.Errorf("%s: got %.300v, want %.300v", what, got, want)
	}
}

func found(t *testing.T, f *file, typ, title string) row {
	t.Helper()
	r, err := f.find(typ, title)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// moment is the time of a clock.
func moment(clock uint64) time.Time { return time.UnixMilli(int64(clock >> 16)).UTC() }

func checkIdentity(t *testing.T, f *file) {
	want(t, "length of the workspace id", len(f.keys.workspace), 16)
	identity, err := message(f.opened["meta"]["identity"])
	if err != nil {
		t.Fatal(err)
	}
	want(t, "created", time.UnixMilli(int64(one(identity, 4).u)).UTC(), time.Date(2026, 11, 24, 9, 30, 0, 0, time.UTC))
	want(t, "min-reader and min-writer", []uint64{one(identity, 2).u, one(identity, 3).u}, []uint64{1, 1})
	replica, err := message(f.opened["meta"]["replica"])
	if id := one(replica, 1).u; err != nil || id == 0 || id >= 1<<42 {
		t.Errorf("replica %d, %v", id, err)
	}
	want(t, "newest clock", moment(one(f.tally, 4).u), time.Date(2026, 11, 24, 13, 30, 0, 0, time.UTC))
}

func checkState(t *testing.T, f *file) {
	var config struct{ Name, Base, Zone, Lang, Owner string }
	if err := json.Unmarshal(f.opened["state"]["config"], &config); err != nil {
		t.Fatal(err)
	}
	want(t, "name, base, zone, language", []string{config.Name, config.Base, config.Zone, config.Lang},
		[]string{"样例 Sample", "CNY", "Asia/Shanghai", "zh-CN"})
	me := found(t, f, "member", "张伟")
	want(t, "owner", config.Owner, crockford(me.id))
	auto := f.opened["state"][fmt.Sprintf("auto/opportunity/%d", f.num("opportunity", "code"))]
	want(t, "last automatic number", binary.BigEndian.Uint64(auto), uint64(1))
}

// crockford writes an id as text: 26 characters of five bits, the first of three.
func crockford(id string) string {
	out := make([]byte, 26)
	for i := range out {
		n := 0
		for bit := range 5 {
			n <<= 1
			if at := 5*i + bit - 2; at >= 0 {
				n |= int(id[at/8]>>(7-at%8)) & 1
			}
		}
		out[i] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"[n]
	}
	return string(out)
}

// days is a date as the file has it.
func days(y int, m time.Month, d int) int64 {
	return time.Date(y, m, d, 0, 0, 0, 0, time.UTC).Unix() / 86400
}

func checkRecords(t *testing.T, f *file) {
	deal, account := found(t, f, "opportunity", "产线改造"), found(t, f, "account", "华星自动化")
	for key, v := range map[string]any{
		"name": "产线改造 Line retrofit", "code": "OPP-0001", "amount": "CNY 13500050", "account": fmt.Sprintf("%x", account.id),
		"start_date": days(2026, 1, 5), "expected_close": days(2026, 12, 5), "tags": []string{"续约", "重点"}, "next_step": "发送报价",
		"description": "Talked on the phone.\n电话沟通。", "need": strings.Repeat(needLine, needLines),
	} {
		want(t, key, deal.values[key], v)
	}
	stages, err := f.rows("stage")
	if err != nil || len(stages) != 10 {
		t.Fatalf("%d stages, %v", len(stages), err)
	}
	for _, s := range stages {
		if fmt.Sprintf("%x", s.id) == deal.values["stage"] {
			want(t, "stage", []any{s.values["name"], s.values["english"], s.values["probability"]}, []any{"新商机", "New", int64(10_000_000)})
		}
	}
	want(t, "made by", string(one(deal.header, 3).bytes), found(t, f, "member", "张伟").id)
	want(t, "made at", moment(one(deal.header, 1).u), time.Date(2026, 11, 24, 11, 30, 0, 0, time.UTC))
	tasks, err := f.rows("task")
	if err != nil || len(tasks) != 80 {
		t.Errorf("%d tasks, %v", len(tasks), err)
	}
}

func checkOwn(t *testing.T, f *file) {
	deal, account := found(t, f, "opportunity", "产线改造"), found(t, f, "account", "华星自动化")
	var people []string
	contacts, err := f.rows("contact")
	for _, c := range contacts {
		people = append(people, fmt.Sprintf("%x", c.id))
	}
	if err != nil {
		t.Fatal(err)
	}
	expected := map[string]any{
		"text": "a line", "longtext": "many\nlines", "markdown": "# 标题", "integer": int64(-42), "number": int64(-1_500_000),
		"money": "USD -99", "percent": int64(62_500_000), "date": int64(-1), "time": int64(1_795_512_600_123), "duration": int64(5400),
		"bool": uint64(0), "choice": uint64(1<<20 + 7), "choices": []string{"1048576", "1048583"}, "tags": []string{"a", "乙"},
		"link": fmt.Sprintf("%x", account.id), "links": people, "member": fmt.Sprintf("%x", found(t, f, "member", "张伟").id),
		"phone": "0755-1234567", "email": "wang@huaxing.example", "url": "https://huaxing.example",
	}
	for name, v := range expected {
		want(t, "own "+name, deal.values["own_"+name], v)
		if n := f.num("opportunity", "own_"+name); n < 1<<20 || n >= 1<<29 {
			t.Errorf("own %s has number %d", name, n)
		}
	}
	want(t, "kinds tried", len(expected)+1, len(f.page.kinds)) // the code is automatic
}

func checkTrash(t *testing.T, f *file) {
	old := found(t, f, "account", "旧客户")
	want(t, "in the trash", old.deleted, true)
	want(t, "deleted at", moment(one(old.header, 5).u), time.Date(2026, 11, 24, 13, 30, 0, 0, time.UTC))
	want(t, "its text", old.values["description"], any("Will be deleted."))
	want(t, "the other one", found(t, f, "account", "华星自动化").deleted, false)
}

// checkClocks looks for the clocks of what was changed, and of the members of the tags.
func checkClocks(t *testing.T, f *file) {
	deal := found(t, f, "opportunity", "产线改造")
	got := map[string]bool{}
	for _, c := range deal.clocks {
		name := f.keyOf("opportunity", one(c, 1).u)
		if m := one(c, 4).bytes; m != nil {
			name += fmt.Sprintf(" %s removed %d", m, one(c, 5).u)
		}
		got[name] = true
		want(t, "clock of "+name, moment(one(c, 2).u), time.Date(2026, 11, 24, 12, 30, 0, 0, time.UTC))
	}
	want(t, "clocks", got, map[string]bool{
		"amount": true, "tags": true, "next_step": true, "description": true, "tags 展会 removed 1": true, "tags 续约 removed 0": true,
	})
}

func checkLog(t *testing.T, f *file) {
	log, err := f.log()
	if err != nil {
		t.Fatal(err)
	}
	want(t, "entries", len(log), 5)
	var sources []uint64
	for _, e := range log {
		sources = append(sources, one(e.header, 5).u)
		want(t, "change-set", one(e.header, 6).u, e.seq)
	}
	want(t, "sources", sources, []uint64{6, 1, 1, 1, 1})
	deal := found(t, f, "opportunity", "产线改造")
	want(t, "history", f.history(deal.id), []uint64{3, 4})
	want(t, "last entry of the row", one(deal.header, 4).u, uint64(4))
	changes, err := f.changes(log[3], "opportunity")
	if err != nil || len(changes) != 1 {
		t.Fatalf("%d changes, %v", len(changes), err)
	}
	want(t, "operation", changes[0].op, uint64(2))
	want(t, "before", changes[0].before, map[string]any{"amount": "CNY 12800000", "tags": []string{"展会", "重点"}})
	want(t, "after", changes[0].after, map[string]any{
		"amount": "CNY 13500050", "tags": []string{"续约", "重点"}, "next_step": "发送报价", "description": "Talked on the phone.\n电话沟通。",
	})
	checkEnds(t, f, log)
}

// checkEnds looks at a creation, a deletion and a setting in the log.
func checkEnds(t *testing.T, f *file, log []entry) {
	made, err := f.changes(log[2], "contact")
	if err != nil || len(made) != 2 || made[0].op != 1 || len(made[0].digest) != 8 || len(made[0].after) != 0 {
		t.Errorf("contacts made: %+v, %v", made, err)
	}
	gone, err := f.changes(log[4], "account")
	if err != nil || len(gone) != 1 {
		t.Fatalf("accounts deleted: %+v, %v", gone, err)
	}
	want(t, "deleted", []any{gone[0].op, gone[0].before["name"], gone[0].before["description"]}, []any{uint64(3), "旧客户 Old customer", "Will be deleted."})
	settings, err := every(log[1].part, 1)
	if err != nil || len(settings) == 0 {
		t.Fatalf("own fields in the log: %v", err)
	}
	first := settings[0]
	want(t, "setting", []any{one(first, 1).u, one(first, 7).u, string(one(first, 8).bytes)}, []any{uint64(5), uint64(2), "customs/opportunity"})
	want(t, "nothing before", one(first, 4).bytes == nil, true)
}

// checkCounts says what is in the file; counts and digests were compared on opening.
func checkCounts(t *testing.T, f *file) {
	got := map[string]int{}
	for _, typ := range []string{"account", "contact", "opportunity", "task", "member", "stage", "pipeline", "lost_reason", "stage_event"} {
		got[typ] = len(f.sealed[fmt.Sprintf("rows/%d", f.numbers.types[typ])])
	}
	want(t, "rows", got, map[string]int{
		"account": 2, "contact": 2, "opportunity": 1, "task": 80, "member": 1, "stage": 10, "pipeline": 1, "lost_reason": 10, "stage_event": 1,
	})
	want(t, "commits", one(f.tally, 1).u > 4, true)
}
