package app

import (
	"dealbox/internal/i18n"
	"dealbox/internal/store"
)

// notes says in words what is worth knowing about a file that opened all the same. That it
// was last written on another computer is no news to who carried it here.
var notes = map[store.Note]i18n.Text{
	store.OneMeta: i18n.T("A small part of the file was damaged and its spare was used. Save a copy and check it.",
		"文件有一小处损坏，已使用备用部分。请另存副本并检查。"),
	store.NewerWriter: i18n.T("This file was made by a newer Dealbox: it can be read here, not changed.",
		"此文件由更新版本的商机匣创建：可以查看，不能修改。"),
	store.NoPermit: i18n.T("You have no permission to change this file: it is open for reading only.",
		"你没有修改此文件的权限，已以只读方式打开。"),
	store.ClockBehind: i18n.T("The newest change is more than a day ahead of this computer's clock. Check the date.",
		"最近一次更改比本机时间晚一天以上，请检查日期设置。"),
}
