import { useMemo, useRef, useState } from 'react';
import type { Failed } from '@/api';

/** What is being filled in. */
export interface Draft {
  /** Values in wire form, by field. */
  values: Record<string, unknown>;
  /** What is wrong, by field. */
  errors: Record<string, string>;
  /** What is wrong with the whole. */
  message: string;
  /** Fields that the core asked for on top of those of the form. */
  asked: string[];
  /** Fields that the person filled in or cleared. */
  touched: readonly string[];
  /** Grows with each new beginning, so that inputs begin anew too. */
  round: number;
}

/** A draft and how it changes. */
export interface DraftEdit {
  draft: Draft;
  /** The values as they are at this moment, also between two drawings. */
  now(): Record<string, unknown>;
  /** What is to be saved: what it began with and what the person changed. */
  own(): Record<string, unknown>;
  set(key: string, value: unknown): void;
  /** Shows what the core will put in by itself, where nothing is yet. */
  fill(values: Record<string, unknown>): void;
  setErrors(errors: Record<string, string>): void;
  /** Takes a refusal in. Gives the field to look at, "" for none. */
  refuse(failure: Failed): string;
  /** Begins anew. */
  reset(values: Record<string, unknown>): void;
}

const blank = { errors: {}, message: '', asked: [], touched: [], round: 0 };

/** Holds what a form fills in. An edit takes the field's error away. */
export function useDraft(initial: Record<string, unknown>): DraftEdit {
  const [draft, setDraft] = useState<Draft>({ ...blank, values: initial });
  const latest = useRef(draft);
  const began = useRef(initial);
  const acts = useMemo(() => {
    const change = (part: (old: Draft) => Partial<Draft>) => {
      latest.current = { ...latest.current, ...part(latest.current) };
      setDraft(latest.current);
    };
    return {
      now: () => latest.current.values,
      own: () => {
        const { values, touched } = latest.current;
        const keys = [...Object.keys(began.current), ...touched];
        return Object.fromEntries(keys.map((key) => [key, values[key] ?? null]));
      },
      fill: (values: Record<string, unknown>) =>
        change((old) => ({ values: { ...values, ...old.values } })),
      set: (key: string, value: unknown) =>
        change(({ values, errors, touched }) => ({
          values: { ...values, [key]: value },
          touched: touched.includes(key) ? touched : [...touched, key],
          errors: { ...errors, [key]: '' },
          message: '',
        })),
      setErrors: (errors: Record<string, string>) => change(() => ({ errors })),
      refuse: (failure: Failed) => {
        change((old) => refused(old, failure));
        return failure.field || (failure.fields[0] ?? '');
      },
      reset: (values: Record<string, unknown>) => {
        began.current = values;
        change(({ round }) => ({ ...blank, values, round: round + 1 }));
      },
    };
  }, []);
  return { draft, ...acts };
}

/** A refusal that names a field stands under it; one that asks for fields brings them. */
export function refused(draft: Draft, failure: Failed): Partial<Draft> {
  if (failure.fields.length > 0) {
    return { asked: [...new Set([...draft.asked, ...failure.fields])], message: failure.message };
  }
  if (failure.field) return { errors: { ...draft.errors, [failure.field]: failure.message } };
  return { message: failure.message };
}
