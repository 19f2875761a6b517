package generate

import (
	"fmt"
	"strings"

	"dealbox/internal/crm"
	"dealbox/internal/i18n"
)

type town struct{ province, city, code string }

var (
	towns = []town{
		{"江苏", "苏州", "320500"}, {"浙江", "宁波", "330200"}, {"河南", "郑州", "410100"}, {"山东", "青岛", "370200"},
		{"湖北", "武汉", "420100"}, {"江苏", "南京", "320100"}, {"广东", "东莞", "441900"}, {"广东", "深圳", "440300"},
		{"安徽", "铜陵", "340700"}, {"河北", "唐山", "130200"}, {"重庆", "重庆", "500100"}, {"四川", "成都", "510100"},
		{"陕西", "西安", "610100"}, {"辽宁", "大连", "210200"}, {"福建", "厦门", "350200"}, {"湖南", "长沙", "430100"},
		{"江西", "南昌", "360100"}, {"天津", "天津", "120100"}, {"北京", "北京", "110100"}, {"上海", "上海", "310100"},
	}
	foreign = []string{"Germany", "Japan", "Poland", "Brazil", "Norway", "Kenya", "Italy", "Belgium", "Philippines", "Jordan"}
	coin1   = strings.Fields(`华 新 远 宏 海 金 天 中 东 恒 泰 丰 启 正 安 瑞 国 联 科 创 锐 博 力 鼎 盛 嘉 德 同 𠮷 䶮`)
	coin2   = strings.Fields(`星 光 大 达 川 岭 驰 岳 信 和 禾 衡 阳 邦 腾 捷 凯 源 辰 宇 元 润 通 晟 拓 普 隆 诚 瀚 锋`)
	trades  = []trade{
		{"自动化设备", "Automation", 4}, {"机械", "Machinery", 4}, {"汽配", "Auto Parts", 2}, {"电子", "Electronics", 3}, {"化工", "Chemicals", 5},
		{"铜业", "Copper", 6}, {"新能源", "Power", 7}, {"食品", "Foods", 8}, {"纺织", "Textiles", 9}, {"软件", "Software", 13},
		{"通信", "Telecom", 14}, {"物流", "Logistics", 18}, {"包装", "Packaging", 1}, {"医疗器械", "Medical", 26}, {"建材", "Building Materials", 6},
	}
	legal     = []string{"有限公司", "有限公司", "有限公司", "股份有限公司", "（集团）有限公司", "(集团)有限公司", "集团"}
	coinedEn  = strings.Fields(`Ardent Belvane Corvel Dalmore Everhall Fennick Galdora Haverly Istria Jorvik Kelburn Lomax Merrow Nordale Orwin Pellan Quorum Rosvale Sundara Tarvos Umbria Velmar Westrop Xanthe Ysolde Zephane`)
	legalEn   = []string{"Ltd", "GmbH", "Inc.", "Group", "& Sons", "Works", ""}
	taxDigits = "0123456789ABCDEFGHJKLMNPQRTUWXY"
)

type trade struct {
	zh, en   string
	industry uint32
}

// firm is a made-up account.
type firm struct {
	lang             i18n.Lang
	name, short      string
	town             town
	country          string
	trade            trade
	taxID            string
	employees, since int
}

func (s source) firm() firm {
	f := firm{lang: s.lang(), town: pick(s, towns), trade: pick(s, trades), employees: s.between(8, 4000), since: s.between(1958, 2023)}
	if f.lang == i18n.English {
		f.short = pick(s, coinedEn) + pick(s, []string{"", "", "ex", "is", "tech"})
		f.name = strings.TrimSpace(fmt.Sprintf("%s %s %s", f.short, f.trade.en, pick(s, legalEn)))
		f.country = pick(s, foreign)
		f.town = town{}
		return f
	}
	f.short = pick(s, coin1) + pick(s, coin2) + f.trade.zh
	f.name = f.town.city + f.short + pick(s, legal)
	f.taxID = s.taxID(f.town)
	f.country = "中国"
	return f
}

// taxID draws a unified social credit code with a valid check digit.
func (s source) taxID(t town) string {
	body := []byte("91" + t.code)
	for range 9 {
		body = append(body, taxDigits[s.IntN(len(taxDigits))])
	}
	check, _ := crm.TaxCheck(string(body))
	return string(append(body, check))
}
