package crm

import (
	"fmt"

	"dealbox/internal/core"
	"dealbox/internal/i18n"
	"dealbox/internal/record"
	"dealbox/internal/value"
)

// defaultStages is the pipeline of a new file.
var defaultStages = []struct {
	name     i18n.Text
	meaning  value.Option
	hold     bool
	odds     value.Decimal // percent
	color    string
	icon     string
	stalled  int64 // days, 0 for never
	criteria []string
}{
	{name: i18n.T("New", "新商机"), meaning: Open, odds: 10, color: "st-new", icon: "circle", stalled: 14},
	{name: i18n.T("Contacted", "初步接洽"), meaning: Open, odds: 20, color: "st-con", icon: "quarter", stalled: 10},
	{name: i18n.T("Qualified", "需求确认"), meaning: Open, odds: 40, color: "st-qua", icon: "half", stalled: 14, criteria: []string{"need"}},
	{name: i18n.T("Proposal", "方案报价"), meaning: Open, odds: 60, color: "st-pro", icon: "three-quarter", stalled: 18},
	{name: i18n.T("Negotiation", "商务谈判"), meaning: Open, odds: 75, color: "st-neg", icon: "diamond", stalled: 14},
	{name: i18n.T("Contract", "合同审批"), meaning: Open, odds: 90, color: "st-ctr", icon: "document", stalled: 7},
	{name: i18n.T("Won", "赢单"), meaning: Won, color: "st-won", icon: "check"},
	{name: i18n.T("Lost", "输单"), meaning: Lost, color: "st-lost", icon: "cross"},
	{name: i18n.T("On hold", "搁置"), meaning: Open, hold: true, color: "st-hold", icon: "pause"},
	{name: i18n.T("Invalid", "无效"), meaning: Invalid, color: "st-hold", icon: "cross"},
}

var defaultReasons = []i18n.Text{
	i18n.T("Price", "价格"),
	i18n.T("Chose a competitor", "选择竞争对手"),
	i18n.T("Budget cut", "预算不足"),
	i18n.T("Project cancelled", "项目取消"),
	i18n.T("Requirements changed", "需求变化"),
	i18n.T("Missing features", "功能不满足"),
	i18n.T("No decision maker", "未触达决策人"),
	i18n.T("No response", "客户无回应"),
	i18n.T("Took too long", "周期过长"),
	i18n.T("Other", "其他"),
}

// Defaults fills a new file: the default pipeline, lost reasons, and the member whose
// file it is, whose id it returns. Without a name the person is called "me".
func Defaults(tx *core.Tx, lang i18n.Lang, person string) (owner value.ID, err error) {
	if err := addPipeline(tx); err != nil {
		return owner, fmt.Errorf("add pipeline: %w", err)
	}
	for i, name := range defaultReasons {
		r := tx.New(&LostReason.Type)
		LostReason.Name.Set(r, name.Zh)
		LostReason.English.Set(r, name.En)
		LostReason.Position.Set(r, int64(i+1))
		if err := tx.Save(r); err != nil {
			return owner, fmt.Errorf("add lost reason: %w", err)
		}
	}
	return addOwner(tx, lang, person)
}

func addPipeline(tx *core.Tx) error {
	p := tx.New(&Pipeline.Type)
	Pipeline.Name.Set(p, "标准销售流程")
	Pipeline.English.Set(p, "Standard pipeline")
	Pipeline.Position.Set(p, 1)
	if err := tx.Save(p); err != nil {
		return err
	}
	for i := range defaultStages {
		if err := tx.Save(defaultStage(tx, p.ID, i)); err != nil {
			return err
		}
	}
	return nil
}

func defaultStage(tx *core.Tx, pipeline value.ID, i int) *record.Row {
	d, s := defaultStages[i], tx.New(&Stage.Type)
	Stage.Pipeline.Set(s, pipeline)
	Stage.Name.Set(s, d.name.Zh)
	Stage.English.Set(s, d.name.En)
	Stage.Meaning.Set(s, d.meaning)
	Stage.Probability.Set(s, d.odds*value.DecimalOne)
	Stage.Color.Set(s, d.color)
	Stage.Icon.Set(s, d.icon)
	Stage.Position.Set(s, int64(i+1))
	if d.hold {
		Stage.Hold.Set(s, true)
	}
	if d.stalled > 0 {
		Stage.StalledAfter.Set(s, d.stalled)
	}
	if d.criteria != nil {
		Stage.Criteria.Set(s, d.criteria)
	}
	return s
}

func addOwner(tx *core.Tx, lang i18n.Lang, person string) (value.ID, error) {
	m := tx.New(&Member.Type)
	if person == "" {
		person = i18n.T("Me", "我").In(lang)
	}
	Member.Name.Set(m, person)
	Member.Language.Set(m, readsEnglish)
	if lang == i18n.Chinese {
		Member.Language.Set(m, readsChinese)
	}
	if err := tx.Save(m); err != nil {
		return value.ID{}, fmt.Errorf("add owner: %w", err)
	}
	return m.ID, nil
}
