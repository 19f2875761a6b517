import type { GridApi } from 'ag-grid-community';
import { type FieldInfo, type ListRow, toFailed } from '@/api';
import { copyText, type Done, kindOf, kindOfField, readMoney, readText, readWords } from '@/fields';
import type { Host } from './host';
import { type Ended, Sink } from './sink';

/** The cell that is edited or would be. */
interface Target {
  row: ListRow;
  index: number;
  field: FieldInfo;
}

const plainText = new Set(['text', 'longtext', 'markdown', 'auto']);

/** A value as it is edited as text. */
export function editText(field: FieldInfo, value: unknown, host: Host): string {
  const money = kindOf(field) === 'money' ? readMoney(value) : null;
  if (money) return `${money.amount} ${money.currency}`;
  return plainText.has(field.kind) ? readText(value) : copyText(field, value, host.lang, host.zone);
}

/**
 * Changing values in their cells: text through the sink, the other kinds through their own
 * inputs over the cell. The value shows at once and is put back when the core refuses it.
 */
export class Editing {
  readonly sink: Sink;
  readonly #api: GridApi<ListRow>;
  readonly #host: Host;
  #target: Target | null = null;
  /** What was refused: its cell is edited again once the focus is back there. */
  #refused: { target: Target; text: string } | null = null;

  constructor(api: GridApi<ListRow>, host: Host) {
    this.#api = api;
    this.#host = host;
    this.sink = new Sink({
      typed: (text) => this.#typed(text),
      commit: (text, how) => void this.#commitText(text, how),
      cancel: () => this.#refocus(),
    });
  }

