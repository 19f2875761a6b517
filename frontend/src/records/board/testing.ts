import type { BoardInfo, Card, PipelineInfo, StageInfo } from '@/api/types';
import type { Source } from './store';

/** Small doubles for the board's tests. */
export const stage = (id: string, more: Partial<StageInfo> = {}): StageInfo => ({
  id,
  pipeline: 'p',
  name: { en: id, zh: id },
  meaning: 'open',
  hold: false,
  probability: '10',
  color: 'st-new',
  icon: 'circle',
  stalledAfter: 0,
  criteria: [],
  position: 0,
  ...more,
});

export const stages: StageInfo[] = [
  stage('new', { position: 1 }),
  stage('proposal', { position: 2 }),
  stage('contract', { position: 3 }),
  stage('won', { meaning: 'won', position: 4 }),
  stage('lost', { meaning: 'lost', position: 5 }),
  stage('hold', { hold: true, position: 6 }),
];

export const pipeline: PipelineInfo = { id: 'p', name: { en: 'Standard', zh: '标准' }, stages };

export const card = (id: string, values: Record<string, unknown> = {}): Card => ({
  id,
  type: 'opportunity',
  title: id,
  values,
  seq: '1',
  ageDays: 3,
});

const sum = { amount: '0', currency: 'CNY', count: 0, missing: 0 };

/** A core with these cards by stage. What is in `cards` may change between two openings. */
export function sourceOf(cards: Record<string, Card[]>): Source & { opened: number } {
  const source = {
    opened: 0,
    open: async (): Promise<BoardInfo> => ({
      token: String(++source.opened),
      pipeline,
      count: 0,
      sum,
      weighted: sum,
      columns: stages.map((s) => ({
        stage: s,
        count: cards[s.id]?.length ?? 0,
        sum,
        weighted: sum,
      })),
    }),
    cards: async (_: string, id: string, start: number, end: number) => ({
      cards: (cards[id] ?? []).slice(start, end),
    }),
  };
  return source;
}
