package crm

import (
	"dealbox/internal/i18n"
	"dealbox/internal/schema"
	"dealbox/internal/value"
)

type opportunity struct {
	schema.Type
	Name          *schema.Field[string]        `key:"name" num:"16"`
	Code          *schema.Field[string]        `key:"code" num:"17"`
	Account       *schema.Field[value.ID]      `key:"account" num:"18"`
	Amount        *schema.Field[value.Money]   `key:"amount" num:"19"`
	Pipeline      *schema.Field[value.ID]      `key:"pipeline" num:"20"`
	Stage         *schema.Field[value.ID]      `key:"stage" num:"21"`
	Status        *schema.Field[value.Option]  `key:"status" num:"22"`
	Probability   *schema.Field[value.Decimal] `key:"probability" num:"23"`
	ExpectedClose *schema.Field[value.Date]    `key:"expected_close" num:"24"`
	Owner         *schema.Field[value.ID]      `key:"owner" num:"25"`
	NextStep      *schema.Field[string]        `key:"next_step" num:"26"`
	NextStepDate  *schema.Field[value.Date]    `key:"next_step_date" num:"27"`
	Need          *schema.Field[string]        `key:"need" num:"28"`
	Competitor    *schema.Field[[]string]      `key:"competitor" num:"29"`
	StartDate     *schema.Field[value.Date]    `key:"start_date" num:"30"`
	ClosedDate    *schema.Field[value.Date]    `key:"closed_date" num:"31"`
	LostReason    *schema.Field[value.ID]      `key:"lost_reason" num:"32"`
	LostNote      *schema.Field[string]        `key:"lost_note" num:"33"`
	Source        *schema.Field[value.Option]  `key:"source" num:"34"`
	Tags          *schema.Field[[]string]      `key:"tags" num:"35"`
	Description   *schema.Field[string]        `key:"description" num:"36"`
	External      *schema.Field[string]        `key:"external_id" num:"37"`
	LastStage     *schema.Field[value.ID]      `key:"last_stage" num:"38"`
	StageSince    *schema.Field[value.Date]    `key:"stage_since" num:"39"`
	Hold          *schema.Field[bool]          `key:"hold" num:"40"`
	Rate          *schema.Field[value.Decimal] `key:"rate" num:"41"`
}

// Opportunity is a possible sale, from the first talk to the signature.
var Opportunity = schema.Declare(&opportunity{
	Type: schema.Type{Key: "opportunity", Num: 5, Label: wordOpportunity, Plural: i18n.T("Opportunities", "商机"),
		Icon: "filter", Title: "name", Nav: true},
	Name:          schema.String(wordName, schema.Required, schema.Searched, schema.Listed, schema.Tracked, schema.Quick, schema.In(basics)),
	Code:          schema.Auto(i18n.T("Number", "编号"), "OPP-", schema.Searched, schema.In(basics)),
	Account:       schema.Link[account](wordAccount, schema.Listed, schema.Tracked, schema.Quick, schema.Inverse(i18n.T("Opportunities", "商机")), schema.In(basics)),
	Amount:        schema.Money(wordAmount, schema.Listed, schema.Tracked, schema.Quick, schema.RateIn("rate"), schema.Checked(notNegative), schema.In(basics)),
	Pipeline:      schema.Link[pipeline](wordPipeline, schema.Tracked, schema.Inverse(i18n.T("Opportunities", "商机")), schema.In(basics)),
	Stage:         schema.Link[stage](wordStage, schema.Listed, schema.Tracked, schema.Inverse(i18n.T("Opportunities", "商机")), schema.In(basics)),
	Status:        schema.Choice(wordStatus, meanings, schema.ReadOnly, schema.In(basics)),
	Probability:   schema.Percent(wordProbability, schema.Listed, schema.Tracked, schema.Checked(checkPercent), schema.In(basics)),
	ExpectedClose: schema.Date(i18n.T("Expected close date", "预计成交日期"), schema.Listed, schema.Tracked, schema.Quick, schema.In(basics)),
	Owner:         schema.Member[member](wordOwner, schema.Listed, schema.Tracked, schema.Quick, schema.Inverse(i18n.T("Opportunities", "商机")), schema.In(basics)),
	NextStep:      schema.String(i18n.T("Next step", "下一步"), schema.Listed, schema.Tracked, schema.In(plan)),
	NextStepDate:  schema.Date(i18n.T("Next step date", "下一步日期"), schema.Tracked, schema.In(plan)),
	Need:          schema.Long(i18n.T("Need", "客户需求"), schema.Searched, schema.Tracked, schema.In(need)),
	Competitor:    schema.Tags(i18n.T("Competitors", "竞争对手"), schema.Tracked, schema.In(need)),
	StartDate:     schema.Date(i18n.T("Start date", "开始日期"), schema.In(basics)),
	ClosedDate:    schema.Date(i18n.T("Won or lost date", "结束日期"), schema.Tracked, schema.In(result)),
	LostReason:    schema.Link[lostReason](wordLostReason, schema.Tracked, schema.Inverse(i18n.T("Opportunities", "商机")), schema.In(result)),
	LostNote:      schema.String(i18n.T("Lost note", "输单说明"), schema.Tracked, schema.In(result)),
	Source:        schema.Choice(wordSource, sources, schema.In(origin)),
	Tags:          schema.Tags(wordTags, schema.Searched, schema.In(about)),
	Description:   schema.Long(wordDescription, schema.Searched, schema.In(about)),
	External:      schema.String(wordExternal, schema.Unique, schema.Match, schema.In(origin)),
	LastStage:     schema.Link[stage](i18n.T("Last open stage", "最后进行中的阶段"), schema.ReadOnly, schema.In(result)),
	StageSince:    schema.Date(i18n.T("In stage since", "进入阶段日期"), schema.ReadOnly, schema.In(basics)),
	Hold:          schema.Bool(i18n.T("On hold", "搁置"), schema.ReadOnly, schema.In(basics)),
	Rate:          schema.Number(i18n.T("Exchange rate when won", "赢单时汇率"), schema.ReadOnly, schema.Checked(checkRate), schema.In(result)),
})
