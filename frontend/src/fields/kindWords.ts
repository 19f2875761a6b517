import { type Lang, type Pair, pairs, sayIn } from '@/i18n';
import { type KindName, kindOf } from './kinds';

const names: Record<KindName, Pair> = {
  text: ['Text', '单行文本'],
  longtext: ['Long text', '多行文本'],
  markdown: ['Formatted text', '富文本'],
  integer: ['Whole number', '整数'],
  number: ['Number', '数字'],
  money: ['Money', '金额'],
  percent: ['Percent', '百分比'],
  date: ['Date', '日期'],
  time: ['Date and time', '日期时间'],
  duration: ['Duration', '时长'],
  bool: ['Yes or no', '是否'],
  choice: ['Choice', '单选'],
  choices: ['Several choices', '多选'],
  tags: ['Tags', '标签'],
  link: ['Link', '关联'],
  links: ['Several links', '多个关联'],
  member: ['Member', '成员'],
  phone: ['Phone', '电话'],
  email: ['E-mail', '邮箱'],
  url: ['Web address', '网址'],
  auto: ['Number given by itself', '自动编号'],
};

const words = pairs(names);

/** What people call a kind of field. */
export function kindLabel(kind: string, lang: Lang): string {
  return sayIn(words, lang)[kindOf({ kind })];
}
