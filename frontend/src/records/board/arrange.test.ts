import { expect, test } from 'vitest';
import { arrange, type Guest } from './arrange';
import { landing } from './order';
import { card } from './testing';

/** What arrange does, done the long way. */
function naive(count: number, gone: number[], guests: Guest[]): string[] {
  const out: string[] = [];
  for (let i = 0; i <= count; i++) {
    out.push(...guests.filter((g) => Math.min(g.before, count) === i).map((g) => g.card.id));
    if (i < count && !gone.includes(i)) out.push(String(i));
  }
  return out;
}

function drawn(count: number, gone: number[], guests: Guest[]): string[] {
  const column = arrange(count, gone, guests);
  return Array.from({ length: column.length }, (_, i) => {
    const slot = column.at(i);
    return slot?.kind === 'guest' ? slot.card.id : String(slot?.index);
  });
}

test('a column is its base without what left and with what came', () => {
  expect(drawn(4, [1], [{ before: 2, card: card('g') }])).toEqual(['0', 'g', '2', '3']);
});

test('any mixture of leaving and coming draws what the long way draws', () => {
  let seed = 7;
  const next = (n: number) => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return seed % n;
  };
  for (let round = 0; round < 500; round++) {
    const count = next(9);
    const gone = Array.from({ length: next(4) }, () => next(9)).filter((n) => n < count);
    const guests = Array.from({ length: next(4) }, (_, i) => ({
      before: next(12),
      card: card(`g${i}`),
    }));
    expect(drawn(count, gone, guests)).toEqual(naive(count, gone, guests));
  }
});

test('there is nothing beyond the ends', () => {
  const column = arrange(2, [], []);
  expect(column.at(-1)).toBeUndefined();
  expect(column.at(2)).toBeUndefined();
});

test('a card lands where the sort of the board puts it', () => {
  const known = ['2026-01-05', '2026-02-05', '2026-03-05'].map((d) => card(d, { due: d }));
  const sort = [{ field: 'due', desc: false }];
  expect(landing(card('x', { due: '2026-02-20' }), known, sort)).toBe(2);
  expect(landing(card('x', { due: '2025-12-01' }), known, sort)).toBe(0);
  expect(landing(card('x'), known, sort)).toBe(3);
});

test('amounts are compared as numbers, the largest first when the sort says so', () => {
  const money = (amount: string) => ({ amount: { amount, currency: 'CNY' } });
  const known = [card('a', money('90000')), card('b', money('8000'))];
  expect(landing(card('x', money('10000')), known, [{ field: 'amount', desc: true }])).toBe(1);
});
