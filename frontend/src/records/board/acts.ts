import { createContext, useContext } from 'react';
import type { Card, StageInfo } from '@/api/types';
import type { Walkable } from './focus';
import type { Target } from './model';

/** What a card can have done to it, for everything on the board. */
export interface BoardActs {
  /** Moves or deletes the card; nothing happens for null. `follow` takes the focus along,
   * as those who work by keyboard need it. */
  move(card: Card, stage: StageInfo, target: Target | null, follow: boolean): void;
  openMenu(card: Card, stage: StageInfo, at: Element, byKeys: boolean): void;
  /** The card's record is about to be opened. */
  opening(card: Card, stage: StageInfo): void;
  /** Columns that arrow keys walk, in the order of the screen. */
  walk(): Walkable[];
  /** Starts an opportunity in a stage. */
  createIn(stage: StageInfo): void;
  stages: readonly StageInfo[];
}

export const ActsContext = createContext<BoardActs | null>(null);

/** The acts of the board around; only inside of it. */
export function useActs(): BoardActs {
  const acts = useContext(ActsContext);
  if (!acts) throw new Error('useActs outside of the board');
  return acts;
}
