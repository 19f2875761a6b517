import { TextInput, type TextInputProps } from '@mantine/core';
import { type KeyboardEvent, useEffect, useState } from 'react';
import { composing } from '@/app/chord';

/** Props of a text that is saved when a person is done with it. */
export interface CommitTextProps extends Omit<TextInputProps, 'value' | 'onChange'> {
  value: string;
  /** Saves; false puts the former text back. */
  onCommit: (text: string) => Promise<boolean>;
}

/**
 * A text that is saved by Enter or by leaving it, when it was changed. Esc puts back what
 * was there; a required one that is left empty does too.
 */
export function CommitText({ value, onCommit, ...rest }: CommitTextProps) {
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  const commit = async () => {
    const next = text.trim();
    if (next === value || (rest.required && next === '')) setText(value);
    else if (!(await onCommit(next))) setText(value);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (composing(event.nativeEvent)) return;
    if (event.key === 'Enter') void commit();
    if (event.key === 'Escape') {
      event.stopPropagation();
      setText(value);
    }
  };
  return (
    <TextInput
      autoComplete="off"
      spellCheck={false}
      withAsterisk={false}
      {...rest}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={() => void commit()}
      onKeyDown={onKeyDown}
    />
  );
}
