import type { GridApi } from 'ag-grid-community';
import { type FieldInfo, type ListRow, toFailed, type ViewColumn } from '@/api';
import { pick, sayIn } from '@/i18n';
import { CHECK } from './columns';
import { type Copy, copied, copyRange, copySelected, rowsText, writeText } from './copying';
import { Editing } from './editing';
import type { Host } from './host';
import { handleKey } from './keys';
import { boxOf, columnsOf, type Range, rowsOf } from './range';
import { Ranging } from './ranging';
import { sayCopy } from './sayCopy';
import { isSelected } from './selection';
import type { ListSource, SourceEvent } from './source';
import { gridWords } from './words';

/** What a grid reports. */
export interface Reports {
  columns: (columns: ViewColumn[]) => void;
  /** Rows and fields of a range; null rows when it is none or not all loaded. */
  range: (rows: ListRow[] | null, fields: FieldInfo[]) => void;
  /** How many loaded rows changed and keep their places. */
  stale: (rows: number) => void;
  /** Something to be spoken. */
  say: (text: string) => void;
}

/**
 * One grid on screen and what is around it: keys, typing, ranges, copying, following the
 * list. Made when the grid is ready, closed with it.
 */
export class Parts {
  readonly editing: Editing;
  readonly ranging: Ranging;
  readonly #api: GridApi<ListRow>;
  readonly #root: HTMLElement;
  readonly #host: Host;
  readonly #source: ListSource;
  readonly #reports: Reports;
  readonly #end = new AbortController();
  readonly #unlisten: () => void;

