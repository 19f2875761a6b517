package text

import (
	"strings"
	"sync"
)

// surnames are read so at the front of a person's name.
const surnames = `
单 shan4
仇 qiu2
查 zha1
区 ou1
曾 zeng1
解 xie4
盖 ge3
朴 piao2
覃 qin2
翟 zhai2
任 ren2
召 shao4
葛 ge3
员 yun4
燕 yan1
纪 ji3
缪 miao4
种 chong2
隗 wei3
繁 po2
秘 bi4
冼 xian3
谌 chen2
折 she2
郇 xun2
祭 zhai4
逄 pang2
佴 nai4
訾 zi1
句 gou1
都 du1
能 nai4
过 guo1
角 jue2
乜 nie4
瞿 qu2
应 ying1
占 zhan1
要 yao1
洗 xian3
盛 sheng4
石 shi2
柏 bai3
卜 bu3
薄 bo2
晁 chao2
费 fei4
干 gan1
谷 gu3
炅 gui4
嵇 ji1
阚 kan4
雒 luo4
佘 she2
莘 shen1
眭 sui1
郤 xi4
叶 ye4
於 yu1
郁 yu4
昝 zan3
臧 zang1
仉 zhang3
哈 ha3
那 na4
车 che1
贾 jia3
乐 yue4
沈 shen3
尹 yin3
尉迟 yu4 chi2
万俟 mo4 qi2
澹台 tan2 tai2
令狐 ling2 hu2
单于 chan2 yu2
拓跋 tuo4 ba2
`

// phrases are places and common words that the first reading of each character gets
// wrong, or in which a surname is no surname. A single character stands for a better
// first reading of it.
const phrases = `
重庆 chong2 qing4
长 chang2
轧 zha2
长孙 zhang3 sun1
长沙 chang2 sha1
长春 chang2 chun1
长安 chang2 an1
长江 chang2 jiang1
长城 chang2 cheng2
长治 chang2 zhi4
长宁 chang2 ning2
长乐 chang2 le4
长虹 chang2 hong2
长子县 zhang3 zi3 xian4
厦门 xia4 men2
六安 lu4 an1
六合 lu4 he2
蚌埠 beng4 bu4
台州 tai1 zhou1
天台 tian1 tai1
丽水 li2 shui3
东阿 dong1 e1
洪洞 hong2 tong2
浚县 xun4 xian4
番禺 pan1 yu2
铅山 yan2 shan1
乐亭 lao4 ting2
乐清 yue4 qing1
乐山 le4 shan1
单县 shan4 xian4
尉犁 yu4 li2
荥阳 xing2 yang2
莘县 shen1 xian4
莘庄 xin1 zhuang1
蔚县 yu4 xian4
涡阳 guo1 yang2
歙县 she4 xian4
渑池 mian3 chi2
犍为 qian2 wei2
什邡 shi2 fang1
会稽 kuai4 ji1
牟平 mu4 ping2
中牟 zhong1 mu4
任丘 ren2 qiu1
华阴 hua4 yin1
华山 hua4 shan1
喀什 ka1 shi2
泌阳 bi4 yang2
漯河 luo4 he2
曲靖 qu3 jing4
西藏 xi1 zang4
青藏 qing1 zang4
成都 cheng2 du1
首都 shou3 du1
都江堰 du1 jiang1 yan4
都市 du1 shi4
银行 yin2 hang2
行业 hang2 ye4
商行 shang1 hang2
支行 zhi1 hang2
分行 fen1 hang2
总行 zong3 hang2
车行 che1 hang2
同行 tong2 hang2
行情 hang2 qing2
音乐 yin1 yue4
乐器 yue4 qi4
乐团 yue4 tuan2
会计 kuai4 ji4
财会 cai2 kuai4
调研 diao4 yan2
调查 diao4 cha2
调拨 diao4 bo1
重组 chong2 zu3
重新 chong2 xin1
重阳 chong2 yang2
大夫 dai4 fu1
便宜 pian2 yi2
率先 shuai4 xian1
效率 xiao4 lv4
费率 fei4 lv4
利率 li4 lv4
校对 jiao4 dui4
成长 cheng2 zhang3
店长 dian4 zhang3
董事长 dong3 shi4 zhang3
院长 yuan4 zhang3
校长 xiao4 zhang3
厂长 chang3 zhang3
处长 chu4 zhang3
科长 ke1 zhang3
部长 bu4 zhang3
模具 mu2 ju4
给排水 ji3 pai2 shui3
供给 gong1 ji3
传记 zhuan4 ji4
单位 dan1 wei4
单元 dan1 yuan2
单晶 dan1 jing1
单一 dan1 yi1
解决 jie3 jue2
解放 jie3 fang4
查询 cha2 xun2
查看 cha2 kan4
曾经 ceng2 jing1
区域 qu1 yu4
区块 qu1 kuai4
任务 ren4 wu4
应用 ying4 yong4
应急 ying4 ji2
过程 guo4 cheng2
种子 zhong3 zi3
种植 zhong4 zhi2
种业 zhong3 ye4
能源 neng2 yuan2
能力 neng2 li4
能量 neng2 liang4
角色 jue2 se4
要求 yao1 qiu2
要点 yao4 dian3
洗衣 xi3 yi1
洗车 xi3 che1
洗涤 xi3 di2
折扣 zhe2 kou4
折叠 zhe2 die2
秘书 mi4 shu1
秘密 mi4 mi4
繁荣 fan2 rong2
员工 yuan2 gong1
盖板 gai4 ban3
盖章 gai4 zhang1
乐园 le4 yuan2
乐高 le4 gao1
乐视 le4 shi4
乐天 le4 tian1
快乐 kuai4 le4
燕窝 yan4 wo1
朴素 pu3 su4
祭祀 ji4 si4
占比 zhan4 bi3
那么 na4 me
仇恨 chou2 hen4
`

