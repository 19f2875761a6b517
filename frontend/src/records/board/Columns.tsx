import { useEffect, useMemo, useRef, useState } from 'react';
import type { BoardInfo, Card, StageInfo } from '@/api/types';
import { openCreate } from '../form/create';
import { setWalk } from '../record/walk';
import { ActsContext, type BoardActs } from './acts';
import css from './board.module.css';
import { boardWalk } from './boardWalk';
import { CardMenu, type OpenMenu } from './CardMenu';
import { Column } from './Column';
import { MiniColumn } from './ColumnHead';
import { carry } from './carry';
import { board, keepScroll, useLook } from './current';
import { Drag } from './Drag';
import { wantFocus } from './focus';
import { BOARD_TYPE, field } from './keys';
import { menuStages, moveOf, type Target } from './model';
import { placeIn } from './place';
import { columnOf } from './store';
import { useBoardCommands } from './useBoardCommands';
import { Zones } from './Zones';

/** The columns of an opened board, with all that can be done to their cards. */
export function Columns({ info }: { info: BoardInfo }) {
  const stages = useMemo(() => menuStages(info.pipeline), [info.pipeline]);
  const [menu, setMenu] = useState<OpenMenu | null>(null);
  const acts = useMemo(() => actsOf(info, stages, setMenu), [info, stages]);
  useBoardCommands(acts);
  const closeMenu = (back: boolean) => {
    if (menu && back) focusCard(menu.card, menu.stage);
    setMenu(null);
  };
  return (
    <ActsContext value={acts}>
      <Drag stages={stages}>
        <Scroller info={info} />
        <Zones stages={stages} />
      </Drag>
      {menu && (
        <CardMenu
          menu={menu}
          stages={stages}
          onClose={() => closeMenu(true)}
          onMove={(target) => acts.move(menu.card, menu.stage, target)}
        />
      )}
    </ActsContext>
  );
}

function Scroller({ info }: { info: BoardInfo }) {
  const collapsed = useLook((s) => s.collapsed);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (box.current) box.current.scrollLeft = useLook.getState().scrolled[''] ?? 0;
  }, []);
  return (
    <div
      ref={box}
      className={css.board}
      onScroll={(e) => keepScroll('', e.currentTarget.scrollLeft)}
    >
      {info.columns.map((column) =>
        collapsed.includes(column.stage.id) ? (
          <MiniColumn key={column.stage.id} column={column} />
        ) : (
          <Column key={column.stage.id} column={column} />
        ),
      )}
    </div>
  );
}

function actsOf(
  info: BoardInfo,
  stages: readonly StageInfo[],
  openMenu: (menu: OpenMenu) => void,
): BoardActs {
  return {
    stages,
    opening: (card, stage) => setWalk(boardWalk(info, card, stage)),
    move: (card, stage, target) => void move(card, stage, target, stages),
    openMenu: (card, stage, at) => openMenu({ card, stage, anchor: at.getBoundingClientRect() }),
    walk: () => walk(info),
    createIn: (stage) =>
      openCreate(BOARD_TYPE, {
        [field.stage]: { id: stage.id, type: 'stage', title: stage.name.en },
        [field.pipeline]: { id: info.pipeline.id, type: 'pipeline', title: info.pipeline.name.en },
      }),
  };
}

function walk(info: BoardInfo) {
  const { collapsed } = useLook.getState();
  const state = board.state.getState();
  return info.columns
    .filter((c) => !collapsed.includes(c.stage.id))
    .map((c) => ({ stage: c.stage.id, length: columnOf(state, c.stage.id, c.count).length }));
}

/** Carries a card and takes the focus along: to where it went, back when it did not go, to
 * its neighbour when it was deleted. */
async function move(
  card: Card,
  stage: StageInfo,
  target: Target | null,
  stages: readonly StageInfo[],
): Promise<void> {
  const planned = moveOf(card, stage.id, target, stages);
  if (!planned) return;
  const place = placeOf(card, stage);
  const carried = carry(board, planned, (id) => cardElement(id)?.getBoundingClientRect() ?? null);
  if (planned.to) focusCard(card, planned.to);
  else wantFocus(stage.id, Math.max(0, place - 1));
  if (!(await carried)) focusCard(card, stage);
}

const cardElement = (id: string): Element | null =>
  document.querySelector(`[data-card="${CSS.escape(id)}"]`);

function focusCard(card: Card, stage: StageInfo): void {
  const place = placeOf(card, stage);
  if (place >= 0) wantFocus(stage.id, place);
}

/** Number of a card in a drawn column, -1 when it is not there or has not come. */
function placeOf(card: Card, stage: StageInfo): number {
  const state = board.state.getState();
  const count = state.info?.columns.find((c) => c.stage.id === stage.id)?.count ?? 0;
  return placeIn(state, stage.id, count, card.id);
}
