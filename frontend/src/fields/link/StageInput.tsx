import { useState } from 'react';
import { pick, useLang } from '@/i18n';
import { StageChip, StageIcon } from '@/ui/Stage';
import type { InputProps } from '../contract';
import { matching } from '../pick/items';
import { Picker } from '../pick/Picker';
import { readRef } from '../values';
import { face } from './LinkInput';
import { stagesBeside, useStages } from './stages';

/** Picks a stage of the pipeline that the record is in. */
export function StageInput(props: InputProps) {
  const { field, value, onChange, onDone } = props;
  const lang = useLang();
  const stages = useStages();
  const [text, setText] = useState(props.start ?? '');
  const chosen = readRef(value);
  const stage = stages.get(chosen?.id ?? '');
  const items = stagesBeside(stages, chosen?.id ?? '').map((s) => ({
    key: s.id,
    label: pick(s.name, lang),
    node: <StageChip stage={s} name={pick(s.name, lang)} />,
  }));
  const take = (key: string | null) => {
    const found = key === null ? undefined : stages.get(key);
    const ref = found ? { id: found.id, type: 'stage', title: pick(found.name, lang) } : null;
    onChange(ref);
    onDone?.(ref, 'pick');
  };
  return (
    <Picker
      {...face(props)}
      required
      label={props.label ?? (props.id ? undefined : pick(field.label, lang))}
      items={matching(items, text)}
      chosen={chosen?.id ?? ''}
      shown={stage ? pick(stage.name, lang) : (chosen?.title ?? '')}
      face={stage ? <StageIcon stage={stage} /> : undefined}
      onSearch={setText}
      onPick={take}
      onLeave={(how) => onDone?.(value ?? null, how)}
    />
  );
}
