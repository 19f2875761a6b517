import { useMediaQuery } from '@mantine/hooks';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTypes } from '@/api/schema';
import { useWords } from '@/i18n';
import { Button } from '@/ui';
import { ColumnRow } from './ColumnRow';
import { matched, putColumn } from './edit';
import css from './mapping.module.css';
import { change, recognise, useImport } from './session';
import shared from './shared.module.css';
import { targetGroups } from './targets';
import { importWords } from './words';

/** Where each column of the file goes, and how it is read. */
export function Mapping() {
  const t = useWords(importWords);
  const draft = useImport((s) => s.draft);
  const edited = useImport((s) => s.edited);
  // A narrow window has no room for the samples; they are the title of the name as well.
  const narrow = useMediaQuery('(max-width: 1179px)') ?? false;
  const types = useTypes();
  const type = types.find(({ key }) => key === draft?.type);
  const groups = useMemo(() => (type ? targetGroups(type, types) : []), [type, types]);
  if (!draft || !type) return null;
  const { columns } = draft;
  return (
    <section aria-label={t.mapping}>
      <div className={shared.head}>
        <b>{t.mapping}</b>
        <span className="t3 cap">{t('matched', matched(columns))}</span>
        <span className="grow" />
        {edited && (
          <Button size="xs" look="ghost" icon={IconArrowBackUp} onClick={recognise}>
            {t.again}
          </Button>
        )}
      </div>
      <table className={`${shared.grid} ${css.map}`}>
        <colgroup>
          <col className={css.cSource} />
          {!narrow && <col className={css.cSample} />}
          <col className={css.cArrow} />
          <col className={css.cField} />
          <col />
          <col className={css.cSure} />
        </colgroup>
        <thead>
          <tr>
            <th>{t.source}</th>
            {!narrow && <th>{t.sample}</th>}
            <th aria-hidden />
            <th>{t.field}</th>
            <th>{t.how}</th>
            <th className="num">{t.sure}</th>
          </tr>
        </thead>
        <tbody>
          {columns.map((column) => (
            <ColumnRow
              key={column.index}
              column={column}
              type={type}
              groups={groups}
              columns={columns}
              narrow={narrow}
              onChange={(next) => change({ columns: putColumn(columns, next) })}
            />
          ))}
        </tbody>
      </table>
    </section>
  );
}
