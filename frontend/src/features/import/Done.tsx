import { IconArrowBackUp, IconCheck, IconInfoCircle } from '@tabler/icons-react';
import { useType } from '@/api/schema';
import type { ImportReport } from '@/api/types';
import { navPath } from '@/app/nav';
import { go, paths } from '@/app/paths';
import { inSentence, pick, useLang, useWords } from '@/i18n';
import { undoImport } from '@/records/imports/acts';
import { written } from '@/records/imports/counts';
import { ReportView } from '@/records/imports/ReportView';
import { useReport } from '@/records/imports/useReport';
import { importsWords } from '@/records/imports/words';
import { Button, Glyph } from '@/ui';
import css from './import.module.css';
import { leave, next, useImport } from './session';
import shared from './shared.module.css';
import { importWords } from './words';

/** What the import did, and where to go from here. */
export function Done() {
  const id = useImport((s) => s.report);
  const report = useReport(id);
  if (!report) return null;
  return (
    <div className={css.start}>
      <div className={`${css.startBox} ${css.panel} ${css.report}`}>
        <Title report={report} />
        <ReportView report={report} />
        <Ways report={report} />
      </div>
    </div>
  );
}

function Title({ report }: { report: ImportReport }) {
  const t = useWords(importWords);
  const ts = useWords(importsWords);
  const { name, counts, undone } = report;
  const good = written(counts) > 0 && !undone;
  const words = written(counts) > 0 ? t('done', { name }) : t('doneNothing', { name });
  return (
    <h2 className="row">
      <span className={`${css.mark} ${good ? shared.success : 't3'}`}>
        <Glyph icon={good ? IconCheck : IconInfoCircle} />
      </span>
      <span role="status">{undone ? ts.undone : words}</span>
    </h2>
  );
}

function show(type: string): void {
  leave();
  go(navPath(type));
}

function Ways({ report }: { report: ImportReport }) {
  const t = useWords(importWords);
  const ts = useWords(importsWords);
  const lang = useLang();
  const type = useType(report.type);
  const [first] = useImport((s) => s.queue);
  const what = type ? pick(type.plural, lang) : '';
  return (
    <div className={css.ways}>
      {report.undoable && (
        <Button icon={IconArrowBackUp} onClick={() => void undoImport(report.id)}>
          {ts.undo}
        </Button>
      )}
      <Button look="link" onClick={() => go(paths.settings('imports'))}>
        {t.history}
      </Button>
      <span className="grow" />
      {first ? (
        <>
          <Button onClick={() => show(report.type)}>
            {t('goTo', { what: inSentence(what, lang) })}
          </Button>
          <Button look="primary" onClick={next}>
            {t('nextFile', { name: first.name })}
          </Button>
        </>
      ) : (
        <>
          <Button onClick={leave}>{t.another}</Button>
          <Button look="primary" onClick={() => show(report.type)}>
            {t('goTo', { what: inSentence(what, lang) })}
          </Button>
        </>
      )}
    </div>
  );
}
