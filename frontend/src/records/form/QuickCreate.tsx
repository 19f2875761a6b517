import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { type KeyboardEvent, useId, useState } from 'react';
import type { TypeInfo } from '@/api/types';
import { isComposing, readRef } from '@/fields';
import { useWords } from '@/i18n';
import { Button, Kbd } from '@/ui';
import type { Creating } from './creating';
import { FieldRow } from './FieldRow';
import { Form } from './Form';
import { quickFields } from './fields';
import css from './form.module.css';
import { type After, useCreate } from './useCreate';
import { formWords } from './words';

/** One field that is needed, a few that are quick, and all of them when asked for. Enter
 * saves, Shift+Enter saves and begins the next, Mod+Enter saves and opens it. */
export function QuickCreate({ type, creating }: { type: TypeInfo; creating: Creating }) {
  const t = useWords(formWords);
  const form = useId();
  const [all, setAll] = useState(false);
  const { edit, busy, save } = useCreate({ type, creating, form, showAll: () => setAll(true) });
  const quick = quickFields(type);
  const asked = edit.draft.asked.filter((key) => !quick.some((f) => f.key === key));
  const shown = [...quick, ...type.fields.filter((f) => asked.includes(f.key))];
  return (
    <form
      className={css.form}
      onSubmit={(e) => e.preventDefault()}
      onKeyDownCapture={(e) => catchKeys(e, save)}
      onKeyDown={(e) => enter(e, save)}
    >
      {edit.draft.message && (
        <p role="alert" className={css.message}>
          {edit.draft.message}
        </p>
      )}
      <Beginning type={type} creating={creating} shown={shown.map((f) => f.key)} />
      <div key={edit.draft.round} className={css.body}>
        <div className={css.grid}>
          {shown.map((field) => (
            <FieldRow
              key={field.key}
              form={form}
              type={type.key}
              field={field}
              edit={edit}
              autoFocus={field.key === type.title}
            />
          ))}
        </div>
        {all && <Form form={form} type={type} edit={edit} except={shown.map((f) => f.key)} />}
      </div>
      <div className={css.foot}>
        <Button
          size="sm"
          look="ghost"
          icon={all ? IconChevronUp : IconChevronDown}
          aria-expanded={all}
          onClick={() => setAll(!all)}
        >
          {all ? t.fewer : t.all}
        </Button>
        <span className="grow" />
        <Button size="sm" look="ghost" disabled={busy} onClick={() => save('next')}>
          {t.saveNext}
          <Kbd keys="Shift+Enter" bare />
        </Button>
        <Button size="sm" disabled={busy} onClick={() => save('open')}>
          {t.saveOpen}
          <Kbd keys="Mod+Enter" bare />
        </Button>
        <Button size="sm" look="primary" disabled={busy} onClick={() => save('close')}>
          {t.save}
        </Button>
      </div>
    </form>
  );
}

/** What the record begins with and no field of the form shows, such as its stage. */
function Beginning(props: { type: TypeInfo; creating: Creating; shown: string[] }) {
  const { type, creating, shown } = props;
  const links = Object.entries(creating.preset)
    .filter(([key]) => !shown.includes(key))
    .map(([key, value]) => ({ field: type.fields.find((f) => f.key === key), ref: readRef(value) }))
    .filter(({ field, ref }) => field && ref?.title);
  if (links.length === 0) return null;
  return <p className={css.beginning}>{links.map(({ ref }) => ref?.title).join(' · ')}</p>;
}

type Save = (after: After) => void;

/** Enter with Shift or Mod belongs to the form before any input takes it. Shift+Enter in
 * a text of several lines stays a new line. */
function catchKeys(event: KeyboardEvent, save: Save): void {
  if (event.key !== 'Enter' || isComposing(event)) return;
  const lines = event.target instanceof HTMLTextAreaElement;
  const after = event.ctrlKey || event.metaKey ? 'open' : event.shiftKey && !lines ? 'next' : null;
  if (!after) return;
  event.preventDefault();
  event.stopPropagation();
  save(after);
}

/** A plain Enter that no input took for itself saves. */
function enter(event: KeyboardEvent, save: Save): void {
  if (event.key !== 'Enter' || event.defaultPrevented || isComposing(event)) return;
  if (!(event.target instanceof HTMLInputElement)) return;
  event.preventDefault();
  save('close');
}
