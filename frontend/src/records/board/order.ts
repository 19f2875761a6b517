import type { Card, SortKey } from '@/api/types';

/** Cards stand in the order of the board's sort, never where they were dropped, so the
 * drop line shows where a card will land. Empty values come last. */
export function compareCards(sort: readonly SortKey[]): (a: Card, b: Card) => number {
  return (a, b) => {
    for (const key of sort) {
      const by = compareValues(a.values[key.field], b.values[key.field], key.desc);
      if (by !== 0) return by;
    }
    return 0;
  };
}

function compareValues(a: unknown, b: unknown, desc: boolean): number {
  const [x, y] = [scalar(a), scalar(b)];
  if (x === null || y === null) return x === y ? 0 : x === null ? 1 : -1;
  const by = typeof x === 'number' && typeof y === 'number' ? x - y : collate(String(x), String(y));
  return desc ? -by : by;
}

const collator = new Intl.Collator('zh-CN', { numeric: true });
const collate = (a: string, b: string): number => collator.compare(a, b);

/** A value that can be compared: amounts and decimals are strings over the wire. */
function scalar(value: unknown): number | string | null {
  if (value === null || value === undefined || value === '') return null;
  if (typeof value === 'object') {
    if ('amount' in value) return Number(value.amount);
    if ('title' in value) return String(value.title);
    return null;
  }
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return Number(value);
  const text = String(value);
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
}

/** How many of the known cards stand before one that comes in: where it lands. */
export function landing(card: Card, known: readonly Card[], sort: readonly SortKey[]): number {
  const compare = compareCards(sort);
  let [low, high] = [0, known.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const other = known[middle];
    if (other && compare(other, card) <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
