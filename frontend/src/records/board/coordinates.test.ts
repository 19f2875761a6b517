import type { Active, Over } from '@dnd-kit/core';
import { expect, test } from 'vitest';
import { nextPlace, type Place, standsOn } from './coordinates';

const at = (id: string, left: number, width: number): Place => ({
  id,
  rect: { left, top: 0, width, height: 100 },
});
const columns = [at('stage:a', 0, 200), at('stage:b', 208, 44), at('stage:c', 260, 200)];
const zones = [at('zone:won', 0, 200), at('zone:lost', 208, 200), at('zone:delete', 416, 60)];
const go = (code: string, over: string | null) => nextPlace(code, over, columns, zones)?.id;

test('left and right walk the columns, and stop at the ends', () => {
  expect(go('ArrowRight', 'stage:a')).toBe('stage:b');
  expect(go('ArrowLeft', 'stage:c')).toBe('stage:b');
  expect(go('ArrowLeft', 'stage:a')).toBeUndefined();
  expect(go('ArrowRight', 'stage:c')).toBeUndefined();
});

test('down enters the zone below, up comes back to the column above', () => {
  expect(go('ArrowDown', 'stage:a')).toBe('zone:won');
  expect(go('ArrowDown', 'stage:c')).toBe('zone:lost');
  expect(go('ArrowUp', 'zone:delete')).toBe('stage:c');
});

test('left and right walk the zones', () => {
  expect(go('ArrowRight', 'zone:won')).toBe('zone:lost');
  expect(go('ArrowLeft', 'zone:won')).toBeUndefined();
});

test('up changes nothing in a column: its order is the board’s', () => {
  expect(go('ArrowUp', 'stage:b')).toBeUndefined();
});

test('a card that is over nothing starts at the first column', () => {
  expect(go('ArrowRight', null)).toBe('stage:a');
});

test('a card that was just picked up starts from its own column', () => {
  const active = { data: { current: { stage: { id: 'b' } } } } as unknown as Active;
  expect(standsOn({ over: null, active })).toBe('stage:b');
  expect(standsOn({ over: { id: 'zone:won' } as Over, active })).toBe('zone:won');
});
