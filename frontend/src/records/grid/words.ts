import { pairs } from '@/i18n';

/** Words of the record grid. */
export const gridWords = pairs({
  selectRow: ['Select {title}', '选择 {title}'],
  selectAll: ['Select all', '全选'],
  cell: ['{field}, row {row}', '{field}，第 {row} 行'],
  range: ['{rows} rows × {columns} columns selected', '已选 {rows} 行 × {columns} 列'],
  copied: ['{count} cell copied|{count} cells copied', '已复制 {count} 个单元格'],
  copying: ['Copying…', '正在复制…'],
  copiedPart: [
    '{rows} rows copied, {left} left out: they do not fit into one copy.',
    '已复制 {rows} 行，另有 {left} 行超出一次复制的上限，没有复制。',
  ],
  groupEmpty: ['Without a value', '未填写'],
  openGroup: ['Open group {name}', '展开 {name}'],
  closeGroup: ['Close group {name}', '收起 {name}'],
});
