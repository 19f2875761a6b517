import { create } from 'zustand';

/** The place that is to get the focus or to be seen: it may have to be scrolled to and drawn first. */
interface Want {
  stage: string;
  /** Number of the card in the drawn column. */
  place: number;
  /** Grows, so that the same place can be wanted again. */
  turn: number;
  /** Only to be seen: the focus stays where it is. */
  seen: boolean;
}

export const useWant = create<{ want: Want | null }>(() => ({ want: null }));

let turn = 0;

/** Asks for the focus to go to a card. */
export function wantFocus(stage: string, place: number): void {
  useWant.setState({ want: { stage, place, turn: ++turn, seen: false } });
}

/** Asks for a card's column to scroll to it. */
export function wantSeen(stage: string, place: number): void {
  useWant.setState({ want: { stage, place, turn: ++turn, seen: true } });
}

/** It went there. */
export function focusGiven(): void {
  useWant.setState({ want: null });
}

/** A column as the arrow keys see it. */
export interface Walkable {
  stage: string;
  length: number;
}

/** Where an arrow key goes from a card; null when the key is none or there is nothing that
 * way. Left and right skip columns without cards. */
export function neighbour(
  code: string,
  stage: string,
  place: number,
  columns: readonly Walkable[],
): { stage: string; place: number } | null {
  const at = columns.findIndex((c) => c.stage === stage);
  const here = columns[at];
  if (!here) return null;
  switch (code) {
    case 'ArrowDown':
      return inside(here, place + 1);
    case 'ArrowUp':
      return inside(here, place - 1);
    case 'Home':
      return inside(here, 0);
    case 'End':
      return inside(here, here.length - 1);
    case 'ArrowRight':
      return across(columns.slice(at + 1), place);
    case 'ArrowLeft':
      return across(columns.slice(0, at).reverse(), place);
    default:
      return null;
  }
}

function inside(column: Walkable, place: number) {
  return place >= 0 && place < column.length ? { stage: column.stage, place } : null;
}

function across(columns: readonly Walkable[], place: number) {
  const next = columns.find((c) => c.length > 0);
  return next ? { stage: next.stage, place: Math.min(place, next.length - 1) } : null;
}
