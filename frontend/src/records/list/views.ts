/** Saved views: what of a list they keep, and whether the list still looks like one. */
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import {
  api,
  type Cond,
  client,
  type FieldInfo,
  keys,
  type TypeInfo,
  type View,
  type ViewColumn,
} from '@/api';
import { on } from '@/api/events';
import { kindOf } from '@/fields';
import { fromCond, noFilter, toCond } from '@/fields/filter/model';
import type { Shape } from './state';

/** A list or a board; views belong to one of them. */
export type Mode = 'table' | 'board';

/** Name under which columns and density of "all records" are kept; never shown. */
const ALL = '*';
const MOST_COLUMNS = 8;

/** Fields that can be a column. */
export function columnFields(type: TypeInfo): FieldInfo[] {
  return type.fields.filter((field) => !field.retired);
}

/** The columns of a type before anyone chose: its title, then those declared as listed. */
export function defaultColumns(type: TypeInfo): ViewColumn[] {
  const fields = columnFields(type);
  const title = fields.filter((f) => f.key === type.title);
  const rest = fields.filter((f) => f.key !== type.title);
  const listed = rest.filter((f) => f.listed);
  const chosen = [...title, ...(listed.length > 0 ? listed : rest)].slice(0, MOST_COLUMNS);
  return chosen.map((f) => ({ field: f.key, width: 0, pinned: f.key === type.title }));
}

/** Whether a field's conditions speak of "before" and "after". */
export function isDay(type: TypeInfo, key: string): boolean {
  const field = type.fields.find((f) => f.key === key);
  const kind = field && kindOf(field);
  return kind === 'date' || kind === 'time';
}

/** What a view keeps, as a list's state. */
export function shapeOf(type: TypeInfo, view: View | undefined): Shape {
  if (!view) {
    return { filter: noFilter, sort: [], group: '', columns: defaultColumns(type), density: '' };
  }
  const columns = view.columns?.length ? view.columns : defaultColumns(type);
  const where: Cond | undefined = view.where;
  return {
    filter: fromCond(where, (key) => isDay(type, key)),
    sort: view.sort ?? [],
    group: view.group,
    columns,
    density: view.density,
  };
}

/** The view with a list's present shape. */
export function withShape(view: View, shape: Shape): View {
  const { filter, ...rest } = shape;
  const where = toCond(filter);
  return { ...view, ...rest, where };
}

/** A new view of a list. */
export function newView(
  type: TypeInfo,
  mode: Mode,
  name: string,
  shape: Shape,
  position: number,
): View {
  const blank: View = {
    id: '',
    type: type.key,
    name,
    mode,
    sort: [],
    group: '',
    columns: [],
    density: '',
    pipeline: '',
    position,
  };
  return withShape(blank, shape);
}

/** Whether a list looks otherwise than its view says. For "all", columns and density do not count: they are kept by themselves. */
export function isModified(shape: Shape, saved: Shape, all: boolean): boolean {
  return fingerprint(shape, all) !== fingerprint(saved, all);
}

function fingerprint(shape: Shape, all: boolean): string {
  const { filter, sort, group, columns, density } = shape;
  const looks = all
    ? []
    : [columns.map(({ field, width, pinned }) => [field, width, pinned]), density];
  return JSON.stringify([toCond(filter) ?? null, sort, group, ...looks]);
}

/** Views in the order of their tabs, without the one that keeps the looks of "all". */
export function tabViews(views: View[], mode: Mode): View[] {
  return views
    .filter((v) => v.name !== ALL && (v.mode || 'table') === mode)
    .sort((a, b) => a.position - b.position);
}

/** What keeps the looks of "all records". */
export function allView(views: View[], mode: Mode): View | undefined {
  return views.find((v) => v.name === ALL && (v.mode || 'table') === mode);
}

const NONE: View[] = [];

/** Undo may bring a view back; a change of views names no record type. */
function viewsMayHave({ types }: { types: string[] }): boolean {
  return types.length === 0;
}

function reloadViews(type: string): void {
  void client.invalidateQueries({ queryKey: keys.views(type) });
}

/** All saved views of a type; `ready` once they are there. */
export function useViews(type: string): { views: View[]; ready: boolean } {
  const query = useQuery({ queryKey: keys.views(type), queryFn: () => api.views.list(type) });
  useEffect(() => on('changed', (change) => viewsMayHave(change) && reloadViews(type)), [type]);
  return { views: query.data ?? NONE, ready: !query.isPending };
}

function put(type: string, change: (views: View[]) => View[]): void {
  client.setQueryData<View[]>(keys.views(type), (views) => change(views ?? []));
}

/** Saves a view; gives it back with its id. Throws Failed. */
export async function saveView(view: View): Promise<View> {
  const saved = await api.views.save(view);
  put(view.type, (views) => [...views.filter((v) => v.id !== saved.id), saved]);
  return saved;
}

/** Deletes a view. Throws Failed. */
export async function deleteView(view: View): Promise<void> {
  await api.views.delete(view.id);
  put(view.type, (views) => views.filter((v) => v.id !== view.id));
}

/** Moves a tab by one place to the left (-1) or right (1). Throws Failed. */
export async function moveView(views: View[], view: View, by: -1 | 1): Promise<void> {
  const at = views.findIndex((v) => v.id === view.id);
  const order = [...views];
  const [taken] = order.splice(at, 1);
  if (!taken) return;
  order.splice(Math.max(0, at + by), 0, taken);
  for (const [position, v] of order.entries()) {
    if (v.position !== position + 1) await saveView({ ...v, position: position + 1 });
  }
}

/** Keeps columns and density of "all records". Throws Failed. */
export function saveAllLooks(
  type: TypeInfo,
  mode: Mode,
  views: View[],
  shape: Shape,
): Promise<View> {
  const kept = allView(views, mode) ?? newView(type, mode, ALL, shape, 0);
  return saveView({ ...kept, columns: shape.columns, density: shape.density });
}
