import type { SortKey } from '@/api';

/**
 * The order after a column's head was used: ascending, descending, none. With `add` (Shift)
 * the other keys stay.
 */
export function nextSort(sort: SortKey[], field: string, add = false): SortKey[] {
  const found = sort.find((s) => s.field === field);
  const next = !found ? { field, desc: false } : found.desc ? null : { field, desc: true };
  if (!add) return next ? [next] : [];
  if (!found) return next ? [...sort, next] : sort;
  return sort.flatMap((s) => (s.field !== field ? [s] : next ? [next] : []));
}
