import type { FieldInfo } from '@/api/types';
import { kindOfField } from '@/fields';
import { pick, useLang } from '@/i18n';
import css from './form.module.css';
import type { DraftEdit } from './useDraft';

/** Id of a field's control in a form, for its label and for the focus. */
export const controlId = (form: string, key: string): string => `${form}-${key}`;

/** Puts the focus into a field of a form, once it is drawn. */
export function focusField(form: string, key: string): void {
  requestAnimationFrame(() => document.getElementById(controlId(form, key))?.focus());
}

interface Props {
  form: string;
  type: string;
  field: FieldInfo;
  edit: DraftEdit;
  autoFocus?: boolean;
  placeholder?: string;
}

/** A label, the input of the field's kind, its help and what is wrong with it. */
export function FieldRow({ form, type, field, edit, autoFocus, placeholder }: Props) {
  const lang = useLang();
  const { Input } = kindOfField(field);
  const id = controlId(form, field.key);
  const help = pick(field.help, lang);
  const wide = field.kind === 'longtext' || field.kind === 'markdown';
  return (
    <div className={wide ? `${css.field} ${css.wide}` : css.field}>
      <label htmlFor={id} className={css.label} title={help || undefined}>
        {pick(field.label, lang)}
        {field.required && <span aria-hidden> *</span>}
      </label>
      <Input
        id={id}
        type={type}
        field={field}
        value={edit.draft.values[field.key] ?? null}
        error={edit.draft.errors[field.key] || undefined}
        onChange={(value) => edit.set(field.key, value)}
        autoFocus={autoFocus}
        placeholder={placeholder}
      />
    </div>
  );
}