  constructor(
    api: GridApi<ListRow>,
    root: HTMLElement,
    host: Host,
    source: ListSource,
    reports: Reports,
  ) {
    this.#api = api;
    this.#root = root;
    this.#host = host;
    this.#source = source;
    this.#reports = reports;
    this.editing = new Editing(api, host);
    this.ranging = new Ranging(api, (range) => this.#ranged(range));
    this.#unlisten = source.listen((event) => this.#followed(event));
    this.#attach();
  }

  close(): void {
    this.#end.abort();
    this.#unlisten();
    this.ranging.close();
    this.editing.sink.remove();
  }

  #attach(): void {
    const early = { capture: true, signal: this.#end.signal };
    const on = this.#root.addEventListener.bind(this.#root);
    on('keydown', (event) => this.#key(event), early);
    on('mousedown', (event) => this.#press(event), early);
    on('mousemove', (event) => this.ranging.drag(event), { signal: this.#end.signal });
    on('focusin', (event) => this.#focusIn(event), { signal: this.#end.signal });
    on('copy', (event) => this.#copyEvent(event), { signal: this.#end.signal });
  }

  #key(event: KeyboardEvent): void {
    const parts = {
      api: this.#api,
      host: this.#host,
      editing: this.editing,
      ranging: this.ranging,
    };
    if (!handleKey(event, parts)) {
      if (event.key.startsWith('Arrow') && !event.shiftKey && !this.editing.sink.isOpen)
        this.ranging.collapse();
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }

  #press(event: MouseEvent): void {
    const target = event.target instanceof Element ? event.target : null;
    if (target?.closest('.rg-editor, .rg-sink.rg-open, .rg-check')) return;
    if (!this.ranging.press(event)) return;
    // With Shift the focus stays where the range began.
    event.preventDefault();
    event.stopPropagation();
  }

  #focusIn(event: FocusEvent): void {
    const target = event.target;
    if (!(target instanceof Element) || !target.matches('.ag-cell')) return;
    queueMicrotask(() => this.#park(target));
  }

  #park(cell: Element): void {
    const focused = this.#api.getFocusedCell();
    if (!focused || !cell.contains(document.activeElement)) return;
    const field = this.#host.field(focused.column.getColId());
    const name = sayIn(gridWords, this.#host.lang)('cell', {
      field: field ? pick(field.label, this.#host.lang) : '',
      row: focused.rowIndex + 1,
    });
    this.editing.park(cell, name);
  }

  /** The list is another one, or its rows are to be asked for again. */
  #followed(event: SourceEvent): void {
    if (this.#api.isDestroyed()) return;
    if (event !== 'refresh') this.#api.setRowCount(this.#source.total, true);
    if (event === 'opened') this.#toTop();
    this.#api.refreshInfiniteCache();
  }

  #toTop(): void {
    this.ranging.collapse();
    if (this.#source.total > 0) this.#api.ensureIndexVisible(0, 'top');
  }

  #ranged(range: Range | null): void {
    const rows = range && this.ranging.loaded(range);
    const box = range && boxOf(range);
    const keys = box ? this.ranging.columns().slice(box.left, box.right + 1) : [];
    this.#reports.range(
      rows,
      keys.map((key) => this.#host.field(key)).filter((f) => f !== undefined),
    );
    if (!box) return;
    this.#reports.say(
      sayIn(gridWords, this.#host.lang)('range', { rows: rowsOf(box), columns: columnsOf(box) }),
    );
  }

  /** Names the grid, which has no name of its own. */
  name(name: string): void {
    this.#root.querySelector('[role=grid]')?.setAttribute('aria-label', name);
    this.#root.querySelector('[role=grid]')?.setAttribute('aria-multiselectable', 'true');
  }

  /** A row was drawn: says whether it is ticked. */
  drawn(element: HTMLElement, row: ListRow | undefined): void {
    this.#markRow(element, row);
  }

  #markRow(element: Element, row: ListRow | undefined): void {
    const on = row !== undefined && !row.group && isSelected(this.#host.selection, row.id);
    element.classList.toggle('rg-sel', on);
    if (row && !row.group) element.setAttribute('aria-selected', String(on));
    else element.removeAttribute('aria-selected');
  }

  /** What is on screen changed: the range and the ticked rows are painted on it. */
  viewport(): void {
    this.ranging.repaint();
    this.#markRows();
  }

  /** Columns have gone under the pinned ones, or none have. */
  scrolled(under: boolean): void {
    this.#root.classList.toggle('rg-scrolled', under);
  }

  /** Rows came: how many of them changed since the list was opened. */
  modelUpdated(): void {
    this.viewport();
    // The row under the focus may have come only now.
    const active = document.activeElement;
    if (active?.matches('.ag-cell') && this.#root.contains(active)) this.#park(active);
    this.#reports.stale(this.loaded().filter((row) => row.changed).length);
  }

  #markRows(): void {
    for (const element of this.#root.querySelectorAll('.ag-row[row-index]')) {
      const index = Number(element.getAttribute('row-index'));
      this.#markRow(element, this.#api.getDisplayedRowAtIndex(index)?.data);
    }
  }

  /** The selection is another: ticks and rows are drawn again. */
  selectionChanged(): void {
    this.#api.refreshCells({ columns: [CHECK], force: true });
    this.#markRows();
  }

  /** Words or shapes are other ones: every cell is drawn again. */
  redraw(): void {
    this.#api.refreshCells({ force: true });
  }

  /**
   * Rows have another height. The grid gives it only to the rows that there are, not to
   * those that it keeps for when the list grows: so none are kept.
   */
  heightChanged(): void {
    this.#api.purgeInfiniteCache();
  }

  columnsChanged(): void {
    const columns = this.#api.getAllDisplayedColumns().filter((c) => c.getColId() !== CHECK);
    this.#reports.columns(
      columns.map((c) => ({
        field: c.getColId(),
        width: c.getActualWidth(),
        pinned: c.isPinned(),
      })),
    );
  }

  /** Loaded rows, in no particular order. */
  loaded(): ListRow[] {
    const rows: ListRow[] = [];
    this.#api.forEachNode(({ data }) => data && rows.push(data));
    return rows;
  }

  /** Whether a record's row is loaded. */
  has(id: string): boolean {
    return this.#api.getRowNode(id) !== undefined;
  }

  /** Shows a row, at the top where there is room. */
  scrollTo(row: number): void {
    if (row > 0 && row < this.#api.getDisplayedRowCount()) this.#api.ensureIndexVisible(row, 'top');
  }

  /** The first row that can be seen whole. The grid itself also counts rows above it, which it keeps ready. */
  firstRow(): number {
    const top = this.#root.querySelector('.ag-header')?.getBoundingClientRect().bottom ?? 0;
    const seen = [...this.#root.querySelectorAll('.ag-row[row-index]')]
      .filter((row) => row.getBoundingClientRect().top >= top - 1)
      .map((row) => Number(row.getAttribute('row-index')));
    return seen.length > 0 ? Math.min(...seen) : 0;
  }

  /** Puts the focus into the grid, at the cell it last had or the first one. */
  focus(): void {
    const cell = this.#api.getFocusedCell();
    const [, first] = this.#api.getAllDisplayedColumns();
    const column = cell?.column ?? first;
    if (!column || this.#api.getDisplayedRowCount() === 0) return;
    this.#api.clearFocusedCell();
    this.#api.setFocusedCell(cell?.rowIndex ?? this.firstRow(), column);
  }

  #copyEvent(event: ClipboardEvent): void {
    if (this.editing.sink.isOpen || this.#api.getEditingCells().length > 0) return;
    this.#write(this.#whatToCopy(), event);
  }

  #whatToCopy(): Copy {
    const range = copyRange(this.#host, this.#source, this.ranging);
    return range ?? this.#ticked() ?? this.#cell();
  }

  #ticked(): Copy {
    return copySelected(this.#host, this.#source, this.ranging.columns(), this.loaded());
  }

  #cell(): Copy {
    const cell = this.#api.getFocusedCell();
    const row = cell && this.#api.getDisplayedRowAtIndex(cell.rowIndex)?.data;
    const field = cell && this.#host.field(cell.column.getColId());
    return row && field ? copied(rowsText([row], [field], this.#host), 1, [field.key]) : null;
  }

  #write(copy: Copy, event?: ClipboardEvent): void {
    if (!copy) return;
    sayCopy(writeText(copy, event), this.#host.lang).then(this.#reports.say, (thrown) =>
      this.#host.actions.fail(toFailed(thrown)),
    );
  }

  /** Copies the ticked rows. */
  copySelection(): void {
    this.#write(this.#ticked());
  }

  /** Copies one row, all visible columns. */
  copyRow(row: ListRow): void {
    const keys = this.ranging.columns();
    const fields = keys.map((key) => this.#host.field(key)).filter((f) => f !== undefined);
    this.#write(copied(rowsText([row], fields, this.#host), 1, keys));
  }
}
