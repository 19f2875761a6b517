import type { FieldInfo, ListRow, Row, SortKey, TypeInfo } from '@/api';
import { isLong, kindOf } from '@/fields';
import type { Lang } from '@/i18n';
import { mark, type Selection } from './selection';

/** What the screen gives the grid to act with; always the latest. */
export interface Actions {
  /**
   * Saves one field. Resolves to the row as stored, or null when the person gave up. `at`
   * is its cell, while it is on screen.
   */
  edit: (
    row: ListRow,
    field: FieldInfo,
    value: unknown,
    at: () => Element | null,
  ) => Promise<Row | null>;
  open: (row: ListRow) => void;
  menu: (row: ListRow, at: { x: number; y: number }) => void;
  select: (selection: Selection) => void;
  /** A row was ticked with Shift: everything from the last tick to it. */
  selectSpan: (from: number, to: number, on: boolean) => void;
  sort: (sort: SortKey[]) => void;
  toggleGroup: (key: string, open: boolean) => void;
  /** Something could not be done; says why. */
  fail: (trouble: { message: string; detail?: string }) => void;
}

/**
 * What cells, headers and keys of one grid share: the latest of what the screen gave, and
 * a way to hear of changes without the grid drawing its columns again.
 */
export class Host {
  type: TypeInfo;
  lang: Lang;
  zone = '';
  readOnly = false;
  selection: Selection;
  count = 0;
  sort: SortKey[] = [];
  actions: Actions;
  /** Chips, avatars and stages drawn once by React, to be copied into cells. */
  stencils: HTMLElement | null = null;
  readonly #listeners = new Set<() => void>();

  constructor(type: TypeInfo, lang: Lang, selection: Selection, actions: Actions) {
    this.type = type;
    this.lang = lang;
    this.selection = selection;
    this.actions = actions;
  }

  /** For useSyncExternalStore. */
  readonly listen = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Tells those who listen that something here is different. */
  changed(): void {
    for (const listener of [...this.#listeners]) listener();
  }

  #lastTick: number | null = null;

  /** A row was ticked; with `span`, everything since the last one is. */
  tick(id: string, row: number, on: boolean, span: boolean): void {
    if (span && this.#lastTick !== null) this.actions.selectSpan(this.#lastTick, row, on);
    else this.actions.select(mark(this.selection, [id], on));
    this.#lastTick = row;
  }

  /** Whether a field can be changed in its cell. Long texts are not in lists. */
  canEdit(field: FieldInfo | undefined): field is FieldInfo {
    return field !== undefined && !field.readOnly && !this.readOnly && !isLong(kindOf(field));
  }

  field(key: string): FieldInfo | undefined {
    return this.type.fields.find((f) => f.key === key);
  }
}
