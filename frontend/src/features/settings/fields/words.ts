import { pairs } from '@/i18n';

/** Words of the fields of one's own. */
export const fieldsWords = pairs({
  title: ['Own fields', '自定义字段'],
  types: ['Record types', '记录类型'],
  hint: [
    'They show in lists, forms, filters, imports and exports like every other field.',
    '和系统字段一样，可用于列表、表单、筛选、导入和导出。',
  ],
  name: ['Field', '字段'],
  kind: ['Kind', '类型'],
  rules: ['Rules', '规则'],
  required: ['Required', '必填'],
  unique: ['Unique', '唯一'],
  requiredNote: ['Cannot be left empty', '不能留空'],
  uniqueNote: ['No two records have the same value', '不允许两条记录相同'],
  plain: ['Year or number of something', '年份或编号'],
  plainNote: ['Written 1986, not 1,986, and not summed', '显示为 1986 而不是 1,986，不求和'],
  target: ['Links to', '关联到'],
  choices: ['Choices', '选项'],
  choicesHint: ['One choice in each line', '每行一个选项'],
  choicesElsewhere: ['Change the choices', '修改选项'],
  add: ['New field', '新建字段'],
  create: ['Create the field', '创建字段'],
  retire: ['Retire', '停用'],
  retireNote: ['Hidden everywhere; its values are kept', '各处不再显示，已有的值保留'],
  restore: ['Use again', '恢复'],
  retired: ['Retired', '已停用'],
  none: ['No own fields yet', '还没有自定义字段'],
  noneText: ['What {what} have beyond the given fields', '为{what}加上系统没有的字段'],
});
