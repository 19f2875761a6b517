import { useQuery } from '@tanstack/react-query';
import { api, keys } from '@/api';
import type { Row, StageInfo, TimelineEntry } from '@/api/types';
import { daysBetween, readRef, readText } from '@/fields';
import { daysIn, stageMoves } from '../timeline/stages';
import { useToday, useZone } from '../timeline/zone';
import { pathOf, type Segment } from './path';

/** What the stage path of a record shows. */
export interface PathData {
  stages: readonly StageInfo[];
  path: Segment[];
  current: StageInfo | undefined;
  won: StageInfo | undefined;
  lost: StageInfo | undefined;
  /** Where a record that has ended goes when it is opened again. */
  last: StageInfo | undefined;
}

/** The stages of a record's pipeline and how long it was in each. */
export function useStagePath(row: Row | undefined, entries: readonly TimelineEntry[]): PathData {
  const zone = useZone();
  const today = useToday();
  const pipelines = useQuery({
    queryKey: keys.pipelines,
    queryFn: () => api.board.pipelines(),
  }).data;
  const values = row?.values ?? {};
  const now = readRef(values.stage)?.id ?? '';
  const pipeline = readRef(values.pipeline)?.id;
  const stages =
    pipelines?.find((p) => p.id === pipeline || p.stages.some((s) => s.id === now))?.stages ?? [];
  const lastId = readRef(values.last_stage)?.id ?? '';
  const days = daysIn(stageMoves(entries, stages, zone), today);
  const since = readText(values.stage_since);
  if (since && !days.has(now)) days.set(now, Math.max(0, daysBetween(since, today)));
  const way = stages.filter((s) => s.meaning === 'open' && !s.hold);
  return {
    stages,
    path: pathOf(stages, now, lastId, days),
    current: stages.find((s) => s.id === now),
    won: stages.find((s) => s.meaning === 'won'),
    lost: stages.find((s) => s.meaning === 'lost'),
    last: way.find((s) => s.id === lastId) ?? way[0],
  };
}
