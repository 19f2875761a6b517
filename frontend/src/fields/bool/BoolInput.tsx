import { Checkbox } from '@mantine/core';
import type { KeyboardEvent } from 'react';
import { pick, useLang } from '@/i18n';
import type { InputProps } from '../contract';

/** A tick. */
export function BoolInput(props: InputProps) {
  const { field, value, onChange, onDone, onCancel } = props;
  const lang = useLang();
  const on = value === true;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && onCancel) {
      event.stopPropagation();
      onCancel();
    }
    if (event.key !== 'Enter' || !onDone) return;
    event.preventDefault();
    event.stopPropagation();
    onDone(on, 'enter');
  };
  return (
    <Checkbox
      radius="xs"
      id={props.id}
      aria-label={props.label ?? (props.id ? undefined : pick(field.label, lang))}
      checked={on}
      error={props.error}
      autoFocus={props.autoFocus}
      data-autofocus={props.autoFocus || undefined}
      onChange={(event) => {
        onChange(event.currentTarget.checked);
        if (props.look !== 'form') onDone?.(event.currentTarget.checked, 'pick');
      }}
      onKeyDown={onKeyDown}
    />
  );
}
