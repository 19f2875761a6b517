import { useCallback, useEffect, useRef, useState } from 'react';
import { api, type ParseResult, toFailed } from '@/api';
import { onSettle } from '../settle';

/** What the core made of the typed text: its value, or why it has none. */
export type Reading =
  | { text: string; ok: true; value: unknown; shown: string }
  | { text: string; ok: false; fault: string };

/** Asks the core what a text means as a value of a field. Never rejects. */
export async function readWords(type: string, field: string, text: string): Promise<Reading> {
  if (text.trim() === '') return { text, ok: true, value: null, shown: '' };
  try {
    const { value, shown }: ParseResult = await api.records.parse({ type, field, text });
    return { text, ok: true, value: value ?? null, shown };
  } catch (thrown) {
    return { text, ok: false, fault: toFailed(thrown).message };
  }
}

const PAUSE = 120;

interface Options {
  type: string;
  field: string;
  /** Called when a pause in typing left a valid value. */
  onRead: (value: unknown) => void;
}

/**
 * Reads the draft of an input while it is typed. `draft` is null while nobody types.
 * `settle` reads what is there now, without waiting for the pause.
 */
export function useReading({ type, field, onRead }: Options) {
  const [draft, setDraft] = useState<string | null>(null);
  const [reading, setReading] = useState<Reading | null>(null);
  const latest = useRef<string | null>(null);
  const report = useRef(onRead);
  report.current = onRead;

  const read = useCallback(
    async (text: string): Promise<Reading> => {
      const result = await readWords(type, field, text);
      if (latest.current !== text) return result;
      setReading(result);
      if (result.ok) report.current(result.value);
      return result;
    },
    [type, field],
  );

  const edit = useCallback((text: string | null) => {
    latest.current = text;
    setDraft(text);
    setReading(null);
  }, []);

  const settle = useCallback(async (): Promise<Reading | null> => {
    const text = latest.current;
    return text === null ? null : read(text);
  }, [read]);

  useEffect(() => {
    if (draft === null) return;
    const timer = setTimeout(() => void read(draft), PAUSE);
    return () => clearTimeout(timer);
  }, [draft, read]);

  useEffect(() => onSettle(settle), [settle]);

  return { draft, edit, reading, settle };
}
