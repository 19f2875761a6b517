package crm

import (
	"time"

	"dealbox/internal/core"
	"dealbox/internal/i18n"
	"dealbox/internal/record"
	"dealbox/internal/schema"
	"dealbox/internal/value"
)

// Choices of a task's status that rules ask for.
const (
	TaskOpen      value.Option = 1
	TaskDoing     value.Option = 2
	TaskDone      value.Option = 3
	TaskCancelled value.Option = 4
)

const priorityNormal value.Option = 2

type task struct {
	schema.Type
	Title       *schema.Field[string]       `key:"title" num:"16"`
	Status      *schema.Field[value.Option] `key:"status" num:"17"`
	Priority    *schema.Field[value.Option] `key:"priority" num:"18"`
	Due         *schema.Field[value.Date]   `key:"due" num:"19"`
	DueAt       *schema.Field[value.Moment] `key:"due_at" num:"20"`
	Owner       *schema.Field[value.ID]     `key:"owner" num:"21"`
	Account     *schema.Field[value.ID]     `key:"account" num:"22"`
	Contact     *schema.Field[value.ID]     `key:"contact" num:"23"`
	Opportunity *schema.Field[value.ID]     `key:"opportunity" num:"24"`
	Lead        *schema.Field[value.ID]     `key:"lead" num:"25"`
	DoneAt      *schema.Field[value.Moment] `key:"done_at" num:"26"`
	Description *schema.Field[string]       `key:"description" num:"27"`
	External    *schema.Field[string]       `key:"external_id" num:"28"`
}

// Task is something to do, by a day.
var Task = schema.Declare(&task{
	Type: schema.Type{Key: "task", Num: 11, Label: i18n.T("Task", "任务"), Plural: i18n.T("Tasks", "任务"),
		Icon: "checkbox", Title: "title", Nav: true},
	Title: schema.String(i18n.T("Title", "标题"), schema.Required, schema.Searched, schema.Listed, schema.Tracked, schema.Quick, schema.In(basics)),
	Status: schema.Choice(wordStatus, []schema.Option{
		schema.Tinted(TaskOpen, "open", "st-new", i18n.T("Not started", "未开始")),
		schema.Tinted(TaskDoing, "doing", "primary", i18n.T("In progress", "进行中")),
		schema.Tinted(TaskDone, "done", "success", i18n.T("Done", "已完成")),
		schema.Tinted(TaskCancelled, "cancelled", "st-hold", i18n.T("Cancelled", "已取消")),
	}, schema.Listed, schema.Tracked, schema.Default(TaskOpen), schema.In(basics)),
	Priority: schema.Choice(i18n.T("Priority", "优先级"), []schema.Option{
		schema.Opt(1, "low", i18n.T("Low", "低")),
		schema.Opt(priorityNormal, "normal", i18n.T("Normal", "普通")),
		schema.Tinted(3, "high", "warning", i18n.T("High", "高")),
		schema.Tinted(4, "urgent", "danger", i18n.T("Urgent", "紧急")),
	}, schema.Listed, schema.Tracked, schema.Default(priorityNormal), schema.In(basics)),
	Due:         schema.Date(i18n.T("Due date", "截止日期"), schema.Listed, schema.Tracked, schema.Quick, schema.In(basics)),
	DueAt:       schema.Time(i18n.T("Due time", "截止时间"), schema.Tracked, schema.In(basics)),
	Owner:       schema.Member[member](wordOwner, schema.Listed, schema.Tracked, schema.Quick, schema.Inverse(i18n.T("Tasks", "任务")), schema.In(basics)),
	Account:     schema.Link[account](wordAccount, schema.Listed, schema.Inverse(i18n.T("Tasks", "任务")), schema.In(related)),
	Contact:     schema.Link[contact](wordContact, schema.Inverse(i18n.T("Tasks", "任务")), schema.In(related)),
	Opportunity: schema.Link[opportunity](wordOpportunity, schema.Listed, schema.Quick, schema.Inverse(i18n.T("Tasks", "任务")), schema.In(related)),
	Lead:        schema.Link[lead](wordLead, schema.Inverse(i18n.T("Tasks", "任务")), schema.In(related)),
	DoneAt:      schema.Time(i18n.T("Done at", "完成时间"), schema.ReadOnly, schema.In(basics)),
	Description: schema.Long(wordDescription, schema.Searched, schema.In(about)),
	External:    schema.String(wordExternal, schema.Unique, schema.Match, schema.In(origin)),
})

// Derive notes when a task was done, keeps the due day and the due time together, and
// gives a new task its owner and account.
func (t *task) Derive(tx *core.Tx, c *record.Change) error {
	r := c.After
	if done := t.Status.Of(r) == TaskDone; !done {
		t.DoneAt.Clear(r)
	} else if t.DoneAt.Def.Of(r) == nil {
		t.DoneAt.Set(r, value.MomentOf(tx.Now()))
	}
	t.settleDue(tx, c)
	mine(tx, c, t.Owner)
	return inheritAccount(tx, c, t.Account, t.Opportunity, t.Contact)
}

// settleDue lets a due time say the day; a day that was set alone drops another day's time.
func (t *task) settleDue(tx *core.Tx, c *record.Change) {
	at, ok := t.DueAt.Get(c.After)
	if !ok {
		return
	}
	day := value.DateOf(at.Time().In(zone(tx)))
	if t.DueAt.Changed(c) {
		t.Due.Set(c.After, day)
	} else if t.Due.Changed(c) && t.Due.Of(c.After) != day {
		t.DueAt.Clear(c.After)
	}
}

// zone is where the workspace's days begin and end.
func zone(tx *core.Tx) *time.Location {
	if z := tx.Env().Zone; z != nil {
		return z
	}
	return time.UTC
}
