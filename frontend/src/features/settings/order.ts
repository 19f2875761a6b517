/** Order of records that have a position. */
import type { SaveInput } from '@/api/types';

/** The ids with one moved to the place of another. */
export function moved(ids: readonly string[], id: string, to: string): string[] {
  const from = ids.indexOf(id);
  const at = ids.indexOf(to);
  if (from < 0 || at < 0) return [...ids];
  const rest = ids.filter((other) => other !== id);
  return rest.toSpliced(at, 0, id);
}

/** What has a position: 1 for the first. */
export interface Placed {
  id: string;
  position: number;
}

/** What must be saved for records to stand in an order: only those that change place. */
export function placing(
  type: string,
  records: readonly Placed[],
  ids: readonly string[],
): SaveInput[] {
  return ids.flatMap((id, at) => {
    const position = at + 1;
    const record = records.find((r) => r.id === id);
    if (!record || record.position === position) return [];
    return [{ type, id, values: { position } }];
  });
}
