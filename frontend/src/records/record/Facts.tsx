import { Popover, UnstyledButton } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import type { FieldInfo, Row } from '@/api/types';
import { formatDate, formatValue, isEmpty, readRef, readText, weekday } from '@/fields';
import { type Lang, pick, useLang, useWords } from '@/i18n';
import { Avatar, Glyph } from '@/ui';
import { nextStep } from '../board/show';
import { useToday, useZone } from '../timeline/zone';
import { Editor, useInline } from './InlineField';
import css from './record.module.css';
import { recordWords } from './words';

/** The few fields that matter most, in the header. A press edits them. */
export function Facts({ row, facts }: { row: Row; facts: readonly FieldInfo[] }) {
  const t = useWords(recordWords);
  return (
    <ul className={css.facts} aria-label={t.facts}>
      {facts.map((field) => (
        <li key={field.key}>
          <Fact row={row} field={field} />
        </li>
      ))}
    </ul>
  );
}

function Fact({ row, field }: { row: Row; field: FieldInfo }) {
  const t = useWords(recordWords);
  const lang = useLang();
  const edit = useInline(row, field);
  const label = pick(field.label, lang);
  const face = (
    <>
      <span className="cap t3">{label}</span>
      <span className={css.factValue}>
        {isEmpty(row.values[field.key]) ? (
          <span className="t3">–</span>
        ) : (
          <FactValue row={row} field={field} />
        )}
      </span>
    </>
  );
  if (field.readOnly) return <div className={css.fact}>{face}</div>;
  return (
    <Popover
      opened={edit.open}
      onChange={(opened) => !opened && edit.stop()}
      position="bottom-end"
      width={240}
      withRoles={false}
    >
      <Popover.Target>
        <UnstyledButton
          ref={(node) => {
            edit.box.current = node;
          }}
          className={css.fact}
          aria-expanded={edit.open}
          title={t('edit', { field: label })}
          onClick={edit.open ? edit.stop : edit.start}
        >
          {face}
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown className={css.pop} role="dialog" aria-label={t('edit', { field: label })}>
        <Editor row={row} field={field} edit={edit} />
      </Popover.Dropdown>
    </Popover>
  );
}

function FactValue({ row, field }: { row: Row; field: FieldInfo }) {
  const lang = useLang();
  const zone = useZone();
  const today = useToday();
  const value = row.values[field.key];
  if (field.key === 'next_step') return <NextStep row={row} />;
  if (field.kind === 'member') {
    const name = readRef(value)?.title ?? '';
    return (
      <>
        <Avatar name={name} />
        <span className="ell">{name}</span>
      </>
    );
  }
  if (field.kind === 'date') return dateFact(readText(value), lang, today);
  const text = formatValue(field, value, lang, { zone });
  return <span className={field.kind === 'money' ? 'b ell' : 'ell'}>{text}</span>;
}

/** 12-05 周六, Sat 5 Dec. */
function dateFact(date: string, lang: Lang, today: string): string {
  const day = formatDate(date, lang, 'short', today);
  return lang === 'en' ? `${weekday(date, lang)} ${day}` : `${day} ${weekday(date, lang)}`;
}

function NextStep({ row }: { row: Row }) {
  const lang = useLang();
  const { next, due } = nextStep(row, lang, useToday());
  return (
    <span className={css.due} data-due={due}>
      {due === 'over' ? <Glyph icon={IconAlertCircle} size={14} /> : <i className={css.dot} />}
      <span className="ell">{next}</span>
    </span>
  );
}
