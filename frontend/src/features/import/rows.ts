/** Which rows of the preview are shown, and what stands in them. */
import type { ImportColumn, ImportDraft, PreviewRow } from '@/api/types';
import { written } from '@/records/imports/counts';
import { IGNORE } from './edit';

export type Show = 'all' | 'errors' | 'duplicates';

export const isFaulty = (row: PreviewRow): boolean => row.result === 'reject';

/** A row whose record is there already, or about which a person has decided. */
export function isDuplicate(row: PreviewRow, perRow: Record<string, string>): boolean {
  return row.match !== undefined || String(row.row) in perRow;
}

/** The rows that a filter leaves. */
export function rowsOf(
  rows: PreviewRow[],
  show: Show,
  perRow: Record<string, string>,
): PreviewRow[] {
  if (show === 'errors') return rows.filter(isFaulty);
  if (show === 'duplicates') return rows.filter((row) => isDuplicate(row, perRow));
  return rows;
}

/** Columns of the file that go somewhere, with their place among all columns. */
export function shownColumns(columns: ImportColumn[]): { column: ImportColumn; at: number }[] {
  return columns
    .map((column, at) => ({ column, at }))
    .filter(({ column }) => column.target !== IGNORE);
}

/** What is wrong with a row, in one sentence: the first fault of a cell, or of the whole. */
export function faultOf(row: PreviewRow): string {
  return row.cells.find(({ error }) => error !== '')?.error ?? row.message;
}

/**
 * What the file says in a cell of a row whose record is there. A merge keeps what is stored,
 * and the preview shows that; the file's own words are then those that it was written in.
 */
export function fileSays(row: PreviewRow, at: number): string {
  const cell = row.cells[at];
  if (!cell) return '';
  const kept = row.result === 'merge' || row.result === 'skip';
  return kept && row.existing?.[at] ? cell.text : cell.shown;
}

/** Whether two texts say the same but for spaces and case: 138 0013 8000. */
export function alike(a: string, b: string): boolean {
  const bare = (text: string) => text.replace(/\s/g, '').toLowerCase();
  return bare(a) === bare(b);
}

/**
 * How many rows an import would write. A long file is only tried in part; then `about` says
 * that the rest is as many as the file seems to have.
 */
export function outcome(draft: ImportDraft): { rows: number; about: boolean } {
  const rows = written(draft.counts);
  if (draft.counted >= draft.rows) return { rows, about: false };
  return { rows: draft.rows, about: true };
}
