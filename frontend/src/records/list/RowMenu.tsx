import { IconArrowUpRight, IconCopy, IconTrash } from '@tabler/icons-react';
import type { ListRow } from '@/api';
import { useWords } from '@/i18n';
import { Menu } from '@/ui';
import css from './list.module.css';
import { listWords } from './words';

/** A row and where its menu was asked for. */
export interface RowAt {
  row: ListRow;
  x: number;
  y: number;
}

interface Props {
  at: RowAt | null;
  onClose: () => void;
  onOpen: (row: ListRow) => void;
  onCopy: (row: ListRow) => void;
  onDelete: (row: ListRow) => void;
}

/** The menu of a row, at the pointer or below its cell. */
export function RowMenu({ at, onClose, onOpen, onCopy, onDelete }: Props) {
  const t = useWords(listWords);
  if (!at) return null;
  const { row } = at;
  return (
    <Menu
      opened
      onChange={(opened) => !opened && onClose()}
      target={<span className={css.rowMenu} style={{ left: at.x, top: at.y }} />}
      entries={[
        {
          id: 'open',
          label: t.open,
          icon: IconArrowUpRight,
          keys: 'Enter',
          run: () => onOpen(row),
        },
        { id: 'copy', label: t.copy, icon: IconCopy, run: () => onCopy(row) },
        'line',
        { id: 'delete', label: t.delete, icon: IconTrash, danger: true, run: () => onDelete(row) },
      ]}
    />
  );
}
