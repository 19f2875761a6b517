import type { ICellRendererComp, ICellRendererParams } from 'ag-grid-community';
import type { ListRow } from '@/api';
import { sayIn } from '@/i18n';
import type { Host } from './host';
import { isSelected } from './selection';
import { gridWords } from './words';

type Params = ICellRendererParams<ListRow, unknown, Host>;

/** The tick of a row. The span of a Shift+click is the core's to resolve. */
export class CheckCell implements ICellRendererComp<ListRow> {
  readonly #box = document.createElement('input');
  #params: Params | null = null;

  init(params: Params): void {
    this.#box.type = 'checkbox';
    this.#box.className = 'rg-check';
    this.#box.tabIndex = -1;
    this.#box.addEventListener('click', (event) => this.#click(event));
    this.#draw(params);
  }

  getGui(): HTMLElement {
    return this.#box;
  }

  refresh(params: Params): boolean {
    this.#draw(params);
    return true;
  }

  #draw(params: Params): void {
    this.#params = params;
    const { data, context } = params;
    this.#box.hidden = !data;
    this.#box.checked = data !== undefined && isSelected(context.selection, data.id);
    this.#box.setAttribute(
      'aria-label',
      sayIn(gridWords, context.lang)('selectRow', { title: data?.title ?? '' }),
    );
  }

  #click(event: MouseEvent): void {
    const { data, context, node } = this.#params ?? {};
    if (!data || !context || node?.rowIndex == null) return;
    context.tick(data.id, node.rowIndex, this.#box.checked, event.shiftKey);
  }
}
