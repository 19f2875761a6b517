import { UnstyledButton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { api } from '@/api';
import type { FieldInfo, Ref } from '@/api/types';
import { isComposing, readRef } from '@/fields';
import { pick, useLang, useWords } from '@/i18n';
import { Kbd } from '@/ui';
import { controlId } from './FieldRow';
import css from './form.module.css';
import type { DraftEdit } from './useDraft';
import { formWords } from './words';

/** Types whose few records are a list to choose from. */
const shortTypes = ['lost_reason'];
/** All of them; digits reach the first nine. */
const most = 60;

/** Whether a field is answered by one of a few chips. */
export const isShortList = (field: FieldInfo): boolean => shortTypes.includes(field.target);

interface Props {
  field: FieldInfo;
  form: string;
  edit: DraftEdit;
  /** Called when choosing also answers. */
  onPick?: () => void;
  /** Digits choose. */
  keys: boolean;
}

/** Chips of the records that a field can link to; 1 to 9 choose. */
export function ShortList({ field, form, edit, onPick, keys }: Props) {
  const t = useWords(formWords);
  const lang = useLang();
  const box = useRef<HTMLFieldSetElement>(null);
  const refs = useQuery({
    queryKey: ['suggest', field.target, ''],
    queryFn: () => api.records.suggest({ type: field.target, text: '', limit: most, all: false }),
  }).data;
  const chosen = readRef(edit.draft.values[field.key])?.id;
  const choose = (ref: Ref) => {
    edit.set(field.key, ref);
    onPick?.();
  };
  useDigits(keys ? refs : undefined, choose);
  const label = pick(field.label, lang);
  const first = refs?.[0]?.id;
  useEffect(() => {
    if (keys && first) box.current?.querySelector('button')?.focus();
  }, [keys, first]);
  return (
    <fieldset ref={box} aria-label={label} className={css.chips}>
      <span className={css.label}>
        {label}
        <span className="cap t3"> {t.choose}</span>
      </span>
      {refs?.map((ref, i) => (
        <UnstyledButton
          key={ref.id}
          id={i === 0 ? controlId(form, field.key) : undefined}
          aria-pressed={ref.id === chosen}
          className={css.chip}
          onClick={() => choose(ref)}
        >
          {i < 9 && <Kbd keys={String(i + 1)} />}
          {ref.title}
        </UnstyledButton>
      ))}
    </fieldset>
  );
}

function useDigits(refs: Ref[] | undefined, choose: (ref: Ref) => void): void {
  const latest = useRef(choose);
  latest.current = choose;
  useEffect(() => {
    const listen = (event: globalThis.KeyboardEvent) => {
      const typing =
        event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement;
      if (typing || isComposing(event) || event.ctrlKey || event.metaKey || event.altKey) return;
      const digit = /^(?:Digit|Numpad)([1-9])$/.exec(event.code)?.[1];
      const ref = digit ? refs?.[Number(digit) - 1] : undefined;
      if (!ref) return;
      event.preventDefault();
      latest.current(ref);
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [refs]);
}
