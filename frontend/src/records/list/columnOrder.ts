import type { TypeInfo, ViewColumn } from '@/api';
import { columnFields } from './views';

/** Every field with whether it is shown: the shown ones in their order, then the rest. */
export function allColumns(
  type: TypeInfo,
  columns: ViewColumn[],
): { field: string; shown: boolean }[] {
  const keys = columnFields(type).map((f) => f.key);
  const shown = columns.map((c) => c.field).filter((key) => keys.includes(key));
  const rest = keys.filter((key) => !shown.includes(key));
  return [
    ...shown.map((field) => ({ field, shown: true })),
    ...rest.map((field) => ({ field, shown: false })),
  ];
}

/** The columns with one more or one less. The last one stays. */
export function toggleColumn(columns: ViewColumn[], field: string): ViewColumn[] {
  const without = columns.filter((c) => c.field !== field);
  if (without.length === columns.length) return [...columns, { field, width: 0, pinned: false }];
  return without.length > 0 ? without : columns;
}

/** The columns with one moved to the place of another. */
export function moveColumn(columns: ViewColumn[], field: string, to: string): ViewColumn[] {
  const from = columns.findIndex((c) => c.field === field);
  const place = columns.findIndex((c) => c.field === to);
  const next = [...columns];
  const [taken] = from >= 0 && place >= 0 ? next.splice(from, 1) : [];
  if (!taken) return columns;
  next.splice(place, 0, taken);
  return next;
}
