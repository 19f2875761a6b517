import { describe, expect, test } from 'vitest';
import type { FieldInfo } from '@/api/types';
import { kindNames } from '../kinds';
import { formatDate, formatMoment, formatNear, weekday } from './date';
import { formatDuration } from './duration';
import { copyText, formatValue } from './index';
import { formatMoney } from './money';
import { compacted, grouped } from './number';
import { formatPhone, formatUrl } from './phone';

const option = (num: number, en: string, zh: string) => ({
  num,
  key: en,
  label: { en, zh },
  color: '',
  retired: false,
});
const field = (kind: string, options: FieldInfo['options'] = []) => ({ kind, options });
const grades = [option(1, 'Key', '重点'), option(2, 'Normal', '一般')];

describe('numbers', () => {
  test('are grouped without going through a float', () => {
    expect(grouped('1234567.50')).toBe('1,234,567.50');
    expect(grouped('-900719925474099199.01')).toBe('-900,719,925,474,099,199.01');
    expect(grouped('12')).toBe('12');
  });

  test('that are years stand as they are, also on cards', () => {
    const founded = { ...field('integer'), plain: true };
    expect(formatValue(founded, 1986, 'en')).toBe('1986');
    expect(formatValue(founded, 12345, 'zh-CN', { compact: true })).toBe('12345');
    expect(formatValue(field('integer'), 1986, 'en')).toBe('1,986');
  });

  test.each([
    ['128000', '12.8万', '128K'],
    ['136000000', '1.36亿', '136M'],
    ['2585000', '258.5万', '2.58M'],
    ['9999', '9,999', '10K'],
    ['99999999', '1亿', '100M'],
    ['80000', '8万', '80K'],
    ['-38000', '-3.8万', '-38K'],
    ['750.50', '750.5', '750.5'],
  ])('%s is short in both languages', (decimal, zh, en) => {
    expect(compacted(decimal, 'zh-CN')).toBe(zh);
    expect(compacted(decimal, 'en')).toBe(en);
  });
});

test('money has its sign, or its code where the sign would be doubtful', () => {
  expect(formatMoney({ amount: '128000.00', currency: 'CNY' }, 'zh-CN')).toBe('¥128,000.00');
  expect(formatMoney({ amount: '128000.00', currency: 'CNY' }, 'en', true)).toBe('¥128K');
  expect(formatMoney({ amount: '-5.00', currency: 'USD' }, 'en')).toBe('-$5.00');
  expect(formatMoney({ amount: '5000', currency: 'THB' }, 'zh-CN')).toBe('THB 5,000');
});

describe('dates', () => {
  test('are full in tables and short without this year', () => {
    expect(formatDate('2026-12-05', 'zh-CN')).toBe('2026-12-05');
    expect(formatDate('2026-12-05', 'en')).toBe('5 Dec 2026');
    expect(formatDate('2026-12-05', 'zh-CN', 'short', '2026-11-23')).toBe('12-05');
    expect(formatDate('2026-12-05', 'en', 'short', '2026-11-23')).toBe('5 Dec');
    expect(formatDate('2027-01-20', 'zh-CN', 'short', '2026-11-23')).toBe('2027-01-20');
    expect(formatDate('2026-11-23', 'zh-CN', 'long')).toBe('2026年11月23日 周一');
    expect(formatDate('2026-11-23', 'en', 'long')).toBe('Mon, 23 Nov 2026');
  });

  test('near today have names', () => {
    const near = (date: string) => formatNear(date, 'zh-CN', '2026-11-23');
    expect(['2026-11-22', '2026-11-23', '2026-11-24', '2026-11-25'].map(near)).toEqual([
      '昨天',
      '今天',
      '明天',
      '周三',
    ]);
    expect(formatNear('2026-12-05', 'en', '2026-11-23')).toBe('5 Dec');
    expect(weekday('2026-11-27', 'en')).toBe('Fri');
  });

  test('of moments are those of the zone, and an unknown zone does no harm', () => {
    expect(formatMoment('2026-11-23T16:30:00Z', 'zh-CN', 'Asia/Shanghai')).toBe('2026-11-24 00:30');
    expect(formatMoment('2026-11-23T16:30:00Z', 'en', 'Nowhere/At All')).toMatch(/2026 \d\d:\d\d$/);
    expect(formatMoment('soon', 'en')).toBe('soon');
  });
});

test('durations say their parts', () => {
  expect(formatDuration(5400, 'en')).toBe('1 h 30 min');
  expect(formatDuration(5400, 'zh-CN')).toBe('1 小时 30 分');
  expect(formatDuration(0, 'en')).toBe('0 s');
});

test('mobiles are grouped, other numbers kept', () => {
  expect(formatPhone('+8613800138000')).toBe('138 0013 8000');
  expect(formatPhone('021-6288 0000')).toBe('021-6288 0000');
  expect(formatUrl('https://www.huaxing.example/')).toBe('huaxing.example');
});

describe('values', () => {
  test('of every kind show nothing when empty', () => {
    for (const kind of kindNames) expect(formatValue(field(kind), null, 'en')).toBe('');
  });

  test('of a wrong form show nothing instead of failing', () => {
    for (const kind of kindNames) {
      expect(() => formatValue(field(kind, grades), { odd: [1] }, 'zh-CN')).not.toThrow();
    }
  });

  test('show words in the language asked for', () => {
    expect(formatValue(field('choice', grades), 1, 'zh-CN')).toBe('重点');
    expect(formatValue(field('choices', grades), [1, 2], 'en')).toBe('Key, Normal');
    expect(formatValue(field('choice', grades), 9, 'en')).toBe('#9');
    expect(formatValue(field('bool'), false, 'zh-CN')).toBe('否');
    expect(formatValue(field('percent'), '62.5', 'en')).toBe('62.5%');
    expect(formatValue(field('tags'), ['a', 'b'], 'zh-CN')).toBe('a、b');
    expect(formatValue(field('member'), { id: '1', type: 'member', title: '张伟' }, 'en')).toBe(
      '张伟',
    );
  });

  test('are copied so that a spreadsheet reads them', () => {
    expect(copyText(field('money'), { amount: '128000.00', currency: 'CNY' }, 'zh-CN')).toBe(
      '128000.00',
    );
    expect(copyText(field('integer'), 12000, 'en')).toBe('12000');
    expect(copyText(field('date'), '2026-12-05', 'en')).toBe('2026-12-05');
    expect(copyText(field('choice', grades), 2, 'zh-CN')).toBe('一般');
  });
});
