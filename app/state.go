package app

import (
	"errors"
	"time"

	"dealbox/internal/crm"
	"dealbox/internal/i18n"
	"dealbox/internal/store"
)

// State tells what there is to show: the open file, or why there is none.
func (f *Files) State() (s State, err error) {
	defer guard(&err)
	h := f.h
	s = State{
		Version: h.o.Version, Shell: "browser", System: system(), Language: string(h.Lang()),
		Chosen: h.prefs.get().Language != "", Folder: h.o.Folder,
	}
	if h.o.Shell != nil {
		s.Shell = "window"
	}
	h.mu.RLock()
	s.Asked = h.asked
	problem := h.problem
	h.mu.RUnlock()
	if o, err := h.current(); err == nil {
		info := o.fileInfo(h.Lang())
		s.File = &info
	} else if problem != nil {
		s.Problem, s.Holder = Fail(problem, h.Lang()), holder(problem)
	}
	return s, nil
}

func holder(err error) *Holder {
	var locked *store.LockedError
	if !errors.As(err, &locked) || locked.Owner.Since.IsZero() {
		return nil
	}
	o := locked.Owner
	return &Holder{User: o.User, Host: o.Host, Program: o.Program, PID: o.PID, Since: o.Since.UTC().Format(time.RFC3339)}
}

func (o *opened) fileInfo(l i18n.Lang) FileInfo {
	c, i := o.w.Config(), o.w.Info()
	info := FileInfo{
		Path: o.w.Path(), Name: c.Name, Size: i.Size, ReadOnly: i.ReadOnly, Base: string(c.Base), Zone: c.Zone,
		Me: o.ref(crm.Member.Key, o.session.Actor().Member, l), Sample: len(c.Sample),
		Counts: map[string]int{}, Notes: []string{},
	}
	for _, t := range o.w.Registry().Types() {
		if t.Nav {
			info.Counts[t.Key] = o.w.Tables().Table(t.Num).Live()
		}
	}
	info.Counts[crm.Opportunity.Key] = o.openOpportunities()
	for _, n := range i.Notes {
		if words, ok := notes[n]; ok {
			info.Notes = append(info.Notes, words.In(l))
		}
	}
	return info
}

func (o *opened) openOpportunities() int {
	c := openNotHeld()
	where, err := o.w.Bind(o.session.Actor(), &c, o.w.Registry().Type(crm.Opportunity.Key))
	if err != nil {
		return 0
	}
	return o.w.Tables().Table(crm.Opportunity.Num).Count(where, "")
}
