import { EventsEmit, EventsOn } from '@wails/runtime/runtime';
import { create } from 'zustand';
import { inWindow } from './bridge';
import type { Job } from './types';

/** What the core tells the page, by name. */
export interface Events {
  /** Records changed. No ids means many. */
  changed: { seq: string; types: string[]; ids: string[] };
  /** A job moved on or ended. */
  job: Job;
  /** Another file is open, or none: ask for the state again. */
  file: Record<string, never>;
  /** The program that serves the page answers again; what happened meanwhile was not heard. */
  back: Record<string, never>;
  /** The native menu asks for a command. */
  command: { id: string };
  /** Files were dropped on the window; absolute paths. */
  drop: { paths: string[] };
}

type Name = keyof Events;
type Listener = (data: never) => void;

const listeners = new Map<string, Set<Listener>>();
const NAMES: Name[] = ['changed', 'job', 'file', 'command', 'drop'];
let connected = false;

/** Hands one event to those who listen. Exported for tests. */
export function deliver(name: string, data: unknown): void {
  for (const listener of [...(listeners.get(name) ?? [])]) listener(data as never);
}

/** Whether the program that serves the page answers; always so in the window. */
export const useConnection = create<{ up: boolean }>(() => ({ up: true }));

function fromServer(): void {
  const source = new EventSource('/events');
  source.onerror = () => useConnection.setState({ up: false });
  source.onopen = () => {
    if (useConnection.getState().up) return;
    useConnection.setState({ up: true });
    deliver('back', {});
  };
  source.onmessage = (message) => {
    const event = JSON.parse(message.data) as { name: string; data: unknown };
    deliver(event.name, event.data);
  };
}

function connect(): void {
  if (connected) return;
  connected = true;
  if (!inWindow()) {
    if ('EventSource' in window) fromServer();
    return;
  }
  for (const name of NAMES) EventsOn(name, (data: unknown) => deliver(name, data));
}

/** Listens to an event until the function that comes back is called. */
export function on<N extends Name>(name: N, listener: (data: Events[N]) => void): () => void {
  connect();
  const set = listeners.get(name) ?? new Set();
  listeners.set(name, set.add(listener as Listener));
  // The window keeps commands, such as a file that was double-clicked, until now.
  if (name === 'command' && inWindow()) EventsEmit('ready');
  return () => set.delete(listener as Listener);
}
