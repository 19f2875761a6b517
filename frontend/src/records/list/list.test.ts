import { describe, expect, test } from 'vitest';
import type { FieldInfo, ListRow, TypeInfo, View } from '@/api/types';
import { nothing } from '../grid/selection';
import { allColumns, moveColumn, toggleColumn } from './columnOrder';
import { freshState, patchList, useLists } from './state';
import { addDecimals, rangeSums, sumFields } from './sums';
import { withOp } from './TestEditor';
import { effectOf, shownTypes } from './useFollow';
import { defaultColumns, isModified, newView, shapeOf, tabViews, withShape } from './views';

const field = (key: string, kind: string, more: Partial<FieldInfo> = {}) =>
  ({
    key,
    kind,
    label: { en: key, zh: key },
    listed: true,
    options: [],
    ...more,
  }) as unknown as FieldInfo;

const type = {
  key: 'opportunity',
  title: 'name',
  fields: [
    field('code', 'auto', { listed: false }),
    field('amount', 'money'),
    field('name', 'text'),
    field('close', 'date'),
    field('old', 'text', { retired: true }),
    field('count', 'integer', { listed: false }),
  ],
} as unknown as TypeInfo;

test('years are not added up', () => {
  const founded = field('founded', 'integer', { plain: true });
  const types = { ...type, fields: [founded, field('employees', 'integer')] };
  const sums = sumFields(types, defaultColumns(types));
  expect(sums.map((f) => f.key)).toEqual(['employees']);
  const rows = [{ values: { founded: 1986 } }] as unknown as ListRow[];
  expect(rangeSums(rows, [founded]).field).toBeNull();
});

describe('columns', () => {
  test('begin with the title, pinned, then what is declared as listed', () => {
    expect(defaultColumns(type)).toEqual([
      { field: 'name', width: 0, pinned: true },
      { field: 'amount', width: 0, pinned: false },
      { field: 'close', width: 0, pinned: false },
    ]);
  });

  test('are switched on at the end and off, but never all of them', () => {
    const columns = defaultColumns(type);
    expect(toggleColumn(columns, 'code').map((c) => c.field)).toEqual([
      'name',
      'amount',
      'close',
      'code',
    ]);
    expect(toggleColumn(columns, 'amount').map((c) => c.field)).toEqual(['name', 'close']);
    const [last] = columns;
    expect(last && toggleColumn([last], 'name')).toHaveLength(1);
  });

  test('move to the place of another', () => {
    const order = (from: string, to: string) =>
      moveColumn(defaultColumns(type), from, to).map((c) => c.field);
    expect(order('close', 'name')).toEqual(['close', 'name', 'amount']);
    expect(order('name', 'close')).toEqual(['amount', 'close', 'name']);
    expect(order('gone', 'name')).toEqual(['name', 'amount', 'close']);
  });

  test('are listed with those that are off', () => {
    const all = allColumns(type, defaultColumns(type));
    expect(all.filter((c) => c.shown).map((c) => c.field)).toEqual(['name', 'amount', 'close']);
    expect(all.filter((c) => !c.shown).map((c) => c.field)).toEqual(['code', 'count']);
  });
});

describe('views', () => {
  const shape = shapeOf(type, undefined);

  test('give back the shape that they were made of', () => {
    const filter = {
      kind: 'group' as const,
      join: 'and' as const,
      nodes: [{ kind: 'test' as const, field: 'close', op: 'before' as const, value: 'today' }],
    };
    const changed = {
      ...shape,
      filter,
      sort: [{ field: 'amount', desc: true }],
      group: 'close',
      density: 'compact',
    };
    const view = newView(type, 'table', 'Mine', changed, 1);
    expect(shapeOf(type, view)).toEqual(changed);
    expect(isModified(changed, shapeOf(type, view), false)).toBe(false);
    expect(isModified({ ...changed, group: '' }, shapeOf(type, view), false)).toBe(true);
    expect(withShape(view, shape).where).toBeUndefined();
  });

  test('count widths as changes, “all records” does not', () => {
    const wider = { ...shape, columns: shape.columns.map((c) => ({ ...c, width: 300 })) };
    expect(isModified(wider, shape, false)).toBe(true);
    expect(isModified(wider, shape, true)).toBe(false);
  });

  test('are tabs of their own mode in their order; the looks of “all” are none', () => {
    const view = (name: string, mode: string, position: number) =>
      ({ name, mode, position }) as View;
    const views = [
      view('b', 'table', 2),
      view('*', 'table', 0),
      view('a', 'table', 1),
      view('c', 'board', 1),
    ];
    expect(tabViews(views, 'table').map((v) => v.name)).toEqual(['a', 'b']);
    expect(tabViews(views, 'board').map((v) => v.name)).toEqual(['c']);
  });
});

