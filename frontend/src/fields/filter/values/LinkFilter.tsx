import { useState } from 'react';
import { pick, useLang, useWords } from '@/i18n';
import type { FilterProps } from '../../contract';
import { targetOf } from '../../link/LinkInput';
import { useStages } from '../../link/stages';
import { type Item, matching } from '../../pick/items';
import { MultiPicker } from '../../pick/MultiPicker';
import { useSuggest } from '../../pick/useSuggest';
import { readRef } from '../../values';
import { fieldWords } from '../../words';

/** The word for whoever uses the program; the core resolves it on each query. */
export const ME = 'me';

/** Linked records to compare with; for people also "me". */
export function LinkFilter({ field, value, onChange, onDone }: FilterProps) {
  const t = useWords(fieldWords);
  const lang = useLang();
  const target = targetOf(field);
  const [text, setText] = useState('');
  const { refs, loading } = useSuggest(target, text, target !== 'stage', true);
  const stages = useStages(target === 'stage');
  const chosen = Array.isArray(value) ? value : [];

  const found: Item[] =
    target === 'stage'
      ? [...stages.values()].map((s) => ({ key: s.id, label: pick(s.name, lang) }))
      : refs.map((ref) => ({ key: ref.id, label: ref.title }));
  const me: Item[] = target === 'member' ? [{ key: ME, label: t.me }] : [];
  const items = target === 'stage' ? matching(found, text) : [...matching(me, text), ...found];

  const chosenItems = chosen.flatMap((v): Item[] => {
    const ref = readRef(v);
    return v === ME ? [{ key: ME, label: t.me }] : ref ? [{ key: ref.id, label: ref.title }] : [];
  });
  const add = (key: string) => {
    const item = items.find((i) => i.key === key);
    const next = key === ME ? ME : { id: key, type: target, title: item?.label ?? '' };
    onChange([...chosen, next]);
  };
  return (
    <MultiPicker
      label={pick(field.label, lang)}
      autoFocus
      items={items}
      chosen={chosenItems}
      loading={loading && target !== 'stage'}
      onSearch={setText}
      onAdd={add}
      onLeave={(how) => how === 'enter' && onDone?.()}
      onRemove={(key) => onChange(chosen.filter((v) => v !== key && readRef(v)?.id !== key))}
    />
  );
}
