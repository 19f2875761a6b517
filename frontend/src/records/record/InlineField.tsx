import { UnstyledButton } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { type Failed, toFailed } from '@/api';
import { useType } from '@/api/schema';
import type { FieldInfo, Row } from '@/api/types';
import { isEmpty, kindOfField } from '@/fields';
import { currentLang, pick, sayIn, useLang, useWords } from '@/i18n';
import { IconButton, toastError, toastUndo } from '@/ui';
import { anchorOf } from '../form/asking';
import css from './record.module.css';
import { saveFields } from './useRecord';
import { Value } from './Value';
import { recordWords } from './words';

/** Kinds whose value may do something of its own when it is pressed. */
const acts = new Set(['link', 'links', 'url', 'email']);

/** A field of the left pane: its label and its value, which becomes its input when it is
 * pressed. Enter, a pick or leaving saves; Esc does not. A refusal stays at the input. */
export function InlineField({ row, field }: { row: Row; field: FieldInfo }) {
  const lang = useLang();
  const edit = useInline(row, field);
  const label = pick(field.label, lang);
  return (
    <>
      <dt title={pick(field.help, lang) || label}>{label}</dt>
      <dd ref={edit.box}>
        {edit.open ? (
          <Editor row={row} field={field} edit={edit} />
        ) : (
          <Shown row={row} field={field} edit={edit} />
        )}
      </dd>
    </>
  );
}

/** State of one field that is edited in place. */
export interface Inline {
  open: boolean;
  error: string;
  box: React.RefObject<HTMLElement | null>;
  start: () => void;
  stop: () => void;
  save: (value: unknown) => void;
}

/** Edits one field in place. */
export function useInline(row: Row, field: FieldInfo): Inline {
  const [open, setOpen] = useState(false);
  const [error, setError] = useState('');
  const box = useRef<HTMLElement | null>(null);
  const stop = () => {
    setOpen(false);
    setError('');
    // The focus was in the input that goes away.
    requestAnimationFrame(() => {
      if (document.activeElement === document.body)
        box.current?.querySelector<HTMLElement>('button, a')?.focus();
    });
  };
  const save = (value: unknown) => {
    if (same(value, row.values[field.key])) {
      stop();
      return;
    }
    setError('');
    const where = () => box.current && anchorOf(box.current);
    saveFields(row, { [field.key]: value }, where).then(
      (change) => {
        stop();
        const name = pick(field.label, currentLang());
        if (change) toastUndo(change, sayIn(recordWords)('saved', { field: name }));
      },
      (failure: unknown) => {
        const failed = toFailed(failure);
        if (isAbout(failed, field)) {
          setOpen(true);
          setError(failed.message);
        } else toastError(failed);
      },
    );
  };
  return { open, error, box, start: () => setOpen(true), stop, save };
}

const isAbout = (failed: Failed, field: FieldInfo): boolean =>
  failed.field === field.key || failed.code === 'invalid';

/** Whether two values in wire form are the same; empty ones all are. */
export function same(a: unknown, b: unknown): boolean {
  if (isEmpty(a) && isEmpty(b)) return true;
  return JSON.stringify(a) === JSON.stringify(b);
}

interface PartProps {
  row: Row;
  field: FieldInfo;
  edit: Inline;
}

function Shown({ row, field, edit }: PartProps) {
  const t = useWords(recordWords);
  const label = pick(field.label, useLang());
  const setup = useType(field.target)?.setup;
  const value = row.values[field.key];
  if (field.readOnly) return <Value field={field} value={value} />;
  // Editing needs a button then.
  if (acts.has(field.kind) && !setup && !isEmpty(value)) {
    return (
      <>
        <Value field={field} value={value} />
        <IconButton
          icon={IconPencil}
          size={24}
          className={css.pencil}
          label={t('edit', { field: label })}
          onClick={edit.start}
        />
      </>
    );
  }
  return (
    <UnstyledButton className={css.value} onClick={edit.start} title={t('edit', { field: label })}>
      {isEmpty(value) ? <span className="t3">{t.add}</span> : <Value field={field} value={value} />}
    </UnstyledButton>
  );
}

/** The input of the field's kind, in the place of its value. */
export function Editor({ row, field, edit }: PartProps) {
  const { Input } = kindOfField(field);
  const [value, setValue] = useState<unknown>(row.values[field.key] ?? null);
  return (
    <div className={css.editor}>
      <Input
        field={field}
        type={row.type}
        value={value}
        error={edit.error || undefined}
        onChange={setValue}
        onDone={(next) => edit.save(next)}
        onCancel={edit.stop}
        autoFocus
      />
    </div>
  );
}
