package crm

import (
	"dealbox/internal/i18n"
	"dealbox/internal/value"
)

// sampleTag marks sample records for people; the file's settings list them for removal.
var sampleTag = i18n.T("Sample", "示例")

// All people, firms and numbers are invented.

type samplePerson struct {
	name, title i18n.Text
	mobile      string
	mail        string // before the @
	role        value.Option
}

type sampleFirm struct {
	name     i18n.Text
	industry value.Option
	city     i18n.Text
	people   []samplePerson
}

const (
	decides, influences, uses, guards value.Option = 1, 2, 3, 4
)

var sampleFirms = []sampleFirm{
	{i18n.T("Huaxing Automation", "华星自动化"), 4, i18n.T("Suzhou", "苏州"), []samplePerson{
		{i18n.T("Wang Min", "王敏"), i18n.T("Purchasing manager", "采购部经理"), "138 0013 8000", "wangmin", decides},
		{i18n.T("Liu Gong", "刘工"), i18n.T("Electrical engineer", "电气工程师"), "152 0000 3308", "liugong", uses},
		{i18n.T("He Jing", "何静"), i18n.T("Finance lead", "财务主管"), "138 0000 6627", "hejing", guards},
	}},
	{i18n.T("Lanhai Logistics", "蓝海物流"), 18, i18n.T("Ningbo", "宁波"), []samplePerson{
		{i18n.T("Tang Ning", "唐宁"), i18n.T("Warehouse director", "仓储总监"), "139 0000 1145", "tangning", decides},
	}},
	{i18n.T("Fenghe Foods", "丰禾食品"), 8, i18n.T("Zhengzhou", "郑州"), []samplePerson{
		{i18n.T("Wu Qian", "吴倩"), i18n.T("Production manager", "生产经理"), "136 0000 2954", "wuqian", influences},
	}},
	{i18n.T("Tianchi Tire", "天驰轮胎"), 2, i18n.T("Qingdao", "青岛"), []samplePerson{
		{i18n.T("Gao Feng", "高峰"), i18n.T("Equipment manager", "设备经理"), "137 0000 8316", "gaofeng", influences},
	}},
	{i18n.T("Hongda Auto Parts", "宏达汽配"), 2, i18n.T("Wuhan", "武汉"), []samplePerson{
		{i18n.T("Li Jianguo", "李建国"), i18n.T("Deputy general manager", "副总经理"), "136 0000 7731", "lijianguo", decides},
	}},
	{i18n.T("Haichuan Chemical", "海川化工"), 5, i18n.T("Nanjing", "南京"), []samplePerson{
		{i18n.T("Luo Wen", "罗文"), i18n.T("Process engineer", "工艺工程师"), "135 0000 6208", "luowen", uses},
	}},
	{i18n.T("Yuanda Packaging", "远大包装"), 1, i18n.T("Dongguan", "东莞"), []samplePerson{
		{i18n.T("Shen Jie", "沈洁"), i18n.T("Purchasing supervisor", "采购主管"), "158 0000 7092", "shenjie", guards},
	}},
	{i18n.T("Xinguang Electronics", "新光电子"), 3, i18n.T("Shenzhen", "深圳"), []samplePerson{
		{i18n.T("Sun Liqun", "孙立群"), i18n.T("Equipment manager", "设备部经理"), "139 0000 2217", "sunliqun", decides},
	}},
	{i18n.T("Jinling Copper", "金岭铜业"), 6, i18n.T("Tongling", "铜陵"), []samplePerson{
		{i18n.T("Li Zhiyuan", "李志远"), i18n.T("Equipment section chief", "设备科长"), "137 0000 4096", "lizhiyuan", influences},
	}},
	{i18n.T("Guorui Steel", "国瑞钢构"), 6, i18n.T("Tangshan", "唐山"), []samplePerson{
		{i18n.T("Guo Qiang", "郭强"), i18n.T("General manager", "总经理"), "133 0000 4471", "guoqiang", decides},
	}},
}

var sampleColleagues = []i18n.Text{i18n.T("Li Na", "李娜"), i18n.T("Zhou Ting", "周婷"), i18n.T("Chen Lei", "陈磊")}

type sampleNote struct {
	kind value.Option
	days int // before today
	text i18n.Text
}

type sampleDeal struct {
	name   i18n.Text
	firm   int
	owner  int // 0 is oneself, then the colleagues
	amount int64
	source value.Option
	path   []int // days in each open stage, to the present one
	end    value.Option
	ended  int // days before today
	reason i18n.Text
	close  int // expected, in days from today
	next   i18n.Text
	nextIn int // days from today
	need   i18n.Text
	tags   []i18n.Text
	notes  []sampleNote
}

