import { useRef, useState } from 'react';
import { type Ref, toFailed } from '@/api';
import { pick, sayIn, useLang } from '@/i18n';
import type { InputProps } from '../contract';
import { face, targetOf, useMaker } from '../link/LinkInput';
import { MultiPicker } from '../pick/MultiPicker';
import { useSuggest } from '../pick/useSuggest';
import { readRefs } from '../values';
import { fieldWords } from '../words';

/** Finds several records by typing. */
export function LinksInput(props: InputProps) {
  const { field, value, onChange, onDone } = props;
  const lang = useLang();
  const target = targetOf(field);
  const [text, setText] = useState(props.start ?? '');
  const [fault, setFault] = useState('');
  const { refs, loading } = useSuggest(target, text, true);
  const make = useMaker(target);
  const chosen = readRefs(value);
  const latest = useRef(chosen);
  latest.current = chosen;

  const change = (next: Ref[]) => {
    latest.current = next;
    onChange(next.length > 0 ? next : null);
  };
  const create = async (title: string) => {
    try {
      if (make) change([...latest.current, await make(title)]);
    } catch (thrown) {
      setFault(toFailed(thrown).message);
    }
  };
  return (
    <MultiPicker
      {...face(props)}
      label={props.label ?? (props.id ? undefined : pick(field.label, lang))}
      error={fault || props.error}
      items={refs.map((ref) => ({ key: ref.id, label: ref.title }))}
      chosen={chosen.map((ref) => ({ key: ref.id, label: ref.title }))}
      loading={loading}
      onSearch={setText}
      onAdd={(key) => change([...chosen, ...refs.filter((ref) => ref.id === key)])}
      onRemove={(key) => change(chosen.filter((ref) => ref.id !== key))}
      onCreate={make ? (title) => void create(title) : undefined}
      createWords={(title) => sayIn(fieldWords)('create', { title })}
      onLeave={(how) => onDone?.(latest.current.length > 0 ? latest.current : null, how)}
    />
  );
}
