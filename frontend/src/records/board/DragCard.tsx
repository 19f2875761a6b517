import { type DraggableSyntheticListeners, useDraggable } from '@dnd-kit/core';
import { memo, useEffect, useRef } from 'react';
import { Link } from 'wouter';
import type { Card, StageInfo } from '@/api/types';
import { paths } from '@/app/paths';
import { useActs } from './acts';
import { CardFace, CardMore } from './BoardCard';
import css from './board.module.css';
import { focusGiven, neighbour, useWant, wantFocus } from './focus';
import { BOARD_TYPE } from './keys';

/** What a dragged card carries along. */
export interface Dragged {
  card: Card;
  stage: StageInfo;
}

interface Props {
  card: Card;
  stage: StageInfo;
  /** Number in the drawn column. */
  place: number;
  /** The one card of its column that Tab stops at. */
  tabbable: boolean;
  onFocus: (place: number) => void;
}

/** A card that can be opened, dragged by pointer or keyboard, and moved by its keys. The
 * title is the link; it covers the card, the menu button lies on top of it. */
export const DragCard = memo(function DragCard(props: Props) {
  const { card, stage, place, tabbable, onFocus } = props;
  const acts = useActs();
  const drag = useDraggable({ id: card.id, data: { card, stage } satisfies Dragged });
  const link = useRef<HTMLAnchorElement | null>(null);
  useTakeFocus(stage.id, place, link);
  const openMenu = (at: Element) => acts.openMenu(card, stage, at, false);
  const onKeyDown = useCardKeys(props, drag.listeners);
  const setLink = (node: HTMLAnchorElement | null) => {
    link.current = node;
    drag.setActivatorNodeRef(node);
  };
  const pointer = {
    onPointerDown: (e: React.PointerEvent) => drag.listeners?.onPointerDown?.(e),
    onContextMenu: (e: React.MouseEvent) => {
      e.preventDefault();
      openMenu(e.currentTarget);
    },
  };
  return (
    <div
      ref={drag.setNodeRef}
      className={css.card}
      data-card={card.id}
      data-lifted={drag.isDragging || undefined}
      {...pointer}
    >
      <CardFace
        card={card}
        stage={stage}
        link={(title, label) => (
          <Link
            ref={setLink}
            href={paths.record(BOARD_TYPE, card.id)}
            className={`${css.open} ell`}
            draggable={false}
            tabIndex={tabbable ? 0 : -1}
            aria-label={label}
            aria-describedby={drag.attributes['aria-describedby']}
            aria-keyshortcuts="M W Shift+W [ ]"
            onKeyDown={onKeyDown}
            onFocus={() => onFocus(place)}
            onClick={() => acts.opening(card, stage)}
          >
            {title}
          </Link>
        )}
      />
      <CardMore title={card.title} onOpen={openMenu} />
    </div>
  );
});

/** Takes the focus when it is wanted here. */
function useTakeFocus(stage: string, place: number, link: React.RefObject<HTMLElement | null>) {
  const wanted = useWant(
    ({ want }) => want?.stage === stage && want.place === place && !want.seen && want.turn,
  );
  useEffect(() => {
    if (wanted === false) return;
    link.current?.focus();
    focusGiven();
  }, [wanted, link]);
}

/** Space lifts the card, arrows walk to others. Its other keys are commands. */
function useCardKeys({ stage, place }: Props, drag: DraggableSyntheticListeners) {
  const acts = useActs();
  return (event: React.KeyboardEvent<HTMLElement>) => {
    drag?.onKeyDown?.(event);
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    const next = neighbour(event.code, stage.id, place, acts.walk());
    if (!next) return;
    wantFocus(next.stage, next.place);
    event.preventDefault();
  };
}
