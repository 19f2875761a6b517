import {
  type ClientRect,
  KeyboardCode,
  type KeyboardCoordinateGetter,
  type SensorContext,
} from '@dnd-kit/core';
import type { Dragged } from './DragCard';

/** A place to drop on and where it is on the screen. */
export interface Place {
  id: string;
  rect: Pick<ClientRect, 'left' | 'top' | 'width' | 'height'>;
}

/** The next place that an arrow key goes to: left and right walk the columns in the order
 * of the screen, down enters the zones at the foot, where left and right walk the zones
 * and up goes back to the column above. Null when there is nothing that way. */
export function nextPlace(
  code: string,
  over: string | null,
  columns: readonly Place[],
  zones: readonly Place[],
): Place | null {
  const zone = zones.findIndex((z) => z.id === over);
  if (zone >= 0) return fromZone(code, zone, columns, zones);
  const column = columns.findIndex((c) => c.id === over);
  if (column < 0) return columns[0] ?? null;
  if (code === KeyboardCode.Right) return columns[column + 1] ?? null;
  if (code === KeyboardCode.Left) return columns[column - 1] ?? null;
  return code === KeyboardCode.Down ? nearest(columns[column], zones) : null;
}

function fromZone(code: string, at: number, columns: readonly Place[], zones: readonly Place[]) {
  if (code === KeyboardCode.Right) return zones[at + 1] ?? null;
  if (code === KeyboardCode.Left) return zones[at - 1] ?? null;
  return code === KeyboardCode.Up ? nearest(zones[at], columns) : null;
}

const middle = (p: Place): number => p.rect.left + p.rect.width / 2;

function nearest(from: Place | undefined, places: readonly Place[]): Place | null {
  if (!from) return null;
  const far = (p: Place) => Math.abs(middle(p) - middle(from));
  return places.reduce<Place | null>((best, p) => (best && far(best) <= far(p) ? best : p), null);
}

const arrows: string[] = [
  KeyboardCode.Left,
  KeyboardCode.Right,
  KeyboardCode.Up,
  KeyboardCode.Down,
];

/** Moves the dragged card by arrow keys from place to place instead of by pixels. */
export const coordinateGetter: KeyboardCoordinateGetter = (
  event,
  { currentCoordinates, context },
) => {
  if (!arrows.includes(event.code)) return undefined;
  event.preventDefault();
  const places = [...context.droppableRects].map(([id, rect]) => ({ id: String(id), rect }));
  const columns = byLeft(places.filter((p) => p.id.startsWith('stage:')));
  const zones = byLeft(places.filter((p) => p.id.startsWith('zone:')));
  const next = nextPlace(event.code, standsOn(context), columns, zones);
  return next ? inside(next, context.collisionRect) : currentCoordinates;
};

/** What the card is over; just picked up it is over nothing yet, and stands in its column. */
export function standsOn({ over, active }: Pick<SensorContext, 'over' | 'active'>): string | null {
  if (over) return String(over.id);
  const dragged = active?.data.current as Dragged | undefined;
  return dragged ? `stage:${dragged.stage.id}` : null;
}

const byLeft = (places: Place[]): Place[] => places.sort((a, b) => a.rect.left - b.rect.left);

/** The card's corner when its middle stands on the middle of a zone, or near the top of a
 * column, which may be longer than the window. */
function inside(place: Place, card: ClientRect | null) {
  const { left, top, width, height } = place.rect;
  const [w, h] = [card?.width ?? 0, card?.height ?? 0];
  const column = place.id.startsWith('stage:');
  return { x: left + (width - w) / 2, y: column ? top + 48 : top + (height - h) / 2 };
}
