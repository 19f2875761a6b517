import { create } from 'zustand';
import type { Icon } from './Glyph';

/** What a person did and can undo, as the core names it. */
export interface Undoable {
  id: string;
}

/** What went wrong: a sentence, and what a technician would want. */
export interface Trouble {
  message: string;
  detail?: string;
}

/** Work that takes a while, for a toast with a bar. */
export interface Progress {
  done: number;
  /** 0 while it is not known. */
  total: number;
}

/** One message at the bottom right. */
export interface Toast {
  id: string;
  message: string;
  icon?: Icon;
  tone?: 'success' | 'danger';
  /** The change that its Undo takes back. */
  change?: string;
  /** Technical text that "copy details" copies. */
  detail?: string;
  /** A second line in small type. */
  note?: string;
  progress?: Progress;
  action?: { label: string; run: () => void };
  /** Milliseconds until it goes; 0 stays. */
  life: number;
}

interface Toasts {
  list: Toast[];
}

const LIFE = 10_000;
const MOST = 4;

/** The messages that are shown, oldest first. */
export const useToasts = create<Toasts>(() => ({ list: [] }));

let made = 0;

/** Shows a message, or changes the one with its id. Gives the id. */
export function toast(message: string, more: Partial<Toast> = {}): string {
  const id = more.id ?? `toast-${++made}`;
  const next: Toast = { life: LIFE, ...more, id, message };
  useToasts.setState(({ list }) => {
    const there = list.some((t) => t.id === id);
    const all = there ? list.map((t) => (t.id === id ? next : t)) : [...list, next];
    return { list: all.slice(-MOST) };
  });
  return id;
}

/** Takes a message away. */
export function dismiss(id: string): void {
  useToasts.setState(({ list }) => ({ list: list.filter((t) => t.id !== id) }));
}

/** Takes away the offers to undo a change that has been undone by other means. */
export function dismissChange(change: string): void {
  useToasts.setState(({ list }) => ({ list: list.filter((t) => t.change !== change) }));
}

/**
 * Says what was done, with Undo for ten seconds; pointer or focus on it stops the clock.
 * Without a change (nothing to take back) it is only said.
 */
export function toastUndo(change: Undoable, message: string, icon?: Icon): string {
  return toast(message, { change: change.id || undefined, icon, tone: 'success' });
}

/** Says what went wrong; it stays until it is closed. */
export function toastError(trouble: Trouble): string {
  const { message, detail } = trouble;
  // The same failure twice is one message.
  return toast(message, { id: `error-${message}`, detail, tone: 'danger', life: 0 });
}
