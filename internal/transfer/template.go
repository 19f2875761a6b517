package transfer

import "dealbox/internal/text"

// Apply takes the decisions of a saved mapping into a fresh one: for each column of the
// same name, and what is said for the whole file. Other columns stay as proposed.
func Apply(saved, fresh Mapping) Mapping {
	byName := map[string]Column{}
	for _, c := range saved.Columns {
		byName[text.Key(c.Name)] = c
	}
	out := fresh
	out.OnDuplicate = saved.OnDuplicate
	out.Columns = append([]Column(nil), fresh.Columns...)
	for i, now := range out.Columns {
		c, ok := byName[text.Key(now.Name)]
		if !ok {
			continue
		}
		c.Index, c.Name, c.Samples, c.Confidence = now.Index, now.Name, now.Samples, 100
		out.Columns[i] = c
	}
	return out
}
