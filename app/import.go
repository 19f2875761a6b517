package app

import (
	"context"
	"errors"
	"os"

	"dealbox/internal/core"
	"dealbox/internal/fault"
	"dealbox/internal/i18n"
	"dealbox/internal/transfer"
	"dealbox/internal/transfer/source"
	"dealbox/internal/value"
)

// Import brings spreadsheets in: a draft is looked at and changed until it is right, then
// started as a job, and can be undone as one step for 30 days.
type Import struct{ h *Host }

// ErrNoDraft is given for a draft that was discarded or never was.
var ErrNoDraft = fault.New(fault.Gone, "import.draft", i18n.T("This import is no longer open. Choose the file again.", "这次导入已关闭，请重新选择文件。"))

// rehearsed is how many rows of a file are tried before the import, for exact counts.
const rehearsed = 20_000

// Draft opens a file, or changes how an open draft is understood, and tells what would
// happen.
func (s *Import) Draft(in ImportInput) (out ImportDraft, err error) {
	defer guard(&err)
	o, err := s.h.current()
	if err != nil {
		return out, err
	}
	d, err := s.draft(o, in)
	if err != nil {
		return out, err
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	if err := d.apply(s.h, o, in); err != nil {
		return out, err
	}
	return d.show(s.h, o)
}

// draft finds or opens the draft that the input is about.
func (s *Import) draft(o *opened, in ImportInput) (*draft, error) {
	if in.Draft != "" {
		return o.drafts.find(in.Draft)
	}
	f, remove, err := s.open(in.Source)
	if err != nil {
		return nil, err
	}
	return o.drafts.add(f, remove), nil
}

func (s *Import) open(from ImportSource) (f *source.File, remove string, err error) {
	switch {
	case from.Text != "":
		f, err = source.OpenBytes(i18n.T("Pasted", "粘贴的内容").In(s.h.Lang()), []byte(from.Text))
	case from.Upload != "":
		if remove, err = s.h.uploaded(from.Upload); err == nil {
			f, err = source.OpenAs(remove, s.h.sentAs(from.Upload))
		}
	default:
		f, err = source.Open(from.Path)
	}
	if err != nil && remove != "" {
		err = errors.Join(err, os.Remove(remove))
	}
	return f, remove, err
}

// Discard closes a draft.
func (s *Import) Discard(id string) (err error) {
	defer guard(&err)
	o, err := s.h.current()
	if err != nil {
		return err
	}
	return o.drafts.discard(id)
}

// Start imports a draft as a job whose result is the report's id. The mapping is kept as
// a template when it gets a name.
func (s *Import) Start(id, template string) (j Job, err error) {
	defer guard(&err)
	o, err := s.h.current()
	if err != nil {
		return j, err
	}
	d, err := o.drafts.find(id)
	if err != nil {
		return j, err
	}
	d.mu.Lock()
	m, name, total := d.mapping, d.name, d.file.Info().Rows
	d.mu.Unlock()
	if template != "" {
		if err := saveTemplate(o, template, m); err != nil {
			return j, err
		}
	}
	lang := s.h.Lang()
	return s.h.jobs.start("import", labelImport(name), lang, func(ctx context.Context, j *job) (string, error) {
		report, err := s.h.runImport(ctx, o, d, m, name, func(c transfer.Counts) {
			done := c.Created + c.Updated + c.Merged + c.Skipped + c.Rejected
			j.update(func(i *Job) {
				i.Done, i.Total, i.Unit, i.Counts = int64(done), int64(max(total, done)), "rows", counts(c)
			}, false)
		})
		if err != nil {
			return "", err
		}
		j.update(func(i *Job) { i.Counts = report.Counts }, false)
		return report.ID, errors.Join(o.drafts.discard(id))
	}), nil
}

// runImport imports, and keeps the report.
func (h *Host) runImport(ctx context.Context, o *opened, d *draft, m transfer.Mapping, name string, counted func(transfer.Counts)) (ImportReport, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	var rejects rejected
	rejects.begin(d.file.Info().Columns, h.Lang())
	im := &transfer.Importer{
		W: o.w, Actor: o.session.Actor(), Mapping: m, Rows: d.file, Counted: counted,
		Each: func(out transfer.Outcome) { rejects.note(out, h.Lang()) },
	}
	done, err := im.Run(ctx)
	if err != nil {
		return ImportReport{}, err
	}
	o.session.Remember(done.Set, labelImport(name))
	report := ImportReport{
		ID: formatSet(done.Set), Name: name, Type: m.Type, At: stampTime(o.w.Now()), Counts: counts(done.Counts),
		By: o.ref("member", o.session.Actor().Member, h.Lang()), Errors: rejects.errors, Rejects: rejects.rows, Edited: []Ref{},
		Notes: importNotes(done.Notes, h.Lang()),
	}
	if done.Set == 0 {
		report.ID = value.NewID(o.w.Now()).String()
	}
	h.o.Emit("file", struct{}{})
	return report, saveReport(o, report, rejects.csv())
}

func importNotes(notes []transfer.CellError, l i18n.Lang) (out []ImportError) {
	for _, n := range notes {
		out = append(out, ImportError{n.Row, n.Column, Fail(n.Err, l).Message})
	}
	return out
}

func counts(c transfer.Counts) ImportCounts {
	return ImportCounts{
		Created: c.Created, Updated: c.Updated, Merged: c.Merged, Skipped: c.Skipped, Rejected: c.Rejected,
		Linked: c.Linked, Criteria: c.Criteria, Reasons: c.Reasons,
	}
}

// Undo takes an import back as a job. Records that were changed since stay, and are named
// in the report, unless their ids are given.
func (s *Import) Undo(id string, records []string) (j Job, err error) {
	defer guard(&err)
	o, err := s.h.current()
	if err != nil {
		return j, err
	}
	report, err := readReport(o, id)
	if err != nil {
		return j, err
	}
	set, err := parseSet(id)
	if err != nil {
		return j, err
	}
	force := map[value.ID]bool{}
	for _, r := range records {
		rid, err := value.ParseID(r)
		if err != nil {
			return j, err
		}
		force[rid] = true
	}
	label := i18n.T("Undo "+labelImport(report.Name).En, "撤销"+labelImport(report.Name).Zh)
	return s.h.jobs.start("undo", label, s.h.Lang(), func(ctx context.Context, j *job) (string, error) {
		u, err := o.session.UndoSet(set, core.UndoOptions{Force: force, Context: ctx, Progress: func(done, total int64) {
			j.progress(done, total, "steps")
		}})
		if err != nil {
			return "", err
		}
		report.Undone, report.Edited = true, []Ref{}
		for _, c := range u.Conflicts {
			report.Edited = append(report.Edited, o.ref(c.Type.Key, c.ID, s.h.Lang()))
		}
		s.h.o.Emit("file", struct{}{})
		return id, saveReport(o, report, nil)
	}), nil
}

// ErrNoTemplate is given for a saved mapping that is not there.
var ErrNoTemplate = fault.New(fault.NotFound, "import.template", i18n.T("There is no saved mapping “{name}”", "没有名为「{name}」的对应模板"))
