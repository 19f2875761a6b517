import { type Query, QueryClient } from '@tanstack/react-query';
import { on } from './events';
import { Failed } from './failed';
import { keys, touches } from './keys';
import type { State } from './types';

function retry(count: number, error: Error): boolean {
  return error instanceof Failed && error.code === 'unreachable' && count < 2;
}

/**
 * The cache of answers. The core is on this machine and tells of every change, so nothing
 * is asked again by time, focus or network.
 */
export const client = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: Number.POSITIVE_INFINITY,
      gcTime: 5 * 60_000,
      networkMode: 'always',
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
      retry,
    },
    mutations: { networkMode: 'always' },
  },
});

/** What belongs to the computer and not to the records of a file. */
const OUTSIDE = new Set<unknown>(['state', 'preferences', 'recent', 'about', 'setup']);

const outside = { predicate: (query: Query) => OUTSIDE.has(query.queryKey[0]) };

/** What the answers about records depend on: the file, who asks, and how sums are made. */
function basis(): string {
  const file = client.getQueryData<State>(keys.state)?.file;
  return file ? [file.path, file.me.id, file.base, file.zone].join('\n') : '';
}

/**
 * Asks again after a file was opened, moved or closed, or its settings were changed. Where
 * it is another file, everything is asked, and what is not on screen is dropped, so that
 * nothing of one file shows in another.
 */
export async function fileChanged(): Promise<void> {
  const before = basis();
  await client.invalidateQueries(outside);
  // Without a file there is nothing to ask; its screens are about to go.
  const after = basis();
  if (after !== before && after !== '') await askAll();
}

/** Asks again for everything that is on screen; drops the rest. */
export async function askAll(): Promise<void> {
  client.removeQueries({ type: 'inactive', predicate: (query) => !outside.predicate(query) });
  await client.invalidateQueries();
}

/** Keeps the cache true while the core changes. Gives back how to stop. */
export function followChanges(): () => void {
  const changed = on('changed', ({ types }) => {
    void client.invalidateQueries({ predicate: (query) => touches(query.queryKey, types) });
  });
  const file = on('file', () => void fileChanged());
  // An import, or taking one back, may have made or retired fields.
  const job = on('job', ({ state }) => {
    if (state !== 'running') void client.invalidateQueries({ queryKey: keys.types });
  });
  const back = on('back', () => void askAll());
  return () => {
    back();
    changed();
    job();
    file();
  };
}
