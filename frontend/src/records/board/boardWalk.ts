import { api } from '@/api';
import type { BoardInfo, Card, StageInfo } from '@/api/types';
import { paths } from '@/app/paths';
import { currentLang, pick } from '@/i18n';
import type { Walk } from '../record/walk';
import { board } from './current';
import { BOARD_TYPE } from './keys';
import { indexOf, pageSize } from './pages';

/** The column that a card stands in, for going from record to record. It stays as it was
 * when the card was opened. */
export function boardWalk(info: BoardInfo, card: Card, stage: StageInfo): Walk {
  const known = new Map<number, string>();
  const fetch = async (index: number) => {
    const start = Math.floor(index / pageSize) * pageSize;
    const { cards } = await api.board.cards(info.token, stage.id, start, start + pageSize);
    for (const [i, c] of cards.entries()) known.set(start + i, c.id);
  };
  const first = indexOf(board.state.getState().pages, stage.id, card.id);
  if (first >= 0) known.set(first, card.id);
  return {
    type: BOARD_TYPE,
    label: () => {
      const lang = currentLang();
      return `${pick(info.pipeline.name, lang)} / ${pick(stage.name, lang)}`;
    },
    path: paths.board,
    total: info.columns.find((c) => c.stage.id === stage.id)?.count ?? 0,
    position: async (id) => [...known].find(([, other]) => other === id)?.[0] ?? -1,
    idAt: async (index) => {
      if (index >= 0 && !known.has(index)) await fetch(index).catch(() => undefined);
      return known.get(index);
    },
  };
}
