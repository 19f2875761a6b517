import { useQuery } from '@tanstack/react-query';
import { client } from './client';
import { keys } from './keys';
import { api } from './services';
import type { FileInfo, Preferences, State } from './types';

/** What the page must know to draw: file, problem, shell, language. */
export function useAppState() {
  return useQuery<State>({ queryKey: keys.state, queryFn: () => api.files.state() });
}

/** The open file, or undefined while there is none. */
export function useFile(): FileInfo | undefined {
  return useAppState().data?.file;
}

/** What this computer's user prefers. */
export function usePreferences() {
  return useQuery<Preferences>({
    queryKey: keys.preferences,
    queryFn: () => api.settings.preferences(),
  });
}

/** Changes some preferences at once on screen and then in the core. Throws Failed. */
export async function savePreferences(change: Partial<Preferences>): Promise<void> {
  const before =
    client.getQueryData<Preferences>(keys.preferences) ?? (await api.settings.preferences());
  const after = { ...before, ...change };
  client.setQueryData(keys.preferences, after);
  try {
    await api.settings.savePreferences(after);
  } catch (failed) {
    client.setQueryData(keys.preferences, before);
    throw failed;
  }
}
