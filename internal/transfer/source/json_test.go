package source_test

import (
	"testing"

	"dealbox/internal/transfer/source"
)

func TestJSONIsReadInAllItsShapes(t *testing.T) {
	for data, want := range map[string][]row{
		`[{"a":1,"b":"x"},{"b":"y","c":true}]`:                                           {{1, []string{"1", "x", ""}}, {2, []string{"", "y", "true"}}},
		`{"count":2,"meta":{"tags":[1]},"rows":[{"a":1.50},{"a":12345678901234567890}]}`: {{1, []string{"1.50"}}, {2, []string{"12345678901234567890"}}},
		`{"deals":[{"a":1}]}`:                                     {{1, []string{"1"}}},
		"{\"a\":1}\n{\"a\":2}\n\n{\"a\":3}":                       {{1, []string{"1"}}, {2, []string{"2"}}, {3, []string{"3"}}},
		`[{"a":{"b":{"c":1},"d":[1,"x",null]},"e":null,"f":"z"}]`: {{1, []string{"1", "1; x", "", "z"}}},
		`{"name":"x","people":[{"n":1}]}`:                         {{1, []string{"x", `{"n":1}`}}},
		"[{\"a\":\"\"},{\"a\":\"名\"}]":                            {{2, []string{"名"}}},
	} {
		f := open(t, "a.json", data)
		equal(t, data, rows(t, f), want)
		if f.Info().Kind != source.JSON {
			t.Errorf("%s: kind %v", data, f.Info().Kind)
		}
	}
	f := open(t, "a.json", `[{"b":{"x":1}},{"a":2}]`)
	equal(t, "columns", []any{f.Info().Columns, f.Info().Rows}, []any{[]string{"b.x", "a"}, 2})
}

func TestJSONIsKnownWithoutItsName(t *testing.T) {
	if k := open(t, "", ` [ {"a": 1} ]`).Info().Kind; k != source.JSON {
		t.Errorf("taken for %v", k)
	}
	if k := open(t, "a.csv", "{\"a\",b\n1,2\n").Info().Kind; k != source.CSV {
		t.Errorf("a CSV is taken for %v", k)
	}
}
