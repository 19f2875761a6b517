import {
  type ChangeEvent,
  type FocusEvent,
  type KeyboardEvent,
  useEffect,
  useRef,
  useState,
} from 'react';
import type { Done } from '../contract';
import { isComposing } from '../keys';
import type { TypedProps } from './TypedInput';
import { useReading } from './useReading';

/** What a typed input is doing. */
export type Typing = ReturnType<typeof useTyped>;

/** What the input listens to. */
export type Handlers = Typing['handlers'];

/** Typing, reading and ending of a TypedInput. */
export function useTyped(props: TypedProps) {
  const { field, type, onChange, onDone, start } = props;
  const [focused, setFocused] = useState(false);
  // Ending takes the focus away, which would end once more.
  const finished = useRef(false);
  const { draft, edit, reading, settle } = useReading({ type, field: field.key, onRead: onChange });

  // The text that opened the editor counts once.
  const first = useRef(start);
  useEffect(() => {
    if (first.current !== undefined) edit(first.current);
  }, [edit]);

  const end = (value: unknown, how: Done) => {
    if (finished.current) return;
    finished.current = true;
    edit(null);
    onDone?.(value, how);
  };
  const commit = async (how: Done) => {
    const result = await settle();
    if (result?.ok) end(result.value, how);
    else if (result === null || how === 'blur') end(props.value ?? null, how);
  };
  const take = (value: unknown) => {
    onChange(value);
    end(value, 'pick');
  };
  const cancel = () => {
    finished.current = true;
    edit(null);
    props.onCancel?.();
  };
  return {
    focused,
    draft,
    reading,
    take,
    fault: reading && !reading.ok ? reading.fault : props.error,
    handlers: {
      onChange: (event: ChangeEvent<HTMLInputElement>) => edit(event.currentTarget.value),
      onFocus: (event: FocusEvent<HTMLInputElement>) => {
        finished.current = false;
        setFocused(true);
        if (start === undefined) event.currentTarget.select();
      },
      onBlur: () => {
        setFocused(false);
        void commit('blur');
      },
      onKeyDown: (event: KeyboardEvent) =>
        onKey(event, props, draft !== null, { cancel, commit: (how) => void commit(how) }),
    },
  };
}

interface Ends {
  cancel: () => void;
  commit: (how: Done) => void;
}

function onKey(event: KeyboardEvent, props: TypedProps, typing: boolean, ends: Ends): void {
  if (isComposing(event)) return;
  if (event.key === 'Escape' && (props.onCancel || typing)) {
    event.stopPropagation();
    ends.cancel();
  }
  const how = doneBy(event, props.look === 'cell');
  if (!how || !props.onDone) return;
  event.preventDefault();
  event.stopPropagation();
  ends.commit(how);
}

function doneBy(event: KeyboardEvent, cell: boolean): Done | null {
  if (event.key === 'Tab' && cell) return 'tab';
  const plain = !event.shiftKey && !event.ctrlKey && !event.metaKey;
  return event.key === 'Enter' && plain ? 'enter' : null;
}
