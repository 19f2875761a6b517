import { create } from 'zustand';
import type { BoardQuery } from '@/api/types';
import { field } from './keys';

/** What is to close soonest stands on top. */
const usual: BoardQuery = {
  pipeline: '',
  text: '',
  sort: [{ field: field.expectedClose, desc: false }],
};

interface Asked {
  query: BoardQuery;
  change: (part: Partial<BoardQuery>) => void;
}

/** What the board shows; kept while other screens are looked at. */
export const useBoardQuery = create<Asked>((set) => ({
  query: usual,
  change: (part) => set(({ query }) => ({ query: { ...query, ...part } })),
}));
