package crm

import (
	"dealbox/internal/i18n"
	"dealbox/internal/schema"
)

// sources is where business comes from, for every type that asks.
var sources = []schema.Option{
	schema.Opt(1, "website", i18n.T("Website", "官网")),
	schema.Opt(2, "search", i18n.T("Search engine", "搜索引擎")),
	schema.Opt(3, "advertisement", i18n.T("Advertisement", "广告")),
	schema.Opt(4, "referral", i18n.T("Referral", "转介绍")),
	schema.Opt(5, "existing", i18n.T("Existing customer", "老客户")),
	schema.Opt(6, "partner", i18n.T("Partner", "合作伙伴")),
	schema.Opt(7, "exhibition", i18n.T("Exhibition", "展会")),
	schema.Opt(8, "event", i18n.T("Event", "线下活动")),
	schema.Opt(9, "registration", i18n.T("Online registration", "线上注册")),
	schema.Opt(10, "inquiry", i18n.T("Online enquiry", "线上询价")),
	schema.Opt(11, "call_in", i18n.T("Phone enquiry", "电话咨询")),
	schema.Opt(12, "mail_in", i18n.T("E-mail enquiry", "邮件咨询")),
	schema.Opt(13, "cold_call", i18n.T("Cold call", "陌拜")),
	schema.Opt(14, "appointment", i18n.T("Booked visit", "预约上门")),
	schema.Opt(15, "promotion", i18n.T("Promotion", "促销")),
	schema.Opt(16, "wechat", i18n.T("WeChat", "微信")),
	schema.Opt(17, "social", i18n.T("Social media", "社交媒体")),
	schema.Opt(18, "community", i18n.T("Community", "社区用户")),
	schema.Opt(19, "renewal", i18n.T("Renewal", "续约")),
	schema.Opt(20, "expansion", i18n.T("Add-on purchase", "增购")),
	schema.Opt(21, "tender", i18n.T("Tender", "招投标")),
	schema.Opt(22, "other", i18n.T("Other", "其他")),
}

// industries is what accounts and leads live from. The English words are those that
// spreadsheets use, so that an import maps them without asking.
var industries = []schema.Option{
	schema.Opt(1, "manufacturing", i18n.T("Manufacturing", "制造业")),
	schema.Opt(2, "automotive", i18n.T("Automotive", "汽车")),
	schema.Opt(3, "electronics", i18n.T("Electronics", "电子")),
	schema.Opt(4, "machinery", i18n.T("Machinery", "机械设备")),
	schema.Opt(5, "chemical", i18n.T("Chemicals", "化工")),
	schema.Opt(6, "metals", i18n.T("Metals and materials", "冶金建材")),
	schema.Opt(7, "energy", i18n.T("Energy", "能源电力")),
	schema.Opt(8, "food", i18n.T("Food and drink", "食品饮料")),
	schema.Opt(9, "textile", i18n.T("Textiles", "纺织服装")),
	schema.Opt(10, "agriculture", i18n.T("Agriculture", "农林牧渔")),
	schema.Opt(11, "internet", i18n.T("Internet", "互联网")),
	schema.Opt(12, "technology", i18n.T("Technology", "IT/科技")),
	schema.Opt(13, "software", i18n.T("Software", "软件")),
	schema.Opt(14, "telecommunications", i18n.T("Telecommunications", "通信")),
	schema.Opt(15, "finance", i18n.T("Finance", "金融业")),
	schema.Opt(16, "real_estate", i18n.T("Real estate", "房地产")),
	schema.Opt(17, "construction", i18n.T("Construction", "建筑")),
	schema.Opt(18, "logistics", i18n.T("Transport and logistics", "运输/物流")),
	schema.Opt(19, "retail", i18n.T("Retail", "零售")),
	schema.Opt(20, "wholesale", i18n.T("Wholesale", "批发")),
	schema.Opt(21, "services", i18n.T("Services", "商业服务")),
	schema.Opt(22, "marketing", i18n.T("Marketing", "营销")),
	schema.Opt(23, "employment", i18n.T("Employment", "人力资源")),
	schema.Opt(24, "entertainment", i18n.T("Entertainment", "文化传媒")),
	schema.Opt(25, "hospitality", i18n.T("Hotels and catering", "酒店餐饮")),
	schema.Opt(26, "medical", i18n.T("Medical", "医疗健康")),
	schema.Opt(27, "education", i18n.T("Education", "教育")),
	schema.Opt(28, "government", i18n.T("Government", "政府")),
	schema.Opt(29, "nonprofit", i18n.T("Non-profit", "公益组织")),
	schema.Opt(30, "other", i18n.T("Other", "其他")),
}
