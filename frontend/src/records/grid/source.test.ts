import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { ListQuery } from '@/api';

let opened = 0;
let gone: string[] = [];
const closed: string[] = [];

vi.mock('@/api', async (original) => {
  const real = await original<typeof import('@/api')>();
  const check = (token: string) => {
    if (gone.includes(token)) throw new real.Failed({ code: 'gone', key: 'gone', message: 'gone' });
  };
  const lists = {
    open: async () => ({ token: `t${++opened}`, total: 3, count: 3, sums: {} }),
    rows: async (token: string) => {
      check(token);
      return { rows: [{ id: token }] };
    },
    ids: async (token: string) => [token],
    text: async () => 'Name\r\n"two\nlines"\tb\r\n',
    position: async () => 0,
    close: async (token: string) => void closed.push(token),
  };
  return { ...real, api: { ...real.api, lists } };
});

const { ListSource } = await import('./source');

const query = (more: Partial<ListQuery> = {}): ListQuery => ({
  type: 'contact',
  text: '',
  sort: [],
  group: '',
  open: [],
  sums: [],
  ...more,
});

beforeEach(() => {
  opened = 0;
  gone = [];
  closed.length = 0;
});

describe('a list source', () => {
  test('counts the last of several calls and gives the others back', async () => {
    const source = new ListSource();
    const infos = await Promise.all([source.open(query()), source.open(query({ text: 'wm' }))]);
    expect(infos.map((i) => i.token)).toEqual(['t2', 't2']);
    expect(closed).toEqual(['t1']);
  });

  test('opens a list that is gone once, however many pages ask', async () => {
    const source = new ListSource();
    await source.open(query());
    gone = ['t1'];
    const pages = await Promise.all([source.rows(0, 100), source.rows(100, 200)]);
    expect(pages.map(([row]) => row?.id)).toEqual(['t2', 't2']);
    expect(opened).toBe(2);
  });

  test('tells another list from the same one opened again', async () => {
    const source = new ListSource();
    const heard: string[] = [];
    source.listen((event) => heard.push(event));
    await source.open(query());
    await source.open(query({ open: ['a'] }));
    await source.reopen();
    await source.open(query({ text: 'x' }));
    source.refresh();
    expect(heard).toEqual(['opened', 'reopened', 'reopened', 'opened', 'refresh']);
  });

  test('copies without the headings', async () => {
    const source = new ListSource();
    await source.open(query());
    expect(await source.text(0, 1, ['name'])).toBe('"two\nlines"\tb\r\n');
  });

  test('gives its list back, unless it was handed over', async () => {
    const source = new ListSource();
    await source.open(query());
    expect(source.isClosed).toBe(false);
    source.close();
    expect(source.isClosed).toBe(true);
    expect(closed).toEqual(['t1']);
    await source.open(query());
    source.handOver();
    source.close();
    expect(closed).toEqual(['t1']);
  });
});
