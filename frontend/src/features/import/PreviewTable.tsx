import { Box } from '@mantine/core';
import { useMemo } from 'react';
import { useType, useTypes } from '@/api/schema';
import type { ImportColumn, ImportDraft, PreviewCell, PreviewRow } from '@/api/types';
import { isNumeric, kindOf } from '@/fields';
import { pick, useLang, useWords } from '@/i18n';
import { RECORD_ID } from './edit';
import css from './preview.module.css';
import { ResultCell } from './ResultCell';
import { shownColumns } from './rows';
import shared from './shared.module.css';
import { type TargetGroup, targetGroups, targetOf } from './targets';
import { importWords } from './words';

/** Rows with their values as they were understood. Number and result stay in sight. */
export function PreviewTable({ draft, rows }: { draft: ImportDraft; rows: PreviewRow[] }) {
  const t = useWords(importWords);
  const columns = shownColumns(draft.columns);
  const groups = useGroups(draft.type);
  return (
    <Box role="group" className={css.scroll} tabIndex={0} aria-label={t.rows}>
      <table className={`${shared.grid} ${css.rows}`}>
        <thead>
          <tr>
            <th className={css.rowNumber}>{t.row}</th>
            {columns.map(({ column }) => (
              <Heading key={column.index} column={column} groups={groups} />
            ))}
            <th className={css.result}>{t.result}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.row}>
              <td className={css.rowNumber}>{row.row}</td>
              {columns.map(({ column, at }) => (
                <Cell
                  key={column.index}
                  cell={row.cells[at]}
                  right={isNumeric(kindOf({ kind: column.newKind }))}
                />
              ))}
              <ResultCell row={row} draft={draft} groups={groups} />
            </tr>
          ))}
        </tbody>
      </table>
    </Box>
  );
}

function useGroups(key: string): TargetGroup[] {
  const type = useType(key);
  const types = useTypes();
  return useMemo(() => (type ? targetGroups(type, types) : []), [type, types]);
}

/** What a column is called where it goes. */
export function useHeading(groups: TargetGroup[]): (column: ImportColumn) => string {
  const t = useWords(importWords);
  const lang = useLang();
  return (column) => {
    if (column.target === RECORD_ID) return t.recordId;
    const field = targetOf(groups, column.target)?.field;
    return (field && pick(field.label, lang)) || column.name;
  };
}

function Heading({ column, groups }: { column: ImportColumn; groups: TargetGroup[] }) {
  const name = useHeading(groups)(column);
  const right = isNumeric(kindOf({ kind: column.newKind }));
  return (
    <th className={right ? 'num' : undefined} title={name}>
      {name}
    </th>
  );
}

function Cell({ cell, right }: { cell?: PreviewCell; right: boolean }) {
  const t = useWords(importWords);
  if (!cell) return <td />;
  if (cell.error !== '') {
    return (
      <td className={css.bad} title={cell.error}>
        {cell.text || <span className={css.emptyCell}>{t.empty}</span>}
        <span className="sr"> {cell.error}</span>
      </td>
    );
  }
  const changed = cell.text !== '' && cell.shown !== cell.text;
  const title = changed ? t('writtenAs', { text: cell.text }) : cell.note || cell.shown;
  return (
    <td className={right ? 'num' : undefined} title={title || undefined}>
      {cell.shown}
    </td>
  );
}