test('a list keeps its place until other rows are asked for', () => {
  const base = freshState(defaultColumns(type));
  const state = () => useLists.getState().lists.k;
  patchList('k', base, { row: 40, selection: { ...nothing, all: true }, open: ['x'] });
  patchList('k', base, { density: 'compact' });
  expect([state()?.row, state()?.open]).toEqual([40, ['x']]);
  patchList('k', base, { sort: [{ field: 'name', desc: false }] });
  expect([state()?.row, state()?.selection.all]).toEqual([0, true]);
  patchList('k', base, { text: 'wm' });
  expect(state()?.selection).toEqual(nothing);
  patchList('k', base, { group: 'close' });
  expect(state()?.open).toEqual([]);
});

describe('sums', () => {
  test('are of the visible columns that can be added', () => {
    expect(sumFields(type, defaultColumns(type)).map((f) => f.key)).toEqual(['amount']);
  });

  test('are exact', () => {
    expect(addDecimals(['0.1', '0.2', '-0.25'])).toBe('0.05');
    expect(addDecimals(['9007199254740993', '1'])).toBe('9007199254740994');
    expect(addDecimals([])).toBe('0');
    expect(addDecimals(['-0.5', '-1.50'])).toBe('-2.00');
  });

  test('of a range never mix currencies', () => {
    const rows = (...all: [string, string][]) =>
      all.map(([amount, currency]) => ({
        values: { amount: { amount, currency } },
      })) as unknown as ListRow[];
    const money = field('amount', 'money');
    expect(rangeSums(rows(['1.50', 'CNY'], ['2.50', 'CNY']), [money])).toMatchObject({
      count: 2,
      sum: { amount: '4.00', currency: 'CNY' },
      average: { amount: '2.00', currency: 'CNY' },
    });
    expect(rangeSums(rows(['1', 'CNY'], ['2', 'USD']), [money])).toMatchObject({
      count: 2,
      field: null,
    });
  });
});

test('another operator keeps the value that it can use', () => {
  const close = field('close', 'date');
  const test = (op: Parameters<typeof withOp>[2], value: unknown) =>
    ({ kind: 'test', field: 'close', op, value }) as const;
  expect(withOp(test('before', '2026-12-05'), close, 'after').value).toBe('2026-12-05');
  expect(withOp(test('before', '2026-12-05'), close, 'between').value).toEqual([
    '2026-12-05',
    undefined,
  ]);
  expect(withOp(test('between', ['a', 'b']), close, 'after').value).toBe('a');
  expect(withOp(test('before', '2026-12-05'), close, 'within').value).toBe('this month');
  expect(withOp(test('in', [1]), close, 'out').value).toEqual([1]);
});

describe('a change', () => {
  const linked = new Set(['account']);
  const effect = (types: string[], ids: string[], own: string[] = []) =>
    effectOf({ types, ids }, 'opportunity', linked, (id) => id.startsWith('here'), new Set(own));

  test('of other types is nothing, unless their names are shown', () => {
    expect(effect(['task'], ['1'])).toBe('none');
    expect(effect(['account'], ['1'])).toBe('refresh');
  });

  test('of a rate renews lists with amounts, whose sums follow from it', () => {
    const of = (...fields: FieldInfo[]) => shownTypes({ ...type, fields });
    const rate = { types: ['rate'], ids: ['1'] };
    const on = (shown: ReadonlySet<string>) =>
      effectOf(rate, 'opportunity', shown, () => false, new Set());
    expect(on(of(field('amount', 'money')))).toBe('refresh');
    expect(on(of(field('name', 'text')))).toBe('none');
  });

  test('of rows that are here leaves them in their places', () => {
    expect(effect(['opportunity'], ['here1', 'here2'])).toBe('refresh');
    expect(effect(['opportunity', 'stage_event'], ['here1', 'event'], ['here1'])).toBe('refresh');
  });

  test('of new or many rows is another list', () => {
    expect(effect(['opportunity'], ['new'])).toBe('reopen');
    expect(effect(['opportunity'], [])).toBe('reopen');
  });
});
