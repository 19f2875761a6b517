import { Textarea, TextInput } from '@mantine/core';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { pick, useLang } from '@/i18n';
import type { Done, InputProps } from '../contract';
import look from '../input.module.css';
import { isComposing } from '../keys';
import { readText } from '../values';

interface Props extends InputProps {
  /** Several lines: Enter makes a new one, Mod+Enter ends. */
  lines?: boolean;
}

/** An input for text that means what it says. */
export function PlainInput(props: Props) {
  const lang = useLang();
  const { edit, ...typing } = usePlain(props);
  const cell = props.look === 'cell';
  const common = {
    id: props.id,
    'aria-label': props.label ?? (props.id ? undefined : pick(props.field.label, lang)),
    className: cell ? look.cell : undefined,
    variant: cell ? 'unstyled' : 'default',
    placeholder: props.placeholder,
    error: props.error,
    autoFocus: props.autoFocus,
    'data-autofocus': props.autoFocus || undefined,
    autoComplete: 'off',
    ...typing,
  };
  if (!props.lines) return <TextInput {...common} onChange={(e) => edit(e.currentTarget.value)} />;
  return (
    <Textarea
      {...common}
      autosize
      minRows={2}
      maxRows={12}
      onChange={(e) => edit(e.currentTarget.value)}
    />
  );
}

function usePlain(props: Props) {
  const { value, onChange, onDone, onCancel, start } = props;
  const [text, setText] = useState(start ?? readText(value));
  const finished = useRef(false);
  const typing = useRef(start !== undefined);

  // A value that changes from outside shows, unless somebody is typing another.
  useEffect(() => {
    if (!typing.current) setText(readText(value));
  }, [value]);

  const edit = (next: string) => {
    typing.current = true;
    finished.current = false;
    setText(next);
    onChange(next === '' ? null : next);
  };
  const end = (how: Done) => {
    if (finished.current) return;
    finished.current = true;
    typing.current = false;
    onDone?.(text === '' ? null : text, how);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event)) return;
    if (event.key === 'Escape' && onCancel) {
      event.stopPropagation();
      finished.current = true;
      onCancel();
    }
    const how = doneBy(event, props.lines === true, props.look === 'cell');
    if (!how || !onDone) return;
    event.preventDefault();
    event.stopPropagation();
    end(how);
  };
  const onFocus = () => {
    finished.current = false;
  };
  return { value: text, edit, onKeyDown, onFocus, onBlur: () => end('blur') };
}

function doneBy(event: KeyboardEvent, lines: boolean, cell: boolean): Done | null {
  const mod = event.ctrlKey || event.metaKey;
  if (event.key === 'Tab' && cell) return 'tab';
  if (event.key !== 'Enter' || event.shiftKey || event.altKey) return null;
  return mod === lines ? 'enter' : null;
}
