import { Switch, UnstyledButton } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import type { Row } from '@/api';
import { useFile } from '@/api';
import type { FieldInfo } from '@/api/types';
import { isEmpty, isNumeric, kindOf, kindOfField } from '@/fields';
import { pick, useLang, useWords } from '@/i18n';
import { Editor, useInline } from '@/records/record/InlineField';
import { IconButton } from '@/ui';
import { drop, keepRecord } from '../acts';
import { useSorted } from '../Sorting';
import { useAtOnce } from '../useAtOnce';
import { settingsWords } from '../words';
import type { KnownColumn } from './RecordTable';
import css from './table.module.css';

interface Props {
  row: Row;
  columns: KnownColumn[];
  tracks: React.CSSProperties;
  ordered?: boolean;
  depth: number;
}

/** A record: each value becomes its input when it is pressed. */
export function RecordLine({ row, columns, tracks, ordered, depth }: Props) {
  const ts = useWords(settingsWords);
  const readOnly = useFile()?.readOnly ?? false;
  const sorted = useSorted({ id: row.id, name: row.title });
  return (
    <li
      {...sorted.row}
      className={css.row}
      style={{ ...tracks, ...sorted.row.style }}
      data-off={row.values.active === false || undefined}
    >
      {ordered && sorted.grip}
      {columns.map(({ key, field }, at) => (
        <span
          key={key}
          className={css.cell}
          style={at === 0 ? { paddingLeft: 20 * depth } : undefined}
        >
          {field.kind === 'bool' ? (
            <Tick row={row} field={field} />
          ) : (
            <Cell row={row} field={field} fixed={readOnly} />
          )}
        </span>
      ))}
      {!readOnly && (
        <IconButton
          icon={IconTrash}
          size={24}
          className={css.act}
          label={ts('deleteOf', { what: row.title })}
          onClick={() => void drop(row.type, row.id, row.title)}
        />
      )}
    </li>
  );
}

function Tick({ row, field }: { row: Row; field: FieldInfo }) {
  const lang = useLang();
  const label = pick(field.label, lang);
  const save = (next: boolean) =>
    keepRecord(
      { type: row.type, id: row.id, values: { [field.key]: next } },
      `${row.title} · ${label}`,
    );
  const [on, choose] = useAtOnce(row.values[field.key] === true, save);
  return (
    <Switch
      size="xs"
      aria-label={`${row.title}: ${label}`}
      checked={on}
      onChange={(event) => choose(event.currentTarget.checked)}
    />
  );
}

function Cell({ row, field, fixed }: { row: Row; field: FieldInfo; fixed: boolean }) {
  const ts = useWords(settingsWords);
  const lang = useLang();
  const edit = useInline(row, field);
  const { Cell: Shown } = kindOfField(field);
  const value = row.values[field.key];
  const right = isNumeric(kindOf(field)) || undefined;
  const shown = isEmpty(value) ? (
    <span className="t3">–</span>
  ) : (
    <Shown field={field} value={value} />
  );
  if (fixed) return shown;
  return (
    <span
      className={css.inline}
      ref={(element) => {
        edit.box.current = element;
      }}
    >
      {edit.open ? (
        <Editor row={row} field={field} edit={edit} />
      ) : (
        <UnstyledButton
          className={css.value}
          data-right={right}
          title={ts('edit', { what: pick(field.label, lang) })}
          onClick={edit.start}
        >
          {shown}
        </UnstyledButton>
      )}
    </span>
  );
}
