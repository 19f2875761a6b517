import { IconTrash } from '@tabler/icons-react';
import { api, toFailed } from '@/api';
import type { ChangeRef, StageInfo } from '@/api/types';
import { currentLang, pick, sayIn } from '@/i18n';
import { toastError, toastUndo } from '@/ui';
import { saveAsking, type Where } from '../form/asking';
import { BOARD_TYPE, field } from './keys';
import type { Move } from './model';
import type { BoardStore } from './store';
import { boardWords } from './words';

/** Carries a move out: shows it at once, stores it, asks for what the stage needs, and
 * offers to undo it. A card that is refused or whose question is not answered goes back.
 * Says whether it was stored. */
export async function carry(
  board: Pick<BoardStore, 'show' | 'reload'>,
  move: Move,
  where: Where,
): Promise<boolean> {
  const shown = board.show({ ...move, card: { ...move.card, ageDays: 0 } });
  try {
    const change = await store(move, where);
    if (!change) {
      shown.takeBack();
      return false;
    }
    shown.stored();
    tell(change, move);
    await board.reload();
    return true;
  } catch (failure) {
    shown.takeBack();
    toastError(toFailed(failure));
    return false;
  }
}

async function store(move: Move, where: Where): Promise<ChangeRef | null> {
  const { card, to } = move;
  if (!to) return api.records.delete(BOARD_TYPE, [card.id]);
  const values = { [field.stage]: to.id };
  const saved = await saveAsking({ type: BOARD_TYPE, id: card.id, values }, where);
  return saved?.change ?? null;
}

function tell(change: ChangeRef, { card, to }: Move): void {
  const t = sayIn(boardWords);
  if (to) toastUndo(change, t('moved', { stage: stageName(to) }));
  else toastUndo(change, t('deleted', { title: card.title }), IconTrash);
}

/** A stage's name in the language of the page. */
export const stageName = (stage: StageInfo): string => pick(stage.name, currentLang());
