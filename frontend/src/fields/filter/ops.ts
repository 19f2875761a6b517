/** The operators of conditions as people choose them, by kind of field. */
import { pairs } from '@/i18n';
import type { KindName } from '../kinds';

/** An operator of the filter builder; some are several of the core's. */
export type TestOp =
  | 'eq'
  | 'ne'
  | 'contains'
  | 'lacks'
  | 'starts'
  | 'in'
  | 'out'
  | 'lt'
  | 'le'
  | 'gt'
  | 'ge'
  | 'between'
  | 'within'
  | 'before'
  | 'after'
  | 'empty'
  | 'filled';

export const opWords = pairs({
  eq: ['is', '是'],
  ne: ['is not', '不是'],
  contains: ['contains', '包含'],
  lacks: ['does not contain', '不包含'],
  starts: ['starts with', '开头是'],
  in: ['in', '属于'],
  out: ['not in', '不属于'],
  lt: ['less than', '小于'],
  le: ['at most', '不大于'],
  gt: ['more than', '大于'],
  ge: ['at least', '不小于'],
  between: ['between', '介于'],
  within: ['in the period', '在'],
  before: ['before', '早于'],
  after: ['after', '晚于'],
  empty: ['is empty', '为空'],
  filled: ['is filled', '不为空'],
});

const texts: TestOp[] = ['contains', 'lacks', 'eq', 'ne', 'starts', 'empty', 'filled'];
const numbers: TestOp[] = ['ge', 'le', 'gt', 'lt', 'between', 'eq', 'ne', 'empty', 'filled'];
const days: TestOp[] = ['within', 'before', 'after', 'eq', 'between', 'empty', 'filled'];
const moments: TestOp[] = ['within', 'before', 'after', 'between', 'empty', 'filled'];
const ones: TestOp[] = ['in', 'out', 'empty', 'filled'];

const byKind: Record<KindName, TestOp[]> = {
  text: texts,
  longtext: ['filled', 'empty'],
  markdown: ['filled', 'empty'],
  integer: numbers,
  number: numbers,
  money: numbers,
  percent: numbers,
  date: days,
  time: moments,
  duration: numbers,
  bool: ['eq'],
  choice: ones,
  choices: ones,
  tags: ones,
  link: ones,
  links: ones,
  member: ones,
  phone: texts,
  email: texts,
  url: texts,
  auto: texts,
};

/** The operators that fit a kind, the most used first. */
export function opsOf(kind: KindName): TestOp[] {
  return byKind[kind];
}

/** Operators that stand alone. */
export function isBare(op: TestOp): boolean {
  return op === 'empty' || op === 'filled';
}
