import { useType } from '@/api/schema';
import type { ImportDraft, PreviewRow } from '@/api/types';
import { pick, useLang, useWords } from '@/i18n';
import { Button } from '@/ui';
import { decideRow } from './edit';
import { useHeading } from './PreviewTable';
import css from './preview.module.css';
import { alike, fileSays, shownColumns } from './rows';
import { change, useImport } from './session';
import shared from './shared.module.css';
import type { TargetGroup } from './targets';
import { importWords } from './words';

interface Props {
  row: PreviewRow;
  draft: ImportDraft;
  groups: TargetGroup[];
  onDone: () => void;
}

/** The row of the file beside the record that is there, and what to do with it. */
export function Decision({ row, draft, groups, onDone }: Props) {
  const t = useWords(importWords);
  const lang = useLang();
  const type = useType(draft.type);
  const matches = useImport((s) => s.matches);
  const known = row.match ? row : matches[row.row];
  return (
    <>
      <div className={css.decisionHead}>
        <b className="ell">{t('already', { type: type ? pick(type.label, lang) : '' })}</b>
        <span className="grow" />
        <span className="cap t3 ell">{known?.match?.title}</span>
      </div>
      {known && <Compare row={known} draft={draft} groups={groups} />}
      <Acts row={row} draft={draft} onDone={onDone} />
    </>
  );
}

/** Values of the file and of the record, where either has one. */
function Compare({ row, draft, groups }: Omit<Props, 'onDone'>) {
  const t = useWords(importWords);
  const heading = useHeading(groups);
  const lines = shownColumns(draft.columns)
    .map(({ column, at }) => ({
      name: heading(column),
      index: column.index,
      stored: row.existing?.[at] ?? '',
      file: fileSays(row, at),
    }))
    .filter(({ file, stored }) => file !== '' || stored !== '');
  return (
    <div className={css.compare}>
      <span />
      <span className="t3">{t('inFile', { n: row.row })}</span>
      <span className="t3">{t.stored}</span>
      {lines.map(({ index, name, file, stored }) => (
        <Line key={index} name={name} file={file} stored={stored} />
      ))}
    </div>
  );
}

function Line({ name, file, stored }: { name: string; file: string; stored: string }) {
  const same = alike(file, stored) ? shared.success : undefined;
  return (
    <>
      <span className="t3 ell">{name}</span>
      <span className={`ell ${same ?? ''}`} title={file}>
        {file}
      </span>
      <span className={`ell ${same ?? ''}`} title={stored}>
        {stored}
      </span>
    </>
  );
}

const ACTS = [
  ['merge', 'doMerge'],
  ['update', 'doUpdate'],
  ['skip', 'doSkip'],
  ['new', 'doNew'],
] as const;

function Acts({ row, draft, onDone }: Omit<Props, 'groups'>) {
  const t = useWords(importWords);
  const perRow = useImport((s) => s.perRow);
  const chosen = perRow[row.row] ?? draft.onDuplicate;
  const decide = (what: string) => {
    change({ perRow: decideRow(perRow, row.row, what, draft.onDuplicate) });
    onDone();
  };
  return (
    <div className={css.acts}>
      {ACTS.map(([what, word]) => (
        <Button
          key={what}
          size="xs"
          look={what === 'new' && chosen !== 'new' ? 'ghost' : 'default'}
          className={what === chosen ? shared.chosen : undefined}
          aria-pressed={what === chosen}
          onClick={() => decide(what)}
        >
          {t[word]}
        </Button>
      ))}
    </div>
  );
}
