import type { FieldChange, TimelineEntry } from '@/api/types';
import { dayOf } from '@/fields/format/date';

/** What the timeline shows. */
export type Filter = 'all' | 'activities' | 'changes';

/** A line of the timeline: one entry, or changes of fields that stand together. */
export type Item =
  | { kind: 'entry'; id: string; entry: TimelineEntry }
  | { kind: 'folded'; id: string; entries: TimelineEntry[]; count: number };

/** The lines of one day, newest first. */
export interface Day {
  day: string;
  items: Item[];
}

const happened = new Set(['activity', 'task']);

/** Whether an entry shows under a filter. */
export function passes(entry: TimelineEntry, filter: Filter): boolean {
  if (filter === 'all') return true;
  return happened.has(entry.kind) === (filter === 'activities');
}

/** What is planned, soonest first: it stands above the days. */
export function plannedOf(entries: readonly TimelineEntry[]): TimelineEntry[] {
  return entries.filter((e) => e.planned).sort((a, b) => a.at.localeCompare(b.at));
}

/** What happened, by day, newest first, with changes of fields folded. */
export function daysOf(entries: readonly TimelineEntry[], filter: Filter, zone: string): Day[] {
  const days: Day[] = [];
  for (const entry of entries) {
    if (entry.planned || !passes(entry, filter)) continue;
    const day = dayOf(entry.at, zone);
    const last = days.at(-1);
    if (last?.day === day) last.items = fold(last.items, entry);
    else days.push({ day, items: fold([], entry) });
  }
  return days;
}

/** Adds an entry. A change of fields joins the one before it when the same person made
 * both, one after the other. */
function fold(items: Item[], entry: TimelineEntry): Item[] {
  if (entry.kind !== 'changed') return [...items, { kind: 'entry', id: entry.id, entry }];
  const last = items.at(-1);
  if (last?.kind === 'folded' && last.entries[0]?.actor.id === entry.actor.id) {
    const entries = [...last.entries, entry];
    return [...items.slice(0, -1), { ...last, entries, count: last.count + entry.changes.length }];
  }
  return [
    ...items,
    { kind: 'folded', id: entry.id, entries: [entry], count: entry.changes.length },
  ];
}

/** The one change of a folded line that needs no unfolding; null when there are more. */
export function onlyChange(item: Item): FieldChange | null {
  if (item.kind !== 'folded' || item.count !== 1) return null;
  return item.entries[0]?.changes[0] ?? null;
}
