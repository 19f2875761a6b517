import { UnstyledButton } from '@mantine/core';
import { IconArrowBackUp, IconChevronDown, IconChevronUp, IconDownload } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { useFile } from '@/api';
import { useType } from '@/api/schema';
import type { ImportReport } from '@/api/types';
import { go, paths } from '@/app/paths';
import { formatMoment, pairs, pick, useLang, useWords } from '@/i18n';
import { undoImport } from '@/records/imports/acts';
import { CountKeys } from '@/records/imports/CountsBar';
import { ReportView } from '@/records/imports/ReportView';
import { useImports, useReport } from '@/records/imports/useReport';
import { importsWords } from '@/records/imports/words';
import { Button, Chip, Empty, Glyph } from '@/ui';
import { Pane } from '../Parts';
import settings from '../settings.module.css';
import css from './imports.module.css';

const words = pairs({
  title: ['Imports', '导入记录'],
  hint: [
    'An import can be undone as a whole for 30 days. What was changed since is kept and named.',
    '30 天内可以整体撤销。之后又改过的记录会保留并列出来。',
  ],
  import: ['Import…', '导入…'],
  none: ['Nothing was imported yet', '还没有导入过'],
  noneText: ['Drop a spreadsheet on the window', '把表格文件拖进窗口即可'],
  undone: ['Undone', '已撤销'],
  details: ['Report of {name}', '{name} 的报告'],
});

/** What was imported, with its report and its undo. */
export function ImportsSection() {
  const t = useWords(words);
  const imports = useImports();
  const readOnly = useFile()?.readOnly ?? false;
  const bring = !readOnly && (
    <Button size="sm" icon={IconDownload} onClick={() => go(paths.import)}>
      {t.import}
    </Button>
  );
  if (!imports) return <Pane title={t.title}>{null}</Pane>;
  if (imports.length === 0) {
    return (
      <Pane title={t.title} still>
        <Empty icon={IconDownload} title={t.none} text={t.noneText}>
          {bring}
        </Empty>
      </Pane>
    );
  }
  return (
    <Pane title={t.title} end={bring} still>
      <div className={settings.scroll}>
        <p className={`${settings.hint} lab t2`}>{t.hint}</p>
        <ul className={css.list}>
          {imports.map((report) => (
            <Entry key={report.id} report={report} />
          ))}
        </ul>
      </div>
    </Pane>
  );
}

function Entry({ report }: { report: ImportReport }) {
  const t = useWords(words);
  const lang = useLang();
  const zone = useFile()?.zone;
  const type = useType(report.type);
  const [opened, setOpened] = useState(false);
  const detail = useId();
  const when = formatMoment(report.at, lang, new Date(), zone);
  return (
    <li className={css.entry}>
      <UnstyledButton
        className={css.head}
        aria-expanded={opened}
        aria-controls={opened ? detail : undefined}
        onClick={() => setOpened(!opened)}
      >
        <span className={css.what}>
          <b className="ell">{report.name}</b>
          <span className="cap t3 nw">
            {[type && pick(type.plural, lang), when, report.by.title].filter(Boolean).join(' · ')}
          </span>
        </span>
        {report.undone ? <Chip>{t.undone}</Chip> : <CountKeys counts={report.counts} />}
        <Glyph icon={opened ? IconChevronUp : IconChevronDown} size={16} />
      </UnstyledButton>
      {opened && (
        <section
          id={detail}
          className={css.detail}
          aria-label={t('details', { name: report.name })}
        >
          <Detail id={report.id} />
        </section>
      )}
    </li>
  );
}

function Detail({ id }: { id: string }) {
  const ts = useWords(importsWords);
  const readOnly = useFile()?.readOnly ?? false;
  const report = useReport(id);
  if (!report) return null;
  return (
    <>
      <ReportView report={report} />
      <div className="row">
        {report.undoable && !readOnly && (
          <Button size="sm" icon={IconArrowBackUp} onClick={() => void undoImport(id)}>
            {ts.undo}
          </Button>
        )}
        {report.undone && <span className="lab t3">{ts.undone}</span>}
        {!report.undoable && !report.undone && <span className="lab t3">{ts.late}</span>}
      </div>
    </>
  );
}
