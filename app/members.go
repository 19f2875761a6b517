package app

import (
	"dealbox/internal/core"
	"dealbox/internal/crm"
	"dealbox/internal/query"
	"dealbox/internal/value"
)

// member is who this computer's user is in a file: as was chosen here, else its owner.
func (h *Host) member(w *core.Workspace) value.ID {
	tab := w.Tables().Table(crm.Member.Num)
	if chosen, ok := h.prefs.member(w.Info().WorkspaceID); ok {
		if row, there := tab.RowOf(chosen); there && tab.Alive(row) {
			return chosen
		}
	}
	return w.Config().Owner
}

// openNotHeld is the condition of opportunities that are being worked on.
func openNotHeld() query.Cond {
	return query.All(
		query.Cond{Op: "eq", Field: crm.Opportunity.Status.Key, Value: "open"},
		query.None(query.Cond{Op: "eq", Field: crm.Opportunity.Hold.Key, Value: true}))
}
