import { useRef, useState } from 'react';
import { api, toFailed } from '@/api';
import type { Row, TypeInfo } from '@/api/types';
import { go, paths } from '@/app/paths';
import { settleInputs } from '@/fields';
import { currentLang, pick, sayIn } from '@/i18n';
import { toastUndo } from '@/ui';
import { type Creating, closeCreate } from './creating';
import { focusField } from './FieldRow';
import { editable, missing, quickFields } from './fields';
import { useDraft } from './useDraft';
import { formWords } from './words';

/** What follows when a record was made. */
export type After = 'close' | 'next' | 'open';

interface Options {
  type: TypeInfo;
  creating: Creating;
  /** Id of the form, for the focus. */
  form: string;
  /** Shows every field, when one that is not shown is refused. */
  showAll: () => void;
}

/** Makes the record of a form. What was typed is kept until it is stored. */
export function useCreate(options: Options) {
  const { creating } = options;
  const edit = useDraft(creating.preset);
  const [busy, setBusy] = useState(false);
  const saving = useRef(false);

  const attempt = async (after: After) => {
    await settleInputs();
    if (incomplete(options, edit)) return;
    const values = edit.now();
    try {
      const { row, change } = await api.records.save({ type: options.type.key, id: '', values });
      toastUndo(change, sayIn(formWords)('created', { title: row.title }));
      creating.onMade?.(row.id);
      finish(options, row, after);
      if (after === 'next') edit.reset(creating.preset);
    } catch (failure) {
      const field = edit.refuse(toFailed(failure));
      if (field) point(options, field);
    }
  };
  const save = (after: After) => {
    if (saving.current) return;
    saving.current = true;
    setBusy(true);
    void attempt(after).finally(() => {
      saving.current = false;
      setBusy(false);
    });
  };
  return { edit, busy, save };
}

/** Says what is needed and missing, at the fields; the first of them gets the focus. */
function incomplete(options: Options, edit: ReturnType<typeof useDraft>): boolean {
  const t = sayIn(formWords);
  const empty = missing(editable(options.type), edit.now());
  if (empty.length === 0) return false;
  const say = (label: { en: string; zh: string }) =>
    t('needed', { field: pick(label, currentLang()) });
  edit.setErrors(Object.fromEntries(empty.map((f) => [f.key, say(f.label)])));
  point(options, empty[0]?.key ?? '');
  return true;
}

function point({ type, form, showAll }: Options, key: string): void {
  if (!quickFields(type).some((f) => f.key === key)) showAll();
  focusField(form, key);
}

function finish({ type, form }: Options, row: Row, after: After): void {
  if (after === 'next') {
    focusField(form, type.title);
    return;
  }
  closeCreate();
  if (after === 'open') go(paths.record(type.key, row.id));
}
