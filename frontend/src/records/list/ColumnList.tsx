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
import { Checkbox, UnstyledButton } from '@mantine/core';
import { IconGripVertical } from '@tabler/icons-react';
import type { TypeInfo, ViewColumn } from '@/api';
import { fieldOf } from '@/api/schema';
import { pick, useLang, useWords } from '@/i18n';
import { Glyph, Tooltip } from '@/ui';
import { allColumns, moveColumn, toggleColumn } from './columnOrder';
import css from './list.module.css';
import { listWords } from './words';

interface Props {
  type: TypeInfo;
  columns: ViewColumn[];
  onChange: (columns: ViewColumn[]) => void;
}

/** Columns on and off, and their order: by pointer, or Space and arrows on the grip. */
export function ColumnList({ type, columns, onChange }: Props) {
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
  const names = useNames(type);
  const rows = allColumns(type, columns);
  const shown = rows.filter((row) => row.shown).map((row) => row.field);
  const drop = ({ active, over }: DragEndEvent) => {
    if (over) onChange(moveColumn(columns, String(active.id), String(over.id)));
  };
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={closestCenter}
      onDragEnd={drop}
      accessibility={{ announcements: useAnnouncements(names, shown) }}
    >
      <SortableContext items={shown} strategy={verticalListSortingStrategy}>
        <ul className={css.columns}>
          {rows.map((row) => (
            <ColumnRow
              key={row.field}
              {...row}
              name={names(row.field)}
              onToggle={() => onChange(toggleColumn(columns, row.field))}
            />
          ))}
        </ul>
      </SortableContext>
    </DndContext>
  );
}

function useNames(type: TypeInfo): (field: string) => string {
  const lang = useLang();
  return (key) => {
    const field = fieldOf(type, key);
    return field ? pick(field.label, lang) : key;
  };
}

function useAnnouncements(names: (field: string) => string, shown: string[]): Announcements {
  const t = useWords(listWords);
  const place = (id: string | number) => shown.indexOf(String(id)) + 1;
  const moved = (id: string | number, to: number) =>
    t('movedColumn', { name: names(String(id)), place: to });
  return {
    onDragStart: ({ active }) => moved(active.id, place(active.id)),
    onDragOver: ({ active, over }) => (over ? moved(active.id, place(over.id)) : undefined),
    onDragEnd: ({ active, over }) => (over ? moved(active.id, place(over.id)) : undefined),
    onDragCancel: ({ active }) => moved(active.id, place(active.id)),
  };
}

interface RowProps {
  field: string;
  name: string;
  shown: boolean;
  onToggle: () => void;
}

function ColumnRow({ field, name, shown, onToggle }: RowProps) {
  const t = useWords(listWords);
  const sortable = useSortable({ id: field, disabled: !shown });
  const { transform, transition, isDragging, setNodeRef, setActivatorNodeRef } = sortable;
  const shift = transform ? `translate3d(0, ${Math.round(transform.y)}px, 0)` : undefined;
  return (
    <li
      ref={setNodeRef}
      className={css.column}
      data-lifted={isDragging || undefined}
      style={{ transform: shift, transition }}
    >
      <Checkbox size="xs" radius="xs" label={name} checked={shown} onChange={onToggle} />
      {shown ? (
        <Tooltip label={t('moveColumn', { name })}>
          <UnstyledButton
            ref={setActivatorNodeRef}
            className={css.grip}
            {...sortable.attributes}
            {...sortable.listeners}
            aria-label={t('moveColumn', { name })}
          >
            <Glyph icon={IconGripVertical} size={16} />
          </UnstyledButton>
        </Tooltip>
      ) : null}
    </li>
  );
}
