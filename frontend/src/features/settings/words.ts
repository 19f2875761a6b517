import { pairs } from '@/i18n';

/** Words of the settings. */
export const settingsWords = pairs({
  settings: ['Settings', '设置'],
  search: ['Search settings', '搜索设置'],
  nothingFound: ['No such setting', '没有这项设置'],
  atOnce: ['Changes save at once', '改动即时保存'],
  undo: ['Undo', '撤销'],
  saved: ['Saved: {what}', '已保存：{what}'],
  changed: ['{what}: {value}', '{what}：{value}'],
  added: ['Added: {what}', '已添加：{what}'],
  deleted: ['Deleted: {what}', '已删除：{what}'],
  retired: ['Retired: {what}', '已停用：{what}'],
  restored: ['In use again: {what}', '已恢复：{what}'],
  reordered: ['Order changed', '顺序已调整'],
  add: ['Add', '添加'],
  cancel: ['Cancel', '取消'],
  close: ['Close', '关闭'],
  delete: ['Delete', '删除'],
  deleteOf: ['Delete “{what}”', '删除「{what}」'],
  move: ['Move “{what}”', '移动「{what}」'],
  place: ['{what}, place {place}', '{what}，第 {place} 位'],
  moveHint: [
    'Space picks it up, the arrow keys move it, Space puts it down, Esc leaves it',
    '按空格拿起，方向键移动，再按空格放下，Esc 取消',
  ],
  chinese: ['Chinese name', '中文名'],
  english: ['English name', '英文名'],
  color: ['Colour', '颜色'],
  edit: ['Change {what}', '修改{what}'],
  none: ['none', '无'],
});
