import { pairs } from '@/i18n';

/** Words of the choices of a field. */
export const choicesWords = pairs({
  title: ['Choices', '选项'],
  fields: ['Fields with choices', '有选项的字段'],
  hint: [
    'Drag to reorder. A choice that is retired is no longer offered; records keep it.',
    '拖动排序。停用的选项不再出现，已用它的记录保留原值。',
  ],
  retired: ['Retired', '已停用'],
  retire: ['Retire “{what}”', '停用「{what}」'],
  restore: ['Use “{what}” again', '恢复「{what}」'],
  add: ['Add a choice', '添加选项'],
  chinese: ['Chinese', '中文'],
  english: ['English', '英文'],
  colorOf: ['Colour of “{what}”', '「{what}」的颜色'],
});