var sampleDeals = []sampleDeal{
	{name: i18n.T("Line retrofit", "产线改造"), firm: 0, amount: 128_000, source: 7, path: []int{4, 6, 11, 12}, close: 12,
		next: i18n.T("Call back about downtime", "回电，谈停线损失"), nextIn: 0,
		need: i18n.T("Line 3 stops twice an hour and loses 12,000 each time. 150,000 is approved; they choose a supplier in early December.", "三号线每小时停 2 次，停线损失 ¥1.2万/小时。预算 ¥15万 已批，12 月上旬定供应商。"),
		tags: []i18n.Text{i18n.T("Retrofit", "改造"), i18n.T("Servo", "伺服")},
		notes: []sampleNote{
			{Visit, 5, i18n.T("Measured cycle time on site\nLine 3 stops twice an hour; loading is the bottleneck. Two options, with at most 8 hours of downtime.", "现场测节拍\n三号线每小时停 2 次，瓶颈在上料。同意出两套方案，停线窗口不超过 8 小时。")},
			{Mail, 3, i18n.T("Sent the quote, second version, 128,000", "发出报价第二版，金额 12.8 万")},
			{Call, 0, i18n.T("Missed a call from Wang Min, will call back this afternoon", "王敏来电未接，下午回电")},
		}},
	{name: i18n.T("Conveyor sorting upgrade", "输送线分拣改造"), firm: 1, owner: 1, amount: 180_000, source: 4, path: []int{2}, close: 58,
		next: i18n.T("First visit", "首访"), nextIn: 2,
		notes: []sampleNote{{Call, 2, i18n.T("Referred by a supplier; sorting cannot keep up before the holidays", "供应商转介绍，节前分拣跟不上")}}},
	{name: i18n.T("MES dashboard pilot", "MES 看板试点"), firm: 2, owner: 2, amount: 96_000, source: 1, path: []int{1}, close: 74,
		next: i18n.T("First call", "首次电话"), nextIn: 0,
		notes: []sampleNote{{Note, 1, i18n.T("Asked on the website for a pilot in one workshop", "官网留言，想先在一个车间试点")}}},
	{name: i18n.T("Robot loading cell", "机器人上下料"), firm: 3, amount: 260_000, source: 2, path: []int{3, 4}, close: 97,
		next: i18n.T("Third follow-up", "第 3 次跟进"), nextIn: 1,
		notes: []sampleNote{{Meeting, 4, i18n.T("Online meeting about payload and floor space", "线上会议，谈负载和占地")}}},
	{name: i18n.T("Paint line controls", "涂装线控制系统"), firm: 4, amount: 420_000, source: 6, path: []int{5, 8, 6}, close: 32,
		next: i18n.T("Send the survey", "发调研提纲"), nextIn: 0,
		need:  i18n.T("Old controls have no spare parts; the change must happen over the new year stop.", "旧控制系统备件停产，需在元旦停产期间更换。"),
		notes: []sampleNote{{Visit, 6, i18n.T("Walked the paint shop with the maintenance team", "与维修班组一起看涂装车间")}}},
	{name: i18n.T("Water plant telemetry", "水处理远程监控"), firm: 5, owner: 3, amount: 135_000, source: 9, path: []int{6, 7, 14}, close: 27,
		next: i18n.T("Add the parameters", "补参数"), nextIn: -3,
		need:  i18n.T("Six pump stations, alarms on the phone, data kept on site.", "六座泵站，报警到手机，数据留在厂内。"),
		notes: []sampleNote{{Call, 9, i18n.T("They will send the list of measuring points", "对方会发测点清单")}}},
	{name: i18n.T("Packaging servo retrofit", "包装线伺服改造"), firm: 6, amount: 220_000, source: 5, path: []int{4, 5, 9, 21}, close: 17,
		next: i18n.T("Call", "电话"), nextIn: -4,
		need:  i18n.T("Forty bags a minute instead of twenty-five, without a longer line.", "每分钟由 25 包提到 40 包，产线不加长。"),
		notes: []sampleNote{{Mail, 11, i18n.T("Sent two options with prices", "发出两套方案和报价")}}},
	{name: i18n.T("SMT line traceability", "SMT 线体追溯"), firm: 7, amount: 380_000, source: 5, path: []int{3, 6, 10, 12, 7}, close: 7,
		next: i18n.T("Payment terms", "谈付款"), nextIn: 0,
		need:  i18n.T("Every board traceable to reel and feeder, as their customer asks.", "按其客户要求，每块板可追溯到料盘和供料器。"),
		notes: []sampleNote{{Meeting, 2, i18n.T("Price is agreed; they ask for 30 % on acceptance", "价格已谈妥，对方要求验收款 30%")}}},
	{name: i18n.T("Compressor energy saving", "空压站节能改造"), firm: 8, amount: 240_000, source: 4, path: []int{5, 5, 8, 12, 9, 3}, close: 4,
		next: i18n.T("Chase the signature", "催用印"), nextIn: 0,
		need:  i18n.T("Cut the power of the compressors by a fifth; paid from the saving.", "空压机节电两成，用节省的电费付款。"),
		notes: []sampleNote{{Call, 1, i18n.T("The contract is with their legal department", "合同在法务审核")}}},
	{name: i18n.T("AGV dispatching", "AGV 调度"), firm: 1, owner: 1, amount: 278_000, source: 5, path: []int{4, 7, 9, 14, 8, 5}, end: Won, ended: 10, close: -8,
		need:  i18n.T("Twelve vehicles of two makers under one dispatcher.", "两个品牌 12 台车统一调度。"),
		notes: []sampleNote{{Meeting, 10, i18n.T("Signed on site", "现场签约")}}},
	{name: i18n.T("Test fixtures", "检测治具"), firm: 7, amount: 160_000, source: 5, path: []int{2, 3, 6, 8, 4, 3}, end: Won, ended: 14, close: -10,
		need: i18n.T("Twenty fixtures for a new product, in three weeks.", "新产品 20 套治具，三周交付。")},
	{name: i18n.T("Steel welding rig", "钢构焊接专机"), firm: 9, owner: 3, amount: 190_000, source: 2, path: []int{6, 9, 12, 15}, end: Lost, ended: 11, close: -5,
		reason: i18n.T("Price", "价格"), need: i18n.T("Weld beams of twelve metres in one clamping.", "12 米梁一次装夹焊接。"),
		notes: []sampleNote{{Call, 11, i18n.T("A local maker was 15 % cheaper", "本地厂家便宜 15%")}}},
}
