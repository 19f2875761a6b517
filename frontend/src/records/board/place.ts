import { baseCard } from './pages';
import { type Board, columnOf } from './store';

/** Number of a card in a column as it is drawn, -1 when it is not there or has not come. */
export function placeIn(board: Board, stage: string, count: number, id: string): number {
  const column = columnOf(board, stage, count);
  for (let place = 0; place < column.length; place++) {
    const slot = column.at(place);
    const card =
      slot?.kind === 'guest' ? slot.card : slot && baseCard(board.pages, stage, slot.index);
    if (card?.id === id) return place;
  }
  return -1;
}
