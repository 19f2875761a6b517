import type { CellClassParams, ColDef, SuppressKeyboardEventParams } from 'ag-grid-community';
import type { FieldInfo, ListRow, TypeInfo, ViewColumn } from '@/api';
import { isComposing, kindOfField } from '@/fields';
import { type Lang, pick } from '@/i18n';
import { CheckCell } from './CheckCell';
import { Editor } from './Editor';
import type { Editing } from './editing';
import { FieldCell } from './FieldCell';
import { CheckHead, Head } from './Head';

/** Column of the ticks. */
export const CHECK = '#check';

const check: ColDef<ListRow> = {
  colId: CHECK,
  headerName: '',
  headerComponent: CheckHead,
  cellRenderer: CheckCell,
  valueGetter: (p) => p.data?.id,
  width: 40,
  minWidth: 40,
  pinned: 'left',
  lockPosition: 'left',
  resizable: false,
  suppressMovable: true,
  cellClass: 'rg-checks',
  headerClass: 'rg-checks',
};

// Keys of an input method are nobody else's; the rest that the grid would take to begin or
// end an edit are ours (keys.ts).
function suppress({ event, editing }: SuppressKeyboardEventParams<ListRow>): boolean {
  if (isComposing(event) || editing) return true;
  return (
    event.key === 'Enter' ||
    event.key === 'F2' ||
    event.key.length === 1 ||
    event.key === 'Delete' ||
    event.key === 'Backspace'
  );
}

/** Kinds that explain rather than name. */
const soft = new Set(['text', 'longtext', 'markdown', 'link', 'url', 'email', 'auto']);

/** How wide a column is before anyone changed it. */
export function defaultWidth(field: FieldInfo, isTitle: boolean, lang: Lang): number {
  return isTitle ? 200 : Math.max(kindOfField(field).width, headWidth(pick(field.label, lang)));
}

const WIDEST_HEAD = 200;

/** Room for a heading of 12 px, its padding and the sign of its order. */
function headWidth(label: string): number {
  const wide = /[\u2e80-\uffff]/;
  const text = [...label].reduce((sum, c) => sum + (wide.test(c) ? 12 : 7), 0);
  return Math.min(text + 34, WIDEST_HEAD);
}

/** The grid's columns for those of a view; fields that are gone are left out. */
export function columnDefs(
  type: TypeInfo,
  columns: ViewColumn[],
  lang: Lang,
  editing: () => Editing | null,
): ColDef<ListRow>[] {
  const fields = columns.flatMap((column) => {
    const field = type.fields.find((f) => f.key === column.field && !f.retired);
    return field ? [columnDef(type, field, column, lang, editing)] : [];
  });
  return [check, ...fields];
}

function columnDef(
  type: TypeInfo,
  field: FieldInfo,
  column: ViewColumn,
  lang: Lang,
  editing: () => Editing | null,
): ColDef<ListRow> {
  const kind = kindOfField(field);
  const isTitle = field.key === type.title;
  const right = kind.align === 'right';
  const name = pick(field.label, lang);
  return {
    colId: field.key,
    headerName: name,
    headerComponent: Head,
    headerClass: right ? 'rg-right' : undefined,
    headerTooltip: name,
    valueGetter: (p) => p.data?.values[field.key] ?? (isTitle ? p.data?.title : undefined),
    equals: same,
    cellRenderer: FieldCell,
    cellRendererParams: { field },
    cellClass: isTitle
      ? 'rg-title'
      : right
        ? 'rg-right'
        : soft.has(field.kind)
          ? 'rg-soft'
          : undefined,
    cellClassRules: isTitle
      ? { 'rg-changed': (p: CellClassParams<ListRow>) => p.data?.changed === true }
      : undefined,
    editable: kind.edit === 'hosted',
    cellEditor: Editor,
    cellEditorParams: () => ({ fieldKey: field.key, editing: editing() }),
    width: column.width || defaultWidth(field, isTitle, lang),
    minWidth: 56,
    pinned: column.pinned ? 'left' : null,
    suppressKeyboardEvent: suppress,
  };
}

// Values are plain data; a refresh brings equal ones in new objects.
function same(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
