import { useState } from 'react';
import type { ImportDraft } from '@/api/types';
import { useWords } from '@/i18n';
import { Segmented, useLate } from '@/ui';
import { PreviewTable } from './PreviewTable';
import css from './preview.module.css';
import { isDuplicate, isFaulty, rowsOf, type Show } from './rows';
import { useImport } from './session';
import shared from './shared.module.css';
import { importWords } from './words';

/** The first rows as they would be stored, with what is wrong and what is there already. */
export function Preview() {
  const t = useWords(importWords);
  const draft = useImport((s) => s.draft);
  const perRow = useImport((s) => s.perRow);
  const busy = useImport((s) => s.busy);
  const [show, setShow] = useState<Show>('all');
  if (!draft) return null;
  const { preview } = draft;
  const n = (test: (row: (typeof preview)[number]) => boolean) => preview.filter(test).length;
  const rows = rowsOf(preview, show, perRow);
  return (
    <section className={css.preview} aria-label={t.preview}>
      <div className={shared.head}>
        <b>{t.preview}</b>
        <span className="t3 cap ell">{t('firstRows', { count: preview.length })}</span>
        <span className="grow" />
        <Segmented
          label={t.show}
          value={show}
          onChange={setShow}
          items={[
            { value: 'all', label: t('all', { n: preview.length }) },
            { value: 'errors', label: t('errors', { n: n(isFaulty) }) },
            {
              value: 'duplicates',
              label: t('duplicatesN', { n: n((row) => isDuplicate(row, perRow)) }),
            },
          ]}
        />
      </div>
      {busy && <Busy />}
      <Rows draft={draft} rows={rows} show={show} />
    </section>
  );
}

interface RowsProps {
  draft: ImportDraft;
  rows: ImportDraft['preview'];
  show: Show;
}

function Rows({ draft, rows, show }: RowsProps) {
  const t = useWords(importWords);
  if (rows.length > 0) return <PreviewTable draft={draft} rows={rows} />;
  const text = show === 'errors' ? t.noErrors : t.noDuplicates;
  return <p className={`${css.noRows} lab t3`}>{show === 'all' ? '' : text}</p>;
}

/** A thin line that runs while the core works; what is quick shows none. */
function Busy() {
  const t = useWords(importWords);
  const late = useLate();
  return (
    <div className={css.busy} role="status" data-late={late || undefined}>
      {late && <span className="sr">{t.busy}</span>}
    </div>
  );
}
