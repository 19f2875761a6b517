/**
 * Which records are ticked, without knowing them all: everything but a few, or a few.
 * Values are immutable.
 */
export interface Selection {
  /** Everything in the list, apart from `except`. */
  all: boolean;
  except: ReadonlySet<string>;
  ids: ReadonlySet<string>;
}

const none: ReadonlySet<string> = new Set();

/** Nothing. */
export const nothing: Selection = { all: false, except: none, ids: none };

/** Everything in the list, also what comes into it later. */
export const everything: Selection = { all: true, except: none, ids: none };

/** Whether a record is ticked. */
export function isSelected(selection: Selection, id: string): boolean {
  return selection.all ? !selection.except.has(id) : selection.ids.has(id);
}

/** How many of `count` records are ticked. */
export function selectedCount(selection: Selection, count: number): number {
  return selection.all ? Math.max(0, count - selection.except.size) : selection.ids.size;
}

/** The selection with some records ticked or not. */
export function mark(selection: Selection, ids: Iterable<string>, on: boolean): Selection {
  const adds = selection.all !== on;
  const next = new Set(selection.all ? selection.except : selection.ids);
  for (const id of ids) {
    if (adds) next.add(id);
    else next.delete(id);
  }
  return selection.all ? { ...selection, except: next } : { ...selection, ids: next };
}

/** The selection with one record ticked the other way. */
export function toggle(selection: Selection, id: string): Selection {
  return mark(selection, [id], !isSelected(selection, id));
}

/** The state of the tick in the header. */
export function headState(selection: Selection, count: number): 'off' | 'on' | 'some' {
  const n = selectedCount(selection, count);
  if (n === 0) return 'off';
  return n >= count ? 'on' : 'some';
}
