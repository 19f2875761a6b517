import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { api, toFailed } from '@/api';
import type { Row, TypeInfo } from '@/api/types';
import { go, paths } from '@/app/paths';
import { settleInputs } from '@/fields';
import { currentLang, pick, sayIn } from '@/i18n';
import { toastUndo } from '@/ui';
import { type Creating, closeCreate } from './creating';
import { focusField } from './FieldRow';
import { editable, missing, quickFields } from './fields';
import { type DraftEdit, useDraft } from './useDraft';
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
  const defaults = useDefaults(options.type.key, edit);

  const attempt = async (after: After) => {
    await settleInputs();
    if (incomplete(options, edit)) return;
    const values = edit.own();
    try {
      const { row, change } = await api.records.save({ type: options.type.key, id: '', values });
      toastUndo(change, sayIn(formWords)('created', { title: row.title }));
      creating.onMade?.(row.id);
      finish(options, row, after);
      if (after === 'next') {
        edit.reset(creating.preset);
        edit.fill(defaults);
      }
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

/** Shows what a new record begins with, such as its owner. It is not sent: the core puts
 * it in, and what depends on it. */
function useDefaults(type: string, edit: DraftEdit): Record<string, unknown> {
  const { data } = useQuery({
    queryKey: ['blank', type],
    queryFn: () => api.records.blank(type),
    staleTime: 0,
  });
  const { fill } = edit;
  useEffect(() => {
    if (data) fill(data.values);
  }, [data, fill]);
  return data?.values ?? {};
}

/** Says what is needed and missing, at the fields; the first of them gets the focus. */
function incomplete(options: Options, edit: DraftEdit): boolean {
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
