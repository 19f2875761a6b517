import type { FieldInfo, ListRow } from '@/api';
import { copyText } from '@/fields';
import type { Host } from './host';
import { boxOf, columnsOf, rowsOf } from './range';
import type { Ranging } from './ranging';
import { isSelected, selectedCount } from './selection';
import type { ListSource } from './source';
import { tsv } from './tsv';

/** Cells that a copy may hold; more is a case for export. */
const MOST = 100_000;
/** Single rows that are looked up one by one. */
const MOST_SINGLE = 2_000;

/** A text to copy: there already, or on its way from the core. */
export type Copy = { cells: number; text: string | Promise<string> } | null;

/** Fields in the order of keys. */
function fieldsOf(host: Host, keys: string[]): FieldInfo[] {
  return keys.map((key) => host.field(key)).filter((f) => f !== undefined);
}

/** Loaded rows as text; heads of groups are left out. */
export function rowsText(rows: ListRow[], fields: FieldInfo[], host: Host): string {
  const cells = (row: ListRow) =>
    fields.map((f) => copyText(f, row.values[f.key], host.lang, host.zone));
  return tsv(rows.filter((row) => !row.group).map(cells));
}

/** The range as text. */
export function copyRange(host: Host, source: ListSource, ranging: Ranging): Copy {
  const range = ranging.wide;
  if (!range) return null;
  const box = boxOf(range);
  const keys = ranging.columns().slice(box.left, box.right + 1);
  const loaded = ranging.loaded(range);
  const cells = rowsOf(box) * columnsOf(box);
  if (loaded) return { cells, text: rowsText(loaded, fieldsOf(host, keys), host) };
  return { cells, text: source.text(box.top, box.bottom + 1, keys) };
}

/** The ticked rows as text, all visible columns. */
export function copySelected(
  host: Host,
  source: ListSource,
  keys: string[],
  loaded: ListRow[],
): Copy {
  const { selection, count } = host;
  const n = selectedCount(selection, count);
  if (n === 0) return null;
  const cells = n * keys.length;
  const here = loaded.filter((row) => !row.group && isSelected(selection, row.id));
  if (here.length === n) return { cells, text: rowsText(here, fieldsOf(host, keys), host) };
  if (selection.all && selection.except.size === 0) {
    return {
      cells,
      text: source.text(0, Math.min(source.total, Math.ceil(MOST / keys.length)), keys),
    };
  }
  return { cells, text: bySpans(source, [...selection.ids].slice(0, MOST_SINGLE), keys) };
}

/** Neighbours are asked for together. */
async function bySpans(source: ListSource, ids: string[], keys: string[]): Promise<string> {
  const rows = await Promise.all(ids.map((id) => source.position(id)));
  const texts = spans(rows.filter((row) => row >= 0)).map(([from, to]) =>
    source.text(from, to, keys),
  );
  return (await Promise.all(texts)).map((text) => text.replace(/\r?\n$/, '')).join('\r\n');
}

/** Row numbers as spans [from, to), in order. */
export function spans(rows: number[]): [number, number][] {
  const out: [number, number][] = [];
  for (const row of [...rows].sort((a, b) => a - b)) {
    const last = out[out.length - 1];
    if (last && row === last[1]) last[1] = row + 1;
    else if (!last || row > last[1]) out.push([row, row + 1]);
  }
  return out;
}

/**
 * Puts text on the clipboard. In a copy event it is set at once; what is still on its way
 * is written when it comes, which the browser allows because a key was pressed for it.
 */
export async function writeText(copy: NonNullable<Copy>, event?: ClipboardEvent): Promise<void> {
  event?.preventDefault();
  if (typeof copy.text === 'string') {
    if (event?.clipboardData) event.clipboardData.setData('text/plain', copy.text);
    else await navigator.clipboard.writeText(copy.text);
    return;
  }
  const blob = copy.text.then((text) => new Blob([text], { type: 'text/plain' }));
  await navigator.clipboard.write([new ClipboardItem({ 'text/plain': blob })]);
}
