import { pairs } from '@/i18n';

/** Words of the record grid. */
export const gridWords = pairs({
  selectRow: ['Select {title}', '选择 {title}'],
  selectAll: ['Select all', '全选'],
  cell: ['{field}, row {row}', '{field}，第 {row} 行'],
  range: ['{rows} rows × {columns} columns selected', '已选 {rows} 行 × {columns} 列'],
  copied: ['{count} cell copied|{count} cells copied', '已复制 {count} 个单元格'],
  groupEmpty: ['Without a value', '未填写'],
  openGroup: ['Open group {name}', '展开 {name}'],
  closeGroup: ['Close group {name}', '收起 {name}'],
});