// others are second readings that people may type, for the search by pinyin.
const others = `
行 hang2
长 zhang3
长 chang2
重 chong2
重 zhong4
乐 yue4
乐 le4
朝 chao2
朝 zhao1
会 kuai4
都 du1
调 diao4
传 zhuan4
大 dai4
校 jiao4
藏 zang4
给 ji3
降 xiang2
角 jue2
率 lv4
模 mu2
厦 sha4
厦 xia4
石 dan4
提 di1
单 shan4
单 dan1
仇 qiu2
查 zha1
区 ou1
曾 zeng1
解 xie4
盖 ge3
朴 pu3
覃 tan2
翟 di2
费 bi4
柏 bo2
薄 bao2
尉 yu4
隗 kui2
莘 xin1
郇 huan2
夏 xia4
贾 gu3
谷 yu4
叶 xie2
葛 ge2
种 chong2
召 zhao4
繁 po2
六 lu4
台 tai1
番 pan1
埔 pu3
埔 bu4
铅 yan2
曲 qu3
`

// reading is a word and how it is read, a syllable for each character.
type reading struct {
	word      []rune
	syllables []string
}

// dictionary finds readings by their first character, longer words first.
type dictionary map[rune][]reading

var (
	surnameReadings = sync.OnceValue(func() dictionary { return readList(surnames) })
	phraseReadings  = sync.OnceValue(func() dictionary { return readList(phrases) })
	otherReadings   = sync.OnceValue(func() dictionary { return readList(others) })
)

func readList(list string) dictionary {
	d := dictionary{}
	for line := range strings.SplitSeq(strings.TrimSpace(list), "\n") {
		parts := strings.Fields(line)
		word := []rune(parts[0])
		d[word[0]] = append(d[word[0]], reading{word, parts[1:]})
	}
	return d
}

// at finds the longest word of the dictionary at the front of what is left of a name.
func (d dictionary) at(rest []rune) (best reading, ok bool) {
	for _, r := range d[rest[0]] {
		if len(r.word) > len(best.word) && len(r.word) <= len(rest) && string(r.word) == string(rest[:len(r.word)]) {
			best, ok = r, true
		}
	}
	return best, ok
}
