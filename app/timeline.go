package app

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"time"

	"dealbox/internal/core"
	"dealbox/internal/crm"
	"dealbox/internal/i18n"
	"dealbox/internal/query"
	"dealbox/internal/record"
	"dealbox/internal/schema"
	"dealbox/internal/table"
	"dealbox/internal/value"
)

// maxTimeline bounds each sort of entry of a timeline.
const maxTimeline = 500

// inTimeline says that records of a type stand in timelines, not in lists of relations.
func inTimeline(t *schema.Type) bool {
	return t.Key == crm.Activity.Key || t.Key == crm.Task.Key || t.Key == crm.StageEvent.Key
}

// linked lists the records of a type whose link names a record, newest first.
func (o *opened) linked(t *schema.Type, field string, id value.ID) (*table.Selection, error) {
	c := query.Cond{Op: "eq", Field: field, Value: id.String()}
	where, err := o.w.Bind(o.session.Actor(), &c, t)
	if err != nil {
		return nil, err
	}
	return o.w.Tables().Table(t.Num).Select(table.Query{Where: where, Env: o.env()}), nil
}

// Timeline tells what happened to a record, newest first: planned tasks and activities
// on top.
func (r *Records) Timeline(typ, id string) (entries []TimelineEntry, err error) {
	defer guard(&err)
	entries = []TimelineEntry{}
	o, t, key, err := r.find(typ, id)
	if err != nil {
		return entries, err
	}
	l := r.h.Lang()
	err = o.w.View(o.session.Actor(), func(tx *core.Tx) error {
		if _, err := readable(tx, o, t, key); err != nil {
			return err
		}
		for _, other := range []*schema.Type{&crm.Activity.Type, &crm.Task.Type, &crm.StageEvent.Type} {
			found, err := o.linkedEntries(tx, other, t, key, l)
			if err != nil {
				return err
			}
			entries = append(entries, found...)
		}
		history, err := o.historyEntries(tx, t, key, l)
		entries = append(entries, history...)
		return err
	})
	slices.SortStableFunc(entries, func(a, b TimelineEntry) int {
		if a.Planned != b.Planned {
			return cmp.Compare(boolInt(b.Planned), boolInt(a.Planned))
		}
		return cmp.Compare(b.At, a.At)
	})
	return entries, err
}

func boolInt(b bool) int {
	if b {
		return 1
	}
	return 0
}

func (o *opened) linkedEntries(tx *core.Tx, t, to *schema.Type, id value.ID, l i18n.Lang) (out []TimelineEntry, err error) {
	t = o.w.Registry().Type(t.Key)
	for _, d := range t.Fields {
		if d.Target != to.Key || d.Hidden {
			continue
		}
		sel, err := o.linked(t, d.Key, id)
		if err != nil {
			return nil, err
		}
		for _, rid := range sel.IDs(0, min(sel.Len(), maxTimeline)) {
			rec, err := tx.Get(t, rid)
			if err != nil {
				return nil, err
			}
			if rec.Live() {
				out = append(out, o.linkedEntry(t, rec, l))
			}
		}
	}
	return out, nil
}

func (o *opened) linkedEntry(t *schema.Type, rec *record.Row, l i18n.Lang) TimelineEntry {
	row := o.row(t, rec, l)
	at := momentOf(rec.Head.Created)
	e := TimelineEntry{ID: t.Key + ":" + row.ID, Kind: t.Key, Row: &row, Changes: []FieldChange{}, Actor: o.ref(crm.Member.Key, rec.Head.Author, l)}
	switch t.Key {
	case crm.Activity.Key:
		if m, ok := crm.Activity.At.Get(rec); ok {
			at = m.Time()
		}
	case crm.Task.Key:
		status := crm.Task.Status.Of(rec)
		e.Planned = status == crm.TaskOpen || status == crm.TaskDoing
		at = taskTime(rec, e.Planned)
	case crm.StageEvent.Key:
		e.Kind = "stage"
		at = crm.StageEvent.At.Of(rec).Time()
	}
	e.At = stampTime(at)
	return e
}

// taskTime is when a task stands in a timeline: what is planned at its due day, what is over
// when that came about.
func taskTime(rec *record.Row, planned bool) time.Time {
	if due, ok := crm.Task.Due.Get(rec); ok && planned {
		return due.Time()
	}
	if done, ok := crm.Task.DoneAt.Get(rec); ok {
		return done.Time()
	}
	if s, ok := rec.Head.Fields[crm.Task.Status.Num]; ok && !planned {
		return momentOf(s)
	}
	return momentOf(rec.Head.Created)
}

// momentOf is the wall clock of a stamp, to the millisecond.
func momentOf(s record.Stamp) time.Time { return time.UnixMilli(int64(s.Clock >> 16)) }

func stampTime(t time.Time) string { return t.UTC().Format("2006-01-02T15:04:05.000Z07:00") }

func (o *opened) historyEntries(tx *core.Tx, t *schema.Type, id value.ID, l i18n.Lang) (out []TimelineEntry, err error) {
	events, err := tx.History(t, id, maxTimeline)
	if err != nil {
		return nil, err
	}
	for i, ev := range events {
		e := TimelineEntry{
			ID: "log:" + strconv.FormatUint(ev.Seq, 10) + ":" + strconv.Itoa(i), At: stampTime(ev.At),
			Actor: o.ref(crm.Member.Key, ev.Actor, l), Source: ev.Source.String(), Changes: []FieldChange{},
			Kind:   [...]string{"", "created", "changed", "deleted", "restored"}[ev.Kind],
			Change: ChangeRef{ID: formatSet(ev.Set)},
		}
		if ev.Kind == core.Created {
			e.Change.ID = ""
		}
		if ev.Kind == core.Changed {
			if e.Changes = o.fieldChanges(t, ev, l); len(e.Changes) == 0 {
				continue
			}
		}
		out = append(out, e)
	}
	return out, nil
}

// fieldChanges tells changed fields in words. What rules keep is left out, unless it is
// all that changed.
func (o *opened) fieldChanges(t *schema.Type, ev core.Event, l i18n.Lang) []FieldChange {
	changes := []FieldChange{}
	for _, d := range o.visible(t) {
		was, hadOld := ev.Before[d.Num]
		is, hasNew := ev.After[d.Num]
		if d.ReadOnly || !hadOld && !hasNew {
			continue
		}
		changes = append(changes, FieldChange{
			Field: d.Key, Label: d.Label, Before: o.words(d, was, l), After: o.words(d, is, l),
		})
	}
	return changes
}

func (o *opened) words(d *schema.Def, v any, l i18n.Lang) string {
	if v == nil {
		return ""
	}
	s := d.Kind.Format(v, o.writing(d, l))
	if r := []rune(s); len(r) > 200 {
		return fmt.Sprintf("%s…", string(r[:199]))
	}
	return s
}
