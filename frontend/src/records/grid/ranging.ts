import type { GridApi } from 'ag-grid-community';
import type { ListRow } from '@/api';
import { boxOf, type Cell, isWide, paint, type Range, stretch } from './range';

/** The range of cells of one grid: state, mouse, and the style sheet that shows it. */
export class Ranging {
  #range: Range | null = null;
  #dragging = false;
  readonly #api: GridApi<ListRow>;
  readonly #sheet = new CSSStyleSheet();
  readonly #changed: (range: Range | null) => void;

  constructor(api: GridApi<ListRow>, changed: (range: Range | null) => void) {
    this.#api = api;
    this.#changed = changed;
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, this.#sheet];
  }

  /** Ends the painting. */
  close(): void {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((s) => s !== this.#sheet);
  }

  /** The range when it is more than one cell. */
  get wide(): Range | null {
    return isWide(this.#range) ? this.#range : null;
  }

  /** Keys of the columns that can be in a range, in order. */
  columns(): string[] {
    const all = this.#api.getAllDisplayedColumns().map((c) => c.getColId());
    return all.filter((id) => !id.startsWith('#'));
  }

  #set(range: Range | null): void {
    const was = this.wide;
    this.#range = range;
    if (was || this.wide) this.repaint();
    if (was || this.wide) this.#changed(this.wide);
  }

  /** Back to no more than the focused cell. */
  collapse(): void {
    this.#set(null);
  }

  repaint(): void {
    const first = this.#api.getFirstDisplayedRowIndex();
    const last = this.#api.getLastDisplayedRowIndex();
    this.#sheet.replaceSync(paint(this.#range, this.columns(), first, last));
  }

  #focused(): Cell | null {
    const cell = this.#api.getFocusedCell();
    const column = cell ? this.columns().indexOf(cell.column.getColId()) : -1;
    return cell && column >= 0 ? { row: cell.rowIndex, column } : null;
  }

  /** Shift and an arrow. Says whether it was used. */
  key(key: string, far: boolean): boolean {
    const start = this.#focused();
    const range = this.#range ?? (start && { anchor: start, head: start });
    if (!range) return false;
    const limit = { row: this.#api.getDisplayedRowCount(), column: this.columns().length };
    const next = stretch(range, key, limit, far);
    this.#api.ensureIndexVisible(next.head.row);
    const column = this.columns()[next.head.column];
    if (column) this.#api.ensureColumnVisible(column);
    this.#set(next);
    return true;
  }

  #cellAt(target: EventTarget | null): Cell | null {
    const cell = target instanceof Element ? target.closest('.ag-cell') : null;
    const row = Number(cell?.closest('[row-index]')?.getAttribute('row-index') ?? Number.NaN);
    const column = this.columns().indexOf(cell?.getAttribute('col-id') ?? '');
    return Number.isInteger(row) && column >= 0 ? { row, column } : null;
  }

  /** The button went down on a cell; with Shift the range reaches to it. Says whether it did. */
  press(event: MouseEvent): boolean {
    const at = this.#cellAt(event.target);
    if (!at || event.button !== 0) return false;
    this.#dragging = true;
    const start = event.shiftKey ? (this.#range?.anchor ?? this.#focused()) : null;
    this.#set({ anchor: start ?? at, head: at });
    return start !== null;
  }

  drag(event: MouseEvent): void {
    if (event.buttons === 0) this.#dragging = false;
    const at = this.#dragging ? this.#cellAt(event.target) : null;
    const range = this.#range;
    if (!at || !range || (at.row === range.head.row && at.column === range.head.column)) return;
    this.#set({ anchor: range.anchor, head: at });
  }

  /** The rows of a range that are loaded, null when some are not. */
  loaded(range: Range): ListRow[] | null {
    const { top, bottom } = boxOf(range);
    const rows: ListRow[] = [];
    for (let i = top; i <= bottom; i++) {
      const row = this.#api.getDisplayedRowAtIndex(i)?.data;
      if (!row) return null;
      rows.push(row);
    }
    return rows;
  }
}
