import { UnstyledButton } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { Link } from 'wouter';
import { fieldOf, useType } from '@/api/schema';
import type { FieldChange, TimelineEntry } from '@/api/types';
import { paths } from '@/app/paths';
import { clockOf, kindOfField, readRef, readText, useStages } from '@/fields';
import { pick, useLang, useWords } from '@/i18n';
import { Button, Glyph, StageChip, undo } from '@/ui';
import { type Item, onlyChange } from './fold';
import { activityKind, entryIcon } from './kinds';
import css from './timeline.module.css';
import { toldBy } from './told';
import { timelineWords } from './words';
import { useZone } from './zone';

interface LineProps {
  entry: TimelineEntry;
  children: ReactNode;
}

/** One line of the timeline: icon, what happened, who and when, and its undo. */
function Line({ entry, children }: LineProps) {
  const t = useWords(timelineWords);
  const lang = useLang();
  const zone = useZone();
  const activity = useType('activity');
  // A task's own time is a day; when it was done is a moment.
  const at = entry.kind === 'task' ? readText(entry.row?.values.done_at) : entry.at;
  const who = useWho(entry);
  const what = pick(entry.change.label, lang);
  return (
    <li className={css.item}>
      <span className={css.icon}>
        <Glyph icon={entryIcon(entry, activity)} size={14} />
      </span>
      <div className={css.what}>{children}</div>
      <span className={css.when}>
        {entry.change.id !== '' && (
          <Button
            size="xs"
            look="ghost"
            className={css.undo}
            aria-label={t('undoOf', { what })}
            onClick={() => undo(entry.change.id)}
          >
            {t.undo}
          </Button>
        )}
        <span className="ell">{who}</span>
        {at && <time dateTime={at}>{clockOf(at, zone)}</time>}
      </span>
    </li>
  );
}

/** Who did it; what did it when no person chose to. */
function useWho(entry: TimelineEntry): string {
  const t = useWords(timelineWords);
  if (entry.source === 'import') return t.imported;
  if (entry.source === 'rule') return t.ruled;
  if (entry.source === 'undo') return t.undone;
  return entry.actor.title;
}

/** One line, whatever it is. */
export function TimelineItem({ item, days }: ItemProps) {
  if (item.kind === 'folded') return <Folded item={item} />;
  const { entry } = item;
  if (entry.kind === 'stage') return <Move entry={entry} days={days} />;
  if (entry.row) return <Happened entry={entry} />;
  return <Simple entry={entry} />;
}

interface ItemProps {
  item: Item;
  /** Days that were spent in the stage before, by the entry of the move. */
  days: ReadonlyMap<string, number>;
}

function Simple({ entry }: { entry: TimelineEntry }) {
  const t = useWords(timelineWords);
  const words = { created: t.created, deleted: t.deleted, restored: t.restored };
  return <Line entry={entry}>{words[entry.kind as keyof typeof words] ?? entry.kind}</Line>;
}

/** An activity or a task that is done. Its title opens it. */
function Happened({ entry }: { entry: TimelineEntry }) {
  const lang = useLang();
  const activity = useType('activity');
  const type = useType(entry.row?.type ?? '');
  const { row } = entry;
  if (!row) return null;
  const kind = row.type === 'activity' ? activityKind(row, activity) : undefined;
  const { head, body } = toldBy(row);
  const outcome = fieldOf(type, 'outcome');
  const Outcome = outcome && kindOfField(outcome).Cell;
  return (
    <Line entry={entry}>
      <div>
        {kind && <span className="t2">{pick(kind.label, lang)}</span>}
        {kind && ' · '}
        <Link href={paths.record(row.type, row.id)} className={css.open}>
          {head}
        </Link>{' '}
        {Outcome && row.values.outcome !== undefined && (
          <Outcome field={outcome} value={row.values.outcome} />
        )}
      </div>
      {body && <p className={`${css.note} selectable`}>{body}</p>}
    </Line>
  );
}

/** A move from stage to stage. */
function Move({ entry, days }: { entry: TimelineEntry } & Omit<ItemProps, 'item'>) {
  const t = useWords(timelineWords);
  const from = readRef(entry.row?.values.from);
  const to = readRef(entry.row?.values.to);
  const before = days.get(entry.id);
  const reason = readText(entry.row?.values.reason);
  return (
    <Line entry={entry}>
      <div className={css.move}>
        {from && <StageOf id={from.id} title={from.title} />}
        {from && (
          <span className={css.arrow}>
            <Glyph icon={IconArrowRight} size={14} />
          </span>
        )}
        {to && <StageOf id={to.id} title={to.title} />}
        {from && before !== undefined && before > 0 && (
          <span className="t3">{t('daysBefore', { count: before })}</span>
        )}
        {reason && <span className="t2">{reason}</span>}
      </div>
      {entry.changes.map((change) => (
        <Changed key={change.field} change={change} />
      ))}
    </Line>
  );
}

function StageOf({ id, title }: { id: string; title: string }) {
  const lang = useLang();
  const stage = useStages().get(id);
  if (!stage) return <span className="t2">{title}</span>;
  return <StageChip stage={stage} name={pick(stage.name, lang)} />;
}

/** A field's value before and after. */
function Changed({ change }: { change: FieldChange }) {
  const t = useWords(timelineWords);
  const lang = useLang();
  return (
    <div className={css.change}>
      <span className="t2">{pick(change.label, lang)}</span>
      <span className={`t3 ${css.side}`} title={change.before}>
        {change.before || t.nothing}
      </span>
      <span className={css.arrow}>
        <Glyph icon={IconArrowRight} size={14} />
      </span>
      <span className={css.side} title={change.after}>
        {change.after || t.nothing}
      </span>
    </div>
  );
}

/** Changes of fields: one is told at once, several when they are unfolded. */
function Folded({ item }: { item: Extract<Item, { kind: 'folded' }> }) {
  const t = useWords(timelineWords);
  const [open, setOpen] = useState(false);
  const [first, ...rest] = item.entries;
  const only = onlyChange(item);
  if (!first) return null;
  if (only) {
    return (
      <Line entry={first}>
        <Changed change={only} />
      </Line>
    );
  }
  const head = { ...first, change: rest.length === 0 ? first.change : { ...first.change, id: '' } };
  return (
    <>
      <Line entry={head}>
        <UnstyledButton className={css.fold} aria-expanded={open} onClick={() => setOpen(!open)}>
          {t('folded', { count: item.count })}
        </UnstyledButton>
        {open &&
          rest.length === 0 &&
          first.changes.map((c) => <Changed key={c.field} change={c} />)}
      </Line>
      {open &&
        rest.length > 0 &&
        item.entries.map((entry) => (
          <Line key={entry.id} entry={entry}>
            {entry.changes.map((c) => (
              <Changed key={c.field} change={c} />
            ))}
          </Line>
        ))}
    </>
  );
}
