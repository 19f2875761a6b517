import type { TimelineEntry } from '@/api/types';

/** How far a stage move and the change that made it may be apart, in milliseconds. */
const near = 2000;

/** Fields that follow from the move, or that its own words tell. */
const follows = new Set(['stage', 'probability', 'closed_date', 'lost_reason']);

/** Puts what a stage move and the change of the record tell together: the move keeps its
 * own words and takes the change's undo and its other fields; the change alone goes. */
export function joinMoves(entries: readonly TimelineEntry[]): TimelineEntry[] {
  const taken = new Set<TimelineEntry>();
  const joined = entries.map((entry) => {
    if (entry.kind !== 'stage') return entry;
    const change = entries.find((e) => !taken.has(e) && madeMove(e, entry));
    if (!change) return entry;
    taken.add(change);
    const others = change.changes.filter((c) => !follows.has(c.field));
    return { ...entry, actor: change.actor, change: change.change, changes: others };
  });
  return joined.filter((entry) => !taken.has(entry));
}

const madeMove = (change: TimelineEntry, move: TimelineEntry): boolean =>
  change.kind === 'changed' &&
  change.changes.some((c) => c.field === 'stage') &&
  Math.abs(Date.parse(change.at) - Date.parse(move.at)) <= near;
