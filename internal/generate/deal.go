package generate

import (
	"math"

	"dealbox/internal/i18n"
	"dealbox/internal/value"
)

// state is where a made-up opportunity stands.
type state uint8

const (
	running state = iota
	onHold
	won
	lost
	invalid
)

// deal is a made-up opportunity.
type deal struct {
	name          string
	state         state
	stage         int        // of a running one, from 0
	amount        int64      // whole units
	start, end    value.Date // end: closed or expected
	since         value.Date // in the present stage
	foreign       bool       // amount in a foreign currency
	tags          []string
	need          string
	next          string
	nextIn        int // days from today
	source        value.Option
	reason, owner int
}

const openStages = 6

// span is how many days back opportunities began: three years.
const span = 3 * 365

func (s source) deal(f firm, today value.Date) deal {
	d := deal{state: s.state(), stage: s.IntN(openStages), amount: s.amount(), foreign: s.chance(2), reason: s.IntN(8), owner: s.IntN(1 << 16)}
	d.name = s.dealName(f)
	d.source = value.Option(s.between(1, 22))
	d.need = pick(s, subjects[f.lang])
	d.tags = s.tags(f.lang)
	age := s.between(0, span)
	if d.state == running {
		age = s.between(0, 120)
	}
	d.start = today - value.Date(age)
	if d.state == running || d.state == onHold {
		d.since = d.start + value.Date(s.IntN(age+1))
		d.end = today + value.Date(s.between(-10, 120))
		if s.chance(70) {
			d.next, d.nextIn = s.line(f.lang), s.between(-5, 20)
		}
		return d
	}
	d.end = min(today, d.start+value.Date(s.between(1, 150)))
	return d
}

func (s source) state() state {
	switch n := s.IntN(100); {
	case n < 40:
		return won
	case n < 68:
		return lost
	case n < 70:
		return invalid
	case n < 73:
		return onHold
	}
	return running
}

// amount draws from about 3,000 to 3,000,000, most of them small, as real ones are.
func (s source) amount() int64 {
	n := int64(math.Exp(8 + 7*s.Float64()*math.Sqrt(s.Float64())))
	return max(n/100*100, 500)
}

var dealWords = map[i18n.Lang][2][]string{
	i18n.Chinese: {{"产线", "输送线", "涂装线", "包装线", "装配线", "空压站", "配电室", "仓库", "检测工位", "水处理"}, {"改造", "自动化", "监控系统", "扩产", "节能", "追溯系统", "备件", "维保", "升级", "试点"}},
	i18n.English: {{"Line", "Conveyor", "Paint shop", "Packaging", "Assembly", "Compressor", "Switchgear", "Warehouse", "Test bench", "Water plant"}, {"retrofit", "automation", "monitoring", "expansion", "energy saving", "traceability", "spare parts", "maintenance", "upgrade", "pilot"}},
}

func (s source) dealName(f firm) string {
	w := dealWords[f.lang]
	return f.short + space(f.lang) + pick(s, w[0]) + space(f.lang) + pick(s, w[1])
}

var tagWords = map[i18n.Lang][]string{
	i18n.Chinese: {"价格敏感", "展会", "重点", "老客户", "伺服", "改造"},
	i18n.English: {"Fair", "Key", "Price", "Returning", "Retrofit", "Servo"},
}

// tags draws none to two, in the order in which sets are kept.
func (s source) tags(l i18n.Lang) []string {
	all := tagWords[l]
	i, n := s.IntN(len(all)), s.IntN(3)
	if n == 0 {
		return nil
	}
	first := all[i]
	if n == 1 || i == len(all)-1 {
		return []string{first}
	}
	second := all[i+1+s.IntN(len(all)-i-1)]
	return []string{min(first, second), max(first, second)}
}
