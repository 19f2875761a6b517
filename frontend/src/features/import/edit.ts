/** Changes to a mapping that a person makes. Nothing here asks the core. */
import type { FieldInfo, ImportColumn, ImportDraft, ImportInput } from '@/api/types';

/** Targets of a column that are no field. */
export const OWN = 'own';
export const NOTE = 'note';
export const IGNORE = 'ignore';
/** The currency of the row's amounts that name none themselves. */
export const CURRENCY = 'row-currency';
/** The record's own id, in a file that Dealbox exported. */
export const RECORD_ID = 'id';

/** A text that becomes a new choice. */
export const NEW_CHOICE = 'new';

/** Replaces the column of a place in the file. */
export function putColumn(columns: ImportColumn[], column: ImportColumn): ImportColumn[] {
  return columns.map((c) => (c.index === column.index ? column : c));
}

/** Sends a column elsewhere. What was decided about its values was about the former field. */
export function retarget(column: ImportColumn, target: string, field?: FieldInfo): ImportColumn {
  return {
    ...column,
    target,
    newKind: field?.kind ?? (target === OWN ? column.newKind || 'text' : column.newKind),
    confidence: 100,
    createMissing: field !== undefined && makes(field),
    overwrite: false,
    values: [],
  };
}

/** Types whose records a file may call into being by naming them, though they are set-up. */
const MADE_BY_NAME = new Set(['lost_reason', 'team']);
const SET_UP = new Set(['pipeline', 'stage', 'rate']);

/** Whether records that a field links to can be made by their name. */
export function makes(field: FieldInfo): boolean {
  if (field.kind === 'member') return true;
  const linked = field.kind === 'link' || field.kind === 'links';
  return linked && (MADE_BY_NAME.has(field.target) || !SET_UP.has(field.target));
}

/** Makes a new field of another kind of the column. */
export function rekind(column: ImportColumn, kind: string): ImportColumn {
  return { ...column, newKind: kind, confidence: 100, values: [] };
}

/** Says what one text of the file means. */
export function decide(column: ImportColumn, text: string, to: string): ImportColumn {
  const values = column.values.map((v) => (v.text === text ? { ...v, to } : v));
  return { ...column, values };
}

/** Says that the proposal for a column is right. */
export function confirm(column: ImportColumn): ImportColumn {
  return { ...column, confidence: 100 };
}

/** Whether nobody has decided yet where a column goes: it would become a new field. */
export function isOpen(column: ImportColumn): boolean {
  return column.target === OWN && column.confidence < 100;
}

/** Columns that found their field, and columns that have anything to say. */
export function matched(columns: ImportColumn[]): { found: number; all: number } {
  const all = columns.filter(({ target, name }) => target !== IGNORE || name !== '');
  const found = all.filter(({ target }) => ![OWN, NOTE, IGNORE].includes(target));
  return { found: found.length, all: all.length };
}

/** Decides on one row of the file; what the file's rule says anyway is no decision. */
export function decideRow(
  perRow: Record<string, string>,
  row: number,
  what: string,
  rule: string,
): Record<string, string> {
  const { [row]: _, ...rest } = perRow;
  return what === rule ? rest : { ...rest, [row]: what };
}

/** A change to how the file is read, or to what is said once for the whole of it. */
export type Change = Partial<
  Pick<
    ImportInput,
    | 'type'
    | 'encoding'
    | 'delimiter'
    | 'sheet'
    | 'headerRow'
    | 'template'
    | 'columns'
    | 'onDuplicate'
    | 'perRow'
    | 'lostReason'
  >
>;

/** What to ask the core for: the draft as it is shown, with one change. */
export function inputOf(
  draft: ImportDraft,
  perRow: Record<string, string>,
  change: Change = {},
): ImportInput {
  const reads = ['encoding', 'delimiter', 'sheet'].some((key) => key in change);
  return {
    draft: draft.id,
    source: { path: '', upload: '', text: '' },
    type: draft.type,
    encoding: draft.encoding,
    delimiter: draft.delimiter,
    sheet: draft.sheet,
    // No headings is 0 in what the core tells, and -1 in what it is asked for; it only
    // takes notice where the file is read anew.
    headerRow: reads && draft.headerRow === 0 ? -1 : draft.headerRow,
    template: '',
    columns: draft.columns,
    onDuplicate: draft.onDuplicate,
    perRow,
    lostReason: draft.lostReason,
    ...change,
  };
}

/** Whether a change makes the core propose all columns anew. */
export function proposes(change: Change): boolean {
  const keys = ['type', 'encoding', 'delimiter', 'sheet', 'headerRow', 'template'];
  return keys.some((key) => key in change);
}
