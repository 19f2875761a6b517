/** Teams as a tree. */
import type { Row } from '@/api/types';
import { readRef } from '@/fields';

/** A team and how deep it stands. */
export interface Branch {
  row: Row;
  depth: number;
}

/** Teams with their own teams after them. One whose parent is not there stands at the top. */
export function treeOf(rows: readonly Row[]): Branch[] {
  const ids = new Set(rows.map(({ id }) => id));
  const parent = (row: Row) => {
    const id = readRef(row.values.parent)?.id;
    return id !== undefined && ids.has(id) ? id : '';
  };
  const below = (id: string, depth: number): Branch[] =>
    rows
      .filter((row) => parent(row) === id)
      .flatMap((row) => [{ row, depth }, ...below(row.id, depth + 1)]);
  return below('', 0);
}
