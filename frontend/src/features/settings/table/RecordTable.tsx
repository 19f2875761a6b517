import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { api, type Row, useFile } from '@/api';
import { fieldOf, useType } from '@/api/schema';
import type { FieldInfo } from '@/api/types';
import { isNumeric, kindOf } from '@/fields';
import { pick, useLang, useWords } from '@/i18n';
import { Button } from '@/ui';
import { keep } from '../acts';
import { placing } from '../order';
import { Sorting } from '../Sorting';
import { settingsWords } from '../words';
import { AddRow } from './AddRow';
import { RecordLine } from './RecordLine';
import css from './table.module.css';

/** A column: the key of a field, and its width as a grid track. */
export interface Column {
  key: string;
  width: string;
}

/** A column whose field is known. */
export interface KnownColumn extends Column {
  field: FieldInfo;
}

interface Props {
  type: string;
  rows: Row[];
  columns: Column[];
  /** Rows have a position and can be moved. */
  ordered?: boolean;
  /** How far a row is set in, by id: children under their parent. */
  depth?: (row: Row) => number;
  addWord: string;
}

/** Records of a set-up type, edited in place. */
export function RecordTable(props: Props) {
  const { type, rows, columns, ordered, depth, addWord } = props;
  const ts = useWords(settingsWords);
  const info = useType(type);
  const readOnly = useFile()?.readOnly ?? false;
  const [adding, setAdding] = useState(false);
  const known = columns.flatMap((column): KnownColumn[] => {
    const field = fieldOf(info, column.key);
    return field ? [{ ...column, field }] : [];
  });
  const grip = ordered ? '16px ' : '';
  const tracks = { gridTemplateColumns: `${grip}${columns.map((c) => c.width).join(' ')} 28px` };
  const placed = rows.map((row) => ({ id: row.id, position: Number(row.values.position ?? 0) }));
  const order = (ids: string[]) =>
    void keep(() => api.records.saveMany(placing(type, placed, ids)), ts.reordered);
  return (
    <div className={css.table}>
      <Headings columns={known} tracks={tracks} ordered={ordered} />
      <Sorting items={rows.map(({ id, title }) => ({ id, name: title }))} onOrder={order}>
        <ul>
          {rows.map((row) => (
            <RecordLine
              key={row.id}
              row={row}
              columns={known}
              tracks={tracks}
              ordered={ordered}
              depth={depth?.(row) ?? 0}
            />
          ))}
        </ul>
      </Sorting>
      {!readOnly && !adding && (
        <Button look="ghost" icon={IconPlus} className={css.add} onClick={() => setAdding(true)}>
          {addWord}
        </Button>
      )}
      {adding && <AddRow type={type} columns={known} onClose={() => setAdding(false)} />}
    </div>
  );
}

interface HeadingsProps {
  columns: KnownColumn[];
  tracks: React.CSSProperties;
  ordered?: boolean;
}

function Headings({ columns, tracks, ordered }: HeadingsProps) {
  const lang = useLang();
  return (
    <div className={`${css.row} ${css.headings}`} style={tracks} aria-hidden>
      {ordered && <span />}
      {columns.map(({ key, field }) => (
        <span key={key} className={isNumeric(kindOf(field)) ? 'num' : undefined}>
          {pick(field.label, lang)}
        </span>
      ))}
    </div>
  );
}
