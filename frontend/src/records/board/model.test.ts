import { expect, test } from 'vitest';
import { digitTarget, keyTarget, type Press } from './keyMove';
import { columnId, moveOf, targetOf, zoneId, zonesOf } from './model';
import { card, stage, stages } from './testing';

const press = (code: string, more: Partial<Press> = {}): Press => ({
  code,
  shiftKey: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  repeat: false,
  isComposing: false,
  ...more,
});

test('a drop on a column moves the card to its stage', () => {
  const move = moveOf(card('a'), 'new', targetOf(columnId('proposal'), stages), stages);
  expect(move?.to?.id).toBe('proposal');
});

test('a drop on the column that it came from changes nothing', () => {
  expect(moveOf(card('a'), 'new', targetOf(columnId('new'), stages), stages)).toBeNull();
});

test('zones stand for the stage with their meaning, and delete', () => {
  expect(targetOf(zoneId('won'), stages)).toEqual({ kind: 'stage', stage: 'won' });
  expect(targetOf(zoneId('hold'), stages)).toEqual({ kind: 'stage', stage: 'hold' });
  expect(moveOf(card('a'), 'new', targetOf(zoneId('delete'), stages), stages)?.to).toBeNull();
});

test('a pipeline without an on hold stage has no such zone', () => {
  expect(zonesOf([stage('new'), stage('won', { meaning: 'won' })]).map((z) => z.kind)).toEqual([
    'won',
    'delete',
  ]);
  expect(targetOf(zoneId('hold'), [stage('new')])).toBeNull();
});

test('a place that is not the board’s own is no target', () => {
  expect(targetOf('elsewhere', stages)).toBeNull();
  expect(targetOf(columnId('unknown'), stages)).toBeNull();
});

test.each([
  ['KeyW', false, 'won'],
  ['KeyW', true, 'lost'],
  ['BracketRight', false, 'proposal'],
])('%s (shift %s) moves a new card to %s', (code, shiftKey, to) => {
  expect(keyTarget(press(code, { shiftKey }), 'new', stages)).toEqual({ kind: 'stage', stage: to });
});

test('there is no stage before the first or after the last open one', () => {
  expect(keyTarget(press('BracketLeft'), 'new', stages)).toBeNull();
  expect(keyTarget(press('BracketRight'), 'contract', stages)).toBeNull();
});

test('a step back from won or on hold goes to the last open stage', () => {
  const last = { kind: 'stage', stage: 'contract' };
  expect(keyTarget(press('BracketLeft'), 'won', stages)).toEqual(last);
  expect(keyTarget(press('BracketLeft'), 'hold', stages)).toEqual(last);
});

test('keys with modifiers, held keys and keys of an input method move nothing', () => {
  for (const more of [
    { ctrlKey: true },
    { metaKey: true },
    { repeat: true },
    { isComposing: true },
  ]) {
    expect(keyTarget(press('KeyW', more), 'new', stages)).toBeNull();
  }
});

test('digits choose in the move menu', () => {
  expect(digitTarget(press('Digit2'), stages)).toEqual({ kind: 'stage', stage: 'proposal' });
  expect(digitTarget(press('Numpad4'), stages)).toEqual({ kind: 'stage', stage: 'won' });
  expect(digitTarget(press('Digit9'), stages)).toBeNull();
});
