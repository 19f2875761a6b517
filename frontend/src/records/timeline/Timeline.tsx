import { UnstyledButton } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { TimelineEntry } from '@/api/types';
import { daysBetween, formatDate, weekday } from '@/fields';
import { type Lang, useLang, useWords } from '@/i18n';
import { SkeletonRows } from '@/ui';
import { TimelineItem } from './Entry';
import { daysOf, type Filter, plannedOf } from './fold';
import { joinMoves } from './join';
import { Planned } from './Planned';
import { daysBeforeMove } from './stages';
import css from './timeline.module.css';
import { timelineWords } from './words';
import { useToday, useZone } from './zone';

const filters: Filter[] = ['all', 'activities', 'changes'];

/** What is planned, then what happened day by day, newest first. */
export function Timeline(props: { entries: readonly TimelineEntry[]; loading: boolean }) {
  const { entries, loading } = props;
  const t = useWords(timelineWords);
  const zone = useZone();
  const [filter, setFilter] = useState<Filter>('all');
  const planned = plannedOf(entries);
  const days = useMemo(() => daysOf(joinMoves(entries), filter, zone), [entries, filter, zone]);
  const before = useMemo(() => daysBeforeMove(entries, zone), [entries, zone]);
  return (
    <>
      <fieldset className={css.filters} aria-label={t.show}>
        {filters.map((f) => (
          <UnstyledButton
            key={f}
            className={css.tab}
            aria-pressed={f === filter}
            onClick={() => setFilter(f)}
          >
            {t[f]}
          </UnstyledButton>
        ))}
      </fieldset>
      {filter !== 'changes' && planned.length > 0 && (
        <ul className={css.plans}>
          {planned.map((e) => e.row && <Planned key={e.id} row={e.row} />)}
        </ul>
      )}
      {loading ? <SkeletonRows rows={5} height={44} /> : null}
      {!loading && days.length === 0 && <p className={css.none}>{t.empty}</p>}
      {days.map((day) => (
        <section key={day.day}>
          <DayHead day={day.day} />
          <ul className={css.day}>
            {day.items.map((item) => (
              <TimelineItem key={item.id} item={item} days={before} />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

function DayHead({ day }: { day: string }) {
  const t = useWords(timelineWords);
  const lang = useLang();
  const today = useToday();
  const away = daysBetween(day, today);
  const name = away === 0 ? t.today : away === 1 ? t.yesterday : dayName(day, lang, today);
  return <h3 className={css.dayHead}>{name}</h3>;
}

/** 11-20 周五, Fri 20 Nov. */
function dayName(day: string, lang: Lang, today: string): string {
  const date = formatDate(day, lang, 'short', today);
  return lang === 'en' ? `${weekday(day, lang)} ${date}` : `${date} ${weekday(day, lang)}`;
}
