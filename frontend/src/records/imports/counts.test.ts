import { expect, it } from 'vitest';
import { stem } from './acts';
import { shares, written } from './counts';

const counts = {
  created: 431,
  updated: 52,
  merged: 0,
  skipped: 0,
  rejected: 3,
  linked: 12,
  criteria: 0,
  reasons: 0,
};

it('shows only what there is, in its order', () => {
  expect(shares(counts).map(({ key, count }) => [key, count])).toEqual([
    ['created', 431],
    ['updated', 52],
    ['rejected', 3],
  ]);
});

it('counts what is written', () => {
  expect(written(counts)).toBe(483);
});

it('takes the ending off a file name, and only that', () => {
  expect(stem('展会名单.xlsx')).toBe('展会名单');
  expect(stem('v1.2 list.csv')).toBe('v1.2 list');
  expect(stem('Pasted')).toBe('Pasted');
});
