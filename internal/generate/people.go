package generate

import (
	"fmt"
	"strings"

	"dealbox/internal/i18n"
)

// Surnames, common ones several times; compound ones; and one outside the basic plane's
// common characters, which fonts and databases trip over.
var (
	surnames = strings.Fields(`王 李 张 刘 陈 杨 黄 赵 吴 周 徐 孙 马 朱 胡 郭 何 高 林 罗 郑 梁 谢 宋 唐 许 韩 冯 邓 曹
		彭 曾 肖 田 董 袁 潘 于 蒋 蔡 余 杜 叶 程 苏 魏 吕 丁 任 沈 姚 卢 姜 崔 钟 谭 陆 汪 范 金 石 廖 贾 夏 韦 付 方 白 邹 孟
		熊 秦 邱 江 尹 薛 闫 段 雷 侯 龙 史 陶 黎 贺 顾 毛 郝 龚 邵 万 钱 严 覃 武 戴 莫 孔 向 汤 单 仇 查 解 区 盖 种 朴 乐 翟`)
	compound  = strings.Fields(`欧阳 司马 上官 诸葛 夏侯 令狐 皇甫 尉迟 公孙 慕容 长孙 宇文`)
	rareNames = strings.Fields(`䶮 𠮷 喆 堃 犇 祎 翀 頔 赟 彧`)
	given     = strings.Fields(`伟 芳 娜 敏 静 丽 强 磊 军 洋 勇 艳 杰 娟 涛 明 超 秀英 霞 平 刚 桂英 建国 建华 志强 海燕 晓东 晓明
		文博 子涵 浩然 雨桐 思远 佳怡 俊杰 欣怡 宇轩 梓萱 嘉豪 雅婷 振华 国强 玉兰 春梅 立群 志远 海涛 丽华 一鸣 若曦 承志 慧敏`)
	firstNames = strings.Fields(`Alma Bruno Carla Dermot Edda Felix Greta Hamid Ilse Jonas Kaja Lorcan Mirela Nils Odile Pavel
		Quinn Ruben Saskia Tomas Ulla Viggo Wanda Xavier Yusra Zoltan Amrit Bettina Ciaran Dalia Emre Fiona Goran Helga Imre Jutta`)
	lastNames = strings.Fields(`Abernall Brackwood Castlemere Drummer Ellingsby Farrowdale Greenhalt Hollinder Iverstone Jarrowby
		Kettlemore Lindqvall Marchbank Northgate Oakhurst Penrosen Quillfeather Ravensdale Stanmorell Thornbury Underhay
		Vantressel Wetherlow Yarborne Zellmark Applecroft Birkenfeldt Coldwater Dunmorrow Eastergard`)
	jobTitles = map[i18n.Lang][]string{
		i18n.Chinese: strings.Fields(`总经理 副总经理 采购部经理 采购主管 设备部经理 设备科长 生产总监 生产经理 电气工程师 工艺工程师 总工程师 财务主管 信息中心主任 质量经理`),
		i18n.English: {"General manager", "Purchasing manager", "Plant manager", "Maintenance lead", "Process engineer", "Chief engineer", "Finance lead", "IT manager", "Quality manager"},
	}
)

// person draws a name.
func (s source) person(l i18n.Lang) string {
	if l == i18n.English {
		return pick(s, firstNames) + " " + pick(s, lastNames)
	}
	family := pick(s, surnames)
	if s.chance(3) {
		family = pick(s, compound)
	}
	if s.chance(2) {
		return family + pick(s, rareNames)
	}
	return family + pick(s, given)
}

// mobile draws a Chinese mobile number as it is written.
func (s source) mobile() string {
	return fmt.Sprintf("1%s %04d %04d", pick(s, []string{"30", "35", "36", "37", "38", "39", "50", "52", "58", "59", "77", "86", "87", "88"}), s.IntN(10000), s.IntN(10000))
}

// landline draws a Chinese landline number with its area code.
func (s source) landline() string {
	return fmt.Sprintf("0%s %04d %04d", pick(s, []string{"10", "21", "512", "574", "371", "532", "27", "25", "769", "755", "562", "315"}), s.between(2000, 8999), s.IntN(10000))
}
