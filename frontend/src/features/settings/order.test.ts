import { describe, expect, it } from 'vitest';
import { moved, placing } from './order';

describe('order', () => {
  it('moves one to the place of another, in both directions', () => {
    expect(moved(['a', 'b', 'c', 'd'], 'a', 'c')).toEqual(['b', 'c', 'a', 'd']);
    expect(moved(['a', 'b', 'c', 'd'], 'd', 'b')).toEqual(['a', 'd', 'b', 'c']);
    expect(moved(['a', 'b'], 'x', 'b')).toEqual(['a', 'b']);
  });

  it('saves only what changes its place', () => {
    const records = [
      { id: 'a', position: 1 },
      { id: 'b', position: 2 },
      { id: 'c', position: 3 },
    ];
    expect(placing('stage', records, ['a', 'c', 'b'])).toEqual([
      { type: 'stage', id: 'c', values: { position: 2 } },
      { type: 'stage', id: 'b', values: { position: 3 } },
    ]);
  });
});
