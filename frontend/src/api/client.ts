import { QueryClient } from '@tanstack/react-query';
import { on } from './events';
import { Failed } from './failed';
import { keys, touches } from './keys';

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

/** What belongs to the computer and not to the file. */
const OUTSIDE = new Set<unknown>(['state', 'preferences', 'recent', 'about']);

/**
 * Asks again for everything after a file was opened, moved or closed. What is not on
 * screen is dropped, so that nothing of one file shows in another.
 */
export async function fileChanged(): Promise<void> {
  client.removeQueries({
    type: 'inactive',
    predicate: (query) => !OUTSIDE.has(query.queryKey[0]),
  });
  await client.invalidateQueries({ queryKey: keys.state });
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
  return () => {
    changed();
    job();
    file();
  };
}
