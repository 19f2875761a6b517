import { IconTrash } from '@tabler/icons-react';
import { type RefObject, useMemo, useRef } from 'react';
import { api, type FieldInfo, type ListRow, type Row, toFailed } from '@/api';
import { go, paths } from '@/app/paths';
import { currentLang, pick, sayIn } from '@/i18n';
import { toast, toastError, toastUndo } from '@/ui';
import { anchorOf, saveAsking } from '../form/asking';
import type { Actions } from '../grid/host';
import { mark, nothing, type Selection } from '../grid/selection';
import type { ListSource } from '../grid/source';
import { setWalk, type Walk } from '../record/walk';
import type { RowAt } from './RowMenu';
import type { ListModel } from './useList';
import { listWords } from './words';

/** What a list can do with its rows. */
export interface Acts {
  grid: Actions;
  remove: (ids: string[]) => void;
  removeSelected: () => void;
  /** Opens the list anew, so that what changed goes to its place. */
  refresh: () => void;
}

interface Given {
  model: ListModel;
  source: ListSource;
  /** Ids of records that were saved here. */
  own: RefObject<Set<string>>;
  onMenu: (at: RowAt) => void;
}

function report(thrown: unknown): void {
  toastError(toFailed(thrown));
}

/** The acts of a list. They stay the same functions and always see the latest state. */
export function useActs(given: Given): Acts {
  const latest = useRef(given);
  latest.current = given;
  return useMemo(() => makeActs(() => latest.current), []);
}

function makeActs(now: () => Given): Acts {
  const select = (selection: Selection) => now().model.patch({ selection });
  const remove = async (ids: string[]) => {
    const { model, source } = now();
    const change = await api.records.delete(model.type.key, ids);
    select(nothing);
    toastUndo(change, sayIn(listWords)('deleted', { count: ids.length }), IconTrash);
    await source.reopen();
  };
  const grid: Actions = {
    select,
    fail: (trouble) => toastError(trouble),
    edit: (row, field, value, at) => edit(now(), row, field, value, at),
    open: (row) => openRow(now(), row),
    menu: (row, at) => now().onMenu({ row, ...at }),
    sort: (sort) => now().model.patch({ sort }),
    toggleGroup: (key, open) => {
      const { model } = now();
      const others = model.state.open.filter((k) => k !== key);
      model.patch({ open: open ? [...others, key] : others });
    },
    selectSpan: (from, to, on) => {
      const { source, model } = now();
      const ids = source.ids(Math.min(from, to), Math.max(from, to) + 1);
      ids.then((all) => select(mark(model.state.selection, all.filter(Boolean), on)), report);
    },
  };
  return {
    grid,
    remove: (ids) => void remove(ids).catch(report),
    removeSelected: () => void removeSelected(now(), remove).catch(report),
    refresh: () => void now().source.reopen().catch(report),
  };
}

async function removeSelected(
  given: Given,
  remove: (ids: string[]) => Promise<void>,
): Promise<void> {
  const { model, source } = given;
  const { selection } = model.state;
  if (!selection.all) return remove([...selection.ids]);
  const ids = await source.ids(0, source.total);
  return remove(ids.filter((id) => id !== '' && !selection.except.has(id)));
}

async function edit(
  given: Given,
  row: ListRow,
  field: FieldInfo,
  value: unknown,
  at: () => Element | null,
): Promise<Row | null> {
  const { model, own } = given;
  own.current.add(row.id);
  const input = { type: model.type.key, id: row.id, values: { [field.key]: value } };
  const result = await saveAsking(input, () => {
    const cell = at();
    return cell && anchorOf(cell);
  });
  if (!result) return null;
  const said = sayIn(listWords)('edited', { field: pick(field.label, currentLang()) });
  // One message for a row of edits: each replaces the one before.
  toast(said, { id: 'list-edit', change: result.change.id || undefined, tone: 'success' });
  return result.row;
}

/** Opens a record; the page knows what comes before and after it. */
function openRow({ model, source }: Given, row: ListRow): void {
  const { type, view } = model;
  const label = () => {
    const plural = pick(type.plural, currentLang());
    return view ? `${plural} / ${view.name}` : plural;
  };
  setWalk(walkOf(source, model, label));
  go(paths.record(type.key, row.id));
}

/** The most records of a grouped list that are walked through. */
const MOST = 10_000;

/** The records before and after one, in the order of the list as it is now. */
function walkOf(source: ListSource, model: ListModel, label: () => string): Walk {
  const { type, state } = model;
  const info = source.handOver();
  const token = info?.token ?? '';
  const common = { type: type.key, label, path: paths.list(type.key), total: info?.count ?? 0 };
  const ids = (from: number, to: number): Promise<string[]> =>
    api.lists.ids(token, from, to).catch(() => []);
  if (!state.group) {
    return {
      ...common,
      position: (id) => api.lists.position(token, id).catch(() => -1),
      idAt: async (index) => (await ids(index, index + 1))[0],
    };
  }
  // Rows of a grouped list are also heads of groups: its records are counted by themselves.
  const all = ids(0, Math.min(info?.total ?? 0, MOST));
  return {
    ...common,
    position: async (id) => (await all).indexOf(id),
    idAt: async (index) => (await all)[index],
  };
}
