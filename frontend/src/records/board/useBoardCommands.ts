import { type Command, useRegister } from '@/app/commands';
import type { Pair } from '@/i18n';
import type { BoardActs } from './acts';
import { board } from './current';
import { endTarget, stepTarget } from './keyMove';
import type { Target } from './model';

type Held = { card: Parameters<BoardActs['move']>[0]; stage: Parameters<BoardActs['move']>[1] };

/** Keys of the card that has the focus. */
export function useBoardCommands(acts: BoardActs): void {
  const move = (
    id: string,
    title: Pair,
    key: string,
    to: (held: Held) => Target | null,
  ): Command => ({
    id: `card.${id}`,
    title,
    group: 'screen',
    keys: [key],
    when: () => held() !== null,
    run: () => {
      const now = held();
      if (now) acts.move(now.card, now.stage, to(now), true);
    },
  });
  useRegister([
    {
      id: 'card.menu',
      title: ['Move card…', '移动卡片…'],
      group: 'screen',
      keys: ['M'],
      when: () => held() !== null,
      run: () => {
        const now = held();
        if (now) acts.openMenu(now.card, now.stage, now.element, true);
      },
    },
    move('previous', ['Previous stage', '上一阶段'], '[', (h) =>
      stepTarget(h.stage.id, acts.stages, -1),
    ),
    move('next', ['Next stage', '下一阶段'], ']', (h) => stepTarget(h.stage.id, acts.stages, 1)),
    move('won', ['Won', '赢单'], 'W', () => endTarget('won', acts.stages)),
    move('lost', ['Lost', '输单'], 'Shift+W', () => endTarget('lost', acts.stages)),
    move('delete', ['Delete', '删除'], 'Delete', () => ({ kind: 'delete' })),
  ]);
}

/** The card that has the focus, null for none. */
function held(): (Held & { element: Element }) | null {
  const element = document.activeElement?.closest('[data-card]');
  const column = element?.closest('[data-stage]');
  if (!(element instanceof HTMLElement) || !(column instanceof HTMLElement)) return null;
  const state = board.state.getState();
  const id = element.dataset.card;
  const stage = state.info?.columns.find((c) => c.stage.id === column.dataset.stage)?.stage;
  const card =
    state.pending.findLast((p) => p.card.id === id)?.card ??
    Object.values(state.pages)
      .flat()
      .find((c) => c.id === id);
  return card && stage ? { card, stage, element } : null;
}
