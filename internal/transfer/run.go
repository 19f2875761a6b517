package transfer

import (
	"context"
	"slices"

	"dealbox/internal/core"
	"dealbox/internal/crm"
	"dealbox/internal/fault"
	"dealbox/internal/i18n"
	"dealbox/internal/record"
	"dealbox/internal/schema"
	"dealbox/internal/value"
)

// batchRows is how many rows are one durable step.
const batchRows = 2000

// Rows is a file as rows of text. n counts as the file's reader does, with the heading.
type Rows interface {
	Rows(ctx context.Context, each func(n int, cells []string) error) error
}

// Counts is what an import did, or would do.
type Counts struct {
	Created, Updated, Merged, Skipped, Rejected int

	Linked   int // records made because others link to them
	Criteria int // rows that lack a field that their stage asks for
	Reasons  int // lost rows without a reason, which were given one
}

// Outcome is what one row became.
type Outcome struct {
	Row     int
	Cells   []string
	Result  string // create update merge skip reject
	Match   value.ID
	Changes int // fields that an update changes
	Errors  []CellError
	Values  *record.Row // as it would be stored; nil where the row was rejected
	Parts   []*record.Row
}

// Report is an import that was done, or rehearsed.
type Report struct {
	Counts
	Set   core.ChangeSet // 0 for a rehearsal
	Notes []CellError    // what is odd about rows that came in all the same; at most 1,000
}

// Importer brings one file in.
type Importer struct {
	W       *core.Workspace
	Actor   core.Actor
	Mapping Mapping
	Rows    Rows
	Each    func(Outcome) // told of every row, in order; may be nil
	Counted func(Counts)  // told after each step; may be nil

	reg    *schema.Registry
	link   *resolver
	match  *matcher
	read   reader
	named  bool // rows of the file name one another
	later  []later
	reason value.ID
	counts Counts
	notes  []CellError
}

// step runs a function in a transaction: of the batch, or of a rehearsal.
type step func(func(*core.Tx) error) error

// Run imports. When the context ends, or something other than a row fails, nothing stays.
func (im *Importer) Run(ctx context.Context) (Report, error) {
	im.Actor.Source = core.Import
	b, err := im.W.Begin(im.Actor)
	if err != nil {
		return Report{}, err
	}
	if err := im.all(ctx, b.Update); err != nil {
		return Report{}, keepFirst(stopped(ctx, err), b.Abort())
	}
	set, err := b.Complete(nil)
	return Report{Counts: im.counts, Set: set, Notes: im.allNotes(im.Rows)}, err
}

// Rehearse does everything but keep it, for at most limit rows; 0 is all of them.
func (im *Importer) Rehearse(ctx context.Context, limit int) (Report, error) {
	im.Actor.Source = core.Import
	full := im.Rows
	im.Rows = limited{full, limit}
	defer func() { im.Rows = full }()
	err := im.W.Rehearse(im.Actor, func(tx *core.Tx) error {
		return im.all(ctx, func(fn func(*core.Tx) error) error { return fn(tx) })
	})
	return Report{Counts: im.counts, Notes: im.allNotes(full)}, stopped(ctx, err)
}

func stopped(ctx context.Context, err error) error {
	if err != nil && ctx.Err() != nil {
		return core.ErrCancelled.Wrap(ctx.Err())
	}
	return err
}

func keepFirst(err, second error) error {
	if err != nil {
		return err
	}
	return second
}

func (im *Importer) all(ctx context.Context, do step) error {
	im.reg, im.link, im.counts = im.W.Registry(), newResolver(), Counts{}
	im.later, im.match, im.read, im.notes = nil, nil, reader{}, nil
	if im.reg.Type(im.Mapping.Type) == nil {
		return core.ErrNoType.With("type", im.Mapping.Type)
	}
	im.Mapping.Columns = slices.Clone(im.Mapping.Columns)
	if err := prescan(ctx, im.W, im.Rows, &im.Mapping); err != nil {
		return err
	}
	if err := do(im.prepare); err != nil {
		return err
	}
	err := im.inChunks(ctx, func(rows []line) error {
		err := do(func(tx *core.Tx) error { return im.take(tx, rows) })
		if err == nil && im.Counted != nil {
			im.Counted(im.counts)
		}
		return err
	})
	if err != nil {
		return err
	}
	return do(im.linkLater)
}

// prepare makes the fields and choices that the mapping asks for.
func (im *Importer) prepare(tx *core.Tx) error {
	m, err := settle(tx, im.Mapping)
	if err != nil {
		return err
	}
	im.Mapping = m
	return nil
}

// take imports a chunk of rows.
func (im *Importer) take(tx *core.Tx, rows []line) error {
	t := tx.Registry().Type(im.Mapping.Type)
	if im.match == nil {
		im.match = newMatcher(t)
	}
	im.begin(tx, t)
	for _, l := range rows {
		o, err := im.one(tx, &im.read, l)
		if err != nil {
			return err
		}
		im.count(o)
		if im.Each != nil {
			im.Each(o)
		}
	}
	return nil
}

// begin readies the reader for a transaction; what it has learnt stays while fields do.
func (im *Importer) begin(tx *core.Tx, t *schema.Type) {
	if r := &im.read; r.plans == nil || r.tx.Registry() != tx.Registry() {
		*r = reader{plans: newPlans(tx, t, &im.Mapping), link: im.link}
		im.named = false
		for i := range r.plans {
			im.named = im.named || r.plans[i].names(t)
		}
	}
	im.read.tx, im.read.t = tx, t
}

