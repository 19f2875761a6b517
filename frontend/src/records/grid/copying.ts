import type { FieldInfo, ListRow } from '@/api';
import { copyText } from '@/fields';
import type { Host } from './host';
import { boxOf, rowsOf } from './range';
import type { Ranging } from './ranging';
import { isSelected, selectedCount } from './selection';
import type { ListSource } from './source';
import { tsv } from './tsv';

/** Cells that a range gives at most; more is a case for export. */
const MOST = 100_000;

/** What came of a copy. */
export interface Copied {
  text: string;
  rows: number;
  cells: number;
  /** Rows that were too many and were left out. */
  left: number;
}

/** What is to be copied: there already, or on its way from the core. */
export type Copy = Copied | Promise<Copied> | null;

/** A copy of so many rows of some columns. */
export function copied(text: string, rows: number, keys: string[], left = 0): Copied {
  return { text, rows, cells: rows * keys.length, left };
}

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
  if (loaded) return copied(rowsText(loaded, fieldsOf(host, keys), host), rowsOf(box), keys);
  const left = Math.max(0, rowsOf(box) - Math.floor(MOST / keys.length));
  return source
    .text(box.top, box.bottom + 1, keys)
    .then((text) => copied(text, rowsOf(box) - left, keys, left));
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
  const here = loaded.filter((row) => !row.group && isSelected(selection, row.id));
  if (here.length === n) return copied(rowsText(here, fieldsOf(host, keys), host), n, keys);
  return source
    .ticked(selection, keys)
    .then(({ text, rows, left }) => copied(text, rows, keys, left));
}

/**
 * Puts text on the clipboard. In a copy event it is set at once; what is still on its way
 * is written when it comes, which the browser allows because a key was pressed for it.
 */
export async function writeText(copy: NonNullable<Copy>, event?: ClipboardEvent): Promise<Copied> {
  event?.preventDefault();
  if (!(copy instanceof Promise)) {
    if (event?.clipboardData) event.clipboardData.setData('text/plain', copy.text);
    else await navigator.clipboard.writeText(copy.text);
    return copy;
  }
  const blob = copy.then(({ text }) => new Blob([text], { type: 'text/plain' }));
  await navigator.clipboard.write([new ClipboardItem({ 'text/plain': blob })]);
  return copy;
}
