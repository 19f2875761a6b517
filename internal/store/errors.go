package store

import (
	"errors"
	"fmt"

	"dealbox/internal/fault"
	"dealbox/internal/i18n"
)

// What can be wrong with a file before it is open.
var (
	ErrMissing = fault.New(fault.NotFound, "file.missing", i18n.T(
		"There is no file “{path}”. It may have been moved, renamed or deleted.",
		"找不到文件「{path}」，可能已被移动、改名或删除。"))
	ErrExists = fault.New(fault.Conflict, "file.exists", i18n.T(
		"A file “{path}” already exists.", "文件「{path}」已存在。"))
	ErrEmpty = fault.New(fault.Damaged, "file.empty", i18n.T(
		"The file is empty: it holds 0 bytes, so nothing can be read from it.",
		"文件是空的（0 字节），没有可读取的内容。"))
	ErrForeign = fault.New(fault.Invalid, "file.foreign", i18n.T(
		"This is not a Dealbox file.", "这不是商机匣文件。"))
	ErrFolder = fault.New(fault.Invalid, "file.folder", i18n.T(
		"“{path}” is a folder, not a Dealbox file.", "「{path}」是文件夹，不是商机匣文件。"))
	ErrTruncated = fault.New(fault.Damaged, "file.truncated", i18n.T(
		"The file is incomplete: its end is missing ({have} of at least {want} bytes). A copy or download may have been cut short.",
		"文件不完整：缺少末尾部分（现有 {have} 字节，至少应有 {want} 字节）。可能是复制或下载中断。"))
	ErrDamaged = fault.New(fault.Damaged, "file.damaged", i18n.T(
		"The file is damaged ({where}).", "文件已损坏（{where}）。"))
	ErrNewer = fault.New(fault.Unsupported, "file.newer", i18n.T(
		"This file was made by a newer Dealbox (format {version}; this program reads up to {known}). Please update Dealbox.",
		"此文件由更新版本的商机匣创建（格式 {version}，本程序最高支持 {known}）。请更新商机匣。"))
	ErrOlder = fault.New(fault.Damaged, "file.older", i18n.T(
		"Changes are missing: this computer saved change {noted} to this file, but the file ends at {found}. Either a write was lost or an older copy was put in its place.",
		"文件中缺少部分更改：本机曾保存到第 {noted} 次更改，而文件只到第 {found} 次。可能有写入丢失，或文件被旧副本替换。"))
	ErrAccess = fault.New(fault.Denied, "file.access", i18n.T(
		"The file cannot be read or written here: permission is missing.", "没有读写此文件的权限。"))
	ErrLocked = fault.New(fault.Locked, "file.locked", i18n.T(
		"The file is already open in another program.", "文件已在其他程序中打开。"))
	ErrLockedBy = fault.New(fault.Locked, "file.locked_by", i18n.T(
		"The file is already open: {user} on {host}, since {since}.",
		"文件已被打开：{user}（{host}），自 {since} 起。"))
)

// What can go wrong while a file is open.
var (
	ErrClosed = fault.New(fault.Gone, "file.closed", i18n.T(
		"The file is no longer open.", "文件已关闭。"))
	ErrReadOnly = fault.New(fault.Denied, "file.read_only", i18n.T(
		"The file is open for reading only.", "文件以只读方式打开。"))
	ErrReplaced = fault.New(fault.Conflict, "file.replaced", i18n.T(
		"The file was moved, replaced or changed by another program while it was open. Nothing was saved.",
		"文件在打开期间被其他程序移动、替换或修改，本次未保存。"))
	ErrNotSaved = fault.New(fault.Internal, "file.not_saved", i18n.T(
		"The change was not saved: the disk reported an error. The file is as it was before.",
		"未能保存：磁盘报告错误。文件保持原样。"))
	ErrFull = fault.New(fault.Internal, "file.full", i18n.T(
		"The change was not saved: the disk is full. The file is as it was before.",
		"未能保存：磁盘已满。文件保持原样。"))
	ErrUnsure = fault.New(fault.Internal, "file.unsure", i18n.T(
		"The disk failed while saving, and the file could not be checked afterwards. Open it again to see whether the last change is there.",
		"保存时磁盘出错，且无法复查文件。请重新打开文件，确认最后一次更改是否存在。"))
	ErrTooLarge = fault.New(fault.Invalid, "file.entry_size", i18n.T(
		"One change holds {size} bytes; the most is {most}.", "一次更改有 {size} 字节，最多 {most} 字节。"))
	ErrClock = fault.New(fault.Invalid, "file.clock", i18n.T(
		"A change carries the time {time}, more than a day ahead of this computer. Check the date of both computers.",
		"有一项更改的时间为 {time}，比本机超前一天以上。请检查两台电脑的日期。"))
	ErrNoEntry = fault.New(fault.NotFound, "file.no_entry", i18n.T(
		"The history has no entry {seq}.", "历史中没有第 {seq} 条记录。"))
	ErrKept = fault.New(fault.Invalid, "file.copy_onto_itself", i18n.T(
		"A file cannot be copied onto itself.", "不能把文件复制到它自己。"))
)

// errUsage is a defect of the caller, such as writing to a bucket that the store keeps.
var errUsage = errors.New("store used wrongly")

// LockedError says who has the file. Owner is zero when nobody left a note.
type LockedError struct{ Owner OwnerNote }

// Error gives the English sentence, for logs.
func (e *LockedError) Error() string { return e.Unwrap().Error() }

// Unwrap gives the fault that is shown.
func (e *LockedError) Unwrap() error {
	if e.Owner.User == "" {
		return ErrLocked.Err()
	}
	since := e.Owner.Since.Local().Format("2006-01-02 15:04")
	return ErrLockedBy.With("user", e.Owner.User).With("host", e.Owner.Host).With("since", since)
}

// Is lets errors.Is(err, ErrLocked) answer for both sentences.
func (e *LockedError) Is(target error) bool { return target == ErrLocked }

// whereUnknown is damage that showed itself only while reading or writing.
var (
	whereUnknown = i18n.T("its structure", "内部结构")
	whereFormat  = i18n.T("its identity", "文件标识")
	whereKeys    = i18n.T("its keys", "密钥")
	whereMeta    = i18n.T("one of its two heads: the last change may be missing", "两个文件头之一：最后一次更改可能缺失")
)

// damagedAt says where the file is not sound, with what was found for the log.
func damagedAt(where i18n.Text, format string, args ...any) error {
	e := ErrDamaged.With("where", where)
	e.Cause = fmt.Errorf(format, args...)
	return e
}

// damagedPage is damage in the structure of bbolt.
func damagedPage(page uint64, format string, args ...any) error {
	return damagedAt(i18n.T(fmt.Sprintf("page %d", page), fmt.Sprintf("第 %d 页", page)), format, args...)
}

// damagedBucket is damage in what a bucket holds. A key is shown as hexadecimal digits.
func damagedBucket(b Bucket, key []byte, format string, args ...any) error {
	where := b.String()
	if len(key) > 0 {
		where = fmt.Sprintf("%s %x", where, key)
	}
	return damagedAt(i18n.Same(where), format, args...)
}
