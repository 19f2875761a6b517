package transfer_test

import (
	"testing"

	"dealbox/internal/crmtest"
	"dealbox/internal/schema"
)

// Two copies of a file that import different words must not give one number to both.
func TestNewChoicesOfAnImportGetNumbersOfTheirOwn(t *testing.T) {
	w := crmtest.Open(t)
	bring(t, w, "account", "客户名称,行业,自有等级\n甲,造船拆船,金牌\n乙,零售,银牌\n丙,造船拆船,金牌\n丁,月球采矿,银牌\n", nil)
	reg := w.Registry().Type("account")
	seen, own := map[uint32]bool{}, 0
	for _, d := range reg.Fields {
		for _, o := range d.Options {
			isNew := o.Label.Has("造船拆船") || o.Label.Has("月球采矿") || d.Own
			if !isNew {
				continue
			}
			own++
			if o.Num < schema.FirstOwn || o.Num >= 1<<29 || seen[uint32(o.Num)] {
				t.Errorf("%s: choice %s has number %d", d.Key, o.Label.In("zh-CN"), o.Num)
			}
			seen[uint32(o.Num)] = true
		}
	}
	if own < 2 {
		t.Errorf("%d new choices, want at least the two industries", own)
	}
}
