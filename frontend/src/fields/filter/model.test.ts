import { describe, expect, test } from 'vitest';
import type { TypeInfo } from '@/api/types';
import { kindNames } from '../kinds';
import { describeNode } from './describe';
import {
  addAt,
  fromCond,
  type Group,
  isWhole,
  type Node,
  nodeAt,
  noFilter,
  replaceAt,
  type Test,
  toCond,
} from './model';
import { opsOf } from './ops';
import { periods, periodWords } from './periods';

const is = (field: string, op: Test['op'], value?: unknown): Test => ({
  kind: 'test',
  field,
  op,
  value,
});
const group = (join: Group['join'], ...nodes: Node[]): Group => ({ kind: 'group', join, nodes });
const isDay = (field: string) => field === 'close';

describe('a filter as a condition', () => {
  test('is nothing without tests, and skips those that say nothing yet', () => {
    expect(toCond(noFilter)).toBeUndefined();
    expect(
      toCond(group('and', is('name', 'contains', ''), is('close', 'between', ['', '']))),
    ).toBeUndefined();
    expect(isWhole(is('name', 'empty'))).toBe(true);
  });

  test('is the test itself when there is one, else a group', () => {
    const one = is('grade', 'in', [1]);
    expect(toCond(group('and', one))).toEqual({ op: 'in', field: 'grade', value: [1] });
    expect(toCond(group('or', one, is('name', 'filled')))).toEqual({
      op: 'or',
      conds: [
        { op: 'in', field: 'grade', value: [1] },
        { op: 'filled', field: 'name' },
      ],
    });
  });

  test('says in the core’s words what people say otherwise', () => {
    expect(toCond(is('name', 'lacks', 'x'))).toEqual({
      op: 'not',
      conds: [{ op: 'contains', field: 'name', value: 'x' }],
    });
    expect(toCond(is('close', 'before', '2026-12-05'))).toEqual({
      op: 'lt',
      field: 'close',
      value: '2026-12-05',
    });
    expect(toCond(is('close', 'between', ['2026-01-01', '2026-06-30']))).toEqual({
      op: 'and',
      conds: [
        { op: 'ge', field: 'close', value: '2026-01-01' },
        { op: 'le', field: 'close', value: '2026-06-30' },
      ],
    });
  });

  test('comes back the same from every operator of every kind', () => {
    const values: Record<string, unknown> = {
      between: ['1', '2'],
      in: [1],
      out: [1],
      empty: undefined,
      filled: undefined,
    };
    for (const kind of kindNames) {
      const key = kind === 'date' || kind === 'time' ? 'close' : 'other';
      for (const op of opsOf(kind)) {
        const filter = group(
          'and',
          is(key, op, op in values ? values[op] : 'v'),
          group('or', is('a', 'filled'), is('b', 'empty')),
        );
        expect(fromCond(toCond(filter), isDay)).toEqual(filter);
      }
    }
  });

  test('keeps what the builder does not know', () => {
    const odd = { op: 'eq', field: 'account.industry', value: 'x' };
    expect(toCond(fromCond(odd, isDay))).toEqual(odd);
    const both = { op: 'and', conds: [odd, { op: 'filled', field: 'name' }] };
    expect(toCond(fromCond(both, isDay))).toEqual(both);
  });
});

describe('the tree', () => {
  const tree = group('and', is('a', 'filled'), group('or', is('b', 'filled'), is('c', 'filled')));

  test('finds, replaces and adds by place', () => {
    expect(nodeAt(tree, [1, 0])).toEqual(is('b', 'filled'));
    expect(nodeAt(replaceAt(tree, [1, 0], is('x', 'empty')), [1, 0])).toEqual(is('x', 'empty'));
    expect(nodeAt(addAt(tree, [1], is('d', 'empty')), [1, 2])).toEqual(is('d', 'empty'));
    expect(addAt(tree, [], is('d', 'empty')).nodes).toHaveLength(3);
  });

  test('loses groups that are empty', () => {
    const one = replaceAt(tree, [1, 0], null);
    expect(replaceAt(one, [1, 0], null)).toEqual(group('and', is('a', 'filled')));
  });
});

test('conditions read as sentences in both languages', () => {
  const label = (en: string, zh: string) => ({ en, zh });
  const options = [{ num: 1, key: 'a', label: label('A', 'A'), color: '', retired: false }];
  const type = {
    fields: [
      { key: 'grade', kind: 'choice', label: label('Grade', '客户等级'), options },
      { key: 'close', kind: 'date', label: label('Close', '预计成交'), options: [] },
      { key: 'owner', kind: 'member', label: label('Owner', '负责人'), options: [] },
    ],
  } as unknown as TypeInfo;
  const wei = { id: '1', type: 'member', title: '张伟' };
  expect(describeNode(is('grade', 'in', [1]), type, 'zh-CN')).toBe('客户等级 是 A');
  expect(describeNode(is('owner', 'in', ['me', wei]), type, 'zh-CN')).toBe('负责人 属于 我、张伟');
  expect(describeNode(is('close', 'within', 'this month'), type, 'en')).toBe(
    'Close in the period this month',
  );
  const either = group(
    'or',
    is('grade', 'empty'),
    group('and', is('grade', 'in', [1]), is('owner', 'filled')),
  );
  expect(describeNode(either, type, 'en')).toBe(
    'Grade is empty or (Grade is A and Owner is filled)',
  );
});

test('every period has its words', () => {
  for (const period of periods) expect(periodWords.table[period]).toHaveLength(2);
});
