import { describe, expect, it } from 'vitest';
import { keys, touches } from './keys';

describe('touches', () => {
  it('finds records and lists by their type', () => {
    expect(touches(keys.record('account', '1'), ['account'])).toBe(true);
    expect(touches(keys.list('account', {}), ['contact'])).toBe(false);
  });

  it('finds pipelines by what they are made of', () => {
    expect(touches(keys.pipelines, ['stage'])).toBe(true);
    expect(touches(keys.pipelines, ['task'])).toBe(false);
  });

  it('always asks again for counts, undo and what stands around a record', () => {
    for (const key of [
      keys.state,
      keys.stack,
      keys.timeline('lead', '1'),
      keys.related('lead', '1'),
    ])
      expect(touches(key, ['task'])).toBe(true);
  });

  it('leaves alone what no record changes', () => {
    for (const key of [keys.preferences, keys.recent, keys.views('lead'), keys.about])
      expect(touches(key, ['lead'])).toBe(false);
  });
});
