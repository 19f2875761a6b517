import { describe, expect, it } from 'vitest';
import { formatCount, formatMoment, formatSize, shortDate } from './format';

describe('formats', () => {
  it('part thousands', () => {
    expect(formatCount(10_005_534, 'zh-CN')).toBe('10,005,534');
    expect(formatCount(-1200, 'en')).toBe('-1,200');
  });

  it('show sizes with one digit while they are small', () => {
    expect([0, 900, 1024, 1536, 10_485_760, 5e12].map(formatSize)).toEqual([
      '0 B',
      '900 B',
      '1.0 KB',
      '1.5 KB',
      '10 MB',
      '4.5 TB',
    ]);
  });

  it('show dates short, with the year where it is another', () => {
    expect(shortDate('2026-12-05', '2026-11-23', 'zh-CN')).toBe('12-05');
    expect(shortDate('2026-12-05', '2026-11-23', 'en')).toBe('5 Dec');
    expect(shortDate('2025-01-09', '2026-11-23', 'zh-CN')).toBe('2025-01-09');
    expect(shortDate('2025-01-09', '2026-11-23', 'en')).toBe('9 Jan 2025');
  });

  it('show moments in the zone of the workspace', () => {
    const now = new Date('2026-11-23T12:00:00Z');
    const say = (at: string) => formatMoment(at, 'zh-CN', now, 'Asia/Shanghai');
    expect(say('2026-11-23T02:21:00Z')).toBe('10:21');
    expect(say('2026-11-21T18:30:00Z')).toBe('11-22 02:30');
    expect(say('not a time')).toBe('not a time');
  });
});
