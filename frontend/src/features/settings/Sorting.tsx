import {
  type Announcements,
  closestCenter,
  DndContext,
  type DragEndEvent,
  KeyboardSensor,
  PointerSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core';
import {
  SortableContext,
  sortableKeyboardCoordinates,
  useSortable,
  verticalListSortingStrategy,
} from '@dnd-kit/sortable';
import { UnstyledButton } from '@mantine/core';
import { IconGripVertical } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useWords } from '@/i18n';
import { Glyph, Tooltip } from '@/ui';
import { moved } from './order';
import css from './settings.module.css';
import { settingsWords } from './words';

/** Something in a list that can be put into another order. */
export interface Sortable {
  id: string;
  name: string;
}

/** Lets a list be put into another order: by pointer, or by Space and arrows on the grip. */
export function Sorting(props: {
  items: readonly Sortable[];
  onOrder: (ids: string[]) => void;
  children: ReactNode;
}) {
  const { items, onOrder, children } = props;
  const t = useWords(settingsWords);
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
  const ids = items.map(({ id }) => id);
  const end = ({ active, over }: DragEndEvent) => {
    if (over && over.id !== active.id) onOrder(moved(ids, String(active.id), String(over.id)));
  };
  const screenReaderInstructions = { draggable: t.moveHint };
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={closestCenter}
      accessibility={{ announcements: useAnnouncements(items), screenReaderInstructions }}
      onDragEnd={end}
    >
      <SortableContext items={ids} strategy={verticalListSortingStrategy}>
        {children}
      </SortableContext>
    </DndContext>
  );
}

function useAnnouncements(items: readonly Sortable[]): Announcements {
  const t = useWords(settingsWords);
  const at = (active: string | number, over: string | number) => {
    const what = items.find(({ id }) => id === active)?.name ?? '';
    return t('place', { what, place: items.findIndex(({ id }) => id === over) + 1 });
  };
  return {
    onDragStart: ({ active }) => at(active.id, active.id),
    onDragOver: ({ active, over }) => (over ? at(active.id, over.id) : undefined),
    onDragEnd: ({ active, over }) => (over ? at(active.id, over.id) : undefined),
    onDragCancel: ({ active }) => at(active.id, active.id),
  };
}

/** A row in Sorting: what its element needs, and the grip that moves it. */
export function useSorted(item: Sortable) {
  const t = useWords(settingsWords);
  const sortable = useSortable({ id: item.id });
  const { transform, transition, isDragging, setNodeRef, setActivatorNodeRef } = sortable;
  const shift = transform ? `translate3d(0, ${Math.round(transform.y)}px, 0)` : undefined;
  const label = t('move', { what: item.name });
  const grip = (
    <Tooltip label={label}>
      <UnstyledButton
        ref={setActivatorNodeRef}
        className={css.grip}
        {...sortable.attributes}
        {...sortable.listeners}
        aria-label={label}
      >
        <Glyph icon={IconGripVertical} size={16} />
      </UnstyledButton>
    </Tooltip>
  );
  const row = {
    ref: setNodeRef,
    style: { transform: shift, transition: transition ?? undefined },
    'data-lifted': isDragging || undefined,
  };
  return { row, grip };
}
