import { IconCheckbox } from '@tabler/icons-react';
import { Link } from 'wouter';
import { api, toFailed } from '@/api';
import { fieldOf, useType } from '@/api/schema';
import type { Row, TypeInfo } from '@/api/types';
import { paths } from '@/app/paths';
import { clockOf, daysBetween, formatNear, readText } from '@/fields';
import { sayIn, useLang, useWords } from '@/i18n';
import { Button, Glyph, toastError, toastUndo } from '@/ui';
import css from './timeline.module.css';
import { timelineWords } from './words';
import { useToday, useZone } from './zone';

/** A task that is still to do, in a dashed box, with its tick. */
export function Planned({ row }: { row: Row }) {
  const t = useWords(timelineWords);
  const lang = useLang();
  const zone = useZone();
  const today = useToday();
  const task = useType(row.type);
  const due = readText(row.values.due);
  const clock = readText(row.values.due_at);
  const away = due ? daysBetween(today, due) : 1;
  const when = due ? formatNear(due, lang, today) : t.noDate;
  return (
    <li className={css.planned} data-due={away < 0 ? 'over' : away === 0 ? 'today' : undefined}>
      <span className={css.dueIcon}>
        <Glyph icon={IconCheckbox} size={16} />
      </span>
      <span className="b nw">
        {when}
        {clock && ` ${clockOf(clock, zone)}`}
      </span>
      <Link href={paths.record(row.type, row.id)} className={`${css.open} grow ell`}>
        {row.title}
      </Link>
      <Button size="xs" onClick={() => void complete(row, task)}>
        {t.done}
      </Button>
    </li>
  );
}

async function complete(row: Row, task: TypeInfo | undefined): Promise<void> {
  const done = fieldOf(task, 'status')?.options.find((o) => o.key === 'done');
  if (!done) return;
  try {
    const values = { status: done.num };
    const { change } = await api.records.save({ type: row.type, id: row.id, values });
    toastUndo(change, sayIn(timelineWords)('completed', { title: row.title }));
  } catch (failure) {
    toastError(toFailed(failure));
  }
}
