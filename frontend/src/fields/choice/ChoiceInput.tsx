import { useState } from 'react';
import type { OptionInfo } from '@/api';
import { type Lang, pick, useLang } from '@/i18n';
import { Chip } from '@/ui/Chip';
import type { InputProps } from '../contract';
import { optionLabel } from '../format';
import { face } from '../link/LinkInput';
import { type Item, matching } from '../pick/items';
import { Picker } from '../pick/Picker';
import { readOption } from '../values';

/** The choices that may be given, with the one that is there even when it was retired. */
export function choiceItems(options: OptionInfo[] | null, chosen: number[], lang: Lang): Item[] {
  return (options ?? [])
    .filter((option) => !option.retired || chosen.includes(option.num))
    .map((option) => {
      const label = pick(option.label, lang);
      return { key: String(option.num), label, node: <Chip tone={option.color}>{label}</Chip> };
    });
}

/** Picks one choice. */
export function ChoiceInput(props: InputProps) {
  const { field, value, onChange, onDone } = props;
  const lang = useLang();
  const [text, setText] = useState(props.start ?? '');
  const chosen = readOption(value);
  const take = (key: string | null) => {
    const next = key === null ? null : Number(key);
    onChange(next);
    onDone?.(next, 'pick');
  };
  return (
    <Picker
      {...face(props)}
      label={props.label ?? (props.id ? undefined : pick(field.label, lang))}
      items={matching(choiceItems(field.options, [chosen], lang), text)}
      chosen={chosen === 0 ? '' : String(chosen)}
      shown={optionLabel(field.options, chosen, lang)}
      onSearch={setText}
      onPick={take}
      onLeave={(how) => onDone?.(value ?? null, how)}
    />
  );
}
