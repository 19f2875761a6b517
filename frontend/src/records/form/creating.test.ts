import { expect, test } from 'vitest';
import { beginWith, openCreate, useCreating } from './creating';

const preset = () => useCreating.getState().creating?.preset;

test('records begin with what the screen says, until it is left', () => {
  const leave = beginWith('deal', { pipeline: 'p1', stage: 's1' });
  openCreate('deal', { stage: 's2' });
  expect(preset()).toEqual({ pipeline: 'p1', stage: 's2' });
  openCreate('task');
  expect(preset()).toEqual({});
  const other = beginWith('deal', { pipeline: 'p2' });
  leave();
  openCreate('deal');
  expect(preset()).toEqual({ pipeline: 'p2' });
  other();
  openCreate('deal');
  expect(preset()).toEqual({});
});
