import { type CollisionDetection, pointerWithin, rectIntersection } from '@dnd-kit/core';

/** Which place takes the card: a zone before the column it covers; by pointer what lies
 * under the pointer, by keyboard what the middle of the card lies on. */
export const collision: CollisionDetection = (args) => {
  const hits = args.pointerCoordinates ? pointerWithin(args) : pointerWithin(byMiddle(args));
  const zones = hits.filter((h) => String(h.id).startsWith('zone:'));
  if (zones.length > 0) return zones;
  return hits.length > 0 || args.pointerCoordinates ? hits : rectIntersection(args);
};

type Arguments = Parameters<CollisionDetection>[0];

function byMiddle(args: Arguments): Arguments {
  const { left, top, width, height } = args.collisionRect;
  return { ...args, pointerCoordinates: { x: left + width / 2, y: top + height / 2 } };
}
