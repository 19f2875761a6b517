import { useState } from 'react';
import { pick, useLang } from '@/i18n';
import { choiceItems } from '../choice/ChoiceInput';
import type { InputProps } from '../contract';
import { face } from '../link/LinkInput';
import { matching } from '../pick/items';
import { MultiPicker } from '../pick/MultiPicker';
import { readOptions } from '../values';

/** Picks several choices. */
export function ChoicesInput(props: InputProps) {
  const { field, value, onChange, onDone } = props;
  const lang = useLang();
  const [text, setText] = useState(props.start ?? '');
  const chosen = readOptions(value);
  const items = choiceItems(field.options, chosen, lang);
  const change = (next: number[]) => onChange(next.length > 0 ? next.sort((a, b) => a - b) : null);
  return (
    <MultiPicker
      {...face(props)}
      label={props.label ?? (props.id ? undefined : pick(field.label, lang))}
      items={matching(items, text)}
      chosen={items.filter((item) => chosen.includes(Number(item.key)))}
      onSearch={setText}
      onAdd={(key) => change([...chosen, Number(key)])}
      onRemove={(key) => change(chosen.filter((num) => String(num) !== key))}
      onLeave={(how) => onDone?.(chosen.length > 0 ? chosen : null, how)}
    />
  );
}
