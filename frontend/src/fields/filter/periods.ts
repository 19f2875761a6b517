/** Relative dates: the words that the core resolves on each query. */
import { pairs } from '@/i18n';

/** Sent to the core in English whatever language is shown, so that a saved view reads in both. */
export const periods = [
  'today',
  'yesterday',
  'tomorrow',
  'this week',
  'last week',
  'next week',
  'this month',
  'last month',
  'next month',
  'this quarter',
  'last quarter',
  'next quarter',
  'this year',
  'last year',
  'last 7 days',
  'last 30 days',
  'last 90 days',
  'next 7 days',
  'next 30 days',
] as const;

export type Period = (typeof periods)[number];

export const periodWords = pairs({
  today: ['today', '今天'],
  yesterday: ['yesterday', '昨天'],
  tomorrow: ['tomorrow', '明天'],
  'this week': ['this week', '本周'],
  'last week': ['last week', '上周'],
  'next week': ['next week', '下周'],
  'this month': ['this month', '本月'],
  'last month': ['last month', '上月'],
  'next month': ['next month', '下月'],
  'this quarter': ['this quarter', '本季度'],
  'last quarter': ['last quarter', '上季度'],
  'next quarter': ['next quarter', '下季度'],
  'this year': ['this year', '今年'],
  'last year': ['last year', '去年'],
  'last 7 days': ['last 7 days', '近 7 天'],
  'last 30 days': ['last 30 days', '近 30 天'],
  'last 90 days': ['last 90 days', '近 90 天'],
  'next 7 days': ['next 7 days', '未来 7 天'],
  'next 30 days': ['next 30 days', '未来 30 天'],
});

const known: ReadonlySet<unknown> = new Set(periods);

/** Whether a condition's value is one of the words above. */
export function isPeriod(value: unknown): value is Period {
  return known.has(value);
}
