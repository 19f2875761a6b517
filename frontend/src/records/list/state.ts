/** What a list shows, kept while the program runs: leaving a list and coming back loses nothing. */
import { create } from 'zustand';
import type { SortKey, ViewColumn } from '@/api';
import { type Group, noFilter } from '@/fields/filter/model';
import { nothing, type Selection } from '../grid/selection';

/** The part of a list's state that a view saves. */
export interface Shape {
  filter: Group;
  sort: SortKey[];
  /** Field, or "". */
  group: string;
  columns: ViewColumn[];
  /** "" for the preference. */
  density: string;
}

export interface ListState extends Shape {
  /** Id of the view, "" for all records. */
  view: string;
  /** Any text, pinyin or digits. */
  text: string;
  /** Keys of the groups that are open. */
  open: string[];
  selection: Selection;
  /** First row on screen. */
  row: number;
}

const fresh: Omit<ListState, 'columns'> = {
  view: '',
  filter: noFilter,
  sort: [],
  group: '',
  density: '',
  text: '',
  open: [],
  selection: nothing,
  row: 0,
};

/** A list's state before anyone changed it. */
export function freshState(columns: ViewColumn[]): ListState {
  return { ...fresh, columns };
}

interface Store {
  lists: Record<string, ListState>;
}

/** States by list: "table:contact". */
export const useLists = create<Store>(() => ({ lists: {} }));

/** Changes a list's state. What decides which rows there are also unticks and unscrolls. */
export function patchList(key: string, base: ListState, change: Partial<ListState>): void {
  useLists.setState(({ lists }) => ({
    lists: { ...lists, [key]: { ...(lists[key] ?? base), ...settled(change) } },
  }));
}

function settled(change: Partial<ListState>): Partial<ListState> {
  const other = 'filter' in change || 'text' in change || 'view' in change;
  const reordered = other || 'sort' in change || 'group' in change;
  return {
    ...(reordered ? { row: 0 } : {}),
    ...('group' in change || 'view' in change ? { open: [] } : {}),
    ...(other ? { selection: nothing } : {}),
    ...change,
  };
}
