package transfer

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"dealbox/internal/core"
	"dealbox/internal/crm"
	"dealbox/internal/i18n"
	"dealbox/internal/schema"
	"dealbox/internal/table"
	"dealbox/internal/text"
	"dealbox/internal/transfer/source"
	"dealbox/internal/value"
)

// Proposal is a mapping as Dealbox would choose it.
type Proposal struct {
	Mapping  Mapping
	Types    []string // that the file could be, best first
	Warnings []i18n.Text
}

// Propose looks at a file and says where each column goes. Type is a record type's key, or
// "" for the one that fits best. What it cannot place becomes an own field.
func Propose(ctx context.Context, w *core.Workspace, f *source.File, typ string) (Proposal, error) {
	f.Recognize(func(s string) bool { return knownHeading(w.Registry(), s) })
	info := f.Info()
	p := Proposal{Types: RankTypes(w.Registry(), info.Name, info.Columns)}
	if typ == "" {
		typ = p.Types[0]
	}
	t := w.Registry().Type(typ)
	if t == nil {
		return p, core.ErrNoType.With("type", typ)
	}
	shapes, err := f.Shapes(ctx)
	if err != nil {
		return p, err
	}
	p.Mapping = Mapping{Type: typ, OnDuplicate: DoUpdate}
	g := guesser{w: w, t: t, taken: map[string]int{}}
	for _, s := range shapes {
		s.Values = slices.DeleteFunc(slices.Clone(s.Values), func(v source.Count) bool { return len(v.Value) > mostLabel })
		p.Mapping.Columns = append(p.Mapping.Columns, g.column(s))
		for _, warning := range s.Warnings {
			p.Warnings = append(p.Warnings, i18n.T(s.Name+": "+warning.Text.En, s.Name+"："+warning.Text.Zh))
		}
	}
	g.drop(&p.Mapping)
	if info.Rows <= scanned {
		err = prescan(ctx, w, f, &p.Mapping)
	}
	return p, err
}

// scanned is up to how many rows a file is read whole to say what all its texts mean.
const scanned = 200_000

// guesser places the columns of one file, one after the other.
type guesser struct {
	w     *core.Workspace
	t     *schema.Type
	taken map[string]int // target → column that has it
}

// column places one.
func (g *guesser) column(s source.Shape) Column {
	c := Column{
		Index: s.Column, Name: s.Name, Order: s.Order, Comma: s.DecimalComma, Factor: s.Factor,
		Blank: s.Placeholders, Samples: s.Samples, Kind: s.Kind(),
		Plain: yearly(s),
	}
	switch {
	case strings.TrimSpace(s.Name) == "" && s.Looks == source.LooksBlank:
		c.Target, c.Confidence = ToIgnore, 100
	case g.isID(s):
		c.Target, c.Confidence = ToID, 100
	case g.isCurrency(s):
		c.Target, c.Confidence = ToCurrency, sureKnown
		g.taken[ToCurrency]++
	default:
		g.place(&c, s)
	}
	return c
}

// yearly says that a column holds years: by its heading, and by every value of the sample.
func yearly(s source.Shape) bool {
	name := strings.ToLower(s.Name)
	if !strings.Contains(name, "year") && !strings.Contains(name, "年") || len(s.Values) == 0 {
		return false
	}
	return !slices.ContainsFunc(s.Values, func(v source.Count) bool {
		n, err := strconv.Atoi(v.Value)
		return (err != nil || n < 1800 || n > 2100) && !s.Empty(v.Value)
	})
}

// isID says that a column holds the ids of an own export.
func (g *guesser) isID(s source.Shape) bool {
	if s.Name != IDHeading || len(s.Samples) == 0 {
		return false
	}
	for _, v := range s.Samples {
		if _, err := value.ParseID(v); err != nil {
			return false
		}
	}
	return true
}

// isCurrency says that a column names the currency of the amounts beside it: by its
// heading, and by most of the sample.
func (g *guesser) isCurrency(s source.Shape) bool {
	if !currencyHeadings[heading(s.Name)] || g.taken[ToCurrency] > 0 || len(s.Values) == 0 || lookUp(g.t, s.Name).target != "" {
		return false
	}
	if !slices.ContainsFunc(g.t.Fields, func(d *schema.Def) bool { return d.Kind == value.Amount }) {
		return false
	}
	good, all := 0, 0
	for _, v := range s.Values {
		if s.Empty(v.Value) {
			continue
		}
		all += v.Rows
		if _, err := value.ParseCurrency(v.Value, g.w.Config().Base); err == nil {
			good += v.Rows
		}
	}
	return all > 0 && 2*good >= all
}

func (g *guesser) place(c *Column, s source.Shape) {
	f := lookUp(g.t, s.Name)
	c.Target, c.Confidence = f.target, f.sure
	_, d := c.Field(g.t, g.w.Registry())
	if d == nil || g.taken[c.Target] > 0 && !joins(g.t, d) || !g.fits(c, d, s) {
		g.own(c, s)
		return
	}
	g.taken[c.Target]++
	g.settle(c, d, s)
}

// joins says that several columns may make up a field: the parts of a person's name.
func joins(t *schema.Type, d *schema.Def) bool {
	return t.Key == crm.Contact.Key && d.Key == crm.Contact.Name.Key || t.Key == crm.Lead.Key && d.Key == crm.Lead.Person.Key
}

// fits says that most values of the sample can be read as the field's kind.
func (g *guesser) fits(c *Column, d *schema.Def, s source.Shape) bool {
	if d.Kind.Linked() || d.Kind == value.Choice || d.Kind == value.Choices || len(s.Values) == 0 {
		return true
	}
	good, all := 0, 0
	for _, v := range s.Values {
		if c.IsBlank(v.Value) {
			continue
		}
		all += v.Rows
		if got, err := d.Kind.Parse(v.Value, s.Reading(value.Reading{Currency: g.w.Config().Base, Option: d.OptionNamed})); err == nil && d.Check(got) == nil {
			good += v.Rows
		}
	}
	return 2*good >= all
}

