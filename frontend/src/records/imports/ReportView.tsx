import { Checkbox } from '@mantine/core';
import { IconAlertTriangle, IconLink, IconThumbDown } from '@tabler/icons-react';
import { useState } from 'react';
import type { ImportError, ImportReport } from '@/api/types';
import { formatCount, useLang, useWords } from '@/i18n';
import { Button, Glyph, type Icon } from '@/ui';
import { saveRejects, undoImport } from './acts';
import { CountKeys, CountsBar } from './CountsBar';
import { withCount } from './counts';
import css from './imports.module.css';
import { importsWords } from './words';

/** What an import did: how many rows became what, what was concluded, what was refused. */
export function ReportView({ report }: { report: ImportReport }) {
  return (
    <div className={css.report}>
      <div className="col" style={{ gap: 10 }}>
        <CountsBar counts={report.counts} wide />
        <CountKeys counts={report.counts} />
      </div>
      <Facts report={report} />
      {report.edited.length > 0 && <Edited report={report} />}
      {report.errors.length > 0 && <Errors report={report} />}
      {report.notes && report.notes.length > 0 && <Notes notes={report.notes} />}
    </div>
  );
}

function Facts({ report }: { report: ImportReport }) {
  const t = useWords(importsWords);
  const lang = useLang();
  const fact = (key: 'linked' | 'criteria' | 'reasons', icon: Icon): [number, Icon, string] => {
    const count = report.counts[key];
    return [count, icon, withCount(t(key, { count }), count, lang)];
  };
  const facts = [
    fact('linked', IconLink),
    fact('criteria', IconAlertTriangle),
    fact('reasons', IconThumbDown),
  ];
  const shown = facts.filter(([n]) => n > 0);
  if (shown.length === 0) return null;
  return (
    <ul className={css.facts}>
      {shown.map(([, icon, text]) => (
        <li key={text} className={css.fact}>
          <span className={css.factIcon}>
            <Glyph icon={icon} size={16} />
          </span>
          {text}
        </li>
      ))}
    </ul>
  );
}

/** How many errors are listed; the file of rejected rows has all of them. */
const LISTED = 100;

function Errors({ report }: { report: ImportReport }) {
  const t = useWords(importsWords);
  const lang = useLang();
  const listed = report.errors.slice(0, LISTED);
  const more = report.errors.length > LISTED || report.rejects > report.errors.length;
  return (
    <section>
      <div className="row" style={{ minHeight: 36 }}>
        <b>{t.errors}</b>
        {more && (
          <span className="cap t3">
            {t('firstErrors', { n: formatCount(listed.length, lang) })}
          </span>
        )}
        <span className="grow" />
        <Button size="sm" onClick={() => void saveRejects(report)}>
          {withCount(t('saveRejects', { count: report.rejects }), report.rejects, lang)}
        </Button>
      </div>
      <Cells listed={listed} />
    </section>
  );
}

/** What is odd about rows that came in all the same. */
function Notes({ notes }: { notes: readonly ImportError[] }) {
  const t = useWords(importsWords);
  return (
    <section>
      <div className="row" style={{ minHeight: 36 }}>
        <b>{t.notes}</b>
      </div>
      <Cells listed={notes.slice(0, LISTED)} />
    </section>
  );
}

function Cells({ listed }: { listed: readonly ImportError[] }) {
  const t = useWords(importsWords);
  return (
    <table className={css.table}>
      <thead>
        <tr>
          <th className={css.n}>{t.row}</th>
          <th className={css.name}>{t.column}</th>
          <th>{t.problem}</th>
        </tr>
      </thead>
      <tbody className="selectable">
        {listed.map((error) => (
          <ErrorRow key={`${error.row}-${error.column}-${error.message}`} error={error} />
        ))}
      </tbody>
    </table>
  );
}

function ErrorRow({ error }: { error: ImportError }) {
  return (
    <tr>
      <td className={css.n}>{error.row}</td>
      <td className={css.name}>{error.column}</td>
      <td>{error.message}</td>
    </tr>
  );
}

/** Records that an undo kept because they were changed since, to be taken back as well. */
function Edited({ report }: { report: ImportReport }) {
  const t = useWords(importsWords);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const ids = report.edited.map(({ id }) => id);
  const toggle = (id: string) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  };
  const every = chosen.size === ids.length;
  return (
    <section className={css.box}>
      <b>{t('kept', { count: ids.length })}</b>
      <span className="cap t3">{t.keptHint}</span>
      <Checkbox
        size="xs"
        label={t.all}
        checked={every}
        indeterminate={chosen.size > 0 && !every}
        onChange={() => setChosen(new Set(every ? [] : ids))}
      />
      <div className={css.list}>
        {report.edited.map(({ id, title }) => (
          <Checkbox
            key={id}
            size="xs"
            label={title}
            checked={chosen.has(id)}
            onChange={() => toggle(id)}
          />
        ))}
      </div>
      {chosen.size > 0 && (
        <div className="row">
          <Button size="sm" onClick={() => void undoImport(report.id, [...chosen])}>
            {t('undoChosen', { n: chosen.size })}
          </Button>
        </div>
      )}
    </section>
  );
}
