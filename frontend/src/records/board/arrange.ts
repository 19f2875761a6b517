import type { Card } from '@/api/types';

/** What stands at a place of a column: a card of the opened board by its number there, or
 * one that was moved here and is not yet part of it. */
export type Slot = { kind: 'base'; index: number } | { kind: 'guest'; card: Card };

/** A card that was put into a column, in front of the base card with this number. */
export interface Guest {
  before: number;
  card: Card;
}

/** A column as it is drawn: the opened board's cards without those that left, with those
 * that came. */
export interface Arranged {
  length: number;
  at(place: number): Slot | undefined;
}

/** Arranges `count` base cards. `gone` are numbers of base cards that left. Asking for a
 * place costs the number of moves, not of cards. */
export function arrange(
  count: number,
  gone: readonly number[],
  guests: readonly Guest[],
): Arranged {
  const left = [...new Set(gone)].filter((i) => i < count).sort((a, b) => a - b);
  const came = placed(guests, left, count);
  const length = count - left.length + came.length;
  return {
    length,
    at: (place) => (place < 0 || place >= length ? undefined : slot(place, left, came)),
  };
}

interface Placed {
  place: number;
  card: Card;
}

/** Turns "before base card n" into places of the drawn column, ascending. */
function placed(guests: readonly Guest[], left: readonly number[], count: number): Placed[] {
  return guests
    .map((g) => ({ card: g.card, before: Math.min(g.before, count) }))
    .sort((a, b) => a.before - b.before)
    .map((g, i) => ({
      card: g.card,
      place: g.before - left.filter((n) => n < g.before).length + i,
    }));
}

function slot(place: number, left: readonly number[], came: readonly Placed[]): Slot {
  const guest = came.find((g) => g.place === place);
  if (guest) return { kind: 'guest', card: guest.card };
  let index = place - came.filter((g) => g.place < place).length;
  for (const n of left) if (n <= index) index++;
  return { kind: 'base', index };
}
