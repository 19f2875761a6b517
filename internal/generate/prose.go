package generate

import (
	"strings"
	"unicode/utf8"

	"dealbox/internal/i18n"
)

// Sentences are put together from openings, subjects and ends, so that texts have words
// to search for and are not all alike.
var (
	openings = map[i18n.Lang][]string{
		i18n.Chinese: {"今天到现场看了", "电话里对方提到", "会上讨论了", "客户来信询问", "技术部门关心", "采购希望先确认", "总经理强调", "复盘后认为问题在", "竞争对手已经报过", "下一步要准备"},
		i18n.English: {"On site today we looked at", "On the phone they mentioned", "The meeting went through", "The customer wrote about", "Their engineers care about", "Purchasing wants to settle", "The manager insists on", "Looking back, the trouble is", "A competitor has quoted", "Next we prepare"},
	}
	subjects = map[i18n.Lang][]string{
		i18n.Chinese: {"三号线的节拍", "停线窗口", "伺服选型", "备件供应", "验收标准", "付款节点", "能耗数据", "PLC 改造范围", "MES 接口", "安全围栏", "培训安排", "质保期限", "上料机构", "视觉检测", "焊装夹具", "报价有效期", "运费和税点", "样机测试"},
		i18n.English: {"the cycle time of line three", "the downtime window", "the choice of servo drives", "spare parts", "the acceptance criteria", "payment terms", "energy data", "the scope of the retrofit", "the MES interface", "safety fencing", "training", "the warranty", "the loading unit", "vision inspection", "welding fixtures", "how long the quote holds", "freight and tax", "the trial of a sample"},
	}
	ends = map[i18n.Lang][]string{
		i18n.Chinese: {"，要求月底前给出方案。", "，预算已经批了一半。", "，瓶颈在上料，每小时停两次。", "，对方同意先做小批试点。", "，价格还有大约百分之五的距离。", "，需要财务再确认一次。", "，决策人下周出差回来。", "，现有供应商交期拖了三周。", "，建议带工程师再去一次。", "，资料已经发到邮箱。"},
		i18n.English: {", and they want a proposal by the end of the month.", "; half of the budget is approved.", "; loading is the bottleneck and stops twice an hour.", ", so we agreed on a small pilot first.", ", and about five percent lies between the prices.", ", which finance has to confirm once more.", "; the decision maker is back next week.", ", as the present supplier is three weeks late.", ", so an engineer should come along next time.", "; the documents were sent by mail."},
	}
)

// prose draws text of at least so many characters, and at most one sentence more.
func (s source) prose(l i18n.Lang, least int) string {
	var b strings.Builder
	n := 0
	for n < least {
		sentence := pick(s, openings[l]) + space(l) + pick(s, subjects[l]) + pick(s, ends[l])
		if s.chance(15) {
			sentence += "\n"
		} else if l == i18n.English {
			sentence += " "
		}
		b.WriteString(sentence)
		n += utf8.RuneCountInString(sentence)
	}
	return strings.TrimSpace(b.String())
}

func space(l i18n.Lang) string {
	if l == i18n.English {
		return " "
	}
	return ""
}

// Texts of activities are from leastText to mostText characters long.
const (
	leastText = 200
	mostText  = 2000
	sentence  = 120 // no sentence is longer
)

// longText draws the text of an activity. Most are short, as people write them.
func (s source) longText(l i18n.Lang) string {
	length := leastText + int(float64(mostText-sentence-leastText)*s.Float64()*s.Float64())
	return s.prose(l, length)
}

// line draws a short line, such as a subject or a next step.
func (s source) line(l i18n.Lang) string {
	subject := pick(s, subjects[l])
	if l == i18n.English {
		return pick(s, []string{"Call about ", "Send ", "Visit for ", "Settle ", "Ask about "}) + subject
	}
	return pick(s, []string{"电话谈", "发资料：", "拜访看", "确认", "询问"}) + subject
}
