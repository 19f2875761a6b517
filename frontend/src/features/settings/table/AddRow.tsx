import { type KeyboardEvent, useId, useState } from 'react';
import { api, toFailed } from '@/api';
import { composing } from '@/app/chord';
import { settleInputs } from '@/fields';
import { useWords } from '@/i18n';
import { FieldRow, focusField } from '@/records/form/FieldRow';
import { useDraft } from '@/records/form/useDraft';
import { Button, toastUndo } from '@/ui';
import { settingsWords } from '../words';
import type { KnownColumn } from './RecordTable';
import css from './table.module.css';

interface Props {
  type: string;
  columns: KnownColumn[];
  onClose: () => void;
}

/** The fields of a new record. Enter adds it and begins the next one, Esc leaves. */
export function AddRow({ type, columns, onClose }: Props) {
  const ts = useWords(settingsWords);
  const form = useId();
  const edit = useDraft({});
  const [busy, setBusy] = useState(false);
  const fields = columns.map(({ field }) => field).filter(({ kind }) => kind !== 'bool');
  const add = async () => {
    await settleInputs();
    setBusy(true);
    try {
      const { row, change } = await api.records.save({ type, id: '', values: edit.own() });
      toastUndo(change, ts('added', { what: row.title }));
      edit.reset({});
      focusField(form, fields[0]?.key ?? '');
    } catch (thrown) {
      const field = edit.refuse(toFailed(thrown));
      if (field) focusField(form, field);
    }
    setBusy(false);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || composing(event.nativeEvent)) return;
    if (event.key === 'Escape') onClose();
    if (event.key !== 'Enter' || event.target instanceof HTMLButtonElement) return;
    event.preventDefault();
    void add();
  };
  return (
    <form className={css.form} onSubmit={(e) => e.preventDefault()} onKeyDown={onKeyDown}>
      <div className={css.fields} key={edit.draft.round}>
        {fields.map((field, at) => (
          <FieldRow
            key={field.key}
            form={form}
            type={type}
            field={field}
            edit={edit}
            autoFocus={at === 0}
          />
        ))}
      </div>
      {edit.draft.message && (
        <p className={css.fault} role="alert">
          {edit.draft.message}
        </p>
      )}
      <div className="row">
        <Button size="sm" look="primary" disabled={busy} onClick={() => void add()}>
          {ts.add}
        </Button>
        <Button size="sm" look="ghost" onClick={onClose}>
          {ts.close}
        </Button>
      </div>
    </form>
  );
}
