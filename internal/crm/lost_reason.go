package crm

import (
	"dealbox/internal/core"
	"dealbox/internal/i18n"
	"dealbox/internal/record"
	"dealbox/internal/schema"
)

type lostReason struct {
	schema.Type
	Name     *schema.Field[string] `key:"name" num:"16"`
	English  *schema.Field[string] `key:"english" num:"17"`
	Position *schema.Field[int64]  `key:"position" num:"18"`
	Active   *schema.Field[bool]   `key:"active" num:"19"`
}

// LostReason is why opportunities are lost.
var LostReason = schema.Declare(&lostReason{
	Type: schema.Type{Key: "lost_reason", Num: 16, Label: wordLostReason, Plural: i18n.T("Lost reasons", "输单原因"),
		Icon: "thumb-down", Title: "name", TitleEn: "english", Setup: true},
	Name:     schema.String(wordName, schema.Required, schema.Searched, schema.Listed, schema.Match, schema.Quick),
	English:  schema.String(wordEnglish, schema.Searched, schema.Listed, schema.Match, schema.Quick),
	Position: schema.Int(wordPosition, schema.Listed),
	Active:   schema.Bool(wordActive, schema.Listed, schema.Offered, schema.Default(true)),
})

// Derive puts a new reason behind the others.
func (l *lostReason) Derive(tx *core.Tx, c *record.Change) error {
	if !c.New() || l.Position.Def.Of(c.After) != nil {
		return nil
	}
	p, err := last(tx, &l.Type, l.Position)
	l.Position.Set(c.After, p)
	return err
}
