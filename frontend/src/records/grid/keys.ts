import type { GridApi } from 'ag-grid-community';
import type { ListRow } from '@/api';
import { isComposing } from '@/fields';
import type { Editing } from './editing';
import type { Host } from './host';
import type { Ranging } from './ranging';
import { everything, isSelected, nothing, selectedCount } from './selection';
import { nextSort } from './sort';

interface Parts {
  api: GridApi<ListRow>;
  host: Host;
  editing: Editing;
  ranging: Ranging;
}

type Place = { row: ListRow; index: number; check: boolean } | null;

/**
 * The keys of a grid, before the grid's own. Returns true when the key was used. While a
 * text is edited or composed the keys are the editor's.
 */
export function handleKey(event: KeyboardEvent, parts: Parts): boolean {
  const { api, editing } = parts;
  if (isComposing(event) || editing.sink.isOpen || api.getEditingCells().length > 0) return false;
  const target = event.target instanceof Element ? event.target : null;
  const head = target?.closest('.ag-header-cell');
  if (head) return headKey(event, head, parts);
  const place = placeOf(target, api);
  return place ? cellKey(event, place, parts) : false;
}

function placeOf(target: Element | null, api: GridApi<ListRow>): Place {
  const element = target?.closest('[row-index]');
  const index = Number(element?.getAttribute('row-index') ?? Number.NaN);
  const row = Number.isInteger(index) ? api.getDisplayedRowAtIndex(index)?.data : undefined;
  const check = target?.closest('.ag-cell')?.getAttribute('col-id') === '#check';
  return row ? { row, index, check } : null;
}

function headKey(event: KeyboardEvent, head: Element, { host }: Parts): boolean {
  if (event.key !== 'Enter' && event.key !== ' ') return false;
  const key = head.getAttribute('col-id') ?? '';
  if (key === '#check') {
    const all = selectedCount(host.selection, host.count) >= host.count;
    host.actions.select(all ? nothing : everything);
  } else host.actions.sort(nextSort(host.sort, key, event.shiftKey));
  return true;
}

function cellKey(event: KeyboardEvent, place: NonNullable<Place>, parts: Parts): boolean {
  const mod = event.ctrlKey || event.metaKey;
  if (event.key.startsWith('Arrow') && event.shiftKey) return parts.ranging.key(event.key, mod);
  if (mod) return modKey(event, place, parts);
  if (event.key === 'Enter' && place.row.group) return toggleGroup(place.row, parts.host);
  return plainKey(event, place, parts);
}

function toggleGroup({ group }: ListRow, host: Host): boolean {
  if (group) host.actions.toggleGroup(group.key, !group.open);
  return true;
}

function modKey(event: KeyboardEvent, place: NonNullable<Place>, parts: Parts): boolean {
  const { row } = place;
  const { host } = parts;
  if (event.code === 'KeyA' && !event.shiftKey) {
    host.actions.select(everything);
    return true;
  }
  if (event.key === 'Home' || event.key === 'End') return toEdge(event, place, parts);
  if (event.key !== 'Enter' || row.group) return false;
  host.actions.open(row);
  return true;
}

function plainKey(event: KeyboardEvent, place: NonNullable<Place>, parts: Parts): boolean {
  const { host, editing, ranging } = parts;
  switch (event.key) {
    case 'Enter':
      host.actions.open(place.row);
      return true;
    case 'F2':
      editing.start();
      return true;
    case 'Delete':
      editing.clear();
      return true;
    case 'Escape':
      return letGo(host, ranging);
    case 'Home':
    case 'End':
      return toEdge(event, place, parts);
    case 'ContextMenu':
      return menu(event, place, host);
    case 'F10':
      return event.shiftKey && menu(event, place, host);
    case ' ':
      return (event.shiftKey || place.check) && tick(place, host);
  }
  // In a cell that can be edited letters are typed.
  return (
    event.code === 'KeyX' &&
    !event.shiftKey &&
    !event.altKey &&
    editing.target() === null &&
    tick(place, host)
  );
}

/** Home and End: the ends of the row; with Mod the first and the last row. */
function toEdge(event: KeyboardEvent, { index }: NonNullable<Place>, parts: Parts): boolean {
  const { api } = parts;
  const mod = event.ctrlKey || event.metaKey;
  const home = event.key === 'Home';
  const columns = api.getAllDisplayedColumns();
  const column = mod ? api.getFocusedCell()?.column : columns[home ? 0 : columns.length - 1];
  const row = mod ? (home ? 0 : api.getDisplayedRowCount() - 1) : index;
  if (!column) return false;
  api.ensureIndexVisible(row);
  api.ensureColumnVisible(column);
  api.setFocusedCell(row, column);
  return true;
}

function tick({ row, index }: NonNullable<Place>, host: Host): boolean {
  if (row.group) return false;
  host.tick(row.id, index, !isSelected(host.selection, row.id), false);
  return true;
}

function letGo(host: Host, ranging: Ranging): boolean {
  if (ranging.wide) ranging.collapse();
  else if (selectedCount(host.selection, host.count) > 0) host.actions.select(nothing);
  else return false;
  return true;
}

function menu(event: KeyboardEvent, { row }: NonNullable<Place>, host: Host): boolean {
  const cell = event.target instanceof Element ? event.target.closest('.ag-cell') : null;
  const box = cell?.getBoundingClientRect();
  if (!box || row.group) return false;
  host.actions.menu(row, { x: box.left + 8, y: box.bottom });
  return true;
}
