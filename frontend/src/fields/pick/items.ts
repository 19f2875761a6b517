import type { ReactNode } from 'react';

/** Something that can be picked. */
export interface Item {
  key: string;
  label: string;
  /** How it looks; the label by default. */
  node?: ReactNode;
}

/** Items whose label holds what was typed, those that begin with it first. */
export function matching(items: Item[], search: string): Item[] {
  const text = search.trim().toLowerCase();
  if (text === '') return items;
  const at = (item: Item) => item.label.toLowerCase().indexOf(text);
  return items
    .filter((item) => at(item) >= 0)
    .sort((a, b) => Math.min(at(a), 1) - Math.min(at(b), 1));
}
