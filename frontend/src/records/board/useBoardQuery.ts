import { useMemo } from 'react';
import { create } from 'zustand';
import type { BoardQuery, SortKey } from '@/api/types';
import { toCond } from '@/fields/filter/model';
import type { ListModel } from '../list/useList';
import { field } from './keys';

/** What is to close soonest stands on top. */
const soonest: SortKey[] = [{ field: field.expectedClose, desc: false }];

/** The pipeline that is shown, "" for the first; kept while other screens are looked at. */
export const usePipeline = create<{ pipeline: string }>(() => ({ pipeline: '' }));

/** What the board is asked for; the same object as long as it asks for the same. */
export function useBoardQuery(model: ListModel): BoardQuery {
  const pipeline = usePipeline((s) => s.pipeline);
  const { filter, text, sort } = model.state;
  return useMemo(
    () => ({ pipeline, where: toCond(filter), text, sort: sort.length > 0 ? sort : soonest }),
    [pipeline, filter, text, sort],
  );
}
