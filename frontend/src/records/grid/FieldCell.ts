import type { ICellRendererComp, ICellRendererParams } from 'ag-grid-community';
import type { FieldInfo, ListRow } from '@/api';
import { drawValue } from './draw';
import type { Host } from './host';

type Params = ICellRendererParams<ListRow, unknown, Host> & { field: FieldInfo };

/**
 * A cell of a field. Its text is in an element of its own, so that drawing it again leaves
 * the sink beside it (sink.ts) alone.
 */
export class FieldCell implements ICellRendererComp<ListRow> {
  readonly #gui = document.createElement('span');

  init(params: Params): void {
    this.#gui.className = 'rg-value';
    this.#draw(params);
  }

  getGui(): HTMLElement {
    return this.#gui;
  }

  refresh(params: Params): boolean {
    this.#draw(params);
    return true;
  }

  #draw({ value, field, context, data }: Params): void {
    drawValue(this.#gui, data ? value : null, field, context);
    if (!data) this.#gui.textContent = '';
    this.#gui.classList.toggle('rg-none', this.#gui.textContent === '–');
  }
}
