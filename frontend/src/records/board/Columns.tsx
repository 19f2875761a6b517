import { useEffect, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { BoardInfo, Card, StageInfo, Text } from '@/api/types';
import { currentLang, pick } from '@/i18n';
import { type Anchor, anchorOf } from '../form/asking';
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
import { wantFocus, wantSeen } from './focus';
import { BOARD_TYPE, field } from './keys';
import { type Move, menuStages, moveOf } from './model';
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
  const closeMenu = () => {
    if (menu?.byKeys) focusCard(menu.card, menu.stage);
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
          onClose={closeMenu}
          onMove={(target) => acts.move(menu.card, menu.stage, target, menu.byKeys)}
        />
      )}
    </ActsContext>
  );
}

function Scroller({ info }: { info: BoardInfo }) {
  const collapsed = useLook((s) => s.collapsed);
  const box = useRef<HTMLDivElement>(null);
  const columns = useShownColumns(info);
  useEffect(() => {
    if (box.current) box.current.scrollLeft = useLook.getState().scrolled[''] ?? 0;
  }, []);
  return (
    <div
      ref={box}
      className={css.board}
      onScroll={(e) => keepScroll('', e.currentTarget.scrollLeft)}
    >
      {columns.map((column) =>
        collapsed.includes(column.stage.id) ? (
          <MiniColumn key={column.stage.id} column={column} />
        ) : (
          <Column key={column.stage.id} column={column} />
        ),
      )}
    </div>
  );
}

/** Columns on the board: those on the way, won and lost always; on hold and others only
 * while there is something in them. */
function useShownColumns(info: BoardInfo) {
  const pending = useStore(board.state, (s) => s.pending);
  return info.columns.filter(({ stage, count }) => {
    const always = stage.meaning === 'won' || stage.meaning === 'lost';
    const onWay = stage.meaning === 'open' && !stage.hold;
    return always || onWay || count > 0 || pending.some((p) => p.to?.id === stage.id);
  });
}

const said = (name: Text): string => pick(name, currentLang());

function actsOf(
  info: BoardInfo,
  stages: readonly StageInfo[],
  openMenu: (menu: OpenMenu) => void,
): BoardActs {
  return {
    stages,
    opening: (card, stage) => setWalk(boardWalk(info, card, stage)),
    move: (card, stage, target, follow) =>
      void move(moveOf(card, stage.id, target, stages), stage, follow),
    openMenu: (card, stage, at, byKeys) => openMenu({ card, stage, anchor: anchorOf(at), byKeys }),
    walk: () => walk(info),
    createIn: (stage) =>
      openCreate(BOARD_TYPE, {
        [field.pipeline]: {
          id: info.pipeline.id,
          type: 'pipeline',
          title: said(info.pipeline.name),
        },
        [field.stage]: { id: stage.id, type: 'stage', title: said(stage.name) },
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

/** Carries a card. When the focus goes along it goes to where the card went, back when it
 * did not go, to its neighbour when it was deleted. */
async function move(planned: Move | null, stage: StageInfo, follow: boolean): Promise<void> {
  if (!planned) return;
  const { card, to } = planned;
  const place = placeOf(card, stage);
  const before = cardElement(card.id);
  const from = before && anchorOf(before);
  const carried = carry(board, planned, () => inView(cardElement(card.id)) ?? from);
  if (!follow) {
    if (to) wantSeen(to.id, placeOf(card, to));
    return;
  }
  if (to) focusCard(card, to);
  else wantFocus(stage.id, Math.max(0, place - 1));
  if (!(await carried)) focusCard(card, stage);
}

/** Where a card is, when it is in the window. */
function inView(element: Element | null): Anchor | null {
  if (!element) return null;
  const { left, right } = element.getBoundingClientRect();
  return left >= 0 && right <= window.innerWidth ? anchorOf(element) : null;
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
