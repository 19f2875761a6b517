package value

import (
	"testing"
	"time"
)

// now is Tuesday, 24 November 2026, 01:30 in Shanghai: still Monday in UTC.
var (
	shanghai = time.FixedZone("CST", 8*3600)
	now      = time.Date(2026, time.November, 23, 17, 30, 0, 0, time.UTC)
)

func TestDaysAreReadInEveryForm(t *testing.T) {
	for s, want := range map[string]string{
		"2026/6/1": "2026-06-01", "2026-06-01": "2026-06-01", "1.6.2026": "2026-06-01", "2026.6.1": "2026-06-01", "2026. 6. 1.": "2026-06-01",
		"2026年6月1日": "2026-06-01", "2026 年 6 月 1 日": "2026-06-01", "26年6月1号": "2026-06-01", "二〇": "", "20261124": "2026-11-24", "46174": "2026-06-01",
		"２０２６／６／１": "2026-06-01", "6/1/2026": "2026-06-01", "13-6-2026": "2026-06-13", "20-10-16": "2020-10-16",
		"1 Jun 2026": "2026-06-01", "1-Jun-26": "2026-06-01", "June 1, 2026": "2026-06-01", "Jun 1st, 2026": "2026-06-01", "Mon, 1 Jun 2026": "2026-06-01",
		"2026-06-01 周一": "2026-06-01", "2026年6月1日（星期一）": "2026-06-01", "2026-06-01T10:00:00Z": "2026-06-01", "2026-06-01 10:00": "2026-06-01",
		"2026/6/1 下午3:00": "2026-06-01", "2026-06-01 10:00:00.123 +0800": "2026-06-01", "2024-02-29": "2024-02-29", "0001-01-01": "0001-01-01", "9999-12-31": "9999-12-31",
		"2026-02-29": "", "2026-13-01": "", "2026-06": "", "2026-6/1": "", "0000-00-00": "", "4617": "", "461740": "", "2026-06-01 25:00": "",
		"1/2/3": "", "today": "", "+7": "", "周五": "", "11-30": "", "abc": "", "2026-06-01 x": "", "10:00": "", "99991399": "",
	} {
		got, err := Day.Parse(s, Reading{})
		if want == "" {
			if err == nil {
				t.Errorf("Parse(%q) = %v", s, got)
			}
			continue
		}
		if err != nil || got.(Date).String() != want {
			t.Errorf("Parse(%q) = %v, %v, want %s", s, got, err, want)
		}
	}
}

func TestTheOrderDecidesDaysOfDigits(t *testing.T) {
	for _, c := range []struct {
		s     string
		order DateOrder
		want  string
	}{
		{"20-10-16", DMY, "2016-10-20"}, {"20-10-16", YMD, "2020-10-16"}, {"10-20-16", MDY, "2016-10-20"},
		{"6/1/2026", DMY, "2026-01-06"}, {"6/1/2026", MDY, "2026-06-01"}, {"1.6.2026", DMY, "2026-06-01"}, {"1.6.2026", MDY, "2026-01-06"},
		{"2026-06-01", DMY, "2026-06-01"}, {"01/02/69", DMY, "2069-02-01"}, {"01/02/70", DMY, "1970-02-01"},
		{"6/25/2026", DMY, ""}, {"25/6/2026", MDY, ""},
	} {
		got, err := Day.Parse(c.s, Reading{Order: c.order})
		if (err == nil) != (c.want != "") || err == nil && got.(Date).String() != c.want {
			t.Errorf("Parse(%q) by order %d = %v, %v, want %s", c.s, c.order, got, err, c.want)
		}
	}
}

func TestWordsForDaysCountFromToday(t *testing.T) {
	for s, want := range map[string]string{
		"今天": "2026-11-24", "today": "2026-11-24", "明天": "2026-11-25", "后天": "2026-11-26", "昨天": "2026-11-23", "Tomorrow": "2026-11-25",
		"周五": "2026-11-27", "friday": "2026-11-27", "fri": "2026-11-27", "周二": "2026-11-24", "周一": "2026-11-30", "星期天": "2026-11-29",
		"本周五": "2026-11-27", "这周一": "2026-11-23", "下周五": "2026-12-04", "next friday": "2026-12-04", "下下周一": "2026-12-07", "上周五": "2026-11-20", "last Friday": "2026-11-20",
		"下周": "2026-11-30", "next week": "2026-11-30", "周末": "2026-11-28", "月底": "2026-11-30", "end of month": "2026-11-30", "下个月": "2026-12-01", "下月底": "2026-12-31",
		"季末": "2026-12-31", "年底": "2026-12-31", "+7": "2026-12-01", "-3": "2026-11-21", "+2w": "2026-12-08", "+1m": "2026-12-24",
		"3天后": "2026-11-27", "三天后": "2026-11-27", "两周后": "2026-12-08", "1个月后": "2026-12-24", "2天前": "2026-11-22", "in 3 days": "2026-11-27", "in a week": "2026-12-01", "2 weeks ago": "2026-11-10",
		"11-30": "2026-11-30", "11-24": "2026-11-24", "11-23": "2027-11-23", "2/29": "2028-02-29", "6月1日": "2027-06-01", "15号": "2026-12-15", "30号": "2026-11-30", "1 jun": "2027-06-01",
	} {
		got, err := Day.Parse(s, Reading{Now: now, Zone: shanghai})
		if err != nil || got.(Date).String() != want {
			t.Errorf("Parse(%q) = %v, %v, want %s", s, got, err, want)
		}
	}
	if got, err := Day.Parse("30-11", Reading{Now: now, Order: DMY}); err != nil || got.(Date).String() != "2026-11-30" {
		t.Errorf("30-11 by day and month = %v, %v", got, err)
	}
	for _, s := range []string{"15:00", "天后", "后", "32号", "13-13", "下个", "+99999d", "周八"} {
		if got, err := Day.Parse(s, Reading{Now: now}); err == nil {
			t.Errorf("Parse(%q) = %v", s, got)
		}
	}
}

