package app

import (
	"fmt"

	"dealbox/internal/core"
)

// Changed is the event that records changed. IDs are left out when there are many.
type Changed struct {
	Seq   string   `json:"seq"`
	Types []string `json:"types"`
	IDs   []string `json:"ids"`
}

func changedEvent(n core.News) Changed {
	c := Changed{Seq: fmt.Sprint(n.Seq), Types: append([]string{}, n.Types...), IDs: []string{}}
	if n.Schema {
		c.Types = append(c.Types, "schema")
	}
	for _, id := range n.IDs {
		c.IDs = append(c.IDs, id.String())
	}
	return c
}
