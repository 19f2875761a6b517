import type { StageInfo } from '@/api/types';

/** A segment of the stage path. */
export interface Segment {
  stage: StageInfo;
  state: 'done' | 'now' | 'ahead';
  /** Whole days spent in it; undefined when it was skipped or lies ahead. */
  days: number | undefined;
}

/** The path of a record: the open stages in order. A record that was won has gone all the
 * way; one that was lost or is on hold as far as its last open stage. */
export function pathOf(
  stages: readonly StageInfo[],
  current: string,
  last: string,
  days: ReadonlyMap<string, number>,
): Segment[] {
  const way = stages
    .filter((s) => s.meaning === 'open' && !s.hold)
    .sort((a, b) => a.position - b.position);
  const now = way.findIndex((s) => s.id === current);
  const won = stages.some((s) => s.id === current && s.meaning === 'won');
  const reached = now >= 0 ? now : won ? way.length : way.findIndex((s) => s.id === last) + 1;
  return way.map((stage, i) => ({
    stage,
    state: i === now ? 'now' : i < reached ? 'done' : 'ahead',
    days: i === now || i < reached ? days.get(stage.id) : undefined,
  }));
}
