import { Popover } from '@mantine/core';
import { type KeyboardEvent, useId, useState } from 'react';
import { toFailed } from '@/api';
import { useType } from '@/api/schema';
import type { FieldInfo, TypeInfo } from '@/api/types';
import { isComposing, isEmpty, settleInputs } from '@/fields';
import { useWords } from '@/i18n';
import { Button } from '@/ui';
import { type Asking, useAsking } from './asking';
import { FieldRow, focusField } from './FieldRow';
import css from './form.module.css';
import { isShortList, ShortList } from './ShortList';
import { type DraftEdit, useDraft } from './useDraft';
import { formWords } from './words';

/** Shows the question for missing fields while there is one. */
export function Asker() {
  const asking = useAsking((s) => s.asking);
  const type = useType(asking?.input.type ?? '');
  if (!asking || !type) return null;
  return <AskFields key={asking.fields.join()} asking={asking} type={type} />;
}

/** A popover that asks for just the fields without which a record cannot be saved, at the
 * place where it was changed. Esc and a click outside leave the record as it was. */
function AskFields({ asking, type }: { asking: Asking; type: TypeInfo }) {
  const box = asking.anchor ?? middle();
  return (
    <Popover
      opened
      onChange={(opened) => !opened && asking.cancel()}
      position="bottom-start"
      width={320}
      trapFocus
      returnFocus
      closeOnEscape
      withRoles={false}
      middlewares={{ shift: { padding: 8 }, flip: true }}
    >
      <Popover.Target>
        <span aria-hidden style={{ position: 'fixed', pointerEvents: 'none', ...box }} />
      </Popover.Target>
      <Popover.Dropdown className={css.ask} role="dialog" aria-label={asking.message}>
        <Questions asking={asking} type={type} />
      </Popover.Dropdown>
    </Popover>
  );
}

const middle = () => ({
  left: window.innerWidth / 2 - 160,
  top: window.innerHeight / 3,
  width: 0,
  height: 0,
});

function Questions({ asking, type }: { asking: Asking; type: TypeInfo }) {
  const t = useWords(formWords);
  const form = useId();
  const edit = useDraft({});
  const [busy, setBusy] = useState(false);
  const keys = [...new Set([...asking.fields, ...edit.draft.asked])];
  const fields = type.fields.filter((f) => keys.includes(f.key));
  const [first] = fields;
  // Choosing is answering.
  const one = first !== undefined && fields.length === 1 && isShortList(first);
  const answered = async () => {
    await settleInputs();
    const empty = fields.find((f) => isEmpty(edit.now()[f.key]));
    if (empty) {
      focusField(form, empty.key);
      return;
    }
    setBusy(true);
    try {
      await asking.save(edit.now());
    } catch (failure) {
      setBusy(false);
      const field = edit.refuse(toFailed(failure));
      if (field) focusField(form, field);
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.defaultPrevented || isComposing(event)) return;
    const lines = event.target instanceof HTMLTextAreaElement;
    if (event.target instanceof HTMLButtonElement || (lines && !event.ctrlKey && !event.metaKey))
      return;
    event.preventDefault();
    void answered();
  };
  return (
    <form className={css.questions} onSubmit={(e) => e.preventDefault()} onKeyDown={onKeyDown}>
      <p className={css.why} role={edit.draft.message ? 'alert' : undefined}>
        {edit.draft.message || asking.message}
      </p>
      {fields.map((field, i) => (
        <Question
          key={field.key}
          field={field}
          form={form}
          type={type.key}
          edit={edit}
          first={i === 0}
          onPick={one ? () => void answered() : undefined}
        />
      ))}
      <div className={css.foot}>
        <span className="grow" />
        <Button size="sm" look="ghost" onClick={asking.cancel}>
          {t.cancel}
        </Button>
        {!one && (
          <Button size="sm" look="primary" disabled={busy} onClick={() => void answered()}>
            {t.save}
          </Button>
        )}
      </div>
    </form>
  );
}

interface QuestionProps {
  field: FieldInfo;
  form: string;
  type: string;
  edit: DraftEdit;
  first: boolean;
  /** The only question was answered by one press. */
  onPick?: () => void;
}

/** Short lists, such as lost reasons, are chips; everything else is the kind's input. */
function Question({ field, form, type, edit, first, onPick }: QuestionProps) {
  if (isShortList(field)) {
    return <ShortList field={field} form={form} edit={edit} onPick={onPick} keys={first} />;
  }
  return <FieldRow form={form} type={type} field={field} edit={edit} autoFocus={first} />;
}
