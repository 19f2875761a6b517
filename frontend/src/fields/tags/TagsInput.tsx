import { useState } from 'react';
import { pick, sayIn, useLang } from '@/i18n';
import type { InputProps } from '../contract';
import { face } from '../link/LinkInput';
import { MultiPicker } from '../pick/MultiPicker';
import { readTexts } from '../values';
import { fieldWords } from '../words';

/** Tags as they are typed; Enter adds one. */
export function TagsInput(props: InputProps) {
  const { field, value, onChange, onDone } = props;
  const lang = useLang();
  const [, setText] = useState('');
  const chosen = readTexts(value);
  const change = (next: string[]) => onChange(next.length > 0 ? next : null);
  const add = (tag: string) => change([...new Set([...chosen, tag])]);
  return (
    <MultiPicker
      {...face(props)}
      label={props.label ?? (props.id ? undefined : pick(field.label, lang))}
      items={[]}
      chosen={chosen.map((tag) => ({ key: tag, label: tag }))}
      onSearch={setText}
      onAdd={add}
      onRemove={(tag) => change(chosen.filter((t) => t !== tag))}
      onCreate={add}
      createWords={(tag) => sayIn(fieldWords)('addTag', { tag })}
      onLeave={(how) => onDone?.(chosen.length > 0 ? chosen : null, how)}
    />
  );
}
