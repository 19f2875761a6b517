import type { Row, StageInfo, TimelineEntry } from '@/api/types';
import { dayOf, daysBetween } from '@/fields/format/date';

/** A move into a stage. */
export interface StageMove {
  /** The day, as 2026-11-23. */
  day: string;
  /** Id of the stage. */
  to: string;
}

/** The moves that a timeline tells of, oldest first. Stages that are no longer there
 * are left out. */
export function stageMoves(
  entries: readonly TimelineEntry[],
  stages: readonly StageInfo[],
  zone: string,
): StageMove[] {
  const moves: StageMove[] = [];
  for (const entry of entries) {
    if (entry.kind !== 'stage') continue;
    const to = stageOf(entry, stages);
    if (to) moves.push({ day: dayOf(entry.at, zone), to });
  }
  return moves.reverse();
}

/** The stage that an entry moved into, by the link of its row, else by its name. */
export function stageOf(entry: TimelineEntry, stages: readonly StageInfo[]): string {
  const linked = linkedId(entry.row, 'to');
  if (linked) return linked;
  return namedStage(entry.changes.find((c) => c.field === 'stage')?.after ?? '', stages)?.id ?? '';
}

/** The stage with a name in either language. */
export function namedStage(name: string, stages: readonly StageInfo[]): StageInfo | undefined {
  return name === '' ? undefined : stages.find((s) => s.name.zh === name || s.name.en === name);
}

function linkedId(row: Row | undefined, key: string): string {
  const ref: unknown = row?.values[key];
  return typeof ref === 'object' && ref !== null && 'id' in ref ? String(ref.id) : '';
}

/** Whole days spent in each stage, by its id, several stays added; the stay in the last
 * one goes on until `today`. */
export function daysIn(moves: readonly StageMove[], today: string): Map<string, number> {
  const days = new Map<string, number>();
  moves.forEach((move, i) => {
    const end = moves[i + 1]?.day ?? today;
    days.set(move.to, (days.get(move.to) ?? 0) + Math.max(0, daysBetween(move.day, end)));
  });
  return days;
}

/** How long a record was in the stage that each move left, in whole days, by the move's
 * entry. The first move of all left none. */
export function daysBeforeMove(
  entries: readonly TimelineEntry[],
  zone: string,
): Map<string, number> {
  const moves = entries.filter((e) => e.kind === 'stage').sort((a, b) => a.at.localeCompare(b.at));
  const days = new Map<string, number>();
  moves.forEach((move, i) => {
    const last = moves[i - 1];
    if (last)
      days.set(move.id, Math.max(0, daysBetween(dayOf(last.at, zone), dayOf(move.at, zone))));
  });
  return days;
}
