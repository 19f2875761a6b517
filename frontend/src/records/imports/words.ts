import { pairs } from '@/i18n';

/** Words of what an import did. */
export const importsWords = pairs({
  created: ['Created', '新建'],
  updated: ['Updated', '更新'],
  merged: ['Merged', '合并'],
  skipped: ['Skipped', '跳过'],
  rejected: ['Rejected', '未导入'],
  linked: [
    '{count} record that others link to was made|{count} records that others link to were made',
    '因关联新建了 {count} 条记录',
  ],
  criteria: [
    '{count} row lacks a field that its stage asks for|{count} rows lack a field that their stage asks for',
    '{count} 行缺少所在阶段要求的字段',
  ],
  reasons: [
    '{count} lost row without a reason was given one|{count} lost rows without a reason were given one',
    '{count} 行输单没有原因，已统一补上',
  ],
  errors: ['Rejected rows', '未导入的行'],
  notes: ['Imported, but note', '已导入，请留意'],
  firstErrors: ['the first {n}', '前 {n} 处'],
  row: ['Row', '行'],
  column: ['Column', '列'],
  problem: ['Problem', '问题'],
  saveRejects: ['Save {count} rejected row|Save {count} rejected rows', '保存 {count} 行未导入的'],
  rejectsName: ['{name} rejected', '{name} 未导入'],
  savedTo: ['Saved to {path}', '已保存到 {path}'],
  undo: ['Undo the import', '撤销导入'],
  undone: ['This import was undone', '这次导入已撤销'],
  late: [
    'More than 30 days ago: it can no longer be undone as a whole',
    '已超过 30 天，不能再整体撤销',
  ],
  kept: [
    '{count} record was changed after the import and was kept|{count} records were changed after the import and were kept',
    '{count} 条记录导入后又改过，已保留',
  ],
  keptHint: ['Choose the ones that should go as well', '勾选也要一并撤销的'],
  undoChosen: ['Undo {n} of them', '撤销所选 {n} 条'],
  all: ['All', '全选'],
});
