import { useState } from 'react';
import { api, type Ref, toFailed } from '@/api';
import { fieldOf, useType } from '@/api/schema';
import { pick, useLang } from '@/i18n';
import { Avatar } from '@/ui/Avatar';
import type { InputProps } from '../contract';
import { Picker } from '../pick/Picker';
import { useSuggest } from '../pick/useSuggest';
import { readRef } from '../values';
import { StageInput } from './StageInput';

/** What a new record of a type needs to be made by its name alone, or null when it is not. */
export function useMaker(target: string): ((title: string) => Promise<Ref>) | null {
  const type = useType(target);
  const title = fieldOf(type, type?.title ?? '');
  if (!type || type.setup || target === 'member' || title?.kind !== 'text' || title.readOnly)
    return null;
  return async (text) => {
    const { row } = await api.records.save({ type: target, id: '', values: { [title.key]: text } });
    return { id: row.id, type: target, title: row.title };
  };
}

/** The type that a field links to. */
export function targetOf(field: { kind: string; target: string }): string {
  return field.target || (field.kind === 'member' ? 'member' : '');
}

/** Finds a record by typing; Enter on no match makes it. */
export function LinkInput(props: InputProps) {
  return props.field.target === 'stage' ? <StageInput {...props} /> : <RecordInput {...props} />;
}

function RecordInput(props: InputProps) {
  const { field, value, onChange, onDone } = props;
  const lang = useLang();
  const target = targetOf(field);
  const [text, setText] = useState(props.start ?? '');
  const [fault, setFault] = useState('');
  const { refs, loading } = useSuggest(target, text, true);
  const make = useMaker(target);
  const chosen = readRef(value);
  const people = target === 'member';

  const take = (ref: Ref | null) => {
    setFault('');
    onChange(ref);
    onDone?.(ref, 'pick');
  };
  const create = async (title: string) => {
    try {
      if (make) take(await make(title));
    } catch (thrown) {
      setFault(toFailed(thrown).message);
    }
  };
  return (
    <Picker
      {...face(props)}
      label={props.label ?? (props.id ? undefined : pick(field.label, lang))}
      error={fault || props.error}
      items={refs.map((ref) => ({
        key: ref.id,
        label: ref.title,
        node: people ? <Person name={ref.title} /> : undefined,
      }))}
      chosen={chosen?.id ?? ''}
      shown={chosen?.title ?? ''}
      face={people && chosen ? <Avatar name={chosen.title} /> : undefined}
      loading={loading}
      onSearch={setText}
      onPick={(key) => take(key === null ? null : (refs.find((ref) => ref.id === key) ?? null))}
      onCreate={make ? (title) => void create(title) : undefined}
      onLeave={(how) => onDone?.(value ?? null, how)}
    />
  );
}

/** The props of an input that its picker takes as they are. */
export function face(props: InputProps) {
  const { field, autoFocus, start, look, id, error, placeholder, onCancel } = props;
  return { autoFocus, start, look, id, error, placeholder, onCancel, required: field.required };
}

function Person({ name }: { name: string }) {
  return (
    <>
      <Avatar name={name} />
      <span className="ell">{name}</span>
    </>
  );
}
