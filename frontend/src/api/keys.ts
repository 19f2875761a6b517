/** The type of exchange rates. Whatever shows sums of amounts depends on it. */
export const RATE = 'rate';

/**
 * Keys of the query cache. The second part is the record type where there is one, so that a
 * change of a type finds what shows it.
 */
export const keys = {
  state: ['state'] as const,
  recent: ['recent'] as const,
  preferences: ['preferences'] as const,
  setup: ['setup'] as const,
  about: ['about'] as const,
  types: ['types'] as const,
  stack: ['stack'] as const,
  imports: ['imports'] as const,
  pipelines: ['pipelines'] as const,
  record: (type: string, id: string) => ['record', type, id] as const,
  list: (type: string, query: unknown) => ['list', type, query] as const,
  views: (type: string) => ['views', type] as const,
  timeline: (type: string, id: string) => ['timeline', type, id] as const,
  related: (type: string, id: string) => ['related', type, id] as const,
};

/** Areas that any change may touch: counts, undo, and what stands around a record. */
const ANY = new Set<unknown>(['state', 'stack', 'timeline', 'related', 'setup', 'imports']);
/** Areas that only changes of these types touch. "schema" stands for fields and choices. */
const BY_TYPE: Record<string, readonly string[]> = {
  types: ['schema'],
  pipelines: ['pipeline', 'stage'],
};
/** Areas that no change of a record touches. */
const NEVER = new Set<unknown>(['views', 'preferences', 'recent', 'about']);

/** Says whether a cached answer may be stale after records of these types changed. */
export function touches(key: readonly unknown[], types: readonly string[]): boolean {
  const [area, type] = key;
  if (ANY.has(area)) return true;
  if (NEVER.has(area)) return false;
  const depends = BY_TYPE[String(area)];
  if (depends) return types.some((t) => depends.includes(t));
  return typeof type === 'string' && types.includes(type);
}
