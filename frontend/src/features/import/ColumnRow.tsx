import { UnstyledButton } from '@mantine/core';
import { IconArrowRight, IconChevronDown, IconChevronUp, IconPlus } from '@tabler/icons-react';
import { useId, useState } from 'react';
import type { ImportColumn, TypeInfo } from '@/api/types';
import { kindLabel } from '@/fields/kindWords';
import { useLang, useWords } from '@/i18n';
import { Button, Glyph } from '@/ui';
import { ColumnDetail } from './ColumnDetail';
import { confirm, IGNORE, isOpen, NOTE, retarget } from './edit';
import { howRead } from './how';
import css from './mapping.module.css';
import shared from './shared.module.css';
import { TargetPicker } from './TargetPicker';
import { fills, type TargetGroup, targetOf } from './targets';
import { importWords } from './words';

/** A column of the mapping and what belongs to it. */
export interface ColumnProps {
  column: ImportColumn;
  type: TypeInfo;
  groups: TargetGroup[];
  columns: ImportColumn[];
  onChange: (column: ImportColumn) => void;
}

/** The name of a column; those without a heading are counted. */
export function useColumnName(column: ImportColumn): string {
  const t = useWords(importWords);
  return column.name || t('nameless', { n: column.index + 1 });
}

/** A column of the file: where it goes and how it is read, with more below when opened. */
export function ColumnRow(props: ColumnProps & { narrow: boolean }) {
  const { column, narrow } = props;
  const [opened, setOpened] = useState(false);
  const detail = useId();
  const name = useColumnName(column);
  const sample = column.samples.slice(0, 2).join(' / ');
  return (
    <>
      <tr
        data-open={isOpen(column) || undefined}
        data-ignored={column.target === IGNORE || undefined}
      >
        <td className="b" title={[name, ...column.samples].join('\n')}>
          {name}
        </td>
        {!narrow && (
          <td className="t2" title={column.samples.join('\n')}>
            {sample}
          </td>
        )}
        <td className={css.arrow}>
          <Glyph icon={IconArrowRight} size={14} />
        </td>
        {isOpen(column) ? (
          <td colSpan={2}>
            <Undecided
              {...props}
              opened={opened}
              detail={detail}
              onToggle={() => setOpened(!opened)}
            />
          </td>
        ) : (
          <>
            <td>
              <TargetPicker {...props} />
            </td>
            <td>
              <How {...props} opened={opened} detail={detail} onToggle={() => setOpened(!opened)} />
            </td>
          </>
        )}
        <td className="num">
          <Sure column={column} />
        </td>
      </tr>
      {opened && fills(column) && (
        <tr>
          <td colSpan={narrow ? 5 : 6} className={css.detailCell} id={detail}>
            <ColumnDetail {...props} />
          </td>
        </tr>
      )}
    </>
  );
}

interface Toggle {
  opened: boolean;
  detail: string;
  onToggle: () => void;
}

function How(props: ColumnProps & Toggle) {
  const { column, groups, opened, detail, onToggle } = props;
  const t = useWords(importWords);
  const lang = useLang();
  const name = useColumnName(column);
  if (!fills(column)) return null;
  const text = howRead(column, targetOf(groups, column.target)?.field, t, lang);
  return (
    <UnstyledButton
      className={css.how}
      data-warn={text.warn || undefined}
      aria-expanded={opened}
      aria-controls={opened ? detail : undefined}
      aria-label={`${t('options', { name })} ${text.words}`}
      title={text.words}
      onClick={onToggle}
    >
      <span className="ell grow">{text.words}</span>
      <Glyph icon={opened ? IconChevronUp : IconChevronDown} size={14} />
    </UnstyledButton>
  );
}

/** A column that found no field becomes a new one unless it is sent elsewhere. */
function Undecided(props: ColumnProps & Toggle) {
  const { column, onChange, opened, detail, onToggle } = props;
  const t = useWords(importWords);
  const lang = useLang();
  const name = useColumnName(column);
  const kind = kindLabel(column.newKind, lang);
  return (
    <span className={css.undecided}>
      <Button
        size="xs"
        icon={IconPlus}
        className={shared.chosen}
        onClick={() => onChange(confirm(column))}
      >
        {t.newField}
      </Button>
      <Button size="xs" onClick={() => onChange(retarget(column, NOTE))}>
        {t.toNote}
      </Button>
      <Button size="xs" look="ghost" onClick={() => onChange(retarget(column, IGNORE))}>
        {t.ignore}
      </Button>
      <span className="grow" />
      <UnstyledButton
        className={css.more}
        aria-expanded={opened}
        aria-controls={opened ? detail : undefined}
        aria-label={`${t('options', { name })} ${kind}`}
        onClick={onToggle}
      >
        <span className="ell">{kind}</span>
        <Glyph icon={opened ? IconChevronUp : IconChevronDown} size={14} />
      </UnstyledButton>
    </span>
  );
}

const SURE = 80;

function Sure({ column }: { column: ImportColumn }) {
  const t = useWords(importWords);
  if (isOpen(column)) return <span className={shared.warning}>{t.toDecide}</span>;
  if (!fills(column)) return null;
  return (
    <span className={column.confidence >= SURE ? shared.success : shared.warning}>
      {column.confidence}%
    </span>
  );
}
