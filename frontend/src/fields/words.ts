import { pairs } from '@/i18n';

/** Words that editors of several kinds share. */
export const fieldWords = pairs({
  clear: ['Clear', '清除'],
  create: ['Create “{title}”', '新建「{title}」'],
  nothing: ['Nothing found', '没有找到'],
  typeToSearch: ['Type to search', '输入以查找'],
  addTag: ['Add “{tag}”', '添加「{tag}」'],
  currency: ['Currency', '币种'],
  today: ['Today', '今天'],
  tomorrow: ['Tomorrow', '明天'],
  nextWeek: ['In 7 days', '7 天后'],
  dateHint: ['next friday, +7, 12-05', '下周五、+7、12-05'],
  timeHint: ['tomorrow 15:00', '明天 15:00'],
  yes: ['Yes', '是'],
  no: ['No', '否'],
  me: ['Me', '我'],
  to: ['to', '至'],
  value: ['Value', '值'],
  period: ['Period', '时段'],
  from: ['From', '从'],
  until: ['Until', '到'],
});