func TestAMonthOnFromThe31stIsItsLastDay(t *testing.T) {
	o := Reading{Now: time.Date(2027, time.January, 31, 12, 0, 0, 0, time.UTC)}
	for s, want := range map[string]string{"+1m": "2027-02-28", "下个月": "2027-02-01", "1年后": "2028-01-31"} {
		if got, err := Day.Parse(s, o); err != nil || got.(Date).String() != want {
			t.Errorf("Parse(%q) = %v, %v, want %s", s, got, err, want)
		}
	}
}

func TestMomentsAreReadInTheZoneOfTheReading(t *testing.T) {
	o := Reading{Now: now, Zone: shanghai}
	for s, want := range map[string]string{
		"2026-06-01 15:04": "2026-06-01T07:04:00.000Z", "2026/6/1 15:04:05": "2026-06-01T07:04:05.000Z", "2026-06-01T15:04:05.250": "2026-06-01T07:04:05.250Z",
		"2026-06-01T15:04:05Z": "2026-06-01T15:04:05.000Z", "2026-06-01T15:04:05+02:00": "2026-06-01T13:04:05.000Z", "2026-06-01 15:04 UTC": "2026-06-01T15:04:00.000Z",
		"2026-06-01": "2026-05-31T16:00:00.000Z", "2026年6月1日15:04": "2026-06-01T07:04:00.000Z", "2026年6月1日 下午3点": "2026-06-01T07:00:00.000Z",
		"2026-06-01 3pm": "2026-06-01T07:00:00.000Z", "6/1/2026 3:30 PM": "2026-06-01T07:30:00.000Z", "2026-06-01 12:15 am": "2026-05-31T16:15:00.000Z", "2026-06-01 12:15 pm": "2026-06-01T04:15:00.000Z",
		"明天下午3点": "2026-11-25T07:00:00.000Z", "明天 15:00": "2026-11-25T07:00:00.000Z", "周五上午9点半": "2026-11-27T01:30:00.000Z", "15:30": "2026-11-24T07:30:00.000Z", "下午3点20分": "2026-11-24T07:20:00.000Z",
		"后天": "2026-11-25T16:00:00.000Z", "下午15:00": "2026-11-24T07:00:00.000Z", "3点一刻": "2026-11-23T19:15:00.000Z", "tomorrow 9:00": "2026-11-25T01:00:00.000Z", "oct 1 2026 9:00": "2026-10-01T01:00:00.000Z",
	} {
		got, err := Time.Parse(s, o)
		if err != nil || got.(Moment).String() != want {
			t.Errorf("Parse(%q) = %v, %v, want %s", s, got, err, want)
		}
	}
	for _, s := range []string{"25:00", "12:60", "13 am", "0 pm", "2026-06-01 12", "晚上12点", "2026-06-01T", "10:00 +99:00", "1:2", "soon", "2026-06-01 10:00.5"} {
		if got, err := Time.Parse(s, o); err == nil {
			t.Errorf("Parse(%q) = %v", s, got)
		}
	}
	if got, err := Time.Parse("15:30", Reading{}); err == nil {
		t.Errorf("a time without a day is %v", got)
	}
}

func TestDurationsAreMinutesUnlessTheySay(t *testing.T) {
	for s, want := range map[string]int64{
		"30": 1800, "1.5": 90, "30 min": 1800, "30m": 1800, "1h30": 5400, "1h30m": 5400, "1 h 30 min 5 s": 5405, "1:30": 5400, "0:00:45": 45,
		"90分钟": 5400, "2 小时": 7200, "1小时30分": 5400, "1.5 hours": 5400, "2天": 172800, "45s": 45, "5m30": 330, "-1 h": -3600, "0": 0, "１小时": 3600, "半": -1, "1h90": 9000,
	} {
		got, err := Duration.Parse(s, Reading{})
		if want == -1 {
			if err == nil {
				t.Errorf("Parse(%q) = %v", s, got)
			}
			continue
		}
		if err != nil || got != want {
			t.Errorf("Parse(%q) = %v, %v, want %d", s, got, err, want)
		}
	}
	for _, s := range []string{"1 min 1 h", "h", "5 x", "1:60", "1:2:3:4", "3d5", "1h2h", "99999999999999999999 h"} {
		if got, err := Duration.Parse(s, Reading{}); err == nil {
			t.Errorf("Parse(%q) = %v", s, got)
		}
	}
	if got, err := Duration.Parse("2", Reading{Factor: 60}); err != nil || got != int64(7200) {
		t.Errorf("two hours by heading = %v, %v", got, err)
	}
}
