import { useDndContext, useDroppable } from '@dnd-kit/core';
import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { BoardColumn } from '@/api/types';
import { pick, useLang, useWords } from '@/i18n';
import type { Arranged } from './arrange';
import { CardBones } from './BoardCard';
import css from './board.module.css';
import { ColumnHead } from './ColumnHead';
import { board, keepScroll, useLook } from './current';
import { DragCard, type Dragged } from './DragCard';
import { focusGiven, useWant } from './focus';
import { columnId } from './model';
import { landing } from './order';
import { baseCard, indexOf, knownCards } from './pages';
import { columnOf } from './store';
import { boardWords } from './words';

/** How much of a column's foot the zones cover, and a little more, in pixels. */
const zonesHeight = 76;

/** A card and the gap below it, in pixels. */
export const stride = 110;

/** A stage with all its cards; only those in view are in the page. */
export function Column({ column }: { column: BoardColumn }) {
  const { stage } = column;
  const state = useStore(board.state);
  const arranged = useMemo(
    () => columnOf(state, stage.id, column.count),
    [state, stage.id, column.count],
  );
  const drop = useDroppable({ id: columnId(stage.id) });
  const t = useWords(boardWords);
  const name = pick(stage.name, useLang());
  const from = useDragged()?.stage.id;
  const target = drop.isOver && from !== stage.id;
  return (
    <section
      ref={drop.setNodeRef}
      className={css.column}
      style={{ '--bar': `var(--${stage.color || 'st-new'}-bar)` }}
      data-stage={stage.id}
      data-target={target || undefined}
      aria-label={name}
    >
      <ColumnHead column={column} count={arranged.length} />
      <Cards column={column} arranged={arranged} name={name} target={target} hint={t.emptyColumn} />
    </section>
  );
}

/** The card in the air. */
export function useDragged(): Dragged | undefined {
  const { active } = useDndContext();
  return active?.data.current as Dragged | undefined;
}

interface CardsProps {
  column: BoardColumn;
  arranged: Arranged;
  name: string;
  target: boolean;
  hint: string;
}

function Cards({ column, arranged, name, target, hint }: CardsProps) {
  const { stage } = column;
  const scroller = useRef<HTMLDivElement | null>(null);
  const [current, setCurrent] = useState(0);
  const rows = useRows(column, arranged, scroller, current);
  const tabStop = Math.min(current, Math.max(0, arranged.length - 1));
  const items = rows.getVirtualItems();
  return (
    <div
      ref={scroller}
      className={css.list}
      onScroll={(e) => keepScroll(stage.id, e.currentTarget.scrollTop)}
    >
      {arranged.length === 0 && stage.meaning === 'open' && !target && (
        <p className={css.empty}>{hint}</p>
      )}
      <ul className={css.runway} style={{ height: rows.getTotalSize() }} aria-label={name}>
        {items.map((item) => (
          <li
            key={keyAt(arranged, stage.id, item.index)}
            style={{ transform: `translateY(${item.start}px)` }}
            aria-posinset={item.index + 1}
            aria-setsize={arranged.length}
          >
            <Place
              column={column}
              arranged={arranged}
              place={item.index}
              tabbable={item.index === tabStop}
              onFocus={setCurrent}
            />
          </li>
        ))}
        {target && <DropLine column={column} scroller={scroller} />}
      </ul>
    </div>
  );
}

/** The rows of the column in view, and what follows from scrolling: more cards come, and a
 * card that is to have the focus is scrolled to. */
function useRows(
  column: BoardColumn,
  arranged: Arranged,
  scroller: React.RefObject<HTMLDivElement | null>,
  current: number,
) {
  const { stage } = column;
  const dragged = useDragged();
  const lifted =
    dragged?.stage.id === stage.id
      ? indexOf(board.state.getState().pages, stage.id, dragged.card.id)
      : -1;
  // The tab stop and the card in the air stay in the page when they are scrolled away.
  const rangeExtractor = useCallback(
    (range: Range) => {
      const kept = [current, lifted].filter((i) => i >= 0 && i < range.count);
      return [...new Set([...defaultRangeExtractor(range), ...kept])].sort((a, b) => a - b);
    },
    [current, lifted],
  );
  const rows = useVirtualizer({
    count: arranged.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => stride,
    overscan: 4,
    initialOffset: useLook.getState().scrolled[stage.id] ?? 0,
    rangeExtractor,
  });
  const { startIndex, endIndex } = rows.range ?? { startIndex: 0, endIndex: 0 };
  useEffect(() => {
    const ends = [arranged.at(startIndex), arranged.at(endIndex)];
    const bases = ends.flatMap((s) => (s?.kind === 'base' ? [s.index] : []));
    if (bases.length > 0) board.need(stage.id, Math.min(...bases), Math.max(...bases) + 1);
  }, [arranged, startIndex, endIndex, stage.id]);
  const want = useWant((s) => (s.want?.stage === stage.id ? s.want : null));
  useEffect(() => {
    if (!want) return;
    rows.scrollToIndex(want.place);
    if (want.seen) focusGiven();
  }, [want, rows]);
  return rows;
}

function keyAt(arranged: Arranged, stage: string, place: number): string {
  const slot = arranged.at(place);
  if (slot?.kind === 'guest') return slot.card.id;
  const card = slot && baseCard(board.state.getState().pages, stage, slot.index);
  return card?.id ?? `empty-${place}`;
}

function Place(props: {
  column: BoardColumn;
  arranged: Arranged;
  place: number;
  tabbable: boolean;
  onFocus: (place: number) => void;
}) {
  const { column, arranged, place, tabbable, onFocus } = props;
  const pages = useStore(board.state, (s) => s.pages);
  const slot = arranged.at(place);
  const card =
    slot?.kind === 'guest' ? slot.card : slot && baseCard(pages, column.stage.id, slot.index);
  if (!card) return <CardBones />;
  return (
    <DragCard
      card={card}
      stage={column.stage}
      place={place}
      tabbable={tabbable}
      onFocus={onFocus}
    />
  );
}

/** The line where the card in the air will land: the order is the board's sort, so it is
 * not where the pointer is. Out of view it lies at the nearer end. */
function DropLine({
  column,
  scroller,
}: {
  column: BoardColumn;
  scroller: React.RefObject<HTMLDivElement | null>;
}) {
  const dragged = useDragged();
  const { pages, query } = useStore(board.state);
  if (!dragged) return null;
  const place = landing(dragged.card, knownCards(pages, column.stage.id), query.sort);
  const box = scroller.current;
  const top = box?.scrollTop ?? 0;
  const end = top + (box?.clientHeight ?? 0) - zonesHeight;
  return (
    <i className={css.drop} style={{ top: Math.min(Math.max(place * stride - 4, top), end) }} />
  );
}
