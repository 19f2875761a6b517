import type { ImportCounts } from '@/api/types';
import { formatCount, type Lang } from '@/i18n';

/** Something that rows of a file became, and how many of them. */
export interface Share {
  key: 'created' | 'updated' | 'merged' | 'skipped' | 'rejected';
  count: number;
  /** CSS colour of its piece of the bar. */
  color: string;
}

const COLORS: Record<Share['key'], string> = {
  created: 'var(--st-won-bar)',
  updated: 'var(--st-con-bar)',
  merged: 'var(--st-qua-bar)',
  skipped: 'var(--st-hold-bar)',
  rejected: 'var(--st-lost-bar)',
};

/** What the rows became, in the order in which it is shown; only what there is. */
export function shares(counts: ImportCounts): Share[] {
  const keys = Object.keys(COLORS) as Share['key'][];
  return keys
    .map((key) => ({ key, count: counts[key], color: COLORS[key] }))
    .filter(({ count }) => count > 0);
}

/** How many rows are written: those that are neither skipped nor rejected. */
export function written(counts: ImportCounts): number {
  return counts.created + counts.updated + counts.merged;
}

/** A sentence whose number chose between one and many, with that number written out. */
export function withCount(sentence: string, count: number, lang: Lang): string {
  return sentence.replace(String(count), formatCount(count, lang));
}
