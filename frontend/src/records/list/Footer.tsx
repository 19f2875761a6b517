import { IconRefresh } from '@tabler/icons-react';
import type { FieldInfo, ListInfo } from '@/api';
import { formatValue } from '@/fields';
import { formatCount, pick, useLang, useWords } from '@/i18n';
import { Button } from '@/ui';
import { sumText } from '../grid/GroupHead';
import css from './list.module.css';
import type { RangeSums } from './sums';
import { listWords } from './words';

interface Props {
  info: ListInfo;
  fields: FieldInfo[];
  range: RangeSums | null;
  /** Rows that changed and keep their places. */
  stale: number;
  onRefresh: () => void;
}

/** Count and sums of the list; at right those of the range. */
export function Footer({ info, fields, range, stale, onRefresh }: Props) {
  const t = useWords(listWords);
  const lang = useLang();
  return (
    <div className={css.foots} role="status">
      <span data-part="count">
        {t.count}
        <b>{formatCount(info.count, lang)}</b>
      </span>
      {fields.map((field) => {
        const sum = info.sums?.[field.key];
        if (!sum || sum.count === 0) return null;
        return (
          <span key={field.key} data-part={`sum-${field.key}`}>
            {fields.length === 1 ? t.sum : pick(field.label, lang)}
            <b>{sumText(sum, field, lang)}</b>
            {sum.missing > 0 ? ` · ${t('missing', { count: sum.missing })}` : ''}
          </span>
        );
      })}
      <span className="grow" />
      {stale > 0 && !range ? (
        <>
          <span>{t('stale', { count: stale })}</span>
          <Button size="xs" look="ghost" icon={IconRefresh} onClick={onRefresh}>
            {t.refresh}
          </Button>
        </>
      ) : null}
      {range ? <RangeParts range={range} /> : null}
    </div>
  );
}

function RangeParts({ range }: { range: RangeSums }) {
  const t = useWords(listWords);
  const lang = useLang();
  const { field } = range;
  return (
    <>
      <span className={css.range}>{t.range}</span>
      <span>
        {t.count}
        <b>{formatCount(range.count, lang)}</b>
      </span>
      {field ? (
        <>
          <span>
            {t.total}
            <b>{formatValue(field, range.sum, lang)}</b>
          </span>
          <span>
            {t.average}
            <b>{formatValue(field, range.average, lang)}</b>
          </span>
        </>
      ) : null}
    </>
  );
}
