import { pairs } from '@/i18n';

export const formWords = pairs({
  create: ['New {type}', '新建{type}'],
  createIn: ['New {type} · {place}', '新建{type} · {place}'],
  needed: ['{field} is needed', '请填写{field}'],
  all: ['All fields', '全部字段'],
  fewer: ['Fewer fields', '收起字段'],
  cancel: ['Cancel', '取消'],
  save: ['Save', '保存'],
  saveNext: ['Save and next', '保存并继续'],
  saveOpen: ['Save and open', '保存并打开'],
  created: ['Created {title}', '已新建「{title}」'],
  choose: ['Choose with 1 to 9', '按 1–9 选择'],
});
