package app

import (
	"dealbox/internal/i18n"
	"dealbox/internal/query"
)

// StageInfo is a stage of a pipeline. The name is in both languages, as the user gave it.
type StageInfo struct {
	ID           string    `json:"id"`
	Pipeline     string    `json:"pipeline"`
	Name         i18n.Text `json:"name"`
	Meaning      string    `json:"meaning"`     // open, won, lost, invalid
	Hold         bool      `json:"hold"`        // on hold: outside weighted sums
	Probability  string    `json:"probability"` // percent
	Color        string    `json:"color"`       // token: st-new, st-con … st-won, st-lost, st-hold
	Icon         string    `json:"icon"`        // circle quarter half three-quarter diamond document check cross pause
	StalledAfter int       `json:"stalledAfter"`
	Criteria     []string  `json:"criteria"` // fields that must be filled from this stage on
	Position     int       `json:"position"`
}

// PipelineInfo is a pipeline with its stages in order.
type PipelineInfo struct {
	ID     string      `json:"id"`
	Name   i18n.Text   `json:"name"`
	Stages []StageInfo `json:"stages"`
}

// BoardQuery asks for a board.
type BoardQuery struct {
	Pipeline string      `json:"pipeline"` // "" for the first
	Where    *query.Cond `json:"where,omitempty"`
	Text     string      `json:"text"`
	Sort     []SortKey   `json:"sort"`
}

// BoardInfo is a board that was opened. Cards are asked for by its token.
type BoardInfo struct {
	Token    string        `json:"token"`
	Pipeline PipelineInfo  `json:"pipeline"`
	Columns  []BoardColumn `json:"columns"` // stages of meaning open, in order; then won, lost …
	Count    int           `json:"count"`   // open opportunities
	Sum      Sum           `json:"sum"`
	Weighted Sum           `json:"weighted"`
}

// BoardColumn is a stage with the totals of all its opportunities.
type BoardColumn struct {
	Stage    StageInfo `json:"stage"`
	Count    int       `json:"count"`
	Sum      Sum       `json:"sum"`
	Weighted Sum       `json:"weighted"`
}

// CardPage is a span of a column's cards.
type CardPage struct {
	Cards []Card `json:"cards"`
}

// Card is an opportunity on the board, with the fields that a card shows and those that
// the board is sorted by.
type Card struct {
	Row
	AgeDays int `json:"ageDays"` // in its stage
}
