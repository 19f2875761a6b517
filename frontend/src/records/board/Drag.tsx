import {
  DndContext,
  type DragEndEvent,
  type DragOverEvent,
  DragOverlay,
  KeyboardSensor,
  PointerSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core';
import { useReducedMotion } from '@mantine/hooks';
import { type ReactNode, useMemo, useState } from 'react';
import { createPortal } from 'react-dom';
import type { StageInfo } from '@/api/types';
import { useLang, useWords } from '@/i18n';
import { useActs } from './acts';
import { announcements } from './announce';
import { CardFace } from './BoardCard';
import css from './board.module.css';
import { useDragged } from './Column';
import { collision } from './collision';
import { coordinateGetter } from './coordinates';
import type { Dragged } from './DragCard';
import { targetOf } from './model';
import { boardWords } from './words';

const codes = { start: ['Space'], cancel: ['Escape'], end: ['Space', 'Enter'] };
const landing = { duration: 200, easing: 'cubic-bezier(.2, .8, .2, 1)' };

/** Dragging by pointer (from 4 px) and by keyboard (Space, arrows, Space; Esc). */
export function Drag({ stages, children }: { stages: readonly StageInfo[]; children: ReactNode }) {
  const lang = useLang();
  const t = useWords(boardWords);
  const acts = useActs();
  const [byKeys, setByKeys] = useState(false);
  const [lands, setLands] = useState<'card' | 'nowhere'>('card');
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
    useSensor(KeyboardSensor, { coordinateGetter, keyboardCodes: codes, scrollBehavior: 'auto' }),
  );
  const accessibility = useMemo(
    () => ({
      announcements: announcements(stages, lang),
      screenReaderInstructions: { draggable: t.instructions },
    }),
    [stages, lang, t],
  );
  const end = ({ active, over }: DragEndEvent) => {
    setLands(String(over?.id ?? '').startsWith('zone:') ? 'nowhere' : 'card');
    const { card, stage } = active.data.current as Dragged;
    acts.move(card, stage, over ? targetOf(String(over.id), stages) : null, byKeys);
  };
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={collision}
      accessibility={accessibility}
      autoScroll={{ threshold: { x: 0.05, y: 0.08 } }}
      onDragStart={({ activatorEvent }) => setByKeys(activatorEvent instanceof KeyboardEvent)}
      onDragOver={(e) => byKeys && reveal(e)}
      onDragEnd={end}
      onDragCancel={() => setLands('card')}
    >
      {children}
      <InAir tilted={!byKeys} lands={lands} />
    </DndContext>
  );
}

/** A column that the keyboard carries a card to comes into view. */
function reveal({ over }: DragOverEvent): void {
  const id = String(over?.id ?? '').replace(/^stage:/, '');
  const column = document.querySelector(`[data-stage="${CSS.escape(id)}"]`);
  column?.scrollIntoView({ inline: 'nearest', block: 'nearest' });
}

/** The card in the air: opaque, tilted when it hangs on the pointer. It stands outside of
 * the page's own boxes, which would cut it. It flies to where its card now stands, except
 * from a zone: the board would scroll away to a column that nobody looks at. */
function InAir({ tilted, lands }: { tilted: boolean; lands: 'card' | 'nowhere' }) {
  const dragged = useDragged();
  const still = useReducedMotion();
  return createPortal(
    <DragOverlay dropAnimation={still || lands === 'nowhere' ? null : landing} zIndex={150}>
      {dragged && (
        <div className={`${css.card} ${css.lifted}`} data-tilt={(tilted && !still) || undefined}>
          <CardFace card={dragged.card} stage={dragged.stage} />
        </div>
      )}
    </DragOverlay>,
    document.body,
  );
}