// one imports a row. A fault is the row's own; any other error ends the import.
func (im *Importer) one(tx *core.Tx, r *reader, l line) (o Outcome, err error) {
	o = Outcome{Row: l.n, Cells: l.cells, Result: "reject"}
	im.link.begin()
	noted := len(im.notes)
	err = tx.Try(func() error {
		in := r.read(l.n, l.cells)
		if o.Errors = in.errs; len(in.errs) > 0 {
			return errRejected
		}
		return im.store(tx, r, in, &o)
	})
	if err == nil {
		return o, nil
	}
	im.link.forget()
	im.notes = im.notes[:noted]
	o.Result, o.Values, o.Parts = "reject", nil, nil
	if err == errRejected {
		return o, nil
	}
	f := fault.From(err)
	if f.Kind.Code == fault.Internal || f.Kind.Code == fault.Damaged {
		return o, err
	}
	o.Errors = append(o.Errors, CellError{l.n, im.columnOf(r.t, f.Field), err})
	return o, nil
}

var errRejected = fault.New(fault.Invalid, "import.rejected", i18n.T("The row was rejected", "该行未导入"))

// columnOf names the column that filled a field, "" for none.
func (im *Importer) columnOf(t *schema.Type, field string) string {
	for _, c := range im.Mapping.Columns {
		if c.Target == field && field != "" {
			return c.Name
		}
	}
	if d := t.Field(field); d != nil {
		return d.Label.In(i18n.English)
	}
	return ""
}

// store decides what a row does and does it.
func (im *Importer) store(tx *core.Tx, r *reader, in *read, o *Outcome) error {
	if r.t.Key == crm.Opportunity.Key {
		if err := im.giveReason(tx, in); err != nil {
			return err
		}
	}
	o.Parts = slices.Clone(in.parts)
	do := im.Mapping.PerRow[in.n]
	if do != DoNew {
		match, err := im.matchOf(tx, r.t, in)
		if err != nil {
			return err
		}
		o.Match = match
	}
	if do == "" {
		do = im.Mapping.OnDuplicate
	}
	switch {
	case do == DoNew:
		o.Result, o.Match = "create", value.ID{}
		return im.createAnother(tx, r.t, in, o)
	case o.Match.IsZero():
		o.Result = "create"
		return im.create(tx, r.t, in, o)
	case do == DoSkip:
		o.Result = "skip"
		o.Values = in.row
		return nil
	case do == DoMerge:
		o.Result = "merge"
	default:
		o.Result = "update"
	}
	return im.change(tx, r.t, in, o, do == DoMerge)
}

// matchOf finds the record that a row is about: by the id of an own export, else by what
// the matcher knows.
func (im *Importer) matchOf(tx *core.Tx, t *schema.Type, in *read) (value.ID, error) {
	if in.hasID {
		old, err := tx.Get(t, in.row.ID)
		if err != nil || old.Live() {
			return in.row.ID, err
		}
		if old != nil { // in the trash: the row becomes a record of its own
			in.row.ID = tx.New(t).ID
		}
	}
	return im.match.find(tx, in.row), nil
}

func (im *Importer) create(tx *core.Tx, t *schema.Type, in *read, o *Outcome) error {
	im.name(tx, t, in)
	if err := tx.Save(in.row); err != nil {
		return err
	}
	saved, err := tx.Get(t, in.row.ID)
	if err != nil {
		return err
	}
	o.Values = saved
	im.known(t, saved, in)
	im.checkCriteria(tx, saved)
	return im.saveParts(tx, saved.ID, in, true)
}

func (im *Importer) known(t *schema.Type, saved *record.Row, in *read) {
	im.match.note(saved)
	if im.named {
		im.link.remember(t, saved)
	}
	for _, l := range in.later {
		l.id = saved.ID
		im.later = append(im.later, l)
	}
}

// change brings the row's values into the record that is there. Blanks change nothing.
func (im *Importer) change(tx *core.Tx, t *schema.Type, in *read, o *Outcome, merge bool) error {
	row, err := tx.Get(t, o.Match)
	if err != nil {
		return err
	}
	before := row.Clone()
	for num, v := range in.row.All() {
		c := in.column(num)
		if merge && row.Get(num) != nil && (c == nil || !c.Overwrite) {
			continue
		}
		row.Set(num, v)
	}
	if err := tx.Save(row); err != nil {
		return err
	}
	if row, err = tx.Get(t, o.Match); err != nil {
		return err
	}
	was, _ := record.Diff(before, row, t)
	o.Changes, o.Values = len(was), row
	im.known(t, row, in)
	return im.saveParts(tx, row.ID, in, false)
}

// checkCriteria counts rows that lack what their stage asks for: reported, not refused.
func (im *Importer) checkCriteria(tx *core.Tx, row *record.Row) {
	if row.Type != crm.Opportunity.Num {
		return
	}
	stage, err := tx.Get(tx.Registry().Type(crm.Stage.Key), crm.Opportunity.Stage.Of(row))
	if err == nil && stage != nil && len(crm.Missing(tx, stage, row)) > 0 {
		im.counts.Criteria++
	}
}

func (im *Importer) count(o Outcome) {
	switch o.Result {
	case "create":
		im.counts.Created++
	case "update":
		im.counts.Updated++
	case "merge":
		im.counts.Merged++
	case "skip":
		im.counts.Skipped++
	default:
		im.counts.Rejected++
	}
	im.counts.Linked = im.link.count
}
