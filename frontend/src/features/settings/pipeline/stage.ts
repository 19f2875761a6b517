/** Stages of a pipeline as the editor shows them. */
import type { FieldInfo, PipelineInfo, SaveInput, StageInfo, TypeInfo } from '@/api/types';
import { sayIn } from '@/i18n';
import { pipelineWords } from './words';

export const MEANINGS = ['open', 'won', 'lost', 'invalid'] as const;

export const ICONS = [
  ...(['circle', 'quarter', 'half', 'three-quarter', 'diamond'] as const),
  ...(['document', 'check', 'cross', 'pause'] as const),
];

/** The colour of a meaning's chip. */
export const TONES: Record<string, string | undefined> = { won: 'success', lost: 'danger' };

/** Stages that opportunities go through, and those in which they end, each in order. */
export function parted(stages: readonly StageInfo[]): { open: StageInfo[]; ends: StageInfo[] } {
  return {
    open: stages.filter(({ meaning }) => meaning === 'open'),
    ends: stages.filter(({ meaning }) => meaning !== 'open'),
  };
}

/** The ids of all stages after one of the two parts was put into another order. */
export function joined(pipeline: PipelineInfo, part: readonly string[]): string[] {
  const { open, ends } = parted(pipeline.stages);
  const ids = (list: StageInfo[]) => list.map(({ id }) => id);
  const ofOpen = open.some(({ id }) => id === part[0]);
  return ofOpen ? [...part, ...ids(ends)] : [...ids(open), ...part];
}

/** What a new pipeline begins with: a stage, and the ends of what is won and lost there.
 * `meanings` are the choices of that field. */
export function firstStages(meanings: FieldInfo['options']): SaveInput[] {
  const make = (word: 'newStage' | 'won' | 'lost', look: object): SaveInput => {
    const name = sayIn(pipelineWords, 'zh-CN')[word];
    const english = sayIn(pipelineWords, 'en')[word];
    const meaning = meanings.find(({ key }) => key === word)?.num;
    return { type: 'stage', id: '', values: { name, english, meaning, ...look } };
  };
  return [
    make('newStage', {}),
    make('won', { color: 'st-won', icon: 'check' }),
    make('lost', { color: 'st-lost', icon: 'cross' }),
  ];
}

/** The path that the preview shows: no stage on hold, no end. */
export function pathOf(stages: readonly StageInfo[]): StageInfo[] {
  return parted(stages).open.filter(({ hold }) => !hold);
}

/** Fields of an opportunity that a stage may ask for. */
export function askable(type: TypeInfo | undefined): FieldInfo[] {
  const never = new Set(['stage', 'pipeline', 'status', type?.title]);
  return (type?.fields ?? []).filter(
    ({ key, readOnly, retired, kind }) =>
      !readOnly && !retired && kind !== 'auto' && kind !== 'bool' && !never.has(key),
  );
}

/** Reads a number that a person typed; null when it is none, or not from 0 to `most`. */
export function readWhole(text: string, most: number): number | null {
  const clean = text.replace(/[%\s]/g, '').replace(',', '.');
  const n = Number(clean);
  return clean === '' || Number.isNaN(n) || n < 0 || n > most ? null : n;
}