// own makes the column a field of the user's own; one of the same name is used again.
func (g *guesser) own(c *Column, s source.Shape) {
	c.Target, c.Confidence = ToOwn, 60
	for _, d := range g.t.Fields {
		if d.Own && !d.Retired && d.Label.Has(s.Name) && g.taken[d.Key] == 0 {
			c.Target, c.Confidence, c.Kind = d.Key, sureOwnWords, d.Kind
			g.taken[d.Key]++
			g.settle(c, d, s)
			return
		}
	}
	if c.Kind == value.Choice {
		for _, v := range s.Values {
			c.Values = append(c.Values, Value{Text: v.Value, Count: v.Rows, To: NewOption})
		}
	}
}

// settle decides what values mean.
func (g *guesser) settle(c *Column, d *schema.Def, s source.Shape) {
	c.Kind = d.Kind
	c.CreateMissing = linkable(g.w.Registry(), d)
	switch {
	case d.Target == crm.Stage.Key:
		g.stages(c, s)
	case d.Kind == value.Choice || d.Kind == value.Choices:
		for _, v := range s.Values {
			c.Values = append(c.Values, Value{Text: v.Value, Count: v.Rows, To: optionFor(d, v.Value)})
		}
	}
}

// optionFor finds the choice that a text means: by its words, or nearly so where people
// misspell (technolgy). Otherwise it becomes a new one.
func optionFor(d *schema.Def, word string) string {
	if n, ok := d.OptionNamed(word); ok {
		return strconv.FormatUint(uint64(n), 10)
	}
	best, least := value.Option(0), 3
	for _, o := range d.Options {
		for _, name := range []string{o.Label.En, o.Label.Zh, o.Key} {
			if n := distance(text.Key(word), text.Key(name)); n < least && n*4 < len(word) {
				best, least = o.Num, n
			}
		}
	}
	if best == 0 {
		return NewOption
	}
	return strconv.FormatUint(uint64(best), 10)
}

// distance is how many letters must be changed, added or taken away to make b of a
// (Levenshtein 1966), in bytes.
func distance(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		before := row[0]
		row[0] = i + 1
		for j := range len(b) {
			change := before
			if a[i] != b[j] {
				change++
			}
			before = row[j+1]
			row[j+1] = min(change, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}

// stages finds the stage that each text means: by its name, by what other programs call
// it, or by what it means for the end of a pipeline.
func (g *guesser) stages(c *Column, s source.Shape) {
	all := g.allStages()
	for _, v := range s.Values {
		c.Values = append(c.Values, Value{Text: v.Value, Count: v.Rows, To: stageFor(all, v.Value)})
	}
	c.CreateMissing = false
}

type knownStage struct {
	id      value.ID
	names   []string
	meaning string
}

// allStages lists the stages of the first pipeline, in order.
func (g *guesser) allStages() (all []knownStage) {
	reg, tables := g.w.Registry(), g.w.Tables()
	pipelines := tables.Table(crm.Pipeline.Num)
	first := pipelines.Select(table.Query{Sort: []table.Sort{{Def: reg.Type(crm.Pipeline.Key).Field(crm.Pipeline.Position.Key)}}})
	if first.Len() == 0 {
		return nil
	}
	t := reg.Type(crm.Stage.Key)
	tab := tables.Table(t.Num)
	sel := tab.Select(table.Query{Sort: []table.Sort{{Def: t.Field(crm.Stage.Position.Key)}}})
	for _, row := range sel.Rows(0, sel.Len()) {
		if tab.Value(row, t.Field(crm.Stage.Pipeline.Key)) != any(first.IDs(0, 1)[0]) {
			continue
		}
		zh, _ := tab.Value(row, t.Field(crm.Stage.Name.Key)).(string)
		en, _ := tab.Value(row, t.Field(crm.Stage.English.Key)).(string)
		meaning, _ := tab.Value(row, t.Field(crm.Stage.Meaning.Key)).(value.Option)
		o, _ := crm.Stage.Meaning.Option(meaning)
		all = append(all, knownStage{tab.ID(row), []string{zh, en}, o.Key})
	}
	return all
}

func stageFor(all []knownStage, word string) string {
	key := text.Key(word)
	for _, st := range all {
		for _, name := range st.names {
			if name != "" && text.Key(name) == key {
				return st.id.String()
			}
		}
	}
	for _, st := range all {
		words := endWords[st.meaning]
		for _, name := range st.names {
			words = append(words[:len(words):len(words)], stageWords[name]...)
		}
		for _, w := range words {
			if text.Key(w) == key {
				return st.id.String()
			}
		}
	}
	return ""
}

// drop gives up columns that another one makes needless: a given name beside a full one.
func (g *guesser) drop(m *Mapping) {
	full := map[string]bool{}
	for _, c := range m.Columns {
		if _, d := c.Field(g.t, g.w.Registry()); d != nil && joins(g.t, d) && wholeName(c.Name) {
			full[c.Target] = true
		}
	}
	for i := range m.Columns {
		c := &m.Columns[i]
		if full[c.Target] && !wholeName(c.Name) {
			c.Target = ToIgnore
		}
	}
}

// wholeName says that a heading is of a whole name and not of a part of one.
func wholeName(s string) bool {
	h := heading(s)
	for _, part := range []string{"first", "last", "given", "family", "surname"} {
		if strings.Contains(h, part) {
			return false
		}
	}
	return true
}
