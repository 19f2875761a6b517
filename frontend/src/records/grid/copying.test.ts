import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { ListRow } from '@/api';
import { useToasts } from '@/ui';
import { type Copied, copySelected } from './copying';
import type { Host } from './host';
import { sayCopy } from './sayCopy';
import { everything, mark, nothing, type Selection } from './selection';
import type { ListSource } from './source';

const host = (selection: Selection, count: number) =>
  ({
    selection,
    count,
    lang: 'en',
    zone: '',
    field: (key: string) => ({ key, kind: 'text' }),
  }) as unknown as Host;
const rows = [{ id: 'a', values: { name: 'A' } }] as unknown as ListRow[];
const ticked = vi.fn();
const source = { ticked } as unknown as ListSource;

describe('a copy of ticked rows', () => {
  test('takes rows that are here as they are', () => {
    const copy = copySelected(host(mark(nothing, ['a'], true), 9), source, ['name'], rows);
    expect(copy).toEqual({ text: 'A', rows: 1, cells: 1, left: 0 });
  });

  test.each([
    [
      'many of them',
      mark(
        nothing,
        Array.from({ length: 5000 }, (_, i) => `r${i}`),
        true,
      ),
    ],
    ['all but one', mark(everything, ['a'], false)],
  ])('asks for %s at once', async (_, selection) => {
    ticked.mockResolvedValueOnce({ text: 'T', rows: 5000, left: 7 });
    const copy = copySelected(host(selection, 9000), source, ['name', 'city'], rows);
    expect(await copy).toEqual({ text: 'T', rows: 5000, cells: 10_000, left: 7 });
    expect(ticked).toHaveBeenCalledWith(selection, ['name', 'city']);
  });
});

describe('what is said of a copy', () => {
  beforeEach(() => useToasts.setState({ list: [] }));
  const shown = () => useToasts.getState().list.map((t) => t.message);
  const copy = (left: number): Copied => ({ text: '', rows: 2500, cells: 5000, left });

  test('is heard and not shown when it was quick and whole', async () => {
    expect(await sayCopy(Promise.resolve(copy(0)), 'en')).toBe('5000 cells copied');
    expect(shown()).toEqual([]);
  });

  test('is how many rows it could not hold', async () => {
    await sayCopy(Promise.resolve(copy(12_000)), 'en');
    expect(shown()[0]).toContain('2,500 rows copied, 12,000 left out');
  });

  test('is that it is at work, after a second', async () => {
    vi.useFakeTimers();
    let end: (copied: Copied) => void = () => undefined;
    const said = sayCopy(new Promise<Copied>((done) => (end = done)), 'en');
    vi.advanceTimersByTime(1001);
    expect(shown()).toEqual(['Copying…']);
    end(copy(0));
    vi.useRealTimers();
    await said;
    expect(shown()).toEqual(['5000 cells copied']);
  });
});
