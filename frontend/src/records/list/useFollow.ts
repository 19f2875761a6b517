import { type RefObject, useEffect, useRef } from 'react';
import { RATE, type TypeInfo } from '@/api';
import { on } from '@/api/events';
import { kindOf, targetOf } from '@/fields';
import type { Parts } from '../grid/parts';
import type { Opened } from './useSource';

const PAUSE = 60;
/** More changed records than this are a reason to open the list anew. */
const FEW = 200;

/** What a change means for a list: nothing, the same rows asked for again, or another list. */
export type Effect = 'none' | 'refresh' | 'reopen';

interface Change {
  types: string[];
  ids: string[];
}

/** The other types that a list shows something of: names of records, and sums at their rates. */
export function shownTypes(type: TypeInfo): ReadonlySet<string> {
  const linked = type.fields.map(targetOf).filter((target) => target !== '');
  const amounts = type.fields.some((field) => kindOf(field) === 'money');
  return new Set(amounts ? [...linked, RATE] : linked);
}

/**
 * Decides what a change means. Rows that are loaded stay in their places, also when they
 * no longer belong there: nothing jumps away under the pointer. `own` are records that were
 * edited in this list; what was saved along with them does not count.
 */
export function effectOf(
  change: Change,
  type: string,
  linked: ReadonlySet<string>,
  loaded: (id: string) => boolean,
  own: ReadonlySet<string>,
): Effect {
  const { types, ids } = change;
  if (!types.includes(type)) return types.some((t) => linked.has(t)) ? 'refresh' : 'none';
  if (ids.length === 0 || ids.length > FEW) return 'reopen';
  if (ids.some((id) => own.has(id))) return 'refresh';
  return ids.every(loaded) ? 'refresh' : 'reopen';
}

const rank: Record<Effect, number> = { none: 0, refresh: 1, reopen: 2 };

/** Follows the core's changes. `own` holds ids of records that this list saved. */
export function useFollow(
  type: TypeInfo,
  opened: Opened,
  parts: RefObject<Parts | null>,
  own: RefObject<Set<string>>,
): void {
  const latest = useRef(opened);
  latest.current = opened;
  useEffect(() => {
    const linked = shownTypes(type);
    let timer: ReturnType<typeof setTimeout> | undefined;
    let pending: Effect = 'none';
    const act = () => {
      const { source, recount } = latest.current;
      if (pending === 'refresh') {
        source.refresh();
        recount();
      } else if (pending === 'reopen') void source.reopen().catch(() => undefined);
      pending = 'none';
      timer = undefined;
    };
    const off = on('changed', (change) => {
      const loaded = (id: string) => parts.current?.has(id) ?? false;
      const effect = effectOf(change, type.key, linked, loaded, own.current);
      if (rank[effect] > rank[pending]) pending = effect;
      if (pending !== 'none') timer ??= setTimeout(act, PAUSE);
    });
    return () => {
      off();
      clearTimeout(timer);
    };
  }, [type, parts, own]);
}
