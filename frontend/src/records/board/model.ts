import type { Card, PipelineInfo, StageInfo } from '@/api/types';

/** Where a card can go: a stage, or away. */
export type Target = { kind: 'stage'; stage: string } | { kind: 'delete' };

/** A place at the foot of the board while a card is dragged. */
export interface Zone {
  kind: 'won' | 'lost' | 'hold' | 'delete';
  /** The stage it stands for; "" for delete. */
  stage: string;
}

/** A card on its way. `to` is null when it is deleted. */
export interface Move {
  card: Card;
  from: string;
  to: StageInfo | null;
}

const columnPrefix = 'stage:';
const zonePrefix = 'zone:';

/** Id of a column as a place to drop on. */
export const columnId = (stage: string): string => columnPrefix + stage;

/** Id of a zone as a place to drop on. */
export const zoneId = (kind: Zone['kind']): string => zonePrefix + kind;

/** The zones of a pipeline: those whose stage it has, and delete. */
export function zonesOf(stages: readonly StageInfo[]): Zone[] {
  const won = stages.find((s) => s.meaning === 'won');
  const lost = stages.find((s) => s.meaning === 'lost');
  const hold = stages.find((s) => s.hold);
  return [
    ...(won ? [{ kind: 'won', stage: won.id } as const] : []),
    ...(lost ? [{ kind: 'lost', stage: lost.id } as const] : []),
    ...(hold ? [{ kind: 'hold', stage: hold.id } as const] : []),
    { kind: 'delete', stage: '' },
  ];
}

/** What a drop place means; null for a place that is none of the board's. */
export function targetOf(dropId: string, stages: readonly StageInfo[]): Target | null {
  if (dropId.startsWith(columnPrefix)) return toStage(dropId.slice(columnPrefix.length), stages);
  const zone = zonesOf(stages).find((z) => zoneId(z.kind) === dropId);
  if (!zone) return null;
  return zone.kind === 'delete' ? { kind: 'delete' } : { kind: 'stage', stage: zone.stage };
}

function toStage(id: string, stages: readonly StageInfo[]): Target | null {
  return stages.some((s) => s.id === id) ? { kind: 'stage', stage: id } : null;
}

/** The move that a target makes of a card; null when it would change nothing. */
export function moveOf(
  card: Card,
  from: string,
  target: Target | null,
  stages: readonly StageInfo[],
): Move | null {
  if (!target) return null;
  if (target.kind === 'delete') return { card, from, to: null };
  const to = stages.find((s) => s.id === target.stage);
  return to && to.id !== from ? { card, from, to } : null;
}

/** Stages as the move menu numbers them: every stage of the pipeline in order. */
export const menuStages = (pipeline: PipelineInfo): StageInfo[] =>
  [...pipeline.stages].sort((a, b) => a.position - b.position);
