import { describe, expect, test } from 'vitest';
import { boxOf, isWide, paint, type Range, stretch } from './range';
import {
  everything,
  headState,
  isSelected,
  mark,
  nothing,
  selectedCount,
  toggle,
} from './selection';
import { nextSort } from './sort';
import { tsv, tsvCell } from './tsv';

describe('the selection', () => {
  test('of all but a few knows nothing of the rest', () => {
    const most = mark(everything, ['b', 'c'], false);
    expect(selectedCount(most, 1_000_000)).toBe(999_998);
    expect(isSelected(most, 'a')).toBe(true);
    expect(isSelected(most, 'b')).toBe(false);
    expect(selectedCount(mark(most, ['b', 'c'], true), 10)).toBe(10);
  });

  test('of a few counts them, and undoes a tick', () => {
    const two = mark(nothing, ['a', 'b'], true);
    expect(selectedCount(two, 10)).toBe(2);
    expect(selectedCount(toggle(two, 'a'), 10)).toBe(1);
    expect(isSelected(toggle(toggle(two, 'a'), 'a'), 'a')).toBe(true);
  });

  test('says what the tick in the header shows', () => {
    expect(headState(nothing, 3)).toBe('off');
    expect(headState(mark(nothing, ['a'], true), 3)).toBe('some');
    expect(headState(mark(nothing, ['a', 'b', 'c'], true), 3)).toBe('on');
    expect(headState(everything, 3)).toBe('on');
    expect(headState(everything, 0)).toBe('off');
  });

  test('never changes in place', () => {
    mark(nothing, ['a'], true);
    mark(everything, ['a'], false);
    expect(nothing.ids.size + everything.except.size).toBe(0);
  });
});

describe('a range', () => {
  const one: Range = { anchor: { row: 2, column: 1 }, head: { row: 2, column: 1 } };
  const limit = { row: 100, column: 4 };

  test('grows from its anchor and stays within the list', () => {
    const up = stretch(
      stretch(stretch(one, 'ArrowUp', limit, false), 'ArrowUp', limit, false),
      'ArrowUp',
      limit,
      false,
    );
    expect(boxOf(up)).toEqual({ top: 0, bottom: 2, left: 1, right: 1 });
    expect(stretch(one, 'ArrowDown', limit, true).head).toEqual({ row: 99, column: 1 });
    expect(stretch(one, 'ArrowLeft', limit, true).head).toEqual({ row: 2, column: 0 });
    expect(stretch(one, 'Enter', limit, false)).toBe(one);
  });

  test('of one cell is none', () => {
    expect(isWide(one)).toBe(false);
    expect(paint(one, ['a', 'b'], 0, 10)).toBe('');
  });

  test('is painted on the rows on screen only', () => {
    const long: Range = { anchor: { row: 0, column: 0 }, head: { row: 999_999, column: 1 } };
    const css = paint(long, ['name', 'say "x"'], 500, 502);
    expect(css).toContain('[row-index="500"],[row-index="501"],[row-index="502"]');
    expect(css).not.toContain('[row-index="503"]');
    expect(css).toContain('[col-id="say \\"x\\""]');
    // Neither end is on screen, so neither edge is drawn.
    expect(css).not.toContain('--rt:');
  });
});

describe('the clipboard', () => {
  test('quotes what would break a cell', () => {
    expect(tsvCell('plain, text')).toBe('plain, text');
    expect(tsvCell('two\nlines')).toBe('"two\nlines"');
    expect(tsvCell('tab\there')).toBe('"tab\there"');
    expect(tsvCell('12" pipe')).toBe('"12"" pipe"');
    expect(
      tsv([
        ['a', 'b'],
        ['c', ''],
      ]),
    ).toBe('a\tb\r\nc\t');
  });
});

describe('sorting', () => {
  test('goes up, down, off', () => {
    const up = nextSort([], 'name');
    expect(up).toEqual([{ field: 'name', desc: false }]);
    expect(nextSort(up, 'name')).toEqual([{ field: 'name', desc: true }]);
    expect(nextSort(nextSort(up, 'name'), 'name')).toEqual([]);
  });

  test('takes the place of another key, or joins it with Shift', () => {
    const up = nextSort([], 'name');
    expect(nextSort(up, 'amount')).toEqual([{ field: 'amount', desc: false }]);
    const both = nextSort(up, 'amount', true);
    expect(both.map((s) => s.field)).toEqual(['name', 'amount']);
    expect(nextSort(nextSort(both, 'name', true), 'name', true)).toEqual([
      { field: 'amount', desc: false },
    ]);
  });
});