  /** The focused cell's row and field, when its value can be changed. */
  target(): Target | null {
    const cell = this.#api.getFocusedCell();
    if (!cell || cell.rowPinned) return null;
    const row = this.#api.getDisplayedRowAtIndex(cell.rowIndex)?.data;
    const field = this.#host.field(cell.column.getColId());
    if (!row || row.group || !this.#host.canEdit(field)) return null;
    return { row, index: cell.rowIndex, field };
  }

  /** Puts the sink into the focused cell, or takes it away from one that cannot be edited. */
  park(cell: Element, name: string): void {
    if (this.sink.held || this.#api.getEditingCells().length > 0) return;
    this.#target = this.target();
    if (!this.#target) this.sink.remove();
    else {
      this.sink.park(cell, name, kindOfField(this.#target.field).align === 'right');
      this.#editRefused(this.#target);
    }
  }

  /** F2: edits what is there. */
  start(): void {
    const target = this.target();
    if (!target) return;
    this.#target = target;
    if (kindOf(target.field) === 'bool') this.#flip(target);
    else if (kindOfField(target.field).edit === 'hosted') this.#hosted(target);
    else this.sink.edit(editText(target.field, target.row.values[target.field.key], this.#host));
  }

  /** Empties the focused cell. */
  clear(): void {
    const target = this.target();
    if (!target || target.field.required) return;
    this.save(target.row, target.field, null);
  }

  #flip({ row, field }: Target): void {
    this.save(row, field, row.values[field.key] !== true);
  }

  #hosted({ index, field }: Target): void {
    this.#api.startEditingCell({ rowIndex: index, colKey: field.key });
  }

  /** Other kinds than text go on in their own input, with what was typed so far. */
  #typed(text: string): void {
    const target = this.#target;
    if (!target || text === '') return;
    if (kindOf(target.field) === 'bool') {
      this.sink.take();
      if (text === ' ') this.#flip(target);
    } else if (kindOfField(target.field).edit === 'hosted') {
      this.sink.held = true;
      this.#hosted(target);
    }
  }

  /** What the sink holds when the other input appears; keys may have come in between. */
  takeTyped(): string | undefined {
    return this.sink.isOpen ? this.sink.take() : undefined;
  }

  /** The input over a cell is done. */
  finish(row: ListRow, field: FieldInfo, value: unknown, how: Done): void {
    this.#api.stopEditing(true);
    this.#save(row, field, value);
    if (how === 'blur') return;
    this.#move(how === 'pick' ? null : how === 'enter' ? 'enter' : 'tab');
  }

  cancel(): void {
    this.#api.stopEditing(true);
    this.#refocus();
  }

  async #commitText(text: string, how: Ended): Promise<void> {
    const target = this.#target;
    if (how !== 'blur') this.#move(how);
    if (!target) return;
    const { row, field } = target;
    if (text === editText(field, row.values[field.key], this.#host)) return;
    const again = () => how !== 'blur' && this.#again(target, text);
    if (plainText.has(field.kind)) return this.#save(row, field, text === '' ? null : text, again);
    const reading = await readWords(this.#host.type.key, field.key, text);
    if (reading.ok) return this.#save(row, field, reading.value, again);
    this.#host.actions.fail({ message: reading.fault });
    again();
  }

  /** Goes back to a cell whose text was refused, and edits that text: nothing that was typed
   * is lost. Not where another is being edited by now. */
  #again(target: Target, text: string): void {
    if (this.sink.isOpen || this.#api.getEditingCells().length > 0) return;
    this.#refused = { target, text };
    this.#focus(target.index, target.field.key);
  }

  #editRefused({ row, field }: Target): void {
    const refused = this.#refused;
    if (refused?.target.row.id !== row.id || refused.target.field.key !== field.key) return;
    this.#refused = null;
    this.sink.edit(refused.text);
  }

  /** Saves a value that the keyboard or a menu set. */
  save(row: ListRow, field: FieldInfo, value: unknown): void {
    this.#save(row, field, value);
  }

  #save(row: ListRow, field: FieldInfo, value: unknown, refused?: () => void): void {
    const before = row.values[field.key] ?? null;
    if (JSON.stringify(before) === JSON.stringify(value ?? null)) return;
    const { edit, fail } = this.#host.actions;
    const put = (v: unknown) =>
      this.#show(row.id, (now) => ({ ...now, values: { ...now.values, [field.key]: v } }));
    const place = () => this.#cellOf(row.id, field.key);
    put(value);
    edit(row, field, value, place).then(
      (stored) => {
        if (stored) this.#show(row.id, (now) => ({ ...now, ...stored, changed: true }));
        else put(before);
      },
      (thrown) => {
        put(before);
        fail(toFailed(thrown));
        refused?.();
      },
    );
  }

  #show(id: string, change: (row: ListRow) => ListRow): void {
    const node = this.#api.getRowNode(id);
    if (node?.data) node.setData(change(node.data));
  }

  #cellOf(id: string, field: string): Element | null {
    const row = document.querySelector(`.rg [row-id=${JSON.stringify(id)}]`);
    return row?.querySelector(`[col-id=${JSON.stringify(field)}]`) ?? null;
  }

  /** Where the focus goes after an edit: down, right, left, or where it is. */
  #move(how: Ended | null): void {
    const cell = this.#api.getFocusedCell();
    if (!cell) return;
    const columns = this.#api.getAllDisplayedColumns();
    const at = columns.indexOf(cell.column);
    const side = how === 'tab' ? 1 : how === 'back' ? -1 : 0;
    const column = columns[at + side] ?? cell.column;
    const index =
      how === 'enter'
        ? Math.min(cell.rowIndex + 1, this.#api.getDisplayedRowCount() - 1)
        : cell.rowIndex;
    this.#focus(index, column.getColId());
  }

  #refocus(): void {
    const cell = this.#api.getFocusedCell();
    if (cell) this.#focus(cell.rowIndex, cell.column.getColId());
  }

  #focus(index: number, column: string): void {
    this.#api.ensureIndexVisible(index);
    this.#api.ensureColumnVisible(column);
    // The grid moves the focus only to a cell other than the one it knows.
    this.#api.clearFocusedCell();
    this.#api.setFocusedCell(index, column);
  }
}
